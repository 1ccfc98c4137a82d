"""What a command answered, and the scheme and texts that the stories of the command line start from."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
