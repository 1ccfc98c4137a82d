"""Whether there is a screen to show a window on."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WINDOWLESS_PLATFORMS = ("offscreen", "minimal")
SECONDS = 20
NO_SCREEN = (
    "There is no screen to show the window on, so nothing was opened. "
    "Run this on a desktop (`annotator setup` adds what Qt needs), or use the other commands: annotator --help."
)
_PROBE = "from PySide6.QtGui import QGuiApplication; QGuiApplication([]); print('screen')"


def has_screen() -> bool:
    """Tell whether a window can be shown."""
    return try_screen()()


def try_screen() -> Callable[[], bool]:
    """Begin to try whether a window can be shown; the answer is waited for when it is asked for.

    Tried in a child, since an unreachable display ends the process.
    """
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in WINDOWLESS_PLATFORMS:
        return lambda: False
    if not sys.platform.startswith("linux"):
        return lambda: True
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        return lambda: False
    try:
        child = subprocess.Popen([sys.executable, "-c", _PROBE], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except OSError:
        return lambda: False
    return partial(_answer, child)


def _answer(child: subprocess.Popen[bytes]) -> bool:
    with child:
        try:
            printed, _ = child.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            return False
    return child.returncode == 0 and b"screen" in printed
