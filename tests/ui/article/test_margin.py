"""The margin names each coding, and a click on a bar or a name means it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from annotator.ui.article.marks import CodingMark
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from annotator.ui.article.article_view import ArticleView


def test_a_bar_stands_twenty_pixels_from_the_text_at_the_height_of_its_lines(
    view: ArticleView, mark: Callable[..., CodingMark]
) -> None:
    view.set_marks([mark("a", "She was asked")])
    (bar,) = view.margin.plan().bars
    rect = view.margin.bar_rect(bar)
    text_right = view.measures.left + view.measures.gutter + view.measures.text
    assert view.margin.x() + rect.left() == text_right + 20
    (top, bottom) = view.visible_rects(bar.mark.start, bar.mark.end)[0][1::2]
    assert (rect.top(), rect.bottom()) == (top + 2, bottom - 2)


def test_bars_scroll_with_the_text(view: ArticleView, mark: Callable[..., CodingMark]) -> None:
    view.resize(864, 200)
    view.set_marks([mark("a", "She was asked")])
    before = view.margin.bar_rect(view.margin.plan().bars[0]).top()
    view.verticalScrollBar().setValue(40)
    assert view.margin.bar_rect(view.margin.plan().bars[0]).top() == before - 40


def test_a_click_on_bar_or_name_means_the_coding(
    view: ArticleView, mark: Callable[..., CodingMark], qtbot: QtBot
) -> None:
    view.set_marks([mark("a", "She was asked"), mark("b", "about plans")])
    plan = view.margin.plan()
    clicked: list[str] = []
    view.coding_clicked.connect(clicked.append)
    places = [view.margin.name_rect(plan.rows[0]), view.margin.bar_rect(plan.bars[1])]
    for rect in places:
        qtbot.mouseClick(view.margin, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    qtbot.mouseClick(view.margin, Qt.MouseButton.LeftButton, pos=QPoint(view.margin.width() - 1, 5))
    assert clicked == ["a", "b"]


def test_the_tip_lists_all_codings_at_a_height_with_their_coder(view: ArticleView) -> None:
    view.set_marks([CodingMark(f"m{n}", 31, 60, "#6bd4f9", f"C{n}", "Name", coder="Ann") for n in range(12)])
    line = next(line for line in view.visible_lines() if line.start <= 31 < line.end)
    titles = [f"{mark.title}, by {mark.coder}" for mark in view.margin.codings_at(line.middle)]
    assert sorted(titles) == sorted(f"C{n} Name, by Ann" for n in range(12))


def test_names_fit_beside_the_text_at_every_width(view: ArticleView, mark: Callable[..., CodingMark]) -> None:
    view.set_marks([mark("a", "She was asked", memo=True, unsure=True)])
    for width in (864, 720, 704, 640, 620, 1400):
        view.resize(width, 600)
        view.grab()
        rect = view.margin.name_rect(view.margin.plan().rows[0])
        assert rect.width() >= 40
        assert view.margin.x() + rect.right() <= width


def test_the_current_coding_stands_out_by_width_and_ground(view: ArticleView, mark: Callable[..., CodingMark]) -> None:
    view.set_marks([mark("a", "She was asked")])
    narrow = view.margin.bar_rect(view.margin.plan().bars[0]).width()
    view.set_current("a")
    plan = view.margin.plan()
    assert (narrow, view.margin.bar_rect(plan.bars[0]).width()) == (4, 6)
    corner = view.margin.name_rect(plan.rows[0]).bottomRight().toPoint() - QPoint(8, 4)
    assert view.margin.grab().toImage().pixelColor(corner).name() == "#e4ecf9"


def test_a_colleagues_bar_is_hollow_and_the_initials_stand_before_the_name_where_there_is_room(
    view: ArticleView, mark: Callable[..., CodingMark]
) -> None:
    view.set_marks([mark("a", "She was asked"), mark("b", "about plans", initials="BO", memo=True, unsure=True)])
    own, theirs = view.margin.plan().bars
    picture = view.margin.grab().toImage()
    inside = [picture.pixelColor(view.margin.bar_rect(bar).center().toPoint()).name() for bar in (own, theirs)]
    assert inside == [own.mark.hue, theme().colour("paper").name()]
    before = view.margin.grab(view.margin.name_rect(view.margin.plan().rows[1]).toRect()).toImage()
    view.put_mark(replace(theirs.mark, initials="CF"))
    assert view.margin.grab(view.margin.name_rect(view.margin.plan().rows[1]).toRect()).toImage() != before


def test_whose_else_a_code_is_stands_behind_its_name(view: ArticleView, mark: Callable[..., CodingMark]) -> None:
    own = mark("a", "She was asked", code="c", coder_id="me")
    theirs = mark("b", "about plans", code="c", coder_id="BO", initials="BO")
    view.set_marks([own])
    before = view.margin.grab(view.margin.name_rect(view.margin.plan().rows[0]).toRect()).toImage()
    view.put_mark(theirs)
    (row,) = view.margin.plan().rows
    assert [one.id for one in row.marks] == ["a", "b"]
    assert view.margin.grab(view.margin.name_rect(row).toRect()).toImage() != before
    rect = view.margin.name_rect(row)
    assert view.margin.coding_at(rect.center()) == "a"
    assert [one.id for one in view.margin.codings_at(rect.center().y())][:2] == ["a", "b"]
    bar = view.margin.plan().bars[1]
    assert view.margin.coding_at(view.margin.bar_rect(bar).center()) == "b"
