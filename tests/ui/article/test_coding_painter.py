"""Tints and underlines stand exactly where the words stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QTextCursor

from annotator.ui.article.coding_painter import painted_line
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.article.article_view import ArticleView
    from annotator.ui.article.coding_painter import PaintedLine
    from annotator.ui.article.marks import CodingMark


def all_painted(view: ArticleView) -> list[PaintedLine]:
    return view.codings.painted(view.visible_lines())


def caret_x(view: ArticleView, position: int) -> float:
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.positions.to_qt(position))
    return view.cursorRect(cursor).center().x()


@pytest.mark.parametrize("before", ["", "😀👨‍👩‍👧 ", "é\u0301\u00a0\u00a0", "\U0001d54f\t"])
def test_a_tint_begins_and_ends_at_its_words(view: ArticleView, mark: Callable[..., CodingMark], before: str) -> None:
    text = f"{before}Some of the money is spent here."
    view.show_article(text)
    coding = mark("m", "the money", text=text)
    view.set_marks([coding])
    (tint,) = all_painted(view)[0].tints
    assert tint.left == pytest.approx(caret_x(view, coding.start) - 1, abs=1)
    assert tint.right == pytest.approx(caret_x(view, coding.end) + 1, abs=1)


def test_a_coding_over_two_lines_is_tinted_on_both_and_not_on_the_space_where_they_break(
    view: ArticleView, mark: Callable[..., CodingMark]
) -> None:
    view.set_marks([mark("long", view.text[31:190])])
    tints = [tint for painted in all_painted(view) for tint in painted.tints]
    assert len(tints) >= 2
    lines = {line.middle: line for line in view.visible_lines()}
    for tint in tints:
        line = lines[(tint.top + tint.bottom) / 2]
        assert (tint.top, tint.bottom) == (line.middle - 10, line.middle + 10)
        assert tint.right <= line.right + 2


def test_two_tints_that_meet_leave_one_pixel_of_paper(view: ArticleView, mark: Callable[..., CodingMark]) -> None:
    view.set_marks([mark("a", "plans to "), mark("b", "move budgets", hue="#5635b6")])
    first, second = next(painted.tints for painted in all_painted(view) if painted.tints)
    assert second.left - first.right == 1


def test_the_second_underline_is_dashed_where_two_have_one_hue(
    view: ArticleView, mark: Callable[..., CodingMark]
) -> None:
    view.set_marks([mark("a", "plans to move budgets"), mark("b", "to move budgets"), mark("c", "budgets")])
    underlines = next(painted.underlines for painted in all_painted(view) if len(painted.underlines) > 1)
    assert {(under.row, under.dashed) for under in underlines} == {(0, False), (1, True)}
    line = next(line for line in view.visible_lines() if line.start <= view.text.index("budgets") < line.end)
    assert {under.top - line.middle for under in underlines} == {8.5, 11.0}


def test_a_passage_of_hebrew_and_english_is_drawn_where_each_part_is_read(
    view: ArticleView, mark: Callable[..., CodingMark]
) -> None:
    text = "He said שלום עולם and left."
    view.show_article(text)
    line = view.visible_lines()[0]
    view.set_marks([mark("r", "שלום עולם", text=text)])
    (whole,) = all_painted(view)[0].tints
    assert whole.left == pytest.approx(caret_x(view, 8), abs=2)
    first_word = view.lines.spans(line, 8, 12)
    assert first_word[0][0] > view.lines.spans(line, 13, 17)[0][1] - 1  # the first Hebrew word stands at the right
    across = painted_line(line, view.lines, [mark("x", "said שלום", text=text)], {})
    assert len(across.tints) == 2


def test_a_right_to_left_passage_begins_at_the_right(view: ArticleView) -> None:
    text = "He said שלום עולם and left."
    view.show_article(text)
    edges = view.lines.edges(8, 17)
    assert edges
    assert (edges[0].outward, edges[1].outward) == (1, -1)
    assert edges[0].x > edges[1].x
    plain = view.lines.edges(0, 7)
    assert plain
    assert plain[0].x < plain[1].x


def test_letters_keep_the_colour_of_ink_on_a_tint(view: ArticleView, mark: Callable[..., CodingMark]) -> None:
    view.clearFocus()
    view.set_marks([mark("m", "one way of buying care", hue="#fe838d")])
    (tint,) = next(painted.tints for painted in all_painted(view) if painted.tints)
    image = view.viewport().grab().toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(int(tint.left) + 1, int(tint.right))
        for y in range(int(tint.top), int(tint.bottom))
    }
    paper, over = QColor(theme().palette.paper), QColor("#fe838d")
    expected = [round(a + (b - a) * 0.30) for a, b in zip(paper.getRgb()[:3], over.getRgb()[:3], strict=True)]
    assert any(all(abs(a - b) <= 2 for a, b in zip(QColor(c).getRgb()[:3], expected, strict=True)) for c in colours)
    assert min(QColor(colour).lightness() for colour in colours) <= QColor(theme().palette.ink).lightness() + 8
