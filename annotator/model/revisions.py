"""How often a row was written, so that two copies of a project agree which of two versions counts.

Each row has a number that a person's gesture counts up, and one that says up to which of them it was removed. Of two
copies the higher of each wins, whatever the order in which they are put together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.model.records import Record

RowKey = tuple[type["Record"], str]


@dataclass(frozen=True, slots=True)
class Revision:
    """The number of a row's version, and `gone`: the number up to which it was removed, 0 for never.

    `kept` is what the row last was when it is not there any more. `same_as` is the id of the row that stands for this
    one since two copies turned out to have the same code or article under two ids.
    For a coder the number counts the coder's own gestures.
    """

    number: int = 1
    gone: int = 0
    kept: Record | None = None
    same_as: str = ""


NEVER_WRITTEN_AGAIN = Revision()  # what a row has without an entry of its own
