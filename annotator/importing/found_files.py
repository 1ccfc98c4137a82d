"""Which files lie under the paths that the analyst gave."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from annotator.importing.file_bytes import printable
from annotator.importing.read_records import FailedFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_Visited = set[tuple[int, int]]


def find_files(paths: Sequence[Path]) -> Iterator[Path | FailedFile]:
    """Give the files in the order given, those of a folder by name, folders in folders too.

    Hidden files are passed over unless named. A folder is entered once, so links in a circle end.
    """
    visited: _Visited = set()
    for path in paths:
        if os.path.isdir(path):
            yield from _files_in(path, visited)
        else:
            yield path


def _files_in(folder: Path, visited: _Visited) -> Iterator[Path | FailedFile]:
    """Walk with a list of our own: folders may be nested deeper than Python calls."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if not os.path.isdir(path):
            yield path
            continue
        try:
            waiting.extend(reversed(_entries(path, visited)))
        except OSError as error:
            why = f"The folder {printable(path.name)} could not be opened ({error.strerror}), so nothing in it was read"
            yield FailedFile(path=printable(str(path)), why=f"{why}; check that you may read it.")


def _entries(folder: Path, visited: _Visited) -> list[Path]:
    """Return what lies in the folder, by name; nothing when it was entered before."""
    status = folder.stat()
    identity = (status.st_dev, status.st_ino)
    if identity in visited:
        return []
    visited.add(identity)
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries if not _is_hidden(entry)]
    return [folder / name for name in sorted(names, key=lambda name: (name.casefold(), name))]


def _is_hidden(entry: os.DirEntry[str]) -> bool:
    """Tell names that begin with a dot, Word's lock files, and what Windows hides."""
    if entry.name.startswith((".", "~$")):
        return True
    attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    return bool(attributes & stat.FILE_ATTRIBUTE_HIDDEN)
