"""An analyst opens the CSV in a spreadsheet, in R or in Python and finds the very words that were coded."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

import pytest

from annotator.exporting.columns import COLUMNS
from annotator.exporting.errors import ReadBackDiffers
from annotator.exporting.export import export_extracts
from annotator.exporting.options import ExportOptions

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exporting.conftest import Desk


def rows(out: Path) -> list[dict[str, str]]:
    with out.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


PASSAGES = [
    ("😀👩🏽‍⚕️ Ministers meet.\nAreas may choose their form.", "Areas may choose"),
    ("Some 40\u00a0million\u202fpounds – for one area.", "40\u00a0million\u202fpounds – for"),
    ("قال الوزير إن المناطق تختار. ثم انصرف.", "المناطق تختار"),
    ("First line.\n\n• second\tline\nthird line.", "line.\n\n• second\tline\nthird"),
    ('She said "no, thanks", twice; then "“no”".', '"no, thanks", twice; then "“no”"'),
    ("Form feed\x0c and vertical\x0btab and next\x85line.", "feed\x0c and vertical\x0btab and next\x85line"),
    ("e\u0301te\u0301, O\u0308l und 𝒢overnance, later", "te\u0301, O\u0308l und 𝒢overnance"),
]


@pytest.mark.parametrize(("text", "words"), PASSAGES)
def test_the_cell_holds_exactly_the_coded_words(desk: Desk, tmp_path: Path, text: str, words: str) -> None:
    desk.article(text)
    coding = desk.code_words(words)
    out = tmp_path / "extracts.csv"

    export_extracts(out, desk.source(), ExportOptions())

    (row,) = rows(out)
    assert row["text"] == row["text_reading"] == words == text[coding.start : coding.end]
    # What an R user writes: substr(text, start + 1, end) counts from 1, its end belongs to the passage.
    first, last = int(row["start"]) + 1, int(row["end"])
    assert "".join(letter for place, letter in enumerate(text, start=1) if first <= place <= last) == words


def test_excel_reads_the_file_as_utf8_with_commas(desk: Desk, tmp_path: Path) -> None:
    desk.article("Areas choose.\nNothing is imposed.")
    desk.code_words("choose.\nNothing", memo='Not "G8"')
    out = tmp_path / "extracts.csv"

    export_extracts(out, desk.source(), ExportOptions())

    written = out.read_bytes()
    assert written.startswith(b"\xef\xbb\xbf" + ",".join(f'"{name}"' for name in COLUMNS).encode() + b"\r\n")
    assert written.count(b"\r\n") == 2
    assert b'"choose.\nNothing"' in written
    assert b'"Not ""G8"""' in written


def test_every_column_is_filled_from_the_project(desk: Desk, tmp_path: Path) -> None:
    article = desk.article(
        "Headline\n\nBy-line\n\nAreas choose their form.",
        title="Whose choice?",
        publication="Sample briefings",
        published="2016-05-19",
        author="Staff writer",
        link="https://example.org/1",
    )
    desk.code_words("choose", stance="supports", unsure=True, memo="The record counts")
    out = tmp_path / "extracts.csv"

    export_extracts(out, desk.source(), ExportOptions())

    (row,) = rows(out)
    assert tuple(row) == COLUMNS
    assert {name: value for name, value in row.items() if value} == {
        "id": "coding-1",
        "article_id": "article-1",
        "article_title": "Whose choice?",
        "publication": "Sample briefings",
        "published": "2016-05-19",
        "author": "Staff writer",
        "link": "https://example.org/1",
        "code_label": "G7",
        "code": "Local choice",
        "code_path": "Governance > Local choice",
        "family": "Governance",
        "scheme_version": "3",
        "coder": "Ann",
        "pass": "blind",
        "coded_at": "2026-03-02T09:00:00.000Z",
        "text": "choose",
        "text_reading": "choose",
        "speaker_known_by": "none",
        "stance": "supports",
        "unsure": "true",
        "memo": "The record counts",
        "state": "coded",
        "start": "25",
        "end": "31",
        "paragraph": "3",
        "text_sha256": article.text_sha256,
    }


def test_the_agreed_coding_says_so(desk: Desk, tmp_path: Path) -> None:
    desk.article("Areas choose.")
    agreed = desk.coder("Agreed", kind="agreed")
    desk.code_words("choose", coder=agreed.id)
    out = tmp_path / "extracts.csv"

    export_extracts(out, desk.source(), ExportOptions(anonymous=True))

    assert [(row["coder"], row["state"]) for row in rows(out)] == [("Agreed", "agreed")]


FORMULAS = ["=cmd()", "+44 20", "-1 per cent", "@mention", "\tindented", "\rreturned"]


@pytest.mark.parametrize("memo", FORMULAS)
def test_safe_cells_keep_a_spreadsheet_from_running_a_memo(desk: Desk, tmp_path: Path, memo: str) -> None:
    desk.article("=SUM(A1) and more")
    desk.code_words("=SUM(A1)", memo=memo)
    out = tmp_path / "extracts.csv"

    verbatim = export_extracts(out, desk.source(), ExportOptions())
    assert [(row["memo"], row["text"]) for row in rows(out)] == [(memo, "=SUM(A1)")]
    assert not any("apostrophe" in note for note in verbatim.notes)

    safe = export_extracts(out, desk.source(), ExportOptions(safe_cells=True))
    assert [(row["memo"], row["text"]) for row in rows(out)] == [("'" + memo, "'=SUM(A1)")]
    assert any("apostrophe" in note for note in safe.notes)
    assert safe.options["safe_cells"] is True


def test_a_passage_longer_than_an_excel_cell_goes_out_whole_and_is_told(desk: Desk, tmp_path: Path) -> None:
    words = "word " * 40_000
    desk.article(f"{words}end")
    desk.code_words(words)
    out = tmp_path / "extracts.csv"

    manifest = export_extracts(out, desk.source(), ExportOptions())

    assert rows(out)[0]["text"] == words
    assert any("32,767" in note for note in manifest.notes)


def test_a_coding_changed_while_the_file_was_written_is_noticed(desk: Desk, tmp_path: Path) -> None:
    desk.article("Areas choose their own form.")
    coding = desk.code_words("choose")
    out = tmp_path / "extracts.csv"
    out.write_text("last week's export")

    def colleague_at_work(doing: str, done: int) -> None:
        if doing == "writing" and done:
            desk.change(coding, end=coding.end + 6)

    with pytest.raises(ReadBackDiffers, match="row 2"):
        export_extracts(out, desk.source(), ExportOptions(), progress=colleague_at_work)

    assert out.read_text() == "last week's export"
    assert [path.name for path in tmp_path.iterdir()] == ["extracts.csv"]


def test_a_stored_quote_that_differs_from_the_text_is_told_and_the_text_wins(desk: Desk, tmp_path: Path) -> None:
    desk.article("Areas choose.")
    desk.code_words("choose", quote="chose")
    out = tmp_path / "extracts.csv"

    manifest = export_extracts(out, desk.source(), ExportOptions())

    assert rows(out)[0]["text"] == "choose"
    assert any("1 of the codings" in note and "coding-1" in note for note in manifest.notes)


def test_progress_counts_writing_and_checking(desk: Desk, tmp_path: Path) -> None:
    desk.article("Areas choose.")
    for number in range(2_500):
        desk.code_words("choose", id=f"coding-{number}")
    told: list[Any] = []

    export_extracts(
        tmp_path / "out.csv", desk.source(), ExportOptions(), progress=lambda doing, done: told.append((doing, done))
    )

    counts = [1_000, 2_000, 2_500]
    assert told == [("writing", done) for done in counts] + [("checking", done) for done in counts]
