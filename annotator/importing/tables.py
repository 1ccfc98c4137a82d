"""How a .csv file becomes rows of cells, whatever program wrote it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from annotator.importing.binary import is_binary, kind_of_bytes
from annotator.importing.encodings import decode_marked_or_guessed
from annotator.importing.file_bytes import LARGEST_FILE, printable, read_bytes
from annotator.model.canonical import canonical
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DELIMITERS = (",", ";", "\t")
_HEADER_AMONG = 5


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows below it that have anything in them, counted from 1."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def records(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Give each row's number and its cells by column name; a short row has empty cells at its end."""
        for number, row in enumerate(self.rows, start=1):
            cells = (*row, *[""] * (len(self.header) - len(row)))
            yield number, dict(zip(self.header, cells, strict=False))


def read_characters(path: Path) -> str:
    """Return the characters of a text file in canonical form. Raises CannotRead when it is none."""
    name, data = printable(path.name), read_bytes(path)
    decoded = decode_marked_or_guessed(data)
    if kind_of_bytes(data) or is_binary(decoded.text):
        kind = kind_of_bytes(data) or "no text"
        raise CannotRead(f"{name} is {kind}, so nothing was read from it; save the table as .csv and import that.")
    return canonical(decoded.text)


def read_table(path: Path, known: frozenset[str], needed: tuple[str, ...] = ()) -> Table:
    """Return the table, its columns parted by comma, semicolon or tab, whichever finds most `known` column names.

    The header is looked for in the first five rows, since some programs put a title above it; names are compared in
    lower case. Raises CannotRead when there is no header, or when it lacks a column that is `needed`.
    """
    text, name = read_characters(path), printable(path.name)
    heads = {sign: _headed(list(islice(_rows(text, sign, name), _HEADER_AMONG)), known) for sign in _DELIMITERS}
    sign = max(heads, key=lambda sign: (len(known.intersection(heads[sign].header)), len(heads[sign].header)))
    table = _headed(list(_rows(text, sign, name)), known)
    missing = [column for column in needed if column not in table.header]
    if missing:
        raise CannotRead(f"{name} has no column {_listed(missing)}, so nothing was read; add it to the first row.")
    return table


def _rows(text: str, delimiter: str, name: str) -> Iterator[tuple[str, ...]]:
    """Give the rows that are not blank. A cell may be as long as a file: the limit of the csv module is raised."""
    csv.field_size_limit(max(csv.field_size_limit(), LARGEST_FILE))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield tuple(row)
    except csv.Error as error:
        message = (
            f"{name} is damaged near line {reader.line_num:,} ({error}), so nothing was read; save it again as .csv."
        )
        raise CannotRead(message) from None


def _headed(rows: list[tuple[str, ...]], known: frozenset[str]) -> Table:
    """Find the row with most known names; the first one of these is the header."""
    headers = [tuple(" ".join(cell.split()).casefold() for cell in row) for row in rows[:_HEADER_AMONG]]
    if not headers:
        return Table((), ())
    place = max(range(len(headers)), key=lambda index: (len(known.intersection(headers[index])), -index))
    return Table(headers[place], tuple(rows[place + 1 :]))


def _listed(columns: list[str]) -> str:
    return " and ".join(", ".join(columns).rsplit(", ", 1)) if len(columns) > 1 else columns[0]
