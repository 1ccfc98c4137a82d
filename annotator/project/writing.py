"""How one gesture is applied: whose rows, what they must be now, and the rows themselves."""

from __future__ import annotations

import zlib
from collections import defaultdict
from typing import TYPE_CHECKING

from annotator.model.errors import Refused
from annotator.model.pointing import POINTS_AT, targets
from annotator.model.records import (
    AGREED_ID,
    Answer,
    Article,
    Code,
    Coder,
    Coding,
    Declined,
    Field,
    Group,
    Memo,
    Reading,
    Record,
    Round,
    Text,
    Verdict,
)
from annotator.project.rows import COLUMNS, KINDS, TABLES, column_list, from_row, in_chunks, marks, table_of, to_row
from annotator.project.text_tables import store_blocks, store_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlite_utils import Database

    from annotator.model.changes import Change, ChangeSet
    from annotator.project.pace import Pace

# table -> (table, column) of the rows that point at it
REFERENCES: dict[str, tuple[tuple[str, str], ...]] = {
    TABLES[target]: tuple(
        (TABLES[kind], column) for kind, found in POINTS_AT.items() for other, column in found if other is target
    )
    for target in (Code, Article, Coder, Group, Field, Round, Verdict)
}


_OWN = Coding | Reading | Memo | Declined | Verdict | Answer
SCHEME_LOCKED = (
    "The scheme is locked on this computer, so it was not changed. "
    "In the window Coding ▸ Scheme ▸ Lock the scheme opens it again."
)


def check_writers(change_set: ChangeSet, coder: Coder) -> None:
    """Refuse a change of somebody else's row, unless the verb carries colleagues' codings along.

    Raises Refused.
    """
    if change_set.carries_others:
        return
    for change in change_set.changes:
        for record in (change.before, change.after):
            if isinstance(record, _OWN) and record.coder != coder.id and not _is_agreed(record):
                message = (
                    f"That {table_of(record)} is a colleague's, so it was not changed. "
                    "Make your own beside it, or settle the two in Review."
                )
                raise Refused(message)


def _is_agreed(record: Record) -> bool:
    """Tell whether a coding belongs to what was settled, which whoever reviews writes."""
    return isinstance(record, Coding) and record.coder == AGREED_ID and bool(record.verdict or record.adopted_from)


def check_scheme(change_set: ChangeSet) -> None:
    """Refuse what changes codes, because the scheme is locked.

    Raises Refused.
    """
    if any(isinstance(change.record, Code) for change in change_set.changes):
        raise Refused(SCHEME_LOCKED)


def conflicts(db: Database, changes: Sequence[Change], pace: Pace) -> list[Change]:
    """Return the changes whose row is no longer as their `before` says."""
    present = _present(db, changes, pace)
    return [change for change in changes if present.get((table_of(change.record), change.record.id)) != change.before]


def apply(db: Database, changes: Sequence[Change], pace: Pace) -> None:
    """Write the rows, inside the caller's transaction. Each row stands in one change only."""
    removed, altered, added = defaultdict(list), defaultdict(list), defaultdict(list)
    for change in changes:
        kind = type(change.record)
        if change.after is None:
            removed[kind].append((change.record.id,))
        elif change.before is None:
            added[kind].append(to_row(change.after))
        else:
            altered[kind].append((*to_row(change.after), change.after.id))
    for kind, ids in removed.items():
        db.conn.executemany(f"DELETE FROM {TABLES[kind]} WHERE id = ?", pace.each(ids))
    for kind, rows in altered.items():
        columns = ", ".join(f'"{name}" = ?' for name in COLUMNS[kind])
        db.conn.executemany(f"UPDATE {TABLES[kind]} SET {columns} WHERE id = ?", pace.each(rows))
    for kind, rows in added.items():
        values = marks(COLUMNS[kind])
        db.conn.executemany(f"INSERT INTO {TABLES[kind]} ({column_list(kind)}) VALUES ({values})", pace.each(rows))


def store_texts(db: Database, texts: Iterable[Text]) -> None:
    """Keep each text once, by its hash, with the file's bytes compressed and its blocks, and make it searchable."""
    for text in texts:
        if db.execute("SELECT 1 FROM text WHERE sha256 = ?", (text.sha256,)).fetchone():
            continue
        number = db.execute(
            "INSERT INTO text (sha256, body, original) VALUES (?, ?, ?)",
            (text.sha256, text.body, zlib.compress(text.original)),
        ).lastrowid
        assert number is not None
        db.execute("INSERT INTO text_search (rowid, body) VALUES (?, ?)", (number, text.body))
        store_blocks(db, number, text)
        store_paragraphs(db, number, text.body)


def left_pointing(db: Database, changes: Sequence[Change]) -> tuple[Change, str, str] | None:
    """Return a removed row that others still point at: (the change, table and id of the first that points)."""
    for change in changes:
        if change.after is not None:
            continue
        for table, column in REFERENCES.get(table_of(change.record), ()):
            found = db.execute(f'SELECT id FROM {table} WHERE "{column}" = ? LIMIT 1', (change.record.id,)).fetchone()
            if found:
                return change, table, str(found[0])
    return None


def pointing_nowhere(db: Database, changes: Sequence[Change]) -> tuple[Change, str, str] | None:
    """Return a written row that points at one that is not there: (its change, the table and id it points at)."""
    pointed_at: dict[tuple[str, str], Change] = {}
    for change in changes:
        for kind, row in targets(change.after) if change.after is not None else ():
            pointed_at.setdefault((TABLES[kind], row), change)
    for (table, row), change in pointed_at.items():
        if db.execute(f"SELECT 1 FROM {table} WHERE id = ?", (row,)).fetchone() is None:
            return change, table, row
    return None


def code_below_itself(db: Database, changes: Sequence[Change]) -> Code | None:
    """Return a written code that hangs, over its parents, below itself."""
    hung = [change.after for change in changes if isinstance(change.after, Code) and change.after.parent]
    parents = dict(db.execute("SELECT id, parent FROM code").fetchall()) if hung else {}
    for code in hung:
        above, at = {code.id}, code.parent
        while at:
            if at in above:
                return code
            above.add(at)
            at = parents.get(at)
    return None


def _present(db: Database, changes: Sequence[Change], pace: Pace) -> dict[tuple[str, str], Record]:
    wanted: dict[str, list[str]] = defaultdict(list)
    for change in changes:
        wanted[table_of(change.record)].append(change.record.id)
    found: dict[tuple[str, str], Record] = {}
    for table, ids in wanted.items():
        kind = KINDS[table]
        for chunk in in_chunks(pace.each(ids)):
            rows = db.execute(f"SELECT {column_list(kind)} FROM {table} WHERE id IN ({marks(chunk)})", chunk)
            for row in rows:
                record: Record = from_row(kind, row)
                found[table, record.id] = record
    return found
