"""A coding that lost its place when the text was corrected goes out with its own words, and the manifest says so."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from annotator.exporting.export import export_extracts
from annotator.exporting.options import ExportOptions

if TYPE_CHECKING:
    from pathlib import Path

    from exporting.conftest import Desk


@pytest.mark.parametrize("ending", ["csv", "jsonl", "html"])
def test_the_old_words_go_out_and_the_manifest_counts_them(desk: Desk, tmp_path: Path, ending: str) -> None:
    desk.article("Areas choose.")
    kept = desk.code_words("Areas")
    desk.change(kept, place="lost", start=0, end=1, quote="Nothing is imposed", before="Before ", after=" after")
    out = tmp_path / f"extracts.{ending}"
    export_extracts(out, desk.source(), ExportOptions(context=1))
    manifest = json.loads((tmp_path / f"{out.name}.manifest.json").read_text(encoding="utf-8"))
    assert any("lost their place" in note for note in manifest["notes"])
    assert "Nothing is imposed" in out.read_text(encoding="utf-8-sig")


def test_its_row_says_that_it_is_lost(desk: Desk, tmp_path: Path) -> None:
    desk.article("Areas choose.")
    desk.change(desk.code_words("Areas"), place="lost", start=0, end=1, quote="Nothing is imposed")
    out = tmp_path / "extracts.csv"
    export_extracts(out, desk.source(), ExportOptions())
    row = next(csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert (row["state"], row["text"]) == ("lost", "Nothing is imposed")
