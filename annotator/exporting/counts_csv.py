"""How the counts of a comparison become a CSV file from which anyone can reckon its figures again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.exporting.csv_cells import cell_writer, check_csv, write_csv
from annotator.exporting.errors import NothingToExport
from annotator.exporting.safe_file import replacing
from annotator.model.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from annotator.exporting.columns import Cell

COUNT_COLUMNS = (
    "article_id", "article", "code", "with_sub_codes", "coder_a", "coder_b", "unit", "overlap", "both", "a_only",
    "b_only", "neither",
)  # fmt: skip


def write_counts_csv(out: Path, rows: Iterable[Sequence[Cell]]) -> int:
    """Write the counts, read them back, and return how many rows there are. Cells as in `COUNT_COLUMNS`.

    Raises NothingToExport, CannotWrite, ReadBackDiffers, and AnnotatorError for another ending than `.csv`.
    """
    if out.suffix.lower() != ".csv":
        message = f"Counts go out as csv; {out.name} has another ending, so nothing was written. Name a .csv file."
        raise AnnotatorError(message)
    cell = cell_writer(safe_cells=True)
    lines = [[cell(value) for value in row] for row in rows]
    if not lines:
        message = "No article was compared, so there are no counts and no file was written."
        raise NothingToExport(f"{message} Let two coders finish an article first.")
    with replacing(out) as (part,):
        write_csv(part, COUNT_COLUMNS, lines)
        check_csv(part, COUNT_COLUMNS, lines)
    return len(lines)
