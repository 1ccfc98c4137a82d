"""Which codes a .csv scheme file holds, in our own columns or those of other programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.importing.colours import read_colour
from annotator.importing.file_bytes import printable
from annotator.importing.scheme_columns import KNOWN, Columns, find_columns
from annotator.importing.scheme_paths import find_paths, same_path
from annotator.importing.tables import read_table
from annotator.model.errors import CannotRead
from annotator.model.records import PATH_SEPARATOR
from annotator.model.scheme_rows import SchemeRow

if TYPE_CHECKING:
    from pathlib import Path

_NOT_CODABLE = frozenset({"false", "0", "no", "n"})
_PROSE = ("definition", "include", "exclude", "examples", "label", "short_name")


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeFile:
    """The codes of a file, each below its parent; what was made, dropped or left out is in `notes`, a sentence each."""

    rows: tuple[SchemeRow, ...]
    notes: tuple[str, ...]
    has_keys: bool


def read_scheme(path: Path) -> SchemeFile:
    """Read a scheme from a .csv file; parents come before their children.

    Raises CannotRead when the file has no column that names codes, no code, or parents that run in a circle.
    """
    file = printable(path.name)
    table = read_table(path, KNOWN)
    columns = find_columns(table.header)
    if "name" not in columns and "path" not in columns and not columns.levels:
        raise CannotRead(f"{file} has no column path, name or code, so no scheme was read; name one in the first row.")
    records = list(table.records())
    reading = _SchemeReading(columns)
    for number, code_path in find_paths(records, columns, file).items():
        reading.add(number, code_path, records[number - 1][1])
    if not reading.rows:
        raise CannotRead(f"{file} names no code, so no scheme was read; check that it is the right file.")
    return SchemeFile(rows=reading.in_tree_order(), notes=tuple(reading.notes), has_keys="key" in columns)


class _SchemeReading:
    """Collects the rows of one file and what has to be said about them."""

    def __init__(self, columns: Columns) -> None:
        self.rows: dict[tuple[str, ...], SchemeRow] = {}
        self.notes: list[str] = []
        self._columns = columns
        self._keys: dict[int, str] = {}

    def add(self, number: int, path: tuple[str, ...], cells: dict[str, str]) -> None:
        """Take in a row; the first of two with the same path stays."""
        if same_path(path) in self.rows:
            self.notes.append(f"Row {number}: {_shown(path)} is there twice; the first row was taken.")
            return
        prose = {ours: self._columns.cell(cells, ours) for ours in _PROSE}
        self.rows[same_path(path)] = SchemeRow(
            **prose,
            path=path,
            colour=self._colour(number, path, self._columns.cell(cells, "colour")),
            key=self._key(number, path, self._columns.cell(cells, "key")),
            codable=self._codable(cells),
            row=number,
        )

    def in_tree_order(self) -> tuple[SchemeRow, ...]:
        """Return the rows as they stand, each parent moved before its first child, or made."""
        ordered: dict[tuple[str, ...], SchemeRow] = {}
        for key, row in self.rows.items():
            for depth in range(1, len(key) + 1):
                above = key[:depth]
                if above not in ordered:
                    ordered[above] = self.rows.get(above) or self._made(row.path[:depth])
        return tuple(ordered.values())

    def _made(self, path: tuple[str, ...]) -> SchemeRow:
        self.notes.append(f"{_shown(path)} is named only as a parent; where it is new, it takes no codings.")
        return SchemeRow(path=path, codable=False, row=0)

    def _codable(self, cells: dict[str, str]) -> bool | None:
        if "codable" not in self._columns:
            return None
        return self._columns.cell(cells, "codable").casefold() not in _NOT_CODABLE

    def _colour(self, number: int, path: tuple[str, ...], written: str) -> str:
        colour = read_colour(written)
        if written and not colour:
            self.notes.append(f"Row {number}: the colour of {_shown(path)} is not known; it gets one of its own.")
        return colour

    def _key(self, number: int, path: tuple[str, ...], written: str) -> int | None:
        if not written:
            return None
        key = int(written) if written in set("123456789") else 0
        if not key or key in self._keys:
            why = f"belongs to {self._keys[key]} already" if key else "is not one of 1 to 9"
            self.notes.append(f"Row {number}: the key of {_shown(path)} {why}; it was dropped.")
            return None
        self._keys[key] = _shown(path)
        return key


def _shown(path: tuple[str, ...]) -> str:
    written = PATH_SEPARATOR.join(path)
    return f"“{written[:80]}...”" if len(written) > 80 else f"“{written}”"
