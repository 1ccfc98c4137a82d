"""What a command answered, and the scheme and texts that the stories of the command line start from."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from children import ROOT

SCHEME = """label,path,definition
,Governance,Who decides.
G1,Governance > Who answers,Who answers for the money.
G2,Governance > Delegation,A duty is passed on.
,Funding,The money.
F1,Funding > Pooled budget,Money is shared.
"""
FIRST = "The board decides alone.\n\nOthers may join it later, she said."
SECOND = "Money follows the plan.\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back from a command."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)


Annotator = Callable[..., Answer]
Listed = Callable[..., Any]
Rows = Callable[..., Path]


def begin(*command: object, **changed: str | None) -> subprocess.Popen[bytes]:
    """Start Python on something, in a process of its own; None takes a variable out of the environment."""
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), **changed}
    return subprocess.Popen(
        [sys.executable, *map(str, command)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={name: value for name, value in surroundings.items() if value is not None},
        preexec_fn=_heed_interrupts if os.name == "posix" else None,
    )  # fmt: skip


def _heed_interrupts() -> None:
    """Take back that SIGINT is ignored, which a child inherits from a test run in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def outside(*arguments: object, **changed: str | None) -> Answer:
    """Call the command in a process of its own, as a shell does."""
    return answered(begin("-m", "annotator", *arguments, **changed))


def answered(process: subprocess.Popen[bytes], given: str = "") -> Answer:
    """Wait for a process and return what it said."""
    out, err = process.communicate(given.encode())
    return Answer(process.returncode, out.decode("utf-8", "replace"), err.decode("utf-8", "replace"))
