"""Not one character is lost or added between the stored text and what is laid out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from annotator.ui.article.measures import measures_for
from annotator.ui.article.text_positions import TextPositions
from annotator.ui.article.typesetting import LONG_LINE, Page, Type, first_line, hard_breaks, typeset, view_copy

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from annotator.ui.article.article_view import ArticleView

CONTROLS = ["\v", "\f", "\x1c", "\x1d", "\x1e", "\x1f", "\x85", "\t", "\x01", "\x1b"]
INVISIBLE = ["\xa0", "\u2028", "\u0301", "\u200d", "\ufeff", "\ufffe", "\u00ad", "\ufffc", "\u200f", "\uffff"]
ODD = [*CONTROLS, *INVISIBLE, "😀"]


def laid_out(text: str, *, headline: bool = False) -> QTextDocument:
    return typeset(text, Type(1.0), Page(measures_for(864, 1.0), headline=headline, above=0, below_headline=16))


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("odd", ODD, ids=ascii)
@pytest.mark.parametrize("text", ["{0}a b\nc", "a{0}b\n{0}c", "a b\nc{0}", "{0}", "{0}\n{0}{0}\n"])
def test_odd_characters_keep_every_line_at_its_place(qapp: object, odd: str, text: str) -> None:
    text = text.format(odd)
    document = laid_out(text)
    assert document.characterCount() == units(text) + 1
    starts, block = [], document.begin()
    while block.isValid():
        starts.append(block.position())
        block = block.next()
    assert starts == [
        units("\n".join([*text.split("\n")[:line], ""])) if line else 0 for line in range(text.count("\n") + 1)
    ]


def test_a_line_as_long_as_a_book_is_broken_in_the_copy_at_spaces_and_keeps_its_length() -> None:
    text = "short\n" + "word " * 9_000 + "end"
    copy = view_copy(text)
    assert hard_breaks(text) == []
    assert len(copy) == len(text)
    assert [at for at, (a, b) in enumerate(zip(text, copy, strict=True)) if a != b]
    assert all(text[at] == " " for at, character in enumerate(copy) if character == "\u2029")
    assert max(len(piece) for piece in copy.split("\n")[1].split("\u2029")) <= LONG_LINE


def test_a_word_as_long_as_a_book_gets_breaks_of_its_own_that_the_positions_know() -> None:
    text = "short 😀\n" + "x😀" * 15_000 + " and an end 😀"
    breaks = hard_breaks(text)
    copy, positions = view_copy(text), TextPositions(text, breaks)
    assert len(breaks) == 3
    assert len(copy) == len(text) + len(breaks)
    assert copy.replace("\u2029", "") == text
    in_units = copy.encode("utf-16-le")
    for position in (
        0,
        6,
        9,
        *breaks,
        *(place - 1 for place in breaks),
        *(place + 1 for place in breaks),
        len(text) - 1,
    ):
        at = positions.to_qt(position)
        assert in_units[2 * at :].decode("utf-16-le")[0] == text[position]
        assert positions.to_text(at) == position


@pytest.mark.parametrize("before", ["\n", " \n", "\n\n", "\n\n\n"])
def test_blank_lines_before_the_text_keep_all_positions(qapp: object, before: str) -> None:
    text = f"{before}First\n\nSecond"
    assert laid_out(text).characterCount() == units(text) + 1


def test_a_headline_in_the_text_keeps_all_positions(qapp: object) -> None:
    text = "\n \nHeadline 😀\n\n\nFirst\nSecond"
    document = laid_out(text, headline=True)
    assert document.characterCount() == units(text) + 1
    assert first_line(text) == "Headline 😀"


def test_paragraphs_stand_half_a_line_apart_with_or_without_blank_lines(view: ArticleView) -> None:
    for gap in ("\n", "\n\n", "\n\n\n \n"):
        view.show_article(f"\n\nFirst{gap}second{gap}third")
        tops = [line.top for line in view.visible_lines()]
        assert [b - a for a, b in pairwise(tops)] == [36, 36]


def test_blank_lines_before_the_text_leave_no_hole(view: ArticleView) -> None:
    view.show_article("First")
    expected = view.visible_lines()[0].top
    view.show_article("\n\n\nFirst")
    assert view.visible_lines()[0].top == expected
