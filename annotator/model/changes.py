"""One gesture as data: a labelled list of (before, after) records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from annotator.model.records import Record, Text
    from annotator.model.revisions import Revision, RowKey


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after. No `before`: the row is new. No `after`: it is removed."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """Either side of the change: tells table and row."""
        record = self.after if self.after is not None else self.before
        if record is None:
            message = "A change needs a record on one side."
            raise ValueError(message)
        return record


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One gesture. `texts` are the new articles' texts; the changes carry only their hashes.

    `carries_others` is set by the verbs on scheme and text that may carry colleagues' codings along. `revisions` are
    those of what is received; without them each row that is written counts up by one.
    """

    label: str
    changes: tuple[Change, ...]
    texts: tuple[Text, ...] = ()
    carries_others: bool = False
    revisions: tuple[tuple[RowKey, Revision], ...] | None = None

    def inverse(self, label: str = "") -> ChangeSet:
        """Return the gesture that takes this one back: sides swapped, order reversed."""
        swapped = tuple(Change(change.after, change.before) for change in reversed(self.changes))
        return ChangeSet(label or self.label, swapped, (), self.carries_others)

    def __bool__(self) -> bool:
        """Tell whether there is anything to do."""
        return bool(self.changes)


StepKind = Literal["do", "undo", "redo", "setup"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of the history. `seq` orders, never the clock; `undoes` is the id of the step taken back.

    A step of kind `setup` (a coder joins) is not taken back by undo.
    """

    seq: int
    id: str
    time: str
    coder: str
    label: str
    undoes: str | None
    kind: StepKind
    changes: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """What was written: the line of the history, and the gesture as it was applied."""

    step: Step
    change_set: ChangeSet
