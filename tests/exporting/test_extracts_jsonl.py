"""A colleague who scripts reads one JSON object a line and places every quote in its text."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest

from annotator.exporting.export import export_extracts
from annotator.exporting.options import ExportOptions

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exporting.conftest import Desk


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().decode("utf-8").removesuffix("\n").split("\n")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("😀👩🏽‍⚕️ Ministers meet.\nAreas may choose their form.", "Areas may choose"),
        ("Some 40\u00a0million – for one area.", "40\u00a0million –"),
        ("قال الوزير إن المناطق تختار. ثم انصرف.", "المناطق تختار"),
        ('Line\nfeed, "quotes", \\ and \x0c.', 'Line\nfeed, "quotes", \\ and \x0c'),
    ],
)
def test_both_selectors_find_the_words_in_the_text_beside(desk: Desk, tmp_path: Path, text: str, words: str) -> None:
    desk.article(text)
    desk.code_words(words, memo="a\u2028memo")
    out = tmp_path / "extracts.jsonl"

    manifest = export_extracts(out, desk.source(), ExportOptions())

    (line,), (article,) = lines(out), lines(tmp_path / "extracts.articles.jsonl")
    position, quote = line["target"]["selector"]
    assert article["text"][position["start"] : position["end"]] == quote["exact"] == words
    assert quote["prefix"] == text[max(0, position["start"] - 32) : position["start"]]
    assert quote["suffix"] == text[position["end"] : position["end"] + 32]
    assert line["target"]["sha256"] == article["sha256"] == hashlib.sha256(text.encode()).hexdigest()
    assert line["target"]["source"] == line["article"]["id"] == article["id"]
    beside = (tmp_path / "extracts.articles.jsonl").read_bytes()
    assert manifest.beside == {"extracts.articles.jsonl": hashlib.sha256(beside).hexdigest()}


def test_a_line_carries_code_coder_and_what_is_unknown_as_null(desk: Desk, tmp_path: Path) -> None:
    desk.article("Areas choose.", author="Staff writer")
    desk.code_words("choose", stance="opposes")
    out = tmp_path / "extracts.jsonl"

    export_extracts(out, desk.source(), ExportOptions())

    (line,) = lines(out)
    assert line["code"] == {"id": "code-2", "label": "G7", "path": ["Governance", "Local choice"]}
    assert (line["coder"], line["state"], line["stance"], line["unsure"]) == ("Ann", "coded", "opposes", False)
    assert line["article"]["author"] == "Staff writer"
    unknown = (line["memo"], line["context_before"], line["article"]["publication"], line["article"]["link"])
    assert unknown == (None, None, None, None)


def test_only_articles_with_an_extract_send_their_text(desk: Desk, tmp_path: Path) -> None:
    desk.article("Not coded, not for others.")
    desk.article("Areas choose.")
    desk.code_words("choose")

    manifest = export_extracts(tmp_path / "out.jsonl", desk.source(), ExportOptions())

    assert [article["id"] for article in lines(tmp_path / "out.articles.jsonl")] == ["article-2"]
    assert [article["id"] for article in manifest.articles] == ["article-2"]


def test_without_texts_no_word_of_an_article_goes_out(desk: Desk, tmp_path: Path) -> None:
    desk.article("Confidential. Areas choose. Secret.")
    desk.code_words("choose", memo="The record counts")
    out = tmp_path / "extracts.jsonl"

    manifest = export_extracts(out, desk.source(), ExportOptions(without_texts=True, context=1))

    written = "".join(path.read_text(encoding="utf-8") for path in tmp_path.iterdir())
    assert not [words for words in ("Confidential", "choose", "Secret") if words in written]
    (line,) = lines(out)
    assert [selector["type"] for selector in line["target"]["selector"]] == ["TextPositionSelector"]
    assert line["memo"] == "The record counts"
    assert any("no quotes" in lost for lost in manifest.lost)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["extracts.jsonl", "extracts.jsonl.manifest.json"]
