"""How each row of a table becomes an article, or a line that says why not."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from annotator.importing.file_bytes import printable
from annotator.importing.read_records import FailedFile, ReadArticle, Told
from annotator.importing.rows.column_names import sure_columns
from annotator.importing.rows.row_dates import day_of
from annotator.importing.rows.row_table import read_rows
from annotator.importing.titles import one_line
from annotator.model.canonical import canonical

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.importing.reader_process import ReaderProcess
    from annotator.importing.rows.column_names import ColumnMapping
    from annotator.importing.rows.row_table import Row, RowTable

_TOLD = ("title", "published", "publication", "author", "link")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_NAMED = 8  # numbers of rows in one sentence


def rows_in_file(
    path: Path, process: ReaderProcess, *, cancelled: Callable[[], bool] | None = None
) -> Iterator[ReadArticle | FailedFile]:
    """Give the articles of a table whose columns are named beyond doubt. Raises CannotRead where they are not."""
    table = read_rows(path, process, cancelled=cancelled)
    return articles_of(table, sure_columns(table), path=printable(str(path)))


def articles_of(table: RowTable, mapping: ColumnMapping, *, path: str = "") -> Iterator[ReadArticle | FailedFile]:
    """Give an article for each row, at the end one line for all rows without a text. `path` is where the table lies."""
    shown = path or table.file
    empty = []
    for place, (number, row) in enumerate(zip(table.numbers, table.rows, strict=True)):
        text = canonical(table.cell(row, mapping.text))
        if text.strip():
            article = _article(table, mapping, number, row, text, shown)
            yield article if place else _with_notes(article, table.notes)
        else:
            empty.append(number)
    if empty or not table.rows:
        yield FailedFile(path=shown, why=_without_text(table, mapping, empty))


def _article(table: RowTable, mapping: ColumnMapping, number: int, row: Row, text: str, shown: str) -> ReadArticle:
    stem = PurePath(table.file).stem
    told, notes = _told(table, mapping, number, row)
    title = next((one.value for one in told if one.name == "title"), "")
    if not title:
        title = f"{stem}, row {number}"
        told.append(Told(name="title", value=title, where=f"the row's number in {table.file}"))
    return ReadArticle(
        path=f"{shown}, row {number}",
        file=f"{table.file}, row {number}",
        title=title,
        text=text,
        original=_as_table(table.header, row),
        encoding=table.encoding,
        notes=tuple(notes),
        told=tuple(told),
    )


def _with_notes(article: ReadArticle, notes: tuple[str, ...]) -> ReadArticle:
    return replace(article, notes=(*notes, *article.notes))


def _told(table: RowTable, mapping: ColumnMapping, number: int, row: Row) -> tuple[list[Told], list[str]]:
    told: list[Told] = []
    notes: list[str] = []
    for field in _TOLD:
        column = getattr(mapping, field)
        value = one_line(_CONTROLS.sub(" ", canonical(table.cell(row, column))))
        if not value:
            continue
        if field == "published":
            day = day_of(value)
            if not day:
                notes.append(
                    f"The date “{value[:40]}” does not say beyond doubt which day is meant; it stays as it is."
                )
            value = day or value
        told.append(Told(name=field, value=value, where=f"row {number}, column “{table.header[column][:60]}”"))
    return told, notes


def _as_table(header: Row, row: Row) -> bytes:
    """Return the row with its header as a table of its own: what other columns say is kept with the article."""
    written = io.StringIO()
    csv.writer(written).writerows((header, row))
    return written.getvalue().encode("utf-8", "replace")


def _without_text(table: RowTable, mapping: ColumnMapping, empty: list[int]) -> str:
    if not table.rows or mapping.text is None:
        return f"{table.file} has no rows with a text, so there is nothing to import; check that it is the right file."
    column = f"the column “{table.header[mapping.text][:60]}”" if mapping.text < len(table.header) else "its column"
    named = ", ".join(f"{number:,}" for number in empty[:_NAMED]) + (" ..." if len(empty) > _NAMED else "")
    if len(empty) == 1:
        return f"{table.file}: row {named} has no text in {column}, so it was left out; fill it in and import again."
    rows = f"{len(empty):,} rows ({named}) have"
    return f"{table.file}: {rows} no text in {column}, so they were left out; fill them in and import again."
