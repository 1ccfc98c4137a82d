"""A bracket typed with AltGr reaches no shortcut of the text; one with a key of its own does, or one chosen so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.preferences import Preferences, save_preferences
from annotator.ui.bracket_keys import BracketKeys, at_hand
from annotator.ui.passage_commands import ends_keys

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(("platform", "alt_gr"), [("linux", 0x80), ("win32", 0x40)])
@pytest.mark.parametrize(("letter", "held_back"), [("[", True), ("]", True), ("8", False)])
def test_alt_gr_holds_a_bracket_back(qtbot: QtBot, platform: str, alt_gr: int, letter: str, *, held_back: bool) -> None:
    text = QLineEdit()
    qtbot.addWidget(text)
    QShortcut(letter, text)
    BracketKeys(text, platform)
    for modifiers, shall in ((0, False), (alt_gr, held_back)):
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            text.clear()
            key, none = Qt.Key(ord(letter)), Qt.KeyboardModifier.NoModifier
            event = QKeyEvent(kind, key, none, 17, 0, modifiers, letter)
            QApplication.sendEvent(text, event)
            if kind == QEvent.Type.KeyPress:
                assert (text.text() == "") is shall
            elif shall:
                assert event.isAccepted(), "no shortcut gets it"


def test_a_bracket_that_was_chosen_for_a_key_is_let_through(qtbot: QtBot) -> None:
    save_preferences(Preferences(shortcuts={"highlighter": "[", "start_outward": "Ctrl+B"}))
    text, none = QLineEdit(), Qt.KeyboardModifier.NoModifier
    qtbot.addWidget(text)
    BracketKeys(text, "linux")
    for letter in "[]":
        QApplication.sendEvent(text, QKeyEvent(QEvent.Type.KeyPress, Qt.Key(ord(letter)), none, 17, 0, 0x80, letter))
    assert text.text() == "["


def test_after_one_bracket_by_alt_gr_the_keys_that_select_are_named_instead(qtbot: QtBot) -> None:
    text, none = QLineEdit(), Qt.KeyboardModifier.NoModifier
    qtbot.addWidget(text)
    BracketKeys(text, "linux")
    assert at_hand(text)
    assert ("[", "start out") in ends_keys(brackets=at_hand(text))
    QApplication.sendEvent(text, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_BracketLeft, none, 17, 0, 0x80, "["))
    assert not at_hand(text)
    named = ends_keys(brackets=at_hand(text))
    assert ("Shift+Right", "end out") in named
    assert not {key for key, _ in named} & {"[", "]"}
