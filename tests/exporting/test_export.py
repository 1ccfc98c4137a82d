"""An analyst names a file and gets it whole with its manifest, or a sentence and nothing."""

from __future__ import annotations

import hashlib
import json
import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest

from annotator import __version__
from annotator.exporting.errors import NothingToExport, WrittenWithoutManifest
from annotator.exporting.export import chosen_format, export_extracts
from annotator.exporting.options import ExportOptions
from annotator.model.errors import AnnotatorError, CannotWrite

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.model.extracts import Extract
    from tests.exporting.conftest import Desk

ALL = ("csv", "jsonl", "html")


def coded(desk: Desk) -> Desk:
    desk.article("Areas choose.", "Whose choice?")
    desk.code_words("choose")
    return desk


@pytest.mark.parametrize("ending", ALL)
def test_the_manifest_tells_what_went_out(desk: Desk, tmp_path: Path, ending: str) -> None:
    article = desk.article("Areas choose.", "Whose choice?")
    desk.code_words("choose")
    desk.code_words("Areas", coder="coder-2")
    out = tmp_path / f"extracts.{ending}"
    chosen = ExportOptions(context=1, marking="OFFICIAL", filters={"code": ("Governance",), "since": "2016-01-01"})

    returned = export_extracts(out, desk.source(), chosen)

    manifest: dict[str, Any] = json.loads((tmp_path / f"{out.name}.manifest.json").read_text(encoding="utf-8"))
    assert json.loads(returned.as_json()) == manifest
    assert manifest["made"].endswith("Z")
    assert manifest["lost"]
    expected = {
        "format": ending,
        "program": "Annotator",
        "version": __version__,
        "project": {"name": "Commissioning", "id": "project-1"},
        "scheme_version": 3,
        "filters": {"code": ["Governance"], "since": "2016-01-01"},
        "options": {"context": 1, "anonymous": False, "safe_cells": False, "without_texts": False},
        "counts": {"extracts": 2, "articles": 1, "coders": 2, "codes": 1, "memos": 0},
        "coders": [{"name": "Ann", "kind": "person"}, {"name": "Ben", "kind": "person"}],
        "articles": [{"id": article.id, "title": "Whose choice?", "text_sha256": article.text_sha256}],
        "marking": "OFFICIAL",
        "notes": ["The context holds whole sentences, and at most 2,000 characters on either side."],
        "file": out.name,
        "sha256": hashlib.sha256(out.read_bytes()).hexdigest(),
    }
    assert {name: manifest[name] for name in expected} == expected
    assert "substr(text, start+1, end)" in manifest["offsets"]


def test_the_ending_or_the_format_decides(desk: Desk, tmp_path: Path) -> None:
    assert chosen_format(tmp_path / "a.HTM") == "html"
    assert chosen_format(tmp_path / "a.txt", "CSV") == "csv"
    for out, form in [("a.xlsx", None), ("a", None), ("a.csv", "docx")]:
        with pytest.raises(AnnotatorError, match="csv, jsonl, html"):
            export_extracts(tmp_path / out, coded(desk).source(), ExportOptions(), format=form)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("ending", ALL)
def test_nothing_to_export_is_said_and_no_file_is_made(desk: Desk, tmp_path: Path, ending: str) -> None:
    desk.article("Areas choose.")
    with pytest.raises(NothingToExport, match="No coding"):
        export_extracts(tmp_path / f"out.{ending}", desk.source(), ExportOptions())
    assert not list(tmp_path.iterdir())


def test_a_folder_of_that_name_is_left_alone(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "out.csv").mkdir()
    with pytest.raises(CannotWrite, match="is a folder"):
        export_extracts(tmp_path / "out.csv", coded(desk).source(), ExportOptions())
    (tmp_path / "out.articles.jsonl").mkdir()
    with pytest.raises(CannotWrite, match="is a folder"):
        export_extracts(tmp_path / "out.jsonl", coded(desk).source(), ExportOptions())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.articles.jsonl", "out.csv"]


def test_an_export_whose_manifest_cannot_be_written_says_so(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "out.csv.manifest.json").mkdir()
    with pytest.raises(WrittenWithoutManifest, match=r"out\.csv was written and is whole"):
        export_extracts(tmp_path / "out.csv", coded(desk).source(), ExportOptions())
    assert (tmp_path / "out.csv").is_file()


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_ten_times_the_extracts_take_no_more_memory(desk: Desk, tmp_path: Path, ending: str) -> None:
    desk.article("Areas choose their own form. " * 200)
    desk.code_words("choose their own form", memo="The record counts")
    (one,) = desk.extracts()

    def peak(count: int) -> int:
        def many() -> Iterator[Extract]:
            return (one for _ in range(count))

        tracemalloc.start()
        export_extracts(tmp_path / f"out.{ending}", desk.source(extracts=many), ExportOptions(context=1))
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    peak(10)
    few, many = peak(2_000), peak(20_000)
    assert many < few + 200_000
