"""What can be asked of the texts of a project: the words, the bytes they came from, what these mark, on which pages."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, TypeVar

from annotator.model.canonical import text_sha256
from annotator.model.errors import CannotOpen
from annotator.model.records import Text
from annotator.project import connection, text_tables

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlite_utils import Database

    from annotator.model.blocks import Block, Pages

Found = TypeVar("Found")
LONGEST_VALUE = 100_000_000  # bytes; what is longer was made to fill the memory


class TextReads:
    """The questions about texts. A text is named by its SHA-256."""

    def __init__(self, path: Path, db: Database) -> None:
        self.path = path
        self._db = db

    def text(self, sha256: str) -> str:
        """Return the canonical text with this hash, checked against it.

        Raises CannotOpen when the text is missing or not what its hash says.
        """
        row = self._read(lambda db: db.execute("SELECT body FROM text WHERE sha256 = ?", (sha256,)).fetchone())
        if row is None or text_sha256(row[0]) != sha256:
            message = (
                f"A text in {self.path.name} is damaged, so its article was not opened. "
                "Nothing was changed. Open a backup of the project; `annotator check` lists what is wrong."
            )
            raise CannotOpen(message)
        return str(row[0])

    def whole_text(self, sha256: str) -> Text:
        """Return a text with the bytes it was read from, and what these mark in it.

        Raises CannotOpen when the text is missing or not what its hash says.
        """
        body = self.text(sha256)
        row = self._read(lambda db: db.execute("SELECT original FROM text WHERE sha256 = ?", (sha256,)).fetchone())
        try:
            return Text(sha256=sha256, body=body, original=_unpacked(row[0]), blocks=self.blocks(sha256))
        except zlib.error as error:
            raise connection.damaged(self.path, "the file that a text was read from cannot be unpacked") from error

    def holds_text(self, sha256: str) -> bool:
        """Tell whether there is a text with this hash, of an article or in the history of one."""
        found = self._read(lambda db: db.execute("SELECT 1 FROM text WHERE sha256 = ?", (sha256,)).fetchone())
        return found is not None

    def blocks(self, sha256: str) -> tuple[Block, ...]:
        """Return what the file of a text marks in it: headings, list items, pages, marks; in the order of the text."""
        return self._read(lambda db: text_tables.blocks(db, sha256))

    def pages(self, sha256: str) -> Pages:
        """Return on which pages of its file the passages of a text stand."""
        return self._read(lambda db: text_tables.pages(db, sha256))

    def text_lengths(self) -> dict[str, int]:
        """Return SHA-256 -> number of characters (code points) of each text."""
        return dict(self._read(lambda db: db.execute("SELECT sha256, length(body) FROM text").fetchall()))

    def _read(self, question: Callable[[Database], Found]) -> Found:
        with connection.told(self.path):
            return question(self._db)


def _unpacked(packed: bytes) -> bytes:
    """Return what a file was, unless it would unpack to more than any file that is imported.

    Raises zlib.error.
    """
    unpacking = zlib.decompressobj()
    found = unpacking.decompress(packed, LONGEST_VALUE)
    if not unpacking.eof:
        raise zlib.error
    return found
