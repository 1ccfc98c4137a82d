"""Rich Text reads as its writer saw it: cells apart, notes at the end, bullets as bullets, emoji whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.importing.formats.rich_text import read_rich_text
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from annotator.importing.read_records import ReadText

HEAD = r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fcharset0 Arial;}{\f3\fcharset2 Symbol;}{\f4\fcharset204 A;}}"


def read(body: str) -> ReadText:
    return read_rich_text((HEAD + body + "}").encode("ascii"), "a.rtf")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"caf\'e9 \'93q\'94 \u8211 ?\emdash \~x\par two", "café “q” –—\u00a0x\ntwo"),
        (r"\u-10179?\u-8704?\u-10179? x", "😀\ufffd x"),
        (r"{\uc2 \u8211 ab}c{\f4 \'e4\'e0}", "–cда"),
        (r"a\{b\}\\cell|", "a{b}\\cell|"),
        (r"\trowd\intbl a|b\cell\cell c\cell\row\intbl d\cell\row", "a|b\t\tc\nd"),
        (r"\u-3913\tab one\par {\f3\'b7\tab}two", "•\tone\n•\ttwo"),
        (r'{\field{\*\fldinst{HYPERLINK "http://example.org/x"}}{\fldrslt{the link}}} on', "the link on"),
        (r"one{\v  hidden} two{\deleted  gone} \v0 three{\v x\v0 y}", "one two threexy"),
        (r"one{\pict\wmetafile8 00ff}{\object{\objdata 00ff}} two{\*\unknown no}", "one two"),
        ("one{\\pict\\bin6 {}{{}}} two", "one two"),
        ("split\r\n over\\line lines\\par", "split over\nlines"),
    ],
)
def test_what_is_written_is_read(body: str, text: str) -> None:
    assert read(body).text == text


def test_notes_heads_and_feet_stand_last_and_apart() -> None:
    note = r"{\super\chftn}{\footnote\pard{\super\chftn} Note \'e9.}"
    answer = read(rf"{{\header\pard The head\par}}{{\footer\pard 3\par}}One{note} two{note}\par three\par")
    assert answer.text == "One[1] two[2]\nthree\n[1] Note é.\n[2] Note é.\nThe head"
    assert [block.kind for block in answer.blocks] == ["paragraph"] * 2 + ["footnote"] * 2 + ["page head"]
    assert answer.notes == ("2 footnotes at the end of the text.",)


def test_headings_items_and_cells_are_told() -> None:
    body = r"\outlinelevel1 Two\par\pard{\pntext\f3\'b7\tab}item\par\trowd\intbl a\cell b\cell\row\pard plain"
    answer = read(body)
    told = [(block.kind, block.level, answer.text[block.start : block.end]) for block in answer.blocks]
    cells = [("table cell", 0, "a"), ("table cell", 0, "b")]
    assert told == [("heading", 2, "Two"), ("list item", 0, "item"), *cells, ("paragraph", 0, "plain")]


def test_the_properties_are_told() -> None:
    answer = read(r"{\info{\title A caf\'e9 \u8211?}{\author A Writer}{\creatim\yr2016\mo5\dy9\hr1}}text")
    assert answer.title == "A café –"
    assert [(fact.name, fact.value) for fact in answer.told] == [
        ("title", "A café –"), ("author", "A Writer"),
    ]  # fmt: skip


@pytest.mark.parametrize("data", [b"plain", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-1.4", b""])
def test_what_is_no_rich_text_is_a_sentence(data: bytes) -> None:
    with pytest.raises(CannotRead, match="in spite of its name"):
        read_rich_text(data, "a.rtf")
