"""The strip at the top: pages, menus, the project's name, tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QVBoxLayout, QWidget

from annotator.ui.top_bar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

# What the platform without a screen cannot do is no fault of the window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    middle = QWidget()
    column = QVBoxLayout(middle)
    column.setContentsMargins(0, 0, 0, 0)
    made.setCentralWidget(middle)
    made.resize(1440, 900)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(window: QMainWindow) -> TopBar:
    made = TopBar()
    for name in ("Project", "Edit", "View", "Coding", "Help"):
        made.menu_bar.addMenu(name).addAction(f"First of {name}")
    made.add_action(QAction("&Undo", window), "undo")
    made.add_separator()
    made.add_action(QAction("Find", window), "search")
    made.show_project("Commissioning in England")
    layout = window.centralWidget().layout()
    layout.addWidget(made, alignment=Qt.AlignmentFlag.AlignTop)
    window.show()
    QApplication.processEvents()
    return made


def _name(bar: TopBar) -> QLabel:
    found = bar.findChild(QLabel, "projectName")
    assert isinstance(found, QLabel)
    return found


def test_a_click_on_a_page_asks_for_it(qtbot: QtBot, bar: TopBar) -> None:
    with qtbot.waitSignal(bar.page_chosen) as asked:
        qtbot.mouseClick(bar.switch.buttons["review"], Qt.MouseButton.LeftButton)
    assert asked.args == ["review"]


def test_arrow_keys_go_from_page_to_page(qtbot: QtBot, bar: TopBar) -> None:
    asked: list[str] = []
    bar.page_chosen.connect(asked.append)
    bar.window().activateWindow()
    bar.switch.buttons["code"].setFocus()
    qtbot.waitUntil(bar.switch.buttons["code"].hasFocus)
    qtbot.keyClick(bar.switch.buttons["code"], Qt.Key.Key_Right)
    assert asked == ["review"]


def test_a_page_that_cannot_be_opened_says_why(qtbot: QtBot, bar: TopBar) -> None:
    bar.set_page_enabled("review", False, "There is nobody to compare with yet.")
    button = bar.switch.buttons["review"]
    with qtbot.assertNotEmitted(bar.page_chosen):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.toolTip() == button.accessibleDescription() == "There is nobody to compare with yet."
    bar.set_page_enabled("review", True)
    assert button.isEnabled()
    assert button.toolTip() == ""


def test_a_tool_follows_its_action_and_is_named_after_it(qtbot: QtBot, bar: TopBar) -> None:
    done: list[bool] = []
    action = QAction("&Redo", bar)
    action.setEnabled(False)
    action.triggered.connect(lambda: done.append(True))
    button = bar.add_action(action, "redo")
    assert not button.isEnabled()
    action.setEnabled(True)
    action.setText("&Redo Code passage")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [True]
    assert button.accessibleName() == "Redo Code passage"
    assert not button.icon().isNull()


@pytest.mark.parametrize("width", [1180, 1440])
def test_the_projects_name_stands_in_the_middle_of_the_window(
    window: QMainWindow, bar: TopBar, width: int, dress: Callable
) -> None:
    dress("light")
    window.resize(width, 800)
    QApplication.processEvents()
    name = _name(bar)
    assert abs(name.geometry().center().x() - width / 2) <= 1
    assert bar.menu_bar.geometry().right() < name.geometry().left()


def test_a_project_with_a_name_of_four_thousand_letters_leaves_everything_in_its_place(
    window: QMainWindow, bar: TopBar
) -> None:
    bar.show_project("commissioning " * 290)
    QApplication.processEvents()
    assert window.width() == 1440
    assert _name(bar).geometry().left() > bar.menu_bar.geometry().right()
    assert "…" in bar.findChild(QLabel, "projectName").shown_text()


def test_in_a_narrow_window_all_menus_are_behind_one_button_and_come_back(window: QMainWindow, bar: TopBar) -> None:
    window.resize(1024, 700)
    bar.set_compact(True)
    assert bar.menu_button.isVisible()
    assert not bar.menu_bar.isVisible()
    assert [action.text() for action in bar.menu_button.menu().actions()] == [
        "Project",
        "Edit",
        "View",
        "Coding",
        "Help",
    ]
    assert bar.menu_button.menu().actions()[0].menu().actions()[0].text() == "First of Project"
    bar.set_compact(False)
    assert bar.menu_bar.isVisible()
    assert [action.text() for action in bar.menu_bar.actions()] == ["Project", "Edit", "View", "Coding", "Help"]


@pytest.mark.parametrize("compact", [False, True])
def test_a_shortcut_of_a_menu_works_wide_and_narrow(
    qtbot: QtBot, window: QMainWindow, bar: TopBar, compact: bool
) -> None:
    pressed: list[bool] = []
    action = bar.menu_bar.actions()[0].menu().addAction("New project")
    action.setShortcut(QKeySequence("Ctrl+N"))
    action.triggered.connect(lambda: pressed.append(True))
    bar.set_compact(compact)
    window.activateWindow()
    QApplication.processEvents()
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [True]


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_tools_are_drawn_in_the_colours_of_the_theme(bar: TopBar, dress: Callable, choice: str) -> None:
    dress("dark" if choice == "light" else "light")
    before = bar.findChild(QWidget, "topBar") or bar
    picture = before.grab().toImage()
    dress(choice)
    assert before.grab().toImage() != picture


def test_every_control_has_a_name(bar: TopBar, unnamed: Callable[[QWidget], list[str]]) -> None:
    assert unnamed(bar) == []
