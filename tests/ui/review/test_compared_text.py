"""The compared article: only the current difference is marked in it, and a passage can be selected by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from annotator.ui.article.hues import edge_colour
from annotator.ui.article.marks import AsideMark
from annotator.ui.review.compared_article import ComparedArticle
from annotator.ui.review.compared_place import ComparedPlace, tinted
from annotator.ui.theme import theme
from tests.ui.review.differing import ARTICLE, ASKED, DUTY, PLACE, SHARED, TITLE, VIOLET, span

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from annotator.ui.review.compared_text import ComparedText


@pytest.fixture
def compared(qtbot: QtBot, dress: Callable[[str], None]) -> ComparedArticle:
    dress("light")
    shown = ComparedArticle()
    qtbot.addWidget(shown)
    shown.resize(1096, 400)
    shown.show_article(ARTICLE, title=TITLE)
    shown.show()
    return shown


def colours(text: ComparedText, left: float, right: float, y: float) -> list[str]:
    """Return the colours of the pixels at a height of the page."""
    picture: QImage = text.viewport().grab().toImage()
    row = round(y - text.verticalScrollBar().value())
    return [picture.pixelColor(x, row).name() for x in range(round(left), round(right))]


def test_what_both_coded_is_tinted_and_nothing_else(compared: ComparedArticle) -> None:
    text = compared.text
    text.show_difference(PLACE, "boundary")
    lines = list(text.lines.over(*span(DUTY)))
    tints = [tint for painted in tinted(PLACE, lines, text.lines) for tint in painted.tints]
    shared = text.visible_rects(*span(SHARED))
    assert [(tint.left, tint.right) for tint in tints] == [(round(a) - 1, round(c) + 1) for a, _, c, _ in shared]
    assert all(not text.codings.touching(0, len(ARTICLE)) for _ in lines)


def test_a_is_outlined_in_a_solid_line_and_b_in_dashes(compared: ComparedArticle) -> None:
    text, edge = compared.text, edge_colour(VIOLET).name()
    text.show_difference(PLACE, "boundary")
    (left, top, right, _) = text.visible_rects(*span(DUTY))[0]
    shared_right = text.visible_rects(*span(SHARED))[0][2]
    assert set(colours(text, left + 4, right - 4, top)) == {edge}
    dashes = [colour == edge for colour in colours(text, left + 8, shared_right - 8, top + 2)]
    assert 0.3 < sum(dashes) / len(dashes) < 0.8
    assert edge not in colours(text, shared_right + 8, right - 8, top + 2)


@pytest.mark.parametrize("place", [ComparedPlace((span(DUTY),), (), VIOLET), ComparedPlace((), (span(DUTY),), VIOLET)])
def test_what_only_one_coded_has_no_tint(compared: ComparedArticle, place: ComparedPlace) -> None:
    text = compared.text
    text.show_difference(place, "boundary")
    assert place.shared == []
    (left, top, right, _) = text.visible_rects(*span(DUTY))[0]
    edge = edge_colour(VIOLET).name()
    solid, dashed = (colours(text, left + 8, right - 8, top + down) for down in (0, 2))
    assert (set(solid) == {edge}) == bool(place.a)
    assert (edge in dashed) == bool(place.b)


def test_a_split_shares_each_of_its_parts() -> None:
    assert ComparedPlace(((0, 50),), ((5, 10), (20, 60)), VIOLET).shared == [(5, 10), (20, 50)]
    assert ComparedPlace(((0, 50),), ((5, 10), (20, 60)), VIOLET).whole == (0, 60)


def test_the_difference_is_brought_into_sight_and_another_article_has_none(compared: ComparedArticle) -> None:
    text = compared.text
    last = span("Paragraph 11")
    text.show_difference(ComparedPlace((last,), (), VIOLET), "far")
    assert text.is_shown(*last)
    blank = text.viewport().grab().toImage()
    compared.show_article(ARTICLE, title=TITLE)
    assert text.verticalScrollBar().value() == 0
    text.scroll_to(*last)
    assert text.viewport().grab().toImage() != blank


def test_the_difference_is_in_sight_when_one_comes_back_to_the_page(compared: ComparedArticle) -> None:
    text, last = compared.text, span("Paragraph 11")
    compared.hide()
    text.show_difference(ComparedPlace((last,), (), VIOLET), "far")
    compared.show()
    assert text.is_shown(*last)


def test_the_head_says_which_paragraphs_are_in_sight(compared: ComparedArticle, qtbot: QtBot) -> None:
    assert compared.head.words.startswith(f"{TITLE}, ¶ 1 to ")
    bar = compared.text.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert compared.head.words.endswith(" to 15")


def test_a_passage_is_selected_by_the_mouse_and_told(compared: ComparedArticle, qtbot: QtBot) -> None:
    text = compared.text
    text.show_difference(PLACE, "boundary")
    rect = text.passage_rect(*span(ASKED[:20]))
    with qtbot.waitSignal(text.passage_selected) as told:
        qtbot.mousePress(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 1, rect.center().y()))
        qtbot.mouseMove(text.viewport(), QPoint(rect.right() + 1, rect.center().y()))
        qtbot.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.right() + 1, rect.center().y()))
    assert tuple(told.args) == span(ASKED[:20])
    text.show_difference(PLACE, "boundary")
    assert text.passage() is None


def test_no_sentence_is_offered_to_be_coded(compared: ComparedArticle) -> None:
    compared.text.place_caret(span(ASKED)[0])
    assert compared.text.sentence() is None


def test_the_size_is_kept_from_one_article_to_the_next(compared: ComparedArticle, qtbot: QtBot) -> None:
    text = compared.text
    asked: list[int] = []
    text.zoom_asked.connect(asked.append)
    turned = QWheelEvent(
        QPointF(90, 90), QPointF(90, 90), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(text.viewport(), turned)
    assert asked == [1]
    text.set_reading_points(15)
    high = text.visible_lines()[-1].unit
    compared.show_article(ARTICLE, title=TITLE)
    assert text.visible_lines()[-1].unit == high > 1


def test_lines_set_aside_are_grey_as_on_the_code_page(compared: ComparedArticle) -> None:
    text = compared.text
    start, end = span("Paragraph 0 goes on about the same, so that the article is longer than the window.")
    text.set_aside([AsideMark(start, end, "related link", "related link, set aside")])
    cursor = text.textCursor()
    cursor.setPosition(text.positions.to_qt(start + 1))
    assert cursor.charFormat().foreground().color() == theme().colour("aside")


def test_extra_width_goes_beside_the_text_and_the_dock_can_follow(compared: ComparedArticle, qtbot: QtBot) -> None:
    with qtbot.waitSignal(compared.text_left_moved) as told:
        compared.resize(1580, 400)
    assert told.args == [compared.text.measures.left + 40]
    assert compared.text.measures.text == 584


def test_it_is_drawn_anew_in_another_theme(compared: ComparedArticle, dress: Callable[[str], None]) -> None:
    compared.text.show_difference(PLACE, "boundary")
    dress("dark")
    picture = compared.grab().toImage()
    assert picture.pixelColor(4, 4) == theme().colour("paper")
    assert picture.pixelColor(4, 200) == theme().colour("paper")


def test_a_thousand_repaints_lose_no_reference(compared: ComparedArticle) -> None:
    import sys

    before = sys.getrefcount(None)
    for _ in range(500):
        compared.text.lanes.update()
        compared.head.update()
    assert abs(sys.getrefcount(None) - before) < 100


def test_no_file_or_code_can_be_dropped_on_it(compared: ComparedArticle) -> None:
    assert not compared.text.acceptDrops()
    assert not compared.text.viewport().acceptDrops()
