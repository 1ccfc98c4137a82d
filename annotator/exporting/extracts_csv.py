"""How extracts become a CSV file that Excel, R and Python read alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.exporting.columns import COLUMNS, cells
from annotator.exporting.csv_cells import cell_writer, check_csv, write_csv
from annotator.exporting.manifest import manifest_of
from annotator.exporting.outgoing import SPREADSHEET_CELL
from annotator.exporting.own_fields import last_cells, last_columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotator.exporting.manifest import Manifest
    from annotator.exporting.outgoing import Outgoing, OutgoingExtracts

LOST = ("definitions of the codes", "colours of the codes")


def write(parts: tuple[Path, ...], export: OutgoingExtracts) -> Manifest:
    """Write a row for each extract."""
    write_csv(parts[0], _columns(export), _rows(export, export.to_write()))
    return manifest_of(export, "csv", lost=LOST, notes=_notes(export))


def check(parts: tuple[Path, ...], export: OutgoingExtracts) -> None:
    """Compare every cell of the file with the project. Raises ReadBackDiffers."""
    check_csv(parts[0], _columns(export), _rows(export, export.to_check()))


def _columns(export: OutgoingExtracts) -> tuple[str, ...]:
    return (*COLUMNS, *last_columns(export))


def _rows(export: OutgoingExtracts, extracts: Iterable[Outgoing]) -> Iterator[list[str]]:
    as_text = cell_writer(safe_cells=export.options.safe_cells)
    version = export.source.scheme_version
    for outgoing in extracts:
        yield [as_text(cell) for cell in (*cells(outgoing, version), *last_cells(export, outgoing.extract.article))]


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
