"""How a file takes its name only when it is whole."""

from __future__ import annotations

import errno
import os
import shutil
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from annotator.model.errors import CannotWrite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STALE_SECONDS = 24 * 3600
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_GONE = {errno.ENOENT, errno.ENOTDIR}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_SQLITE = b"SQLite format 3\x00"


@contextmanager
def replacing(*outs: Path, may_go: Callable[[Path], bool] = lambda _database: False) -> Iterator[tuple[Path, ...]]:
    """Give an empty temporary file beside each of `outs`; they take their names when the block ends well.

    They are on disk before that. When anything is raised the temporary files go and what lay there stays. A database
    that lies there is refused unless `may_go` says that it is one of those that are written anew.
    Raises CannotWrite where the disk, the folder or the name does not allow it.
    """
    targets = [Path(os.path.realpath(out)) for out in outs]
    parts: list[Path] = []
    try:
        for target in targets:
            _refuse_what_is_no_export(target, may_go)
            _sweep(target.parent)
            parts.append(_new_part(target))
        yield tuple(parts)
        for part in parts:
            _to_disk(part)
        # The first file is the one the analyst named: it appears last, when all it needs is there.
        for part, target in reversed(list(zip(parts, targets, strict=True))):
            part.replace(target)
        _folder_to_disk(targets[0].parent)
    except OSError as error:
        raise CannotWrite(_sentence(error, targets[0])) from error
    finally:
        for part in parts:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _refuse_what_is_no_export(target: Path, may_go: Callable[[Path], bool]) -> None:
    if target.is_dir():
        message = f"{target.name} is a folder, so nothing was written. Give the name of a file in it."
        raise CannotWrite(message)
    if not target.exists():
        return
    if not target.is_file():
        message = f"{target.name} is not an ordinary file, so nothing was written. Give another name."
        raise CannotWrite(message)
    if not os.access(target, os.W_OK):
        message = f"{target.name} is write-protected, so it was left as it was. Give another name."
        raise CannotWrite(message)
    if _is_sqlite(target) and not may_go(target):
        message = f"{target.name} is a project or another database, so it was left as it was. Give another name."
        raise CannotWrite(message)


def _is_sqlite(target: Path) -> bool:
    with suppress(OSError), target.open("rb") as stream:
        return stream.read(len(_SQLITE)) == _SQLITE
    return False


def _sweep(folder: Path) -> None:
    """Take away what killed exports have left in a folder, once nobody can be writing it any more."""
    for part in folder.glob(".annotator-*.part"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > STALE_SECONDS:
                part.unlink()


def _new_part(target: Path) -> Path:
    part = target.with_name(f".annotator-{uuid4().hex}.part")
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    if target.exists():
        with suppress(OSError):
            shutil.copymode(target, part)
    return part


def _to_disk(part: Path) -> None:
    with part.open("r+b") as stream:
        os.fsync(stream.fileno())


def _folder_to_disk(folder: Path) -> None:
    # Windows cannot open a folder and some network drives refuse it; the file itself is on disk already.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sentence(error: OSError, target: Path) -> str:
    if error.errno in _FULL:
        why, advice = "the disk is full or the file too large for it", "Make room or choose another place"
    elif error.errno in _GONE:
        why, advice = f"the folder {target.parent} is not there", "Make it or choose another place"
    elif error.errno in _CLOSED:
        why = f"the folder {target.parent} cannot be written to, or the file is open in another program"
        advice = "Close it there or choose another place"
    else:
        why, advice = f"the system refused it ({error.strerror or error})", "Choose another place"
    return f"{target.name} was not written: {why}. Nothing was changed. {advice}, then export again."
