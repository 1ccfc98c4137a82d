"""A digit is known by the key's place, on the number pad, and on keyboards whose row gives other characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui.digit_keys import DigitKeys

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

Modifier = Qt.KeyboardModifier
FRENCH = "&é\"'(-è_ç"
PLACES = {
    "linux": (list(range(10, 19)), [0] * 9),
    "win32": (list(range(2, 11)), [0] * 9),
    "darwin": ([0] * 9, [18, 19, 20, 21, 23, 22, 26, 28, 25]),
}


def _event(
    letter: str, scan: int = 0, virtual: int = 0, modifiers: Modifier = Modifier.NoModifier, *, held: bool = False
) -> QKeyEvent:
    key = Qt.Key(ord(letter.upper()))
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, virtual, 0, letter, held)


def _hear(heard: list[str]) -> Callable[[str], bool]:
    def hear(key: str) -> bool:
        heard.append(key)
        return True

    return hear


@pytest.mark.parametrize("platform", PLACES)
def test_a_french_row_of_digits_counts_from_one_to_nine(qtbot: QtBot, platform: str) -> None:
    text, heard = QWidget(), list[str]()
    qtbot.addWidget(text)
    DigitKeys(text, _hear(heard), platform)
    for letter, scan, virtual in zip(FRENCH, *PLACES[platform], strict=True):
        QApplication.sendEvent(text, _event(letter, scan, virtual))
    assert heard == list("123456789")


def test_the_number_pad_counts_and_modifiers_are_told_but_for_shift(qtbot: QtBot) -> None:
    text, heard = QWidget(), list[str]()
    qtbot.addWidget(text)
    DigitKeys(text, _hear(heard), "linux")
    QApplication.sendEvent(text, _event("7", 79, modifiers=Modifier.KeypadModifier))
    for modifier in (Modifier.ShiftModifier, Modifier.ControlModifier, Modifier.AltModifier):
        QApplication.sendEvent(text, _event("&", 10, modifiers=modifier))
    for letter, scan in (("q", 24), ("à", 19), ("0", 0), (")", 20)):
        QApplication.sendEvent(text, _event(letter, scan))
    assert heard == ["7", "Ctrl+1", "Alt+1"]


def test_a_held_key_is_heard_once(qtbot: QtBot) -> None:
    text, heard = QWidget(), list[str]()
    qtbot.addWidget(text)
    DigitKeys(text, _hear(heard), "linux")
    QApplication.sendEvent(text, _event("&", 10))
    for _ in range(15):
        QApplication.sendEvent(text, _event("&", 10, held=True))
    assert heard == ["1"]
