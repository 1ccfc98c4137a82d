"""Which rows a .csv or .xlsx file holds, whatever program wrote it."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.importing.binary import is_binary, kind_of_bytes
from annotator.importing.encodings import decode_marked_or_guessed
from annotator.importing.file_bytes import LARGEST_FILE, printable, read_bytes
from annotator.importing.rows.column_names import known_names
from annotator.model.canonical import canonical
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from annotator.importing.reader_process import ReaderProcess

MOST_ROWS = 1_048_576
MOST_COLUMNS = 1_000
SHOWN_ROWS = 20
_DELIMITERS = (",", ";", "\t", "|")
_HEADER_AMONG = 5
_TRIED_ROWS = 50

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowTable:
    """A header and the rows below it that hold anything. `numbers` are those that a spreadsheet shows, from 1."""

    file: str
    header: Row
    rows: tuple[Row, ...]
    numbers: tuple[int, ...]
    encoding: str = ""
    notes: tuple[str, ...] = ()

    @property
    def head(self) -> tuple[Row, ...]:
        """The first 20 rows, to choose columns by."""
        return self.rows[:SHOWN_ROWS]

    def cell(self, row: Row, column: int | None) -> str:
        """Return a cell; empty where the row is short or the column none."""
        return row[column] if column is not None and column < len(row) else ""


def read_rows(path: Path, process: ReaderProcess, *, cancelled: Callable[[], bool] | None = None) -> RowTable:
    """Return the table of a .csv or .xlsx file; the spreadsheet is read by the reader process.

    Raises CannotRead with one sentence for what is no table, damaged or too long.
    """
    name, data = printable(path.name), read_bytes(path)
    if path.suffix.lower() == ".xlsx":
        read = process.read(data, name=name, ending=".xlsx", cancelled=cancelled)
        numbered = [(number, tuple(cells)) for number, cells in json.loads(read.text)]
        return _headed(name, numbered, "", read.notes)
    return table_in(data, name)


def table_in(data: bytes, name: str) -> RowTable:
    """Return the table in the bytes of a .csv file, its encoding and what parts its columns found out."""
    decoded = decode_marked_or_guessed(data)
    if kind_of_bytes(data) or is_binary(decoded.text):
        kind = kind_of_bytes(data) or "no text"
        raise CannotRead(f"{name} is {kind}, so nothing was read from it; save the table as .csv and import that.")
    text = canonical(decoded.text)
    delimiter = max(_DELIMITERS, key=lambda sign: _fitness(text, sign, name))
    return _headed(name, list(_numbered(text, delimiter, name)), decoded.encoding, decoded.notes)


def _fitness(text: str, delimiter: str, name: str) -> tuple[int, int, int]:
    """Return how well a sign parts the columns: known names in the header, rows as wide as most, their width."""
    rows = [row for _, row in _numbered(text, delimiter, name, _TRIED_ROWS)]
    known = max((known_names(row) for row in rows[:_HEADER_AMONG]), default=0)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width, count = max(widths.items(), key=lambda item: item[1], default=(0, 0))
    return known, count, width


def _numbered(text: str, delimiter: str, name: str, most: int = MOST_ROWS) -> Iterator[tuple[int, Row]]:
    """Give the rows with anything in them, each with its number. A cell may be as long as a file."""
    csv.field_size_limit(max(csv.field_size_limit(), LARGEST_FILE))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, row in enumerate(reader, start=1):
            if number > most:
                if most == MOST_ROWS:
                    raise CannotRead(f"{name} has more than {MOST_ROWS:,} rows, so nothing was read; part it first.")
                return
            if any(cell.strip() for cell in row):
                yield number, tuple(row[:MOST_COLUMNS])
    except csv.Error as error:
        message = f"{name} is damaged near line {reader.line_num:,} ({error}), so nothing was read; save it again."
        raise CannotRead(message) from None


def _headed(name: str, numbered: list[tuple[int, Row]], encoding: str, notes: Iterable[str]) -> RowTable:
    """Find the header: among the first five rows the one with most known names, else the first."""
    if not numbered:
        raise CannotRead(f"{name} holds no rows, so there is nothing to import; check that it is the right file.")
    first = [row for _, row in numbered[:_HEADER_AMONG]]
    place = max(range(len(first)), key=lambda index: (known_names(first[index]), -index))
    rows = numbered[place + 1 :]
    return RowTable(
        file=name,
        header=tuple(" ".join(cell.split()) for cell in first[place]),
        rows=tuple(row for _, row in rows),
        numbers=tuple(number for number, _ in rows),
        encoding=encoding,
        notes=tuple(notes),
    )
