"""How files and folders become articles: each file an article or one line that says why not."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from annotator.importing.file_bytes import printable, read_bytes
from annotator.importing.formats.endings import ENDINGS, READERS, TABLES, endings_in_words, reader_of
from annotator.importing.found_files import find_files
from annotator.importing.read_records import FailedFile, ReadArticle, ReadText
from annotator.importing.reader_process import SECONDS_A_FILE, ReaderProcess, ReadingCancelled
from annotator.importing.rows.row_articles import rows_in_file
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

__all__ = ["ENDINGS", "read_articles"]


def read_articles(
    paths: Sequence[Path],
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    seconds: float = SECONDS_A_FILE,
) -> Iterator[ReadArticle | FailedFile]:
    """Read files and folders (in them, by name) one after the other; a bad file does not stop the rest.

    `progress` hears (files done, files in all); `cancelled` is asked before and during each file and ends the
    reading; `seconds` is what a web page or Word file may take. Of a table each row is an article.
    """
    found = list(find_files(paths))
    with ReaderProcess(seconds=seconds) as process:
        for done, item in enumerate(found):
            if cancelled is not None and cancelled():
                return
            try:
                articles = [item] if isinstance(item, FailedFile) else _articles(item, process, cancelled)
            except ReadingCancelled:
                return
            if progress is not None:
                progress(done + 1, len(found))
            for article in articles:
                if cancelled is not None and cancelled():
                    return
                yield article


def _articles(
    path: Path, process: ReaderProcess, cancelled: Callable[[], bool] | None
) -> Iterable[ReadArticle | FailedFile]:
    """Return the article of a file, or those of a table's rows."""
    if path.suffix.lower() not in TABLES:
        return [_read(path, process, cancelled)]
    try:
        return rows_in_file(path, process, cancelled=cancelled)
    except CannotRead as error:
        return [FailedFile(path=printable(str(path)), why=error.sentence)]


def _read(path: Path, process: ReaderProcess, cancelled: Callable[[], bool] | None) -> ReadArticle | FailedFile:
    shown, name = printable(str(path)), printable(path.name or str(path))
    try:
        data, read = _read_file(path, name, process, cancelled)
    except CannotRead as error:
        return FailedFile(path=shown, why=error.sentence)
    return ReadArticle(
        path=shown,
        file=name,
        title=read.title or printable(path.stem),
        text=read.text,
        original=data,
        encoding=read.encoding,
        notes=read.notes,
        blocks=read.blocks,
        told=read.told,
    )


def _read_file(
    path: Path, name: str, process: ReaderProcess, cancelled: Callable[[], bool] | None
) -> tuple[bytes, ReadText]:
    ending = path.suffix.lower()
    if ending not in ENDINGS and os.path.exists(path):
        message = (
            f"{name} is of a kind that is not read, so it was left out; save it as one of these: {endings_in_words()}."
        )
        raise CannotRead(message)
    data = read_bytes(path)
    if ending in READERS and not READERS[ending].apart:
        read = reader_of(ending)(data, name)
    else:
        read = process.read(data, name=name, ending=ending, cancelled=cancelled)
    if not read.text.strip():
        raise CannotRead(f"{name} holds no text, so there is nothing to code; check that it is the right file.")
    return data, read
