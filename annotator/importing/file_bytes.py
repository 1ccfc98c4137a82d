"""Which files are read at all, and how many bytes of them."""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING

from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE = 50_000_000
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def printable(name: str) -> str:
    """Return a file name that fits on one line and into the project file, whatever bytes the disk has for it."""
    return _UNPRINTABLE.sub("\ufffd", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def read_bytes(path: Path) -> bytes:
    """Return the bytes of an ordinary file of at most 50 MB, never more than that in memory.

    Raises CannotRead for anything else: missing, a folder, a pipe or device, too large, not allowed.
    """
    name = printable(path.name or str(path))
    try:
        return _read_ordinary(path, name)
    except FileNotFoundError:
        raise CannotRead(f"{name} is not there, so it was not read; check the name and the folder.") from None
    except (OSError, ValueError) as error:
        reason = printable(getattr(error, "strerror", None) or str(error))
        message = f"{name} could not be opened ({reason}), so it was not read; check that you may read it."
        raise CannotRead(message) from None


def _read_ordinary(path: Path, name: str) -> bytes:
    """Ask what the path is before opening it: opening a pipe would wait for ever."""
    status = os.stat(path)
    if not stat.S_ISREG(status.st_mode):
        raise CannotRead(f"{name} is not an ordinary file, so it was not read; choose a file.")
    if status.st_size > LARGEST_FILE:
        raise _too_large(name)
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise _too_large(name)
    return data


def _too_large(name: str) -> CannotRead:
    return CannotRead(f"{name} is larger than 50 MB, so it was not read; save its text alone, or in parts.")
