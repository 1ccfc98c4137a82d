"""What the window has to say reaches the analyst without stopping the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from annotator.ui.notices import NoticeBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

# What the platform without a screen cannot do is no fault of the window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    made.resize(1024, 700)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(window: QWidget) -> NoticeBar:
    made = NoticeBar()
    column = window.layout()
    column.addWidget(made)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    window.show()
    return made


def _close(qtbot: QtBot, bar: NoticeBar) -> None:
    qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)


def test_the_strip_is_absent_until_there_is_something_to_say(qtbot: QtBot, bar: NoticeBar) -> None:
    assert not bar.isVisible()
    bar.show_notice("5 articles imported.")
    assert bar.isVisible()
    assert bar.sentence.text() == bar.sentence.accessibleName() == "5 articles imported."
    with qtbot.waitSignal(bar.emptied):
        _close(qtbot, bar)
    assert not bar.isVisible()


def test_newer_news_takes_the_place_of_older(bar: NoticeBar) -> None:
    bar.show_notice("144 extracts are in one.csv.")
    bar.show_notice("144 extracts are in two.html.")
    assert (bar.sentence.text(), bar.waiting()) == ("144 extracts are in two.html.", 0)


def test_notices_wait_their_turn_and_problems_come_first(qtbot: QtBot, bar: NoticeBar) -> None:
    bar.show_notice("5 articles imported.")
    bar.show_notice("The scheme was exported.")
    bar.show_notice("The disk is full.", "problem")
    bar.show_notice("The folder is gone.", "problem")
    told = []
    while bar.isVisible():
        told.append(bar.sentence.text())
        _close(qtbot, bar)
    assert told == ["The disk is full.", "The folder is gone.", "The scheme was exported."]


def test_the_same_sentence_is_not_said_twice(bar: NoticeBar) -> None:
    for _ in range(3):
        bar.show_notice("The disk is full.", "problem")
    assert bar.waiting() == 0


def test_a_notice_offers_what_can_be_done_about_it(qtbot: QtBot, bar: NoticeBar) -> None:
    done: list[str] = []
    bar.show_notice("5 articles imported.", actions=[("Undo", lambda: done.append("undo")), ("Show", lambda: None)])
    assert [button.text() for button in bar.buttons] == ["Undo", "Show"]
    qtbot.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    assert done == ["undo"]
    assert not bar.isVisible()


def test_an_action_may_have_something_to_say_itself(qtbot: QtBot, bar: NoticeBar) -> None:
    bar.show_notice("Not saved.", "problem", [("Try again", lambda: bar.show_notice("Not saved.", "problem"))])
    qtbot.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    assert bar.isVisible()
    assert bar.buttons == []


def test_a_notice_leaves_the_focus_where_it_is(qtbot: QtBot, bar: NoticeBar) -> None:
    elsewhere = QWidget(bar.window())
    elsewhere.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    elsewhere.show()
    elsewhere.setFocus()
    bar.show_notice("The disk is full.", "problem", [("Try again", lambda: None)])
    QApplication.processEvents()
    assert bar.window().focusWidget() is elsewhere


def test_a_long_sentence_wraps_and_pushes_nothing_aside(bar: NoticeBar) -> None:
    bar.show_notice("This sentence is long. " * 40, "problem", [("Do it", lambda: None)])
    QApplication.processEvents()
    assert bar.window().width() == 1024
    assert bar.sentence.height() > 3 * bar.sentence.fontMetrics().height()
    assert bar.close_button.geometry().right() <= bar.width()


def test_another_project_begins_without_old_notices(bar: NoticeBar) -> None:
    bar.show_notice("One.")
    bar.show_notice("Two.")
    bar.clear()
    assert not bar.isVisible()
    assert bar.waiting() == 0


def test_every_control_has_a_name(bar: NoticeBar, unnamed: Callable[[QWidget], list[str]]) -> None:
    bar.show_notice("5 articles imported.", actions=[("Undo", lambda: None)])
    assert unnamed(bar) == []
