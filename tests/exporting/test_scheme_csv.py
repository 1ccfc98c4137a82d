"""An analyst edits the scheme in a spreadsheet and brings it back."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from annotator.exporting.errors import NothingToExport
from annotator.exporting.scheme_csv import SCHEME_COLUMNS, write_scheme_csv
from annotator.model.errors import AnnotatorError, CannotWrite

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exporting.conftest import Desk


def test_every_code_is_a_row_in_the_order_of_the_tree(desk: Desk, tmp_path: Path) -> None:
    known = {"definition": 'Says "no",\ntwice', "include": "veto", "exclude": "G8", "examples": "“no”; 40\u00a0m"}
    desk.code("Deep 😀", "G7a", desk.codes[1], key=3, codable=False, colour="#53a70b", short_name="Deep", **known)
    out = tmp_path / "scheme.csv"

    write_scheme_csv(out, desk.codes)

    assert out.read_bytes().startswith(b'\xef\xbb\xbf"label","path","short_name",')
    with out.open(encoding="utf-8-sig", newline="") as stream:
        header, *rows = csv.reader(stream)
    assert tuple(header) == SCHEME_COLUMNS
    assert [row[1] for row in rows] == [
        "Governance",
        "Governance > Local choice",
        "Governance > Local choice > Deep 😀",
    ]
    deep = {
        "label": "G7a",
        "path": rows[2][1],
        "short_name": "Deep",
        "colour": "#53a70b",
        "key": "3",
        "codable": "false",
    }
    assert dict(zip(header, rows[2], strict=True)) == deep | known
    assert rows[0][-2:] == ["", "true"]


def test_another_ending_an_empty_scheme_and_a_missing_folder_are_sentences(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(AnnotatorError, match="A scheme goes out as csv"):
        write_scheme_csv(tmp_path / "scheme.xlsx", desk.codes)
    with pytest.raises(NothingToExport, match="no codes yet"):
        write_scheme_csv(tmp_path / "scheme.csv", [])
    with pytest.raises(CannotWrite, match="is not there"):
        write_scheme_csv(tmp_path / "gone" / "scheme.csv", desk.codes)
    assert not list(tmp_path.iterdir())
