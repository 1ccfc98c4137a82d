"""How the scheme becomes a CSV file that can be edited in a table and read again."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from annotator.exporting.errors import NothingToExport, ReadBackDiffers
from annotator.exporting.safe_file import replacing
from annotator.model.errors import AnnotatorError
from annotator.model.records import PATH_SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from annotator.model.records import Code

SCHEME_COLUMNS = (
    *("label", "path", "short_name", "colour"),
    *("definition", "include", "exclude", "examples"),
    *("key", "codable"),
)


def write_scheme_csv(out: Path, codes: Sequence[Code]) -> None:
    """Write the codes in the order given, parents before children, UTF-8 with byte-order mark, everything quoted.

    Raises NothingToExport, CannotWrite, ReadBackDiffers, and AnnotatorError for another ending than `.csv`.
    """
    if out.suffix.lower() != ".csv":
        message = f"A scheme goes out as csv; {out.name} has another ending, so nothing was written. Name a .csv file."
        raise AnnotatorError(message)
    if not codes:
        message = "The scheme has no codes yet, so no file was written. Add a code or import a scheme first."
        raise NothingToExport(message)
    by_id = {code.id: code for code in codes}
    rows = [list(SCHEME_COLUMNS), *(_row(code, by_id) for code in codes)]
    with replacing(out) as (part,):
        with part.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
        _check(part, rows)


def _check(part: Path, rows: list[list[str]]) -> None:
    csv.field_size_limit(2**31 - 1)
    with part.open(encoding="utf-8-sig", newline="") as stream:
        if list(csv.reader(stream, strict=True)) != rows:
            raise ReadBackDiffers.at("one of its rows")


def _row(code: Code, by_id: Mapping[str, Code]) -> list[str]:
    return [
        *(code.label, PATH_SEPARATOR.join(_path(code, by_id)), code.short_name, code.colour),
        *(code.definition, code.include, code.exclude, code.examples),
        *("" if code.key is None else str(code.key), "true" if code.codable else "false"),
    ]


def _path(code: Code, by_id: Mapping[str, Code]) -> list[str]:
    names = [code.name]
    while code.parent is not None:
        code = by_id[code.parent]
        names.insert(0, code.name)
    return names
