"""What a project should hold, kept in dictionaries: the measure for the file in the tests of chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.changes import ChangeSet
from annotator.model.records import (
    Answer,
    Code,
    Coding,
    Declined,
    FieldValue,
    Membership,
    Memo,
    Person,
    Quotation,
    Reading,
    Verdict,
    Zone,
)

if TYPE_CHECKING:
    from annotator.model.records import Record

Tables = dict[str, dict[str, "Record"]]


class WorkInMemory:
    """Tables of records by id, and for each coder what she did and took back. None stands for what is not known."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.stacks: dict[str, list[ChangeSet | None]] = {}
        self.taken_back: dict[str, list[ChangeSet | None]] = {}

    def begin(self, coder: str) -> None:
        """Know a coder."""
        self.stacks.setdefault(coder, [])
        self.taken_back.setdefault(coder, [])

    def add(self, record: Record) -> None:
        """Add a record outside anybody's gestures."""
        self.tables[type(record).__name__.lower()][record.id] = record

    def take(self, gesture: ChangeSet) -> None:
        """Alter the tables by a gesture."""
        self.tables = changed(self.tables, gesture)

    def do(self, coder: str, gesture: ChangeSet) -> None:
        """A coder did something: what she had taken back cannot be done again."""
        self.take(gesture)
        self.stacks[coder].append(gesture)
        self.taken_back[coder].clear()

    def undo(self, coder: str, done: ChangeSet | None) -> bool:
        """Take back the coder's last gesture as the file did; without `done` only tell whether that could be."""
        return self._move(self.stacks[coder], self.taken_back[coder], done)

    def redo(self, coder: str, done: ChangeSet | None) -> bool:
        """Do again what the coder took back last."""
        return self._move(self.taken_back[coder], self.stacks[coder], done)

    def _move(self, source: list[ChangeSet | None], target: list[ChangeSet | None], done: ChangeSet | None) -> bool:
        if not source:
            return False
        gesture = source[-1]
        if done is None:
            return gesture is not None and self.fits(gesture.inverse())
        if gesture is not None:
            assert done.changes == gesture.inverse().changes
            assert self.fits(done)
        source.pop()
        self.take(done)
        target.append(ChangeSet(done.label, done.changes))
        return True

    def fits(self, gesture: ChangeSet) -> bool:
        """Tell whether each row is as the gesture found it, and nothing would point nowhere or in a ring."""
        for change in gesture.changes:
            if self.tables[type(change.record).__name__.lower()].get(change.record.id) != change.before:
                return False
        return is_whole(changed(self.tables, gesture))


def changed(tables: Tables, gesture: ChangeSet) -> Tables:
    """Return the tables after a gesture."""
    after = {name: dict(records) for name, records in tables.items()}
    for change in gesture.changes:
        records = after[type(change.record).__name__.lower()]
        if change.after is None:
            records.pop(change.record.id)
        else:
            records[change.record.id] = change.after
    return after


def is_whole(tables: Tables) -> bool:
    """Tell whether every record points at records that are there, and every code hangs from a family."""
    return all(target in tables[name] for records in tables.values() for one in records.values()
               for name, target in points_at(one)) and all(hangs(code, tables) for code in tables["code"])  # fmt: skip


def points_at(record: Record) -> list[tuple[str, str]]:
    """Return (table, id) of what a record needs."""
    targets: list[tuple[str, str | None]] = []
    if isinstance(record, Coding | Reading | Declined | Zone | Quotation | Membership | FieldValue | Verdict | Person):
        targets.append(("article", record.article))
    if isinstance(record, Coding | Declined):
        targets.append(("code", record.code))
    if isinstance(record, Coding):
        targets += [("verdict", record.verdict), ("coder", record.coder)]
    if isinstance(record, Verdict):
        targets += [("coder", record.a_coder), ("coder", record.b_coder), ("round", record.round)]
    if isinstance(record, Answer):
        targets.append(("verdict", record.verdict))
    if isinstance(record, Membership):
        targets.append(("group", record.group))
    if isinstance(record, FieldValue):
        targets.append(("field", record.field))
    if isinstance(record, Code):
        targets.append(("code", record.parent))
    if isinstance(record, Memo):
        targets.append((record.about, record.subject))
    return [(table, row) for table, row in targets if row is not None]


def hangs(code_id: str, tables: Tables) -> bool:
    """Tell whether the way up from a code ends."""
    at: str | None = code_id
    for _ in range(len(tables["code"]) + 1):
        if at is None:
            return True
        code = tables["code"][at]
        assert isinstance(code, Code)
        at = code.parent
    return False
