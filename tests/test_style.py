"""ruff and mypy find nothing: they are part of the test command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CHECKS = (
    ["ruff", "check", "--no-cache", "annotator", "tests"],
    ["ruff", "format", "--no-cache", "--check", "annotator", "tests"],
    ["mypy", "--cache-dir", "{cache}"],
)


@pytest.mark.parametrize("command", CHECKS, ids=[" ".join(command[:2]) for command in CHECKS])
def test_nothing_is_found(command: list[str], tmp_path: Path) -> None:
    arguments = [part.format(cache=tmp_path) for part in command]
    done = subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
