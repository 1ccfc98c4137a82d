"""A marked-up text reads as its author meant it: no sign is seen, headings and lists look as such, no letter moved."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from ui.article.test_signs import MARKED

from annotator.importing.formats.markdown_marks import markdown_blocks
from annotator.model.blocks import Block
from annotator.model.passages import snap_to_graphemes
from annotator.ui.article.keyboard import next_sentence, paragraph, previous_sentence, widen
from annotator.ui.article.marks import AsideMark
from annotator.ui.article.signs import UNSEEN

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from annotator.ui.article.article_view import ArticleView

PLAN = """# The *joint* plan

The two boards 😀 will buy care **together** from April. See [the plan](https://example.org/a/very/long/path/to/the.pdf) of *both* boards.

## What it says

- A first item with **heavy** words, which goes on for long enough to come to a second line of the page
- A second one
  - within it
1. A numbered one

> Somebody is quoted here, at a length that takes the words over to the next line of the page as well.

---

Stars \\* and `code` end it."""  # noqa: E501
LINKED = "See [the plan](https://example.org/path) of the \\*two boards, and [what](a) they [say of it][1] later. " * 6
JOINED = "See ([the plan](https://example.org/long/path)) of the \\*two\\*, and [what](a), they `say`."


def show(view: ArticleView, text: str, title: str = "") -> None:
    view.show_article(text, title=title, blocks=markdown_blocks(text))


def weight(view: ArticleView, words: str) -> tuple[int, bool]:
    """Return how heavy words are, and whether they are italic."""
    cursor = view.textCursor()
    cursor.setPosition(view.positions.to_qt(view.text.index(words) + 1))
    font = cursor.charFormat().font()
    return (400 if cursor.charFormat().isEmpty() else font.weight().value), font.italic()


def indent(view: ArticleView, words: str) -> tuple[float, float]:
    """Return how far the paragraph of some words is set in, and how far its first line."""
    made = view.document().findBlock(view.positions.to_qt(view.text.index(words))).blockFormat()
    return made.leftMargin(), made.textIndent()


def bullets_before(view: ArticleView, words: str) -> bool:
    """Tell whether something is painted just before a line."""
    rect, picture = (
        view.passage_rect(view.text.index(words), view.text.index(words) + 1),
        view.viewport().grab().toImage(),
    )
    paper = picture.pixel(0, 0)
    room = ((x, y) for x in range(rect.left() - 14, rect.left() - 2) for y in range(rect.top(), rect.bottom()))
    return any(picture.pixel(x, y) != paper for x, y in room)


def read_lines(view: ArticleView) -> list[str]:
    """Return the lines as they are read."""
    signs = view.signs
    seen = [signs.shown[line.start : line.end] for line in view.lines.between(0, 100_000)]
    return [line.translate(dict.fromkeys(map(ord, UNSEEN))).strip() for line in seen]


@pytest.mark.parametrize("width", [700, 864, 1200])
def test_nothing_of_the_signs_is_seen_and_lines_break_as_if_they_were_not_there(view: ArticleView, width: int) -> None:
    view.resize(width, 600)
    show(view, LINKED)
    marked, lines = view.grab().toImage(), read_lines(view)
    view.show_article(view.signs.reading)

    assert lines == read_lines(view)
    assert marked == view.grab().toImage(), "the very same picture as of the text without signs"


def test_signs_between_letters_move_these_by_less_than_a_letter(view: ArticleView) -> None:
    show(view, JOINED)
    (marked,) = view.lines.between(0, 1_000)
    view.show_article(view.signs.reading)
    (bare,) = view.lines.between(0, 1_000)

    assert abs(marked.right - bare.right) < 6


def test_a_click_anywhere_on_a_line_puts_the_caret_where_it_was_clicked(view: ArticleView) -> None:
    show(view, f"{LINKED}\n\n{JOINED * 6}")
    for line in list(view.lines.between(0, 100_000))[:-1]:
        middle = round(line.middle)
        places = [
            view.positions.to_text(view.cursorForPosition(QPoint(x, middle)).position())
            for x in range(round(line.left) + 1, round(line.right), 2)
        ]
        assert places == sorted(places)
        seen = [len(view.signs.read(low, high)) for low, high in pairwise(places)]
        assert max(seen) <= 2, "no step of two pixels leads over more than a letter or two"


def test_every_position_holds_with_emoji_and_signs(view: ArticleView) -> None:
    show(view, PLAN, "The joint plan")
    for start in range(0, len(PLAN), 3):
        for end in range(start + 1, min(start + 90, len(PLAN)), 13):
            view.select_passage(start, end)
            there = view.signs.without(*snap_to_graphemes(PLAN, start, end))
            assert view.passage() == there
            assert len(view.textCursor().selectedText()) == end - start


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=MARKED, places=st.lists(st.tuples(st.integers(0, 120), st.integers(1, 60)), min_size=1, max_size=8))
def test_what_is_selected_in_any_marked_up_text_is_told_in_its_code_points(
    view: ArticleView, text: str, places: list[tuple[int, int]]
) -> None:
    show(view, text)
    assert len(view.document().toPlainText().encode("utf-16-le")) == len(text.encode("utf-16-le"))
    for low, length in places:
        start = min(low, len(text))
        end = min(start + length, len(text))
        view.select_passage(start, end)
        if start < end:
            assert view.passage() == view.signs.without(*snap_to_graphemes(text, start, end))
        view.place_caret(end)
        assert view.caret() == end


def test_a_word_between_signs_is_selected_by_mouse_without_them_and_copied_as_it_stands(
    view: ArticleView, qtbot: QtBot
) -> None:
    show(view, PLAN)
    start = PLAN.index("together")
    rect = view.passage_rect(start, start + len("together"))
    with qtbot.waitSignal(view.passage_selected) as told:
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 1, rect.center().y()))
        QTest.mouseMove(view.viewport(), rect.center())
        QTest.mouseMove(view.viewport(), QPoint(rect.right() + 1, rect.center().y()))
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.right() + 1, rect.center().y()))
    assert PLAN[slice(*told.args or ())] == "together"

    view.select_passage(PLAN.index("care"), PLAN.index(" from"))
    view.copy()
    assert QGuiApplication.clipboard().text() == "care **together**"


def test_the_caret_steps_over_signs_as_if_they_were_not_there(view: ArticleView, qtbot: QtBot) -> None:
    text = "## A *b* [c](d)e"
    show(view, text)
    stops = []
    view.place_caret(0)
    for _ in range(len("A b ce")):
        qtbot.keyClick(view, Qt.Key.Key_Right)
        stops.append(view.caret())
    assert view.signs.reading == "A b ce"
    assert stops[-1] == len(text)
    assert len(set(stops)) == len(stops)
    for _ in range(len("A b ce") - 1):
        qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.passage_rect(view.caret(), view.caret() + 1).left() < view.passage_rect(5, 7).left()


def test_headings_and_emphasis_have_their_weight_and_the_headline_its_own(view: ArticleView) -> None:
    show(view, PLAN, "The joint plan")

    assert {weight(view, words)[0] for words in ("What it", "together", "heavy")} == {600}
    assert weight(view, "both") == (400, True)
    assert weight(view, "buy care") == (400, False)
    assert view.lines.at(4).unit > view.lines.at(PLAN.index("What it")).unit  # type: ignore[union-attr]


def test_items_hang_and_stand_close_and_what_is_quoted_is_set_in(view: ArticleView) -> None:
    show(view, PLAN, "The joint plan")

    assert indent(view, "The two boards") == (0, 0)
    assert indent(view, "Somebody") == (20, 0)
    first, nested = indent(view, "A first"), indent(view, "within")
    assert (first[0], nested[0]) == (20, 40)
    assert first[1] < 0
    begins = [line.left for line in view.lines.over(PLAN.index("A first"), PLAN.index("  - within") - 20)][:2]
    assert len(begins) == 2
    assert begins[0] < begins[1], "the bullet hangs"


def test_items_without_a_sign_in_the_text_get_a_bullet_and_rows_stand_in_columns(view: ArticleView) -> None:
    text = "An item\nAnother\n3. Numbered\nArea\tBudget\nNorth\t12"
    item, other = Block(start=0, end=7, kind="list item", level=1), Block(start=8, end=15, kind="list item", path="ol")
    cells = [
        Block(start=text.index(word), end=text.index(word) + 2, kind="table cell") for word in ("Ar", "Bu", "No", "12")
    ]
    view.show_article(text, blocks=[item, other, Block(start=16, end=27, kind="list item"), *cells])

    assert bullets_before(view, "An item")
    assert not bullets_before(view, "Another")
    lefts = {view.passage_rect(text.index(word), text.index(word) + 2).left() for word in ("Bu", "12")}
    assert len(lefts) == 1


def test_a_heading_that_was_set_aside_is_heavy_again_when_it_comes_back(view: ArticleView) -> None:
    show(view, PLAN, "The joint plan")
    start = PLAN.index("What it")
    aside = AsideMark(start - 3, start + len("What it says"), "heading", "")

    view.set_aside([aside])
    assert weight(view, "What it")[0] != 600
    view.set_aside([])
    assert weight(view, "What it")[0] == 600


def test_sentences_and_growing_pass_over_what_is_only_signs(view: ArticleView) -> None:
    show(view, PLAN, "The joint plan")
    view.place_caret(PLAN.index("Somebody"))
    next_sentence(view)
    assert view.sentence() == (PLAN.index("Stars"), len(PLAN))
    previous_sentence(view)
    assert view.sentence() == (PLAN.index("Somebody"), PLAN.index("\n\n---"))

    show(view, "One.\n\n**All of it is heavy.**\n\nTwo.")
    view.place_caret(8)
    for words in ("All", "All of it is heavy"):
        widen(view)
        assert view.text[slice(*view.passage() or ())].startswith(words)
    paragraph(view)
    assert view.text[slice(*view.passage() or ())] == "All of it is heavy."
