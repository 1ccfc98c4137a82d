"""Processes of their own for tests: killed, limited, without rights, or simply another window."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NOBODY = 65534
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
    """Let another account of this machine come as far as this folder of a test."""
    for parent in (folder, *list(folder.parents)[:2]):
        parent.chmod(parent.stat().st_mode | 0o055)
