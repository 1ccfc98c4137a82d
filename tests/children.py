"""Processes of their own for tests: killed, limited, without rights, or simply another window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest

from annotator.project.file_system import is_local_disk

ROOT = Path(__file__).parents[1]
NOBODY = 65534
write_ahead = pytest.mark.skipif(
    not is_local_disk(Path(tempfile.gettempdir()) / "project"), reason="on this disk there is no write-ahead journal"
)
posix = pytest.mark.skipif(os.name != "posix", reason="signals, limits and owners of POSIX systems")


def start(script: str, *arguments: object) -> subprocess.Popen[str]:
    """Start a script in a process of its own; `annotator` and the tests' makers can be imported there."""
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])}
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)],
        cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def finish(child: subprocess.Popen[str]) -> str:
    """Wait for a child to end well and return what it printed."""
    printed, complaint = child.communicate()
    assert child.returncode == 0, complaint
    return printed


def run(script: str, *arguments: object) -> str:
    """Run a script in a process of its own and return what it printed."""
    return finish(start(script, *arguments))


def reachable_by_others(folder: Path) -> None:
    """Let another account of this machine come as far as this folder of a test.

    The folders of pytest, up to the system's for temporary files, belong to whoever runs the tests alone.
    """
    top = Path(tempfile.gettempdir()).resolve()
    for one in (folder.resolve(), *folder.resolve().parents):
        if one == top or top not in one.parents:
            return
        one.chmod(one.stat().st_mode | 0o055)
