"""Whether there is a screen to show a window on."""

from __future__ import annotations

import os
import subprocess
import sys

from annotator.model.errors import CannotOpen

WINDOWLESS_PLATFORMS = ("offscreen", "minimal")
SECONDS = 20
_PROBE = "from PySide6.QtGui import QGuiApplication; QGuiApplication([]); print('screen')"


def has_screen() -> bool:
    """Tell whether a window can be shown. Tried in a child, since an unreachable display ends the process."""
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in WINDOWLESS_PLATFORMS:
        return False
    if not sys.platform.startswith("linux"):
        return True
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        return False
    try:
        done = subprocess.run([sys.executable, "-c", _PROBE], capture_output=True, timeout=SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and b"screen" in done.stdout


def require_screen() -> None:
    """Raise CannotOpen when no window can be shown."""
    if not has_screen():
        message = (
            "There is no screen to show the window on, so nothing was opened. "
            "Run this on a desktop (`annotator setup` adds what Qt needs), or use the other commands: annotator --help."
        )
        raise CannotOpen(message)
