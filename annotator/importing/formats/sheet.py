"""Which rows a spreadsheet (.xlsx) holds: values as they were last worked out, never formulas, nothing fetched."""

from __future__ import annotations

import io
import json
import warnings
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from annotator.importing.binary import kind_of_bytes
from annotator.importing.guard import check_zip
from annotator.importing.read_records import ReadText
from annotator.importing.rows.row_table import MOST_COLUMNS, MOST_ROWS
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.worksheet._read_only import ReadOnlyWorksheet


def read_sheet(data: bytes, name: str) -> ReadText:
    """Return the rows of the first sheet that has any, as JSON: `[[number, [cell, ...]], ...]`, and its name as title.

    Raises CannotRead for what is no spreadsheet, damaged or made to do harm.
    """
    if not data.startswith(b"PK"):
        kind = kind_of_bytes(data) or "no spreadsheet"
        raise CannotRead(f"{name} is {kind} in spite of its name, so it was not read; save it as .xlsx or .csv.")
    check_zip(data, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _first_sheet(data, name)
    except (MemoryError, RecursionError, CannotRead):
        raise
    except Exception as error:
        message = f"{name} is no spreadsheet or is damaged, so it was not read; open it and save it again as .xlsx."
        raise CannotRead(message) from error


def _first_sheet(data: bytes, name: str) -> ReadText:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for sheet in sheets:
        if rows := list(_rows(sheet, name)):
            return ReadText(
                title=str(sheet.title), text=json.dumps(rows), notes=_left_out(sheet.title, len(book.sheetnames))
            )
    return ReadText(title="", text="[]")


def _rows(sheet: ReadOnlyWorksheet, name: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows with anything in them. How large a sheet says it is does not count."""
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), start=1):
        if number > MOST_ROWS:
            raise CannotRead(f"{name} has more than {MOST_ROWS:,} rows, so nothing was read; part it first.")
        cells = [_written(cell) for cell in row]
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            yield number, cells


def _written(cell: Any) -> str:  # noqa: ANN401 - whatever a cell may hold
    """Return a value as the sheet means it: a day without an hour, a whole number without a point."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)


def _left_out(title: str, sheets: int) -> tuple[str, ...]:
    if sheets < 2:
        return ()
    return (f"Of {sheets} sheets only “{title[:60]}” was read; save the others as files of their own to import them.",)
