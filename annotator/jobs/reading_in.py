"""How files and what is pasted are read and held against a project, before anything is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.importing.articles import read_articles
from annotator.importing.file_bytes import printable
from annotator.importing.formats.plain_text import read_markdown, read_plain_text
from annotator.importing.pasted import read_pasted
from annotator.importing.read_records import FailedFile
from annotator.jobs.bringing_in import why_failed
from annotator.jobs.incoming import TYPED, Comparison, Incoming
from annotator.model.errors import CannotRead
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.importing.read_records import ReadArticle

MARKDOWN = (".md", ".markdown")


def read_in(
    project_path: Path,
    paths: Sequence[Path],
    there: Sequence[Incoming],
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> list[Incoming] | None:
    """Return what the files and folders hold, none where it was cancelled. `there` is what was read before."""
    with Project.open(project_path, read_only=True) as project:
        comparison = Comparison(project.articles(), project.text, there)
        rows = [_taken(comparison, read) for read in read_articles(paths, progress=progress, cancelled=cancelled)]
    return None if cancelled() else rows


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
