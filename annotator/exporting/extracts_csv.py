"""How extracts become a CSV file that Excel, R and Python read alike."""

from __future__ import annotations

import csv
from itertools import zip_longest
from typing import TYPE_CHECKING

from annotator.exporting.columns import COLUMNS, cells
from annotator.exporting.errors import ReadBackDiffers
from annotator.exporting.manifest import manifest_of
from annotator.exporting.outgoing import SPREADSHEET_CELL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from annotator.exporting.columns import Cell
    from annotator.exporting.manifest import Manifest
    from annotator.exporting.outgoing import Outgoing, OutgoingExtracts

LOST = ("definitions of the codes", "colours of the codes")
_RUNS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_CELL = 2**31 - 1


def write(parts: tuple[Path, ...], export: OutgoingExtracts) -> Manifest:
    """Write UTF-8 with byte-order mark, commas, CRLF row ends, everything quoted, line feeds inside cells kept."""
    with parts[0].open("w", encoding="utf-8-sig", newline="") as stream:
        stream.write(_line(COLUMNS))
        stream.writelines(map(_line, _rows(export, export.to_write())))
    return manifest_of(export, "csv", lost=LOST, notes=_notes(export))


def check(parts: tuple[Path, ...], export: OutgoingExtracts) -> None:
    """Compare every cell of the file with the project. Raises ReadBackDiffers."""
    csv.field_size_limit(_LONGEST_CELL)
    with parts[0].open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.reader(stream, strict=True)
        if tuple(next(reader, ())) != COLUMNS:
            raise ReadBackDiffers.at("row 1")
        for number, (found, meant) in enumerate(zip_longest(reader, _rows(export, export.to_check())), start=2):
            if found != meant:
                raise ReadBackDiffers.at(f"row {number}")


def _line(row: Sequence[str]) -> str:
    # Where everything is quoted the doubled mark is the whole rule, and csv.writer takes three times as long for it.
    # The file is read back with the csv module all the same.
    return '"' + '","'.join([cell.replace('"', '""') for cell in row]) + '"\r\n'


def _rows(export: OutgoingExtracts, extracts: Iterable[Outgoing]) -> Iterator[list[str]]:
    as_text = _safe if export.options.safe_cells else _plain
    version = export.source.scheme_version
    for outgoing in extracts:
        yield [as_text(cell) for cell in cells(outgoing, version)]


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return str(cell)


def _safe(cell: Cell) -> str:
    text = _plain(cell)
    return f"'{text}" if text.startswith(_RUNS_AS_FORMULA) else text


def _notes(export: OutgoingExtracts) -> list[str]:
    notes = []
    if export.options.safe_cells:
        notes.append(
            "Safe cells: an apostrophe stands before every cell that begins with = + - @, a tab or a carriage return, "
            "so that no spreadsheet runs it. In such cells it does not belong to the quote."
        )
    if export.tally.long_texts:
        notes.append(
            f"{export.tally.long_texts} passages are longer than the {SPREADSHEET_CELL:,} characters that Excel shows "
            "in a cell. The file holds them whole; R, Python and LibreOffice read them."
        )
    return notes
