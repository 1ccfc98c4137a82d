"""The sheet of keys is found, searched and left by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from annotator.ui.keycap import Keycap
from annotator.ui.shortcut_help import ShortcutHelp, ShortcutRow, in_two_columns

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

# What the platform without a screen cannot do is no fault of the window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ROWS = [
    ShortcutRow("Reading", "Next sentence", "J", "Passing over what is set aside"),
    ShortcutRow("Reading", "Previous sentence", "K"),
    ShortcutRow("Coding", "Undo", "Ctrl+Z", "And go to the place"),
    ShortcutRow("Coding", "Redo", "Ctrl+Shift+Z; Ctrl+Y"),
    ShortcutRow("Window", "Code page", "Ctrl+1"),
    ShortcutRow("Window", "About", ""),
]


@pytest.fixture
def sheet(qtbot: QtBot) -> ShortcutHelp:
    made = ShortcutHelp(ROWS)
    qtbot.addWidget(made)
    made.show()
    QApplication.processEvents()
    return made


def test_every_action_is_there_and_an_action_with_two_keys_has_two_keycaps(sheet: ShortcutHelp) -> None:
    texts = {label.text() for label in sheet.findChildren(QLabel)}
    assert {row.text for row in ROWS} <= texts
    assert len(sheet.findChildren(Keycap)) == 6


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("undo", ["Undo"]),
        ("ctrl+z", ["Undo"]),
        ("ctrl y", ["Redo"]),
        ("set aside", ["Next sentence"]),
        ("WINDOW 1", ["Code page"]),
        ("nothing like it", []),
    ],
)
def test_the_search_finds_by_name_key_and_help(qtbot: QtBot, sheet: ShortcutHelp, words: str, found: list[str]) -> None:
    qtbot.keyClicks(sheet.field, words)
    assert [row.text for row in sheet.shown_rows()] == found
    sheet.grab()


def test_a_search_without_a_hit_says_so(qtbot: QtBot, sheet: ShortcutHelp) -> None:
    qtbot.keyClicks(sheet.field, "xyzzy")
    assert [label.text() for label in sheet.area.widget().findChildren(QLabel)] == [
        "No action and no key fits. Try another word."
    ]


def test_it_opens_ready_to_search_and_escape_closes_it(qtbot: QtBot, sheet: ShortcutHelp) -> None:
    assert sheet.focusWidget() is sheet.field
    qtbot.keyClick(sheet.field, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_row_is_one_thing_to_a_screen_reader(sheet: ShortcutHelp) -> None:
    names = {widget.accessibleName() for widget in sheet.area.widget().findChildren(type(sheet.area.widget()))}
    assert "Undo, Ctrl Z, And go to the place" in names


def test_the_columns_come_out_about_as_high_and_keep_the_order_of_the_groups() -> None:
    left, right = in_two_columns([ShortcutRow(group, str(n), "") for group in "ABCDE" for n in range(6)])
    assert [group[0].group for group in (*left, *right)] == list("ABCDE")
    assert abs(len(left) - len(right)) <= 1


def test_every_control_has_a_name(sheet: ShortcutHelp, unnamed: Callable[[QWidget], list[str]]) -> None:
    assert unnamed(sheet) == []
