"""Markdown keeps every letter; what is a mark is told in place, so that a view can hide it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.importing.formats.plain_text import read_markdown

if TYPE_CHECKING:
    from annotator.importing.read_records import ReadText


def read(text: str) -> ReadText:
    answer = read_markdown(text.encode(), "a.md")
    assert answer.text == text
    return answer


def without_marks(text: str) -> str:
    """Return the text as a view shows it that hides the marks."""
    marks = [block for block in read(text).blocks if block.kind == "mark"]
    hidden = {place for mark in marks for place in range(mark.start, mark.end)}
    return "".join(letter for place, letter in enumerate(text) if place not in hidden)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# The *title* #\n", "The title\n"),
        ("- one\n* two\n+ three\n 12. four\n", "one\ntwo\nthree\nfour\n"),
        ("a **bold** and *thin* and __both__ and ~~gone~~", "a bold and thin and both and gone"),
        ('See [the **plan**](http://example.org/a_(b) "x") and [this][1].', "See the plan and this."),
        ("![a picture](x.png) `code *x*` ``a ` b``", "a picture code *x* a ` b"),
        ("> quoted\n> > twice", "quoted\ntwice"),
        ("5 * 6 * 7, snake_case_name, \\*kept\\*, a*", "5 * 6 * 7, snake_case_name, *kept*, a*"),
        ("[no link] and [half](open and ](x)", "[no link] and [half](open and ](x)"),
        ("---\n\n***\n", "\n\n\n"),
        ("```\n# *code*\n```\n# head", "\n# *code*\n\nhead"),
        ("#no heading\n#\n-no item", "#no heading\n\n-no item"),
        ("😀 *a\u00a0b* e\u0301 **שלום**", "😀 a\u00a0b e\u0301 שלום"),
    ],
)
def test_marks_are_told_in_place(text: str, shown: str) -> None:
    assert without_marks(text) == shown


def test_headings_items_and_quotes_are_told() -> None:
    answer = read("## Why now ##\n\nText.\n\n1. one\n   - two\n\n> said\n")
    told = [
        (block.kind, block.level, block.path, answer.text[block.start : block.end])
        for block in answer.blocks
        if block.kind != "mark"
    ]
    assert told == [
        ("heading", 2, "", "## Why now ##"), ("paragraph", 0, "", "Text."), ("list item", 1, "", "1. one"),
        ("list item", 2, "", "- two"), ("paragraph", 0, "blockquote", "> said"),
    ]  # fmt: skip


def test_front_matter_is_told_and_is_no_heading() -> None:
    answer = read(
        '---\ntitle: "A plan"\nauthor: A Writer\ndate: 2016-05-19\nurl: https://example.org/a\nx: y\n---\nText.'
    )
    assert answer.title == "A plan"
    assert [(fact.name, fact.value) for fact in answer.told] == [
        ("title", "A plan"), ("author", "A Writer"), ("published", "2016-05-19"), ("link", "https://example.org/a"),
    ]  # fmt: skip
    assert answer.told[0].where == "the front matter, “title”"
    assert [block.path for block in answer.blocks] == ["front matter"] * 7 + [""]
