"""Without a mouse: from sentence to sentence, growing and shrinking the selection, and no key swallowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from annotator.model.sentences import sentences
from annotator.ui.article.keyboard import extend_sentence, next_sentence, previous_sentence, take_back_sentence

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from annotator.ui.article.article_view import ArticleView


def test_j_walks_over_all_sentences_from_the_headline_on_and_k_back(view: ArticleView) -> None:
    everything = sentences(view.text)
    walked = []
    for _ in everything:
        next_sentence(view)
        walked.append(view.sentence())
    assert walked == everything
    next_sentence(view)
    assert view.sentence() == everything[-1]
    for expected in reversed(everything[:-1]):
        previous_sentence(view)
        assert view.sentence() == expected


def test_nothing_is_outlined_before_the_caret_has_been_put_somewhere(view: ArticleView) -> None:
    assert view.sentence() is None
    next_sentence(view)
    assert view.sentence() == (0, 28)


def test_the_selection_grows_by_sentences_and_gives_them_back(view: ArticleView) -> None:
    first, second, third = sentences(view.text)[1:4]
    view.place_caret(first[0])
    extend_sentence(view)
    assert view.passage() == first
    extend_sentence(view)
    extend_sentence(view)
    assert view.passage() == (first[0], third[1])
    take_back_sentence(view)
    assert view.passage() == (first[0], second[1])
    take_back_sentence(view)
    take_back_sentence(view)
    assert view.passage() is None
    assert view.sentence() == first


def test_after_a_selection_j_goes_on_behind_it(view: ArticleView) -> None:
    first, second = sentences(view.text)[1:3]
    view.select_passage(*first)
    next_sentence(view)
    assert view.passage() is None
    assert view.sentence() == second


def test_a_sentence_off_screen_is_known_to_be_so(view: ArticleView) -> None:
    view.show_article("\n\n".join(f"Sentence number {n}." for n in range(200)))
    next_sentence(view)
    assert view.sentence_is_shown()
    view.verticalScrollBar().setValue(3000)
    assert not view.sentence_is_shown()
    view.scroll_to(*view.sentence() or (0, 0))
    assert view.sentence_is_shown()


@pytest.mark.parametrize(
    "key", ["J", "1", ".", "[", "Return", "Delete", "Backspace", "Shift+J", "Ctrl+PgDown", "Ctrl+C"]
)
def test_keys_reach_the_window_s_actions_once(view: ArticleView, qtbot: QtBot, key: str) -> None:
    pressed: list[str] = []
    shortcut = QShortcut(QKeySequence(key), view)
    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
    shortcut.activated.connect(lambda: pressed.append(key))
    shortcut.activatedAmbiguously.connect(lambda: pressed.append("ambiguous"))
    combination = QKeySequence(key)[0]
    qtbot.keyClick(view, combination.key(), combination.keyboardModifiers())
    assert pressed == [key]


def test_space_pages_down_with_the_caret_and_shift_space_back(view: ArticleView, qtbot: QtBot) -> None:
    view.show_article("\n\n".join(f"Sentence number {n}." for n in range(200)))
    view.place_caret(0)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    start, end = view.shown_range()
    down = view.caret()
    assert view.verticalScrollBar().value() > 0
    assert start <= down <= end
    qtbot.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert view.caret() < down


def test_tab_leaves_the_article(view: ArticleView, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    field = QLineEdit()
    column.addWidget(view)
    column.addWidget(field)
    window.show()
    window.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert field.hasFocus()
    view.setParent(None)
