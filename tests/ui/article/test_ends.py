"""A coding gets other ends: by its handles, and as a selection in ends mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from annotator.ui.article.article_view import ArticleView
    from annotator.ui.article.marks import CodingMark

LEFT = Qt.MouseButton.LeftButton
WORDS = "plans to move budgets"


class Hand:
    """What the analyst's hand does, and what the view told of it."""

    def __init__(self, view: ArticleView, qtbot: QtBot) -> None:
        self.view, self.qtbot = view, qtbot
        self.told: list[tuple[str, str]] = []
        self.selected: list[object] = []
        self.clicked: list[str] = []
        view.ends_moved.connect(lambda coding, start, end: self.told.append((coding, view.text[start:end])))
        view.passage_selected.connect(lambda *span: self.selected.append(span))
        view.coding_clicked.connect(self.clicked.append)

    def start_of(self, words: str) -> QPoint:
        at = self.view.text.index(words)
        return QPoint(*self._edge(at, at + len(words), 0))

    def end_of(self, words: str) -> QPoint:
        at = self.view.text.index(words)
        return QPoint(*self._edge(at, at + len(words), 1))

    def _edge(self, start: int, end: int, which: int) -> tuple[int, int]:
        edge = (self.view.lines.edges(start, end) or ())[which]
        return round(edge.x), round(edge.middle) - self.view.verticalScrollBar().value()

    def take(self, place: QPoint) -> None:
        self.qtbot.mousePress(self.view.viewport(), LEFT, pos=place)

    def move(self, place: QPoint) -> None:
        self.qtbot.mouseMove(self.view.viewport(), place)

    def let_go(self, place: QPoint) -> None:
        self.qtbot.mouseRelease(self.view.viewport(), LEFT, pos=place)

    def drag(self, place: QPoint, to: QPoint) -> None:
        self.take(place)
        self.move(to)
        self.let_go(to)


@pytest.fixture
def hand(view: ArticleView, qtbot: QtBot, mark: Callable[..., CodingMark]) -> Hand:
    view.set_marks([mark("a", WORDS)])
    view.set_current("a")
    return Hand(view, qtbot)


def test_the_end_of_a_coding_is_dragged_over_more_words(hand: Hand) -> None:
    hand.drag(hand.end_of(WORDS), hand.end_of("budgets and duties"))
    assert hand.told == [("a", "plans to move budgets and duties")]
    assert hand.selected == []
    assert hand.view.passage() is None


def test_the_start_of_a_coding_is_dragged_to_the_line_above_by_its_ring(hand: Hand) -> None:
    ring = QPoint(0, -11)
    hand.drag(hand.start_of(WORDS) + ring, hand.start_of("She was") + ring)
    assert hand.told == [("a", "She was asked about plans to move budgets")]


@pytest.mark.parametrize("rise", [-16, -12, -8, 0, 8])
def test_a_hand_that_strays_up_or_down_on_its_way_stays_on_its_line(hand: Hand, rise: int) -> None:
    ring = QPoint(0, 9)
    hand.drag(hand.end_of(WORDS) + ring, hand.end_of("budgets and duties") + ring + QPoint(0, rise))
    assert hand.told == [("a", "plans to move budgets and duties")]


def test_a_drag_beyond_the_other_end_leaves_one_visible_character(hand: Hand) -> None:
    hand.drag(hand.end_of(WORDS), hand.start_of("She was"))
    assert hand.told == [("a", "p")]


def test_an_end_never_stands_inside_a_visible_character_or_on_white_space(view: ArticleView, qtbot: QtBot) -> None:
    from annotator.ui.article.marks import CodingMark

    text = "one 👨‍👩‍👧👨‍👩‍👧 two three"
    view.show_article(text)
    view.set_marks([CodingMark("a", 0, 3, "#6bd4f9")])
    view.set_current("a")
    hand = Hand(view, qtbot)
    middle = hand.start_of(text[4:9]) + QPoint(7, 0)
    hand.drag(hand.end_of("one"), middle)
    assert hand.told[0][1] in ("one 👨‍👩‍👧", "one")
    hand.drag(hand.end_of("one"), hand.start_of("two"))
    assert hand.told[1][1] == "one 👨‍👩‍👧👨‍👩‍👧"


def test_an_end_dragged_to_a_sign_that_is_not_shown_stops_before_it(view: ArticleView, qtbot: QtBot) -> None:
    from annotator.importing.formats.markdown_marks import markdown_blocks
    from annotator.ui.article.marks import CodingMark

    text = "The boards meet **twice** a year."
    view.show_article(text, blocks=markdown_blocks(text))
    view.set_marks([CodingMark("a", text.index("twice"), text.index("."), "#6bd4f9")])
    view.set_current("a")
    hand = Hand(view, qtbot)
    hand.drag(hand.end_of("year"), hand.end_of("twice"))
    hand.drag(hand.start_of("twice"), hand.start_of("boards"))
    assert [told[1] for told in hand.told] == ["twice", "boards meet **twice** a year"]


def test_while_dragging_the_new_passage_is_outlined_and_esc_gives_up(hand: Hand, qtbot: QtBot) -> None:
    view, to = hand.view, hand.end_of("budgets and duties")
    at_rest = view.viewport().grab().toImage()
    hand.take(hand.end_of(WORDS))
    hand.move(to)
    assert view.is_dragging_end
    start = view.text.index("and duties")
    rect = view.passage_rect(start, start + 10)
    above = QPoint(rect.center().x(), rect.top() + 1)
    assert view.viewport().grab().toImage().pixelColor(above).name() == theme().palette.accent
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.is_dragging_end
    hand.let_go(to)
    assert hand.told == []
    view.place_caret(0)
    view.fresh = True
    assert view.viewport().grab().toImage() == at_rest


def test_a_handle_shows_that_it_can_be_dragged_and_gives_the_cursor_back(hand: Hand) -> None:
    viewport = hand.view.viewport()
    viewport.setCursor(Qt.CursorShape.CrossCursor)
    hand.move(hand.end_of(WORDS))
    assert viewport.cursor().shape() == Qt.CursorShape.SizeHorCursor
    hand.move(hand.end_of("budgets and duties"))
    assert viewport.cursor().shape() == Qt.CursorShape.CrossCursor


def test_a_click_on_a_handle_that_moves_nothing_is_a_click_on_the_text(hand: Hand) -> None:
    place = hand.start_of(WORDS) + QPoint(2, 0)
    hand.take(place)
    hand.let_go(place)
    assert hand.told == []
    assert hand.clicked == ["a"]


def test_without_a_current_coding_a_drag_there_selects_text(hand: Hand) -> None:
    hand.view.set_current(None)
    hand.drag(hand.start_of(WORDS), hand.end_of(WORDS))
    assert hand.selected
    assert hand.told == []


@pytest.mark.parametrize("beside", [3, 5])
def test_the_words_right_beside_a_coding_are_selected_from_their_first_letter(hand: Hand, beside: int) -> None:
    hand.drag(hand.end_of(WORDS) + QPoint(beside, 2), hand.end_of("duties"))
    assert hand.told == []
    assert hand.view.passage() is not None
    hand.view.clear_passage()
    hand.drag(hand.start_of(WORDS) - QPoint(beside, 2), hand.start_of("was asked"))
    assert hand.told == []
    assert hand.view.passage() is not None


def test_a_coding_that_goes_while_its_end_is_in_the_hand_is_not_told(hand: Hand) -> None:
    to = hand.end_of("budgets and duties")
    hand.take(hand.end_of(WORDS))
    hand.move(to)
    hand.view.remove_mark("a")
    hand.let_go(to)
    assert hand.told == []


def test_the_article_scrolls_while_an_end_is_held_below_it(hand: Hand, qtbot: QtBot) -> None:
    view = hand.view
    view.resize(864, 180)
    QApplication.processEvents()
    view.scroll_to(view.codings.marks["a"].start, view.codings.marks["a"].end)
    before = view.verticalScrollBar().value()
    hand.take(hand.end_of(WORDS))
    below = QPoint(200, view.viewport().height() + 20)
    hand.move(below)
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > before)
    hand.let_go(below)
    assert len(hand.told) == 1


def test_in_ends_mode_the_selection_is_the_coding_and_what_is_selected_is_kept(hand: Hand, qtbot: QtBot) -> None:
    view = hand.view
    view.begin_ends("a")
    assert view.ends_mode == "a"
    assert view.text[slice(*view.passage() or ())] == WORDS
    for _ in range(len(" and")):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    view.keep_ends()
    assert hand.told == [("a", f"{WORDS} and")]
    assert (view.ends_mode, view.passage()) == (None, None)


def test_ends_mode_left_is_as_if_it_had_not_been(hand: Hand, qtbot: QtBot) -> None:
    view = hand.view
    view.select_passage(40, 50)
    view.begin_ends("a")
    qtbot.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    view.leave_ends()
    assert (view.ends_mode, view.passage(), hand.told) == (None, (40, 50), [])


def test_nothing_is_told_when_the_ends_stayed_or_the_selection_is_gone(hand: Hand, qtbot: QtBot) -> None:
    view = hand.view
    view.begin_ends("a")
    view.keep_ends()
    view.begin_ends("a")
    qtbot.keyClick(view, Qt.Key.Key_Left)
    view.keep_ends()
    assert hand.told == []


def test_in_ends_mode_handles_and_mouse_change_the_selection_and_tell_nothing_before_it_is_kept(hand: Hand) -> None:
    view = hand.view
    view.begin_ends("a")
    hand.drag(hand.end_of(WORDS), hand.end_of("budgets and duties"))
    assert (hand.told, hand.selected) == ([], [])
    view.keep_ends()
    assert hand.told == [("a", "plans to move budgets and duties")]


def test_ends_mode_looks_like_a_selection_with_handles(hand: Hand) -> None:
    view = hand.view
    view.begin_ends("a")
    image = view.viewport().grab().toImage()
    foot, top = hand.end_of(WORDS) + QPoint(1, 11), hand.start_of(WORDS) + QPoint(-1, -6)
    assert image.pixelColor(foot).name() == theme().palette.paper  # the ring, open
    assert image.pixelColor(top).name() == theme().palette.accent
    rect = view.passage_rect(*view.passage() or (0, 0))
    assert image.pixelColor(rect.center().x(), rect.top() + 1).name() == theme().palette.accent


def test_ends_mode_ends_with_its_coding_with_another_one_and_with_the_article(
    hand: Hand, mark: Callable[..., CodingMark]
) -> None:
    view = hand.view
    changes: list[str | None] = []
    view.ends_mode_changed.connect(lambda: changes.append(view.ends_mode))
    view.begin_ends("a")
    view.put_mark(mark("b", "A group"))
    view.set_current("b")
    view.begin_ends("b")
    view.remove_mark("b")
    view.begin_ends("a")
    view.show_article("Another text.")
    view.begin_ends("gone")
    assert changes == ["a", None, "b", None, "a", None]
