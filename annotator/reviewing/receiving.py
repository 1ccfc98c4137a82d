"""What receiving a colleague's copy changes: a change set and a report, from the rows of both. It writes nothing.

Each row follows its revision: the higher number counts, of equal ones the larger text, so that any order of receiving
ends the same. What is removed in one copy and used in the other comes back.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.model.changes import Change, ChangeSet
from annotator.model.pointing import targets
from annotator.model.records import RECORD_TYPES, Article, Code, Coder, Reading, Record
from annotator.model.revisions import NEVER_WRITTEN_AGAIN, Revision
from annotator.reviewing.carrying import Uncertain, Versions, carry_across
from annotator.reviewing.choices import Choices, take_sides
from annotator.reviewing.copies import Copy, Version, joined
from annotator.reviewing.deleted_codes import Refusal, settle_deleted
from annotator.reviewing.questions import Question, questions
from annotator.reviewing.same_rows import SameRows
from annotator.reviewing.settled_scheme import settled_scheme

if TYPE_CHECKING:
    from annotator.model.revisions import RowKey

Rows = dict["RowKey", Record]
Counts = dict[type[Record], int]
BELONGS_NOWHERE = "what it belongs to is in neither copy"


@dataclass(frozen=True, slots=True)
class Received:
    """The gesture, how many rows of each kind it adds, changes and removes, and what wants to be told.

    `same_rows` are their rows that are here already as they stand. `questions` are what there was to decide.
    """

    change_set: ChangeSet
    new: Counts
    changed: Counts
    removed: Counts
    same_rows: dict[type[Record], list[Record]]
    doubtful: tuple[Uncertain, ...] = ()
    brought_back: tuple[Record, ...] = ()
    refused: tuple[Refusal, ...] = ()
    questions: tuple[Question, ...] = ()
    new_texts: tuple[str, ...] = field(default=())

    @property
    def same(self) -> Counts:
        """How many of their rows of each kind are here already."""
        return {kind: len(rows) for kind, rows in self.same_rows.items()}

    @property
    def nothing_new(self) -> bool:
        """Whether all of it is here already."""
        return not self.change_set.changes and not self.change_set.revisions


def receive(ours: Copy, theirs: Copy, label: str = "Receive a copy", choices: Choices | None = None) -> Received:
    """Return what our copy becomes with theirs; the change set carries no texts, `new_texts` are their hashes."""
    choices = choices or Choices()
    same = SameRows(ours, theirs, choices.people)
    our_rows, their_rows = _rows(ours, same), _rows(theirs, same)
    asked = questions(ours, our_rows, theirs, their_rows)
    were = take_sides(our_rows, their_rows, choices.sides)
    uncertain = carry_across(ours, our_rows, theirs, their_rows)
    rows = {**our_rows, **{key: joined(one, our_rows.get(key)) for key, one in their_rows.items()}}
    refused = settle_deleted(rows, our_rows, choices.gone)
    _keep_one_reading(rows)
    standing, needed, lost = _standing(rows)
    final = settled_scheme(standing) | _coders_kept(ours, same)
    for key, number in were.items():
        if final.get(key) == ours.records[key[0]].get(
            key[1]
        ):  # theirs, set in order, is what is here: no later version
            rows[key] = rows[key]._replace(number=number)
    changes = _changes(ours, final)
    gesture = ChangeSet(label, tuple(changes), (), carries_others=True, revisions=_revisions(ours, rows, final, same))
    touched = {change.record.id for change in changes}
    came_back = {change.record.id for change in changes if change.before is None}
    return Received(
        gesture, *_counted(changes), _gone(changes), _same(ours, theirs, final, same),
        doubtful=tuple(one for one in uncertain if one.coding.id in touched),
        brought_back=tuple(one for one in needed if isinstance(one, Code | Article) and one.id in came_back),
        refused=(*refused, *(Refusal(one, BELONGS_NOWHERE) for one in lost)),
        questions=tuple(asked), new_texts=_new_texts(changes),
    )  # fmt: skip


def _rows(copy: Copy, same: SameRows) -> Versions:
    if same.each_is_itself:
        return dict(copy.rows())
    rows: Versions = {}
    for key, version in copy.rows():
        one = version if version.record is None else version._replace(record=same.record(version.record))
        stands = same.key(key)
        if key[0] is Coder and stands != key:  # who stands for the other counts; this one only where that is missing
            one = one._replace(number=0)
        rows[stands] = joined(one, rows.get(stands))
    return rows


def _coders_kept(ours: Copy, same: SameRows) -> Rows:
    """Return the coders here for whom another one stands: the history still names them."""
    return {(Coder, row): one for row, one in ours.records[Coder].items() if (Coder, row) in same.given_up()}


def _keep_one_reading(rows: Versions) -> None:
    """Of two readings of an article by one coder, begun apart in two copies, let the one with the smaller id stand."""
    kept: set[tuple[str, str]] = set()
    for key in sorted((key for key in rows if key[0] is Reading), key=lambda key: key[1]):
        number, gone, record = rows[key]
        if number > gone and isinstance(record, Reading):
            if (record.article, record.coder) in kept:
                rows[key] = Version(number, number, record)
            kept.add((record.article, record.coder))


def _standing(rows: Versions) -> tuple[Rows, list[Record], list[Record]]:
    """Return the rows that stand, those among them that only stand because they are used, and those that cannot."""
    standing: Rows = {key: one.record for key, one in rows.items() if one.number > one.gone and one.record is not None}
    needed: list[Record] = []
    missing = False
    look = list(standing.values())
    while look:
        for key in targets(look.pop()):
            if key in standing:
                continue
            if key in rows and (record := rows[key].record) is not None:
                standing[key] = record
                needed.append(record)
                look.append(record)
            else:
                missing = True
    return standing, needed, _left_out(standing) if missing else []


def _left_out(standing: Rows) -> list[Record]:
    """Take out the rows that point at one that is in neither copy, and those that point at these; return them."""
    refused: list[Record] = []
    while lost := [one for one in standing.values() if any(key not in standing for key in targets(one))]:
        refused += lost
        for one in lost:
            del standing[type(one), one.id]
    return refused


def _changes(ours: Copy, final: Rows) -> list[Change]:
    changes = [
        Change(record, final.get((kind, row)))
        for kind in RECORD_TYPES
        for row, record in ours.records[kind].items()
        if final.get((kind, row)) != record
    ]
    return changes + [Change(None, one) for (kind, row), one in final.items() if row not in ours.records[kind]]


def _revisions(ours: Copy, rows: Versions, final: Rows, same: SameRows) -> tuple[tuple[RowKey, Revision], ...]:
    """Return the revisions that are not ours yet."""
    wanted = {
        key: Revision(one.number, one.gone, None if key in final else one.record)
        for key, one in rows.items()
        if (one.number > 1 or one.gone or key in ours.revisions) and (key in final or one.number <= one.gone)
    }
    wanted |= {key: Revision(same_as=row) for key, row in same.given_up().items()}
    return tuple((key, one) for key, one in wanted.items() if one != ours.revisions.get(key, NEVER_WRITTEN_AGAIN))


def _counted(changes: list[Change]) -> tuple[Counts, Counts]:
    new = Counter(type(change.record) for change in changes if change.before is None)
    return new, Counter(type(change.record) for change in changes if change.before and change.after)


def _gone(changes: list[Change]) -> Counts:
    return Counter(type(change.record) for change in changes if change.after is None)


def _same(ours: Copy, theirs: Copy, final: Rows, same: SameRows) -> dict[type[Record], list[Record]]:
    """Return which of their rows were here already as they stand now."""
    found: dict[type[Record], list[Record]] = {}
    for kind in RECORD_TYPES:
        rows = theirs.records[kind]
        stands = rows if same.each_is_itself else {same.key((kind, row))[1] for row in rows}
        here = (ours.records[kind].get(row) for row in stands)
        found[kind] = [one for one in here if one is not None and final.get((kind, one.id)) == one]
    return found


def _new_texts(changes: list[Change]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(change.after.text_sha256 for change in changes if isinstance(change.after, Article)))
