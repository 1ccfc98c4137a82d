"""Why a gesture can or cannot be taken back, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.changes import Change, ChangeSet, Step, StepKind
from annotator.model.errors import Refused
from annotator.model.records import Article, Code, Coder, Record, Verdict
from annotator.project import history, queries, writing
from annotator.project.rows import table_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlite_utils import Database

    from annotator.project.pace import Pace

_PREFIXES = ("Undo ", "Redo ")


def gesture_label(step: Step) -> str:
    """Return the name of the gesture itself, whether the step did it, took it back or did it again."""
    label = step.label
    for prefix in _PREFIXES:
        label = label.removeprefix(prefix)
    return label


def checked_inverse(db: Database, step: Step, kind: StepKind, pace: Pace) -> ChangeSet:
    """Return what takes a step back, after comparing each row with what the step left.

    Raises Refused, naming the later step, when somebody built on it.
    """
    done = ChangeSet(step.label, history.changes_of(db, step, pace), (), carries_others=True)
    inverse = done.inverse(f"{kind.capitalize()} {gesture_label(step)}")
    stale = writing.conflicts(db, inverse.changes, pace)
    if stale:
        raise Refused(built_upon(db, step, stale[0], kind))
    if newer := _decided_since(db, step, inverse.changes):
        raise Refused(built_upon(db, step, Change(newer, newer), kind))
    return inverse


def _decided_since(db: Database, step: Step, changes: Sequence[Change]) -> Verdict | None:
    """Return what somebody else has decided since a step on codings about which a decision would come back."""
    back = [change.after for change in changes if isinstance(change.after, Verdict) and _decides(change.after)]
    there = {article: queries.of_article(db, Verdict, article, "id") for article in {one.article for one in back}}
    newer = {
        article: [one for one in verdicts if one.coder != step.coder and one.modified > step.time and _decides(one)]
        for article, verdicts in there.items()
    }
    shared = (
        one for verdict in back for one in newer[verdict.article]
        if not set(one.coding_ids).isdisjoint(verdict.coding_ids)
    )  # fmt: skip
    return next(shared, None)


def _decides(verdict: Verdict) -> bool:
    return bool(verdict.decision) and verdict.kind != "coding"


def built_upon(db: Database, step: Step, stale: Change, kind: StepKind) -> str:
    """Return the sentence for a row that changed since the step."""
    later = history.later_step(db, table_of(stale.record), stale.record.id, step.seq)
    return (
        f"“{gesture_label(step)}” cannot be taken {'back' if kind == 'undo' else 'up again'}: "
        f"{_by_whom(db, later)}. Nothing was changed. {_forward(stale.record)}"
    )


def changed_meanwhile(db: Database, stale: Change) -> str:
    """Return the sentence for a gesture whose row was changed by another window or command."""
    later = history.later_step(db, table_of(stale.record), stale.record.id, 0)
    what = table_of(stale.record)
    return f"That {what} has changed meanwhile: {_by_whom(db, later)}. Nothing was written. Try again."


def check_references(db: Database, changes: Sequence[Change]) -> None:
    """Refuse rows that would be left pointing at nothing, and codes hung below themselves.

    Raises Refused, naming the later step.
    """
    if used := writing.left_pointing(db, changes):
        raise Refused(still_used(db, *used))
    if missing := writing.pointing_nowhere(db, changes):
        raise Refused(gone_meanwhile(db, *missing))
    if code := writing.code_below_itself(db, changes):
        message = f"{code.title} would hang below itself, since codes were moved meanwhile. Nothing was changed."
        raise Refused(f"{message} Move it as the scheme stands now.")


def gone_meanwhile(db: Database, change: Change, table: str, row: str) -> str:
    """Return the sentence for a row that needs another which is not there any more."""
    later = history.later_step(db, table, row, 0)
    return (
        f"The {table} that this {table_of(change.record)} needs is gone: {_by_whom(db, later)}. "
        "Nothing was changed. Work with what is in the project now."
    )


def still_used(db: Database, change: Change, table: str, row: str) -> str:
    """Return the sentence for a row that cannot go since another points at it."""
    later = history.later_step(db, table, row, 0)
    what = {"coding": "codings", "code": "sub-codes", "reading": "readings", "memo": "memos", "article": "articles",
            "membership": "articles in groups", "field_value": "values of own fields"}  # fmt: skip
    return (
        f"{_named(change.record)} cannot go: there are {what.get(table, table)} on it: {_by_whom(db, later)}. "
        f"Nothing was changed. {_forward(change.record)}"
    )


def _by_whom(db: Database, step: Step | None) -> str:
    if step is None:
        return "it is no longer as it was"
    row = db.execute("SELECT name FROM coder WHERE id = ?", (step.coder,)).fetchone()
    return f"{row[0] if row else 'somebody'} has since done “{step.label}” ({step.time[:16].replace('T', ' ')} UTC)"


def _forward(record: Record) -> str:
    if isinstance(record, Code):
        return "To be rid of the code, delete it with its codings, or merge it into another."
    if isinstance(record, Article):
        return "To be rid of the article, remove it with its codings."
    return "Change it as it stands now instead."


def _named(record: Record) -> str:
    if isinstance(record, Code):
        return f"The code {record.title}"
    if isinstance(record, Article):
        return f"The article “{record.title}”"
    return f"The coder {record.name}" if isinstance(record, Coder) else f"The {table_of(record)}"
