"""The tables of what belongs to a text: what its file marks in it, and where its paragraphs begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.blocks import Block, Pages, in_order
from annotator.model.passages import paragraphs

if TYPE_CHECKING:
    from sqlite_utils import Database

    from annotator.model.records import Text

TEXT_TABLES = """
CREATE TABLE block (
    text INTEGER NOT NULL REFERENCES text(id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL CHECK (start >= 0), "end" INTEGER NOT NULL, kind TEXT NOT NULL, path TEXT NOT NULL,
    level INTEGER NOT NULL, page INTEGER NOT NULL, PRIMARY KEY (text, start, "end", kind, path), CHECK ("end" > start)
) STRICT, WITHOUT ROWID;
CREATE INDEX block_page ON block(text, start, page) WHERE page > 0;
CREATE TABLE paragraph (
    text INTEGER NOT NULL REFERENCES text(id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL CHECK (start >= 0), number INTEGER NOT NULL, PRIMARY KEY (text, start)
) STRICT, WITHOUT ROWID;
"""
OF_TEXTS = ("block", "paragraph")


def store_blocks(db: Database, number: int, text: Text) -> None:
    """Keep what the file of a text marks. `number` is the text's own in the table."""
    db.conn.executemany(
        'INSERT INTO block (text, start, "end", kind, path, level, page) VALUES (?, ?, ?, ?, ?, ?, ?)',
        ((number, one.start, one.end, one.kind, one.path, one.level, one.page) for one in text.blocks),
    )


def store_paragraphs(db: Database, number: int, body: str) -> None:
    """Keep where the paragraphs of a text begin, so that the view of extracts can number them."""
    db.conn.executemany(
        "INSERT INTO paragraph (text, start, number) VALUES (?, ?, ?)",
        ((number, start, place) for place, (start, _) in enumerate(paragraphs(body), start=1)),
    )


def blocks(db: Database, sha256: str) -> tuple[Block, ...]:
    """Return what the file of a text marks in it, in the order of the text."""
    sql = 'SELECT start, "end", block.kind, path, level, page FROM text JOIN block ON text = id WHERE sha256 = ?'
    return in_order(
        Block(start=start, end=end, kind=kind, path=path, level=level, page=page)
        for start, end, kind, path, level, page in db.execute(sql, (sha256,))
    )


def pages(db: Database, sha256: str) -> Pages:
    """Return on which pages the passages of a text stand."""
    sql = "SELECT start, page FROM text JOIN block ON text = id WHERE sha256 = ? AND page > 0"
    return Pages(db.execute(sql, (sha256,)))


def drop_text(db: Database, number: int) -> None:
    """Drop a text with all that belongs to it, but for its place in the search."""
    for table in OF_TEXTS:
        db.execute(f"DELETE FROM {table} WHERE text = ?", (number,))
    db.execute("DELETE FROM text WHERE id = ?", (number,))
