"""How a row becomes a line of CSV that Excel, R and Python read alike, and how lines are compared with the project."""

from __future__ import annotations

import csv
from itertools import zip_longest
from typing import TYPE_CHECKING

from annotator.exporting.errors import ReadBackDiffers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from annotator.exporting.columns import Cell

_RUNS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_CELL = 2**31 - 1


def write_csv(part: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write UTF-8 with byte-order mark, commas, CRLF row ends, everything quoted, line feeds inside cells kept."""
    with part.open("w", encoding="utf-8-sig", newline="") as stream:
        stream.write(_line(columns))
        stream.writelines(map(_line, rows))


def check_csv(part: Path, columns: Sequence[str], rows: Iterable[Sequence[str]], what: str = "row") -> None:
    """Compare every cell of a file with what was meant. Raises ReadBackDiffers."""
    csv.field_size_limit(_LONGEST_CELL)
    with part.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.reader(stream, strict=True)
        if next(reader, []) != list(columns):
            raise ReadBackDiffers.at(f"{what} 1")
        for number, (found, meant) in enumerate(zip_longest(reader, rows), start=2):
            if found != meant:
                raise ReadBackDiffers.at(f"{what} {number}")


def cell_writer(*, safe_cells: bool) -> Callable[[Cell], str]:
    """Return what turns a cell into text; safe ones begin with an apostrophe where a spreadsheet would run them."""
    return _safe if safe_cells else _plain


def _line(row: Sequence[str]) -> str:
    # Where everything is quoted the doubled mark is the whole rule, and csv.writer takes three times as long for it.
    # The file is read back with the csv module all the same.
    return '"' + '","'.join([cell.replace('"', '""') for cell in row]) + '"\r\n'


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return str(cell)


def _safe(cell: Cell) -> str:
    text = _plain(cell)
    return f"'{text}" if text.startswith(_RUNS_AS_FORMULA) else text
