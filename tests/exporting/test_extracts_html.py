"""An analyst forwards one page with the quotes in it; nothing in it runs, loads or loses a word."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html

from annotator.exporting.export import export_extracts
from annotator.exporting.options import ExportOptions

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exporting.conftest import Desk

HOSTILE = '<script>alert("x")</script><img src=x onerror=y()>{{ 7 * 7 }}</style>&amp;=cmd()'


def page(desk: Desk, folder: Path, **chosen: Any) -> Any:
    out = folder / "extracts.html"
    export_extracts(out, desk.source(), ExportOptions(**chosen))
    return html.fromstring(out.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def words_of(element: Any, found: str) -> list[str]:
    return [one.text_content() for one in element.iterfind(f".//*[@class='{found}']")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("😀 Ministers meet.\nAreas   may choose.", "meet.\nAreas   may"),
        ("Some 40\u00a0million <pounds> & more.", "40\u00a0million <pounds> &"),
        ("قال الوزير إن المناطق تختار.", "المناطق تختار"),
        ("\n leading and trailing \n", "\n leading and trailing \n"),
    ],
)
def test_the_page_holds_exactly_the_coded_words(desk: Desk, tmp_path: Path, text: str, words: str) -> None:
    desk.article(text)
    desk.code_words(words)

    assert words_of(page(desk, tmp_path), "quote") == [words]


def test_control_characters_are_shown_by_their_pictures_and_told(desk: Desk, tmp_path: Path) -> None:
    desk.article("A\x0cform\x1bfeed\tand\x7f\x85more")
    desk.code_words("form\x1bfeed\tand\x7f\x85")

    shown = page(desk, tmp_path)

    assert words_of(shown, "quote") == ["form␛feed\tand␡\ufffd"]
    written = (tmp_path / "extracts.html").read_text(encoding="utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", written)
    assert "U+2400" in json.loads(words_of(shown, "manifest")[0])["notes"][0]


def test_nothing_hostile_runs_or_loads(desk: Desk, tmp_path: Path) -> None:
    code = desk.code(HOSTILE, HOSTILE, desk.codes[0], definition=HOSTILE, colour="red;} body{display:none")
    known = dict.fromkeys(("author", "publication", "published"), HOSTILE)
    desk.article(f"{HOSTILE} one. {HOSTILE}", HOSTILE, link="javascript:y()", **known)
    desk.code_words(HOSTILE, memo=HOSTILE, code=code.id)

    shown = page(desk, tmp_path, context=2, marking=HOSTILE, filters={HOSTILE: [HOSTILE]})

    assert {one.tag for one in shown.iter() if isinstance(one.tag, str)}.isdisjoint(
        {"script", "img", "iframe", "object", "embed", "link", "base", "form", "svg", "video", "audio"}
    )
    attributes = [(name, value) for one in shown.iter() for name, value in one.attrib.items()]
    assert not [name for name, _ in attributes if name.startswith("on") or name in ("src", "srcset", "action")]
    assert all(value.startswith("#") for name, value in attributes if name == "href")
    assert all(re.fullmatch("--hue: #[0-9a-f]{6}", value) for name, value in attributes if name == "style")
    (style,) = shown.iterfind(".//style")
    assert "url(" not in style.text
    assert "@import" not in style.text
    assert words_of(shown, "quote") == [HOSTILE]
    policy = shown.find(".//meta[@http-equiv='Content-Security-Policy']").get("content")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


def test_the_brief_reads_family_by_family_in_the_order_of_the_scheme(desk: Desk, tmp_path: Path) -> None:
    governance, local = desk.codes
    funding = desk.code("Funding", colour="#53a70b")
    pooled = desk.code("Pooled budget", "F2", funding)
    joint = desk.code("Joint", "F2a", pooled)
    desk.article("One. Two. Three. Four. Five.")
    for words, code in (("One", joint), ("Two", governance), ("Three", pooled), ("Four", local), ("Five", pooled)):
        desk.code_words(words, code=code.id)

    shown = page(desk, tmp_path)

    assert [one.text_content() for one in shown.iter("h2")][:2] == ["Governance", "Funding"]
    names = ["Governance", "G7Local choice", "F2Pooled budget", "F2aPooled budget > Joint"]
    assert [one.text_content() for one in shown.iter("h3")] == names
    assert words_of(shown, "quote") == ["Two", "Four", "Three", "Five", "One"]


def test_each_quote_has_its_citation_its_coder_and_its_context(desk: Desk, tmp_path: Path) -> None:
    desk.article(
        "Headline\n\nIt was so. Areas choose freely. So be it.",
        "Whose choice?",
        author="Staff writer",
        publication="Sample briefings",
        published="2016-05-09",
    )
    desk.code_words("choose", stance="supports", memo="The record counts", unsure=True)

    shown = page(desk, tmp_path, context=1)

    assert words_of(shown, "source") == ["Staff writer, “Whose choice?”, Sample briefings, 9 May 2016, ¶\u00a02"]
    assert " ".join(words_of(shown, "facts")[0].split()) == "· coded by Ann · supports · unsure"
    assert words_of(shown, "memo") == ["MemoThe record counts"]
    (quote,) = shown.iter("blockquote")
    assert quote.text_content() == "It was so. Areas choose freely. So be it."
    assert words_of(shown, "definition") == ["Areas choose, nothing is imposed."]
    assert "1 extract from 1 article, under 1 code, the work of Ann." in shown.text_content()


def test_the_marking_stands_on_top_and_at_the_foot_of_every_printed_page(desk: Desk, tmp_path: Path) -> None:
    desk.article("Areas choose.")
    desk.code_words("choose")

    marked = page(desk, tmp_path, marking="OFFICIAL – SENSITIVE")

    assert words_of(marked, "marking top") == words_of(marked, "marking bottom") == ["OFFICIAL – SENSITIVE"]
    assert not words_of(page(desk, tmp_path), "marking top")


def test_without_texts_the_page_keeps_places_and_memos(desk: Desk, tmp_path: Path) -> None:
    desk.article("Confidential. Areas choose. Secret.")
    desk.code_words("Areas choose", memo="The record counts")

    shown = page(desk, tmp_path, without_texts=True, context=3)

    everything = shown.text_content()
    assert not [words for words in ("Confidential", "Areas choose.", "Secret") if words in everything]
    assert words_of(shown, "memo") == ["MemoThe record counts"]
    assert words_of(shown, "withheld") == ["Passage of 12 characters, from 14 to 26; texts stay out of this export."]
