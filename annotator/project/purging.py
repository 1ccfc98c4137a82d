"""How an article leaves for good: file, history and search."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.changes import ChangeSet
from annotator.project import history
from annotator.project.rows import in_chunks, marks
from annotator.project.text_tables import drop_text
from annotator.project.writing import REFERENCES

if TYPE_CHECKING:
    from sqlite_utils import Database

    from annotator.model.records import Article, Coder


_BELONGING = REFERENCES["article"]


@dataclass(frozen=True, slots=True)
class Purged:
    """How much left with an article."""

    codings: int
    history_changes: int


def purge_rows(db: Database, article: Article, coder: Coder) -> Purged:
    """Take an article with everything that belongs to it out of tables, history and search.

    Inside the caller's transaction. Since a row's changes leave the history together with the row, what stays
    still replays to the present state; a step that also touched other rows keeps those.
    """
    rows = _rows_of(db, article)
    gone = sum(
        db.execute(f"DELETE FROM change WHERE row IN ({marks(chunk)})", chunk).rowcount for chunk in in_chunks(rows)
    )
    for table in ("revision", "revision_before"):
        for chunk in in_chunks(rows):
            db.execute(f"DELETE FROM {table} WHERE row IN ({marks(chunk)})", chunk)
    codings = db.execute("SELECT count(*) FROM coding WHERE article = ?", (article.id,)).fetchone()[0]
    db.execute("DELETE FROM answer WHERE verdict IN (SELECT id FROM verdict WHERE article = ?)", (article.id,))
    for table, column in _BELONGING:
        db.execute(f'DELETE FROM {table} WHERE "{column}" = ?', (article.id,))
    db.execute("DELETE FROM article WHERE id = ?", (article.id,))
    _drop_unused_texts(db)
    db.execute("UPDATE step SET kind = 'setup' WHERE seq NOT IN (SELECT step FROM change)")  # nothing left to undo
    history.write_step(db, ChangeSet("Purge article", ()), coder.id, "setup", None)
    return Purged(codings, gone)


def sweep(db: Database) -> None:
    """Overwrite what the removed rows left in the file: search built anew, free pages dropped."""
    db.execute("PRAGMA secure_delete = ON")
    db.execute("INSERT INTO text_search (text_search) VALUES ('rebuild')")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    db.execute("VACUUM")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    db.execute("PRAGMA secure_delete = FAST")


def _rows_of(db: Database, article: Article) -> set[str]:
    """Return the ids of the article and of every row that ever belonged to it, removed ones included."""
    rows = {article.id}
    for table, column in _BELONGING:
        rows |= _rows_that_point(db, table, column, {article.id})
    return rows | _rows_that_point(db, "answer", "verdict", rows)


def _rows_that_point(db: Database, table: str, column: str, targets: set[str]) -> set[str]:
    """Return the ids of the rows of a table that ever pointed at one of these."""
    sql = """SELECT row, coalesce("after", "before") FROM change WHERE table_name = ?1
        UNION ALL SELECT row, kept FROM revision WHERE table_name = ?1 AND kept IS NOT NULL
        UNION ALL SELECT row, kept FROM revision_before WHERE table_name = ?1 AND kept IS NOT NULL"""
    rows = {row for row, stored in db.execute(sql, (table,)) if json.loads(stored).get(column) in targets}
    return rows | {row for row, target in db.execute(f'SELECT id, "{column}" FROM {table}') if target in targets}


def _drop_unused_texts(db: Database) -> None:
    """Drop the texts that neither an article nor the history of one names."""
    named = {sha256 for (sha256,) in db.execute("SELECT text_sha256 FROM article")}
    for before, after in db.execute('SELECT "before", "after" FROM change WHERE table_name = \'article\''):
        named.update(json.loads(stored)["text_sha256"] for stored in (before, after) if stored)
    for number, sha256, body in db.execute("SELECT id, sha256, body FROM text").fetchall():
        if sha256 not in named:
            db.execute("INSERT INTO text_search (text_search, rowid, body) VALUES ('delete', ?, ?)", (number, body))
            drop_text(db, number)
