"""Which codings a .csv or .jsonl file holds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from annotator.importing.coding_rows import COLUMNS, NEEDED, CodingRow, FailedRow, coding_row
from annotator.importing.tables import read_characters, read_table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["CodingRow", "FailedRow", "read_codings"]
_JSON_LINES = frozenset({".jsonl", ".ndjson"})


def read_codings(path: Path) -> Iterator[CodingRow | FailedRow]:
    """Give each row of the file, counted from 1 without the header and blank lines.

    Columns `article, code, start, end` and, where there, `coder, quote, memo, stance, unsure`; others are passed
    over. Raises CannotRead at once when the file cannot be read or lacks a column that is needed.
    """
    if path.suffix.lower() in _JSON_LINES:
        return _from_json_lines(read_characters(path))
    table = read_table(path, frozenset(COLUMNS), NEEDED)
    return (coding_row(number, cells) for number, cells in table.records())


def _from_json_lines(text: str) -> Iterator[CodingRow | FailedRow]:
    lines = (line for line in text.split("\n") if line.strip())
    for number, line in enumerate(lines, start=1):
        try:
            values = json.loads(line)
        except (ValueError, RecursionError):
            yield FailedRow(row=number, why=f"Row {number}: this line is no valid JSON.")
            continue
        if isinstance(values, dict):
            yield coding_row(number, {name.strip().casefold(): value for name, value in values.items()})
        else:
            yield FailedRow(
                row=number, why=f"Row {number}: this line is no JSON object with article, code, start, end."
            )
