"""How often each row was written: counted up with a gesture, taken over with what is received. Not in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.revisions import Revision
from annotator.project.rows import KINDS, TABLES, from_json, table_of, to_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlite_utils import Database

    from annotator.model.changes import Change, ChangeSet, Step
    from annotator.model.records import Record
    from annotator.model.revisions import RowKey

_COLUMNS = "table_name, row, number, gone, kept, same_as"
_WRITE = f"INSERT OR REPLACE INTO revision ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"
_ADDED = """UPDATE revision SET number = max(number, gone) + 1, kept = NULL, same_as = ''
    WHERE table_name = ? AND row = ?"""
_ALTERED = f"""INSERT INTO revision ({_COLUMNS}) VALUES (?, ?, 2, 0, NULL, '')
    ON CONFLICT (table_name, row) DO UPDATE SET number = max(number, gone) + 1, kept = NULL"""
_REMOVED = f"""INSERT INTO revision ({_COLUMNS}) VALUES (?, ?, 1, 1, ?, '')
    ON CONFLICT (table_name, row) DO UPDATE SET gone = max(number, gone), kept = excluded.kept"""


def read_revisions(db: Database) -> dict[RowKey, Revision]:
    """Return the revisions of the rows that were written again or removed; all others are at their first."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM revision").fetchall()
    return {
        (KINDS[table], row): Revision(number, gone, from_json(table, kept), same_as)
        for table, row, number, gone, kept, same_as in rows
    }


def standing(db: Database, table: str, row: str) -> str:
    """Return the id of the row that stands for one, its own where none does."""
    passed = {row}
    while True:
        found = db.execute("SELECT same_as FROM revision WHERE table_name = ? AND row = ?", (table, row)).fetchone()
        if found is None or not found[0] or found[0] in passed:
            return row
        row = str(found[0])
        passed.add(row)


def past_states(db: Database, key: RowKey) -> list[Record]:
    """Return what a row was before it became what it is, as the history tells."""
    table, row = TABLES[key[0]], key[1]
    found = db.execute(
        'SELECT DISTINCT "before" FROM change WHERE row = ? AND table_name = ? AND "before" IS NOT NULL', (row, table)
    )
    return [past for (before,) in found.fetchall() if (past := from_json(table, before)) is not None]


def follow(db: Database, change_set: ChangeSet, step: Step) -> None:
    """Bring the revisions up to a step, inside its transaction: by one, or to what was received, or back from there."""
    if change_set.revisions is not None:
        take(db, change_set.revisions, step.seq)
    elif step.undoes is None or not _take_back(db, step):
        _count_up(db, change_set.changes)
    if step.kind != "setup":
        db.execute(_ALTERED, ("coder", step.coder))


def take(db: Database, revisions: Sequence[tuple[RowKey, Revision]], seq: int | None) -> None:
    """Set revisions; what they were is kept under the step, so that it can be taken back."""
    rows = [(TABLES[kind], row, one.number, one.gone, to_json(one.kept), one.same_as) for (kind, row), one in revisions]
    if seq is not None:
        _keep(db, [(table, row) for table, row, *_ in rows], seq)
    db.conn.executemany(_WRITE, rows)


def _keep(db: Database, keys: Sequence[tuple[str, str]], seq: int) -> None:
    there = {(table, row): rest for table, row, *rest in db.execute(f"SELECT {_COLUMNS} FROM revision")}
    nothing = [None, None, None, None]
    db.conn.executemany(
        f"INSERT INTO revision_before (step, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(seq, *key, *there.get(key, nothing)) for key in keys],
    )


def _take_back(db: Database, step: Step) -> bool:
    """Put back what the revisions were before a step that received; tell whether it was such a step.

    How often whoever takes it back has acted is not set back: no two of a coder's gestures have one number.
    """
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM revision_before WHERE step = (SELECT seq FROM step WHERE id = ?) "
        "AND NOT (table_name = 'coder' AND row = ?)",
        (step.undoes, step.coder),
    ).fetchall()
    _keep(db, [(table, row) for table, row, *_ in rows], step.seq)
    gone = [(table, row) for table, row, number, *_ in rows if number is None]
    db.conn.executemany("DELETE FROM revision WHERE table_name = ? AND row = ?", gone)
    db.conn.executemany(_WRITE, [row for row in rows if row[2] is not None])
    return bool(rows)


def _count_up(db: Database, changes: Sequence[Change]) -> None:
    added, altered, removed = [], [], []
    for change in changes:
        key = (table_of(change.record), change.record.id)
        if change.after is None:
            removed.append((*key, to_json(change.before)))
        elif change.before is None:
            added.append(key)
        else:
            altered.append(key)
    db.conn.executemany(_ADDED, added)
    db.conn.executemany(_ALTERED, altered)
    db.conn.executemany(_REMOVED, removed)
