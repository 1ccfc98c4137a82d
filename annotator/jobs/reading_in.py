"""How files and what is pasted are read and held against a project, before anything is written."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.importing.articles import read_articles
from annotator.importing.file_bytes import printable
from annotator.importing.formats.endings import TABLES
from annotator.importing.formats.plain_text import read_markdown, read_plain_text
from annotator.importing.found_files import find_files
from annotator.importing.pasted import read_pasted
from annotator.importing.read_records import FailedFile
from annotator.importing.reader_process import ReaderProcess, ReadingCancelled
from annotator.importing.rows.column_names import guess_columns, refuse_other_tables
from annotator.importing.rows.row_articles import articles_of
from annotator.importing.rows.row_table import read_rows
from annotator.jobs.bringing_in import why_failed
from annotator.jobs.incoming import TYPED, Comparison, Incoming
from annotator.model.errors import CannotRead
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.importing.read_records import ReadArticle
    from annotator.importing.rows.column_names import ColumnMapping

MARKDOWN = (".md", ".markdown")


def read_in(
    project_path: Path,
    paths: Sequence[Path],
    there: Sequence[Incoming],
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> list[Incoming] | None:
    """Return what the files and folders hold, none where it was cancelled. `there` is what was read before."""
    found = list(find_files(paths))
    tables = [item for item in found if isinstance(item, Path) and item.suffix.lower() in TABLES]
    files = [item for item in found if isinstance(item, Path) and item not in tables]
    rows = [_failed(item) for item in found if isinstance(item, FailedFile)]
    with Project.open(project_path, read_only=True) as project:
        comparison = Comparison(project.articles(), project.text, there)
        told = partial(_tell, progress, len(found))
        rows += [_taken(comparison, read) for read in read_articles(files, progress=told, cancelled=cancelled)]
        with ReaderProcess() as process:
            for path in tables:
                rows += _rows_of(comparison, path, process, cancelled)
    return None if cancelled() else rows


def read_columns(
    project_path: Path, one: Incoming, mapping: ColumnMapping, others: Sequence[Incoming]
) -> list[Incoming]:
    """Return the texts of a table whose columns are chosen so."""
    with Project.open(project_path, read_only=True) as project:
        one.mapping = mapping
        return _texts_of(Comparison(project.articles(), project.text, others), one)


def read_pasted_in(project_path: Path, html: str, text: str, there: Sequence[Incoming]) -> list[Incoming]:
    """Return what the clipboard holds."""
    with Project.open(project_path, read_only=True) as project:
        return [Comparison(project.articles(), project.text, there).take(read_pasted(html, text))]


def read_again(project_path: Path, one: Incoming, encoding: str, others: Sequence[Incoming]) -> Incoming:
    """Return a plain text read in another encoding; what was typed of it stays.

    Raises CannotRead where it holds no text so.
    """
    assert one.read is not None
    assert one.article is not None
    marked = Path(one.file).suffix.lower() in MARKDOWN
    read = (read_markdown if marked else read_plain_text)(one.read.original, one.file, encoding)
    if not read.text.strip():
        message = f"{one.file} holds no text in this encoding, so it stays as it was; choose another one."
        raise CannotRead(message)
    title = read.title or printable(Path(one.file).stem)
    again = replace(
        one.read, title=title, text=read.text, encoding=read.encoding, notes=read.notes, blocks=read.blocks,
        told=read.told,
    )  # fmt: skip
    with Project.open(project_path, read_only=True) as project:
        made = Comparison(project.articles(), project.text, others).take(again, encoding)
    for name, where in one.sources.items():
        if where == TYPED:
            made.describe(name, getattr(one.article, name))
    made.changed = True
    return made


def _taken(comparison: Comparison, read: ReadArticle | FailedFile) -> Incoming:
    return comparison.take(replace(read, why=why_failed(read)) if isinstance(read, FailedFile) else read)


def _tell(progress: Callable[[int, int], None], total: int, done: int, _files: int) -> None:
    progress(done, total)


def _failed(read: FailedFile) -> Incoming:
    return Incoming(path=read.path, file=Path(read.path).name, state="failed", why=read.why)


def _rows_of(
    comparison: Comparison, path: Path, process: ReaderProcess, cancelled: Callable[[], bool]
) -> list[Incoming]:
    """Return a table with what its columns seem to hold, and its texts."""
    shown = printable(str(path))
    try:
        table = read_rows(path, process, cancelled=cancelled)
        refuse_other_tables(table)
    except CannotRead as error:
        return [_failed(FailedFile(path=shown, why=error.sentence))]
    except ReadingCancelled:
        return []
    one = Incoming(path=shown, file=table.file, state="table", table=table, mapping=guess_columns(table))
    return [one, *_texts_of(comparison, one)]


def _texts_of(comparison: Comparison, one: Incoming) -> list[Incoming]:
    assert one.table is not None
    assert one.mapping is not None
    if one.mapping.text is None:
        return []
    texts = [comparison.take(read) for read in articles_of(one.table, one.mapping, path=one.path)]
    for text in texts:
        text.of = one
    return texts
