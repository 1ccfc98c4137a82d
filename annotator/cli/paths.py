"""What may stand for a file on the command line."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.model.errors import Refused


class _Named(click.Path):
    """A path that has a name. Whether it can be read is found out later and said in our own words."""

    def __init__(self, *, any_bytes: bool) -> None:
        super().__init__(path_type=Path, readable=False)
        self._any_bytes = any_bytes

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path; an empty one, which would be the folder where one stands, is refused."""
        if value == "":
            message = "An empty name was given for a file, so nothing was done. Give the name of the file."
            raise Refused(message)
        path = Path(str(value))
        if not self._any_bytes and not _is_text(path):
            message = "The name has bytes that are no text in UTF-8, so nothing was done. Give the file another name."
            raise Refused(message)
        return path


def _is_text(path: Path) -> bool:
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


NAMED_FILE = _Named(any_bytes=False)  # a file that we write, or whose name is kept
ANY_FILE = _Named(any_bytes=True)  # a file that is only read: its name is whatever the disk has
