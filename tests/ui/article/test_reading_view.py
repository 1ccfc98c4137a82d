"""Reading: positions in code points, calm scrolling, a size of one's own, and a window resized without new layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from annotator.ui.article.article_view import ArticleView

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


LONG = "\n\n".join(f"Paragraph {n} has a sentence. And it has another one 😀." for n in range(300))


def drag(view: ArticleView, qtbot: QtBot, start: int, end: int) -> None:
    """Drag the mouse from one position to another, each on its line."""
    first, last = view.passage_rect(start, start + 1), view.passage_rect(end - 1, end)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(first.left() + 1, first.center().y()))
    qtbot.mouseMove(view.viewport(), QPoint(last.right() + 1, last.center().y()))
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(last.right() + 1, last.center().y()))


@pytest.mark.parametrize("before", ["", "😀 ", "👨‍👩‍👧👨‍👩‍👧 and ", "ab\u00a0\u00a0"])
def test_a_mouse_selection_is_told_in_code_points_of_the_stored_text(
    view: ArticleView, qtbot: QtBot, before: str
) -> None:
    text = f"{before}some of the money is spent"
    view.show_article(text)
    start = text.index("the money")
    with qtbot.waitSignal(view.passage_selected) as told:
        drag(view, qtbot, start, start + 9)
    assert text[slice(*told.args or ())] == "the money"


def test_a_selection_never_cuts_a_visible_character(view: ArticleView) -> None:
    family = "👨‍👩‍👧"
    view.show_article(f"a {family} b")
    view.select_passage(3, 5)
    assert view.passage() == (2, 2 + len(family))


def test_a_press_and_release_without_moving_selects_nothing(view: ArticleView, qtbot: QtBot) -> None:
    told: list[object] = []
    view.passage_selected.connect(lambda *span: told.append(span))
    rect = view.passage_rect(40, 41)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert told == []
    assert view.passage() is None
    assert view.caret() in (40, 41)


def test_scrolling_to_a_passage_moves_nothing_while_it_can_be_seen(view: ArticleView) -> None:
    view.show_article(LONG)
    bar = view.verticalScrollBar()
    start = LONG.index("Paragraph 5 ")
    view.scroll_to(start, start + 20)
    assert bar.value() == 0
    far = LONG.index("Paragraph 200 ")
    view.scroll_to(far, far + 20)
    assert view.is_shown(far, far + 20)
    rect = view.passage_rect(far, far + 20)
    assert 48 < rect.top() < view.viewport().height() - 48


def test_how_far_was_read_only_grows(view: ArticleView) -> None:
    view.show_article(LONG)
    at_first = view.read_to()
    assert 0 < at_first < len(LONG)
    view.verticalScrollBar().setValue(3000)
    further = view.read_to()
    assert further > at_first
    view.verticalScrollBar().setValue(0)
    assert view.read_to() == further


def test_resizing_the_window_lays_nothing_out_anew(view: ArticleView, qtbot: QtBot) -> None:
    view.show_article(LONG)
    document, lines = view.document(), view.lines
    for width in range(864, 1400, 60):
        view.resize(width, 600)
        qtbot.wait(1)
    assert view.document() is document
    assert view.lines is lines
    assert view.viewport().width() == view.measures.page


def test_the_size_of_the_text_scales_all_measures_and_keeps_the_place(view: ArticleView) -> None:
    view.show_article(LONG)
    view.verticalScrollBar().setValue(2000)
    top = view.shown_range()[0]
    view.set_reading_points(18)
    lines = view.visible_lines()
    assert lines[0].start <= top < lines[0].end
    assert lines[0].bottom - lines[0].top == 36
    view.set_reading_points(99)
    assert view.visible_lines()[0].unit == pytest.approx(56 / 24)


def test_ctrl_and_wheel_ask_for_another_size_and_change_nothing_themselves(view: ArticleView) -> None:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    asked: list[int] = []
    view.zoom_asked.connect(asked.append)
    before = view.visible_lines()[0].unit
    where = QPointF(100, 100)
    event = QWheelEvent(
        where, where, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)
    assert asked == [1]
    assert view.visible_lines()[0].unit == before


def test_a_title_that_is_the_first_line_becomes_the_headline_and_stays_text(view: ArticleView) -> None:
    lines = view.visible_lines()
    assert lines[0].bottom - lines[0].top == 32
    assert lines[1].top - lines[0].bottom == 8 + 20 + 16
    assert (lines[0].start, view.text[lines[0].start : lines[0].end]) == (0, view.accessibleName())


def test_a_title_that_is_not_in_the_text_is_painted_above_it_without_moving_a_position(view: ArticleView) -> None:
    view.show_article("Only text.", title="Another title", facts="By a staff writer")
    (line,) = view.visible_lines()
    assert (line.start, line.end) == (0, 10)
    assert line.top == 28 + 32 + 8 + 20 + 16
    image = view.viewport().grab().toImage()
    ink = [y for y in range(28, 60) if image.pixelColor(60, y).lightness() < 90]
    assert ink, "no headline is painted"


def test_the_article_has_its_title_as_accessible_name(view: ArticleView) -> None:
    assert view.accessibleName() == "A mixed model for local care"


def test_a_text_of_a_megabyte_opens_and_its_end_can_be_reached(view: ArticleView) -> None:
    text = "\n\n".join(f"Paragraph {n}. " + "Councils and groups share the money. " * 9 for n in range(2900))
    view.show_article(text)
    assert len(text) > 1_000_000
    view.scroll_to(len(text) - 10, len(text) - 1)
    assert view.is_shown(len(text) - 10, len(text) - 1)


def test_an_empty_article_and_one_of_blank_lines_show_nothing_and_break_nothing(view: ArticleView) -> None:
    for text in ("", "\n", "\n" * 5000, " \n\u00a0\n"):
        view.show_article(text)
        view.grab()
        assert view.shown_range() == (0, 0)
        assert view.passage() is None
        assert view.sentence() is None


def test_a_text_that_begins_with_empty_lines_keeps_the_room_above_its_headline(
    qtbot: QtBot, dress: Callable[[str], None]
) -> None:
    dress("light")
    shown = ArticleView()
    qtbot.addWidget(shown)
    shown.resize(864, 600)
    shown.show_article("\n\nA headline\n\n" + "Words of the text. " * 900, title="A headline")
    shown.show()
    qtbot.waitExposed(shown)
    assert shown.verticalScrollBar().value() == 0


def test_facts_that_are_found_out_later_have_their_room_and_lay_nothing_out_anew(view: ArticleView) -> None:
    view.show_article(f"A headline\n\n{LONG}", title="A headline")
    document, place = view.document(), view.passage_rect(200, 210)
    view.show_facts("1,204 words")
    assert (view.document(), view.passage_rect(200, 210)) == (document, place)
    assert view.facts == "1,204 words"
