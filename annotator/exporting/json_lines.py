"""How JSON Lines are written and compared with the project: valid JSON, UTF-8 without byte-order mark, LF."""

from __future__ import annotations

import json
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from annotator.exporting.errors import ReadBackDiffers

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Line = dict[str, Any]


def write_lines(part: Path, lines: Iterable[Line]) -> None:
    """Write one document a line."""
    with part.open("w", encoding="utf-8", newline="\n") as stream:
        for line in lines:
            stream.write(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n")


def check_lines(part: Path, meant: Iterable[Line], what: str) -> None:
    """Compare every value of a file with what was meant. Raises ReadBackDiffers."""
    with part.open(encoding="utf-8", newline="\n") as stream:
        for number, (found, line) in enumerate(zip_longest(stream, meant), start=1):
            if found is None or json.loads(found) != line:
                raise ReadBackDiffers.at(f"{what} {number}")
