"""Which digit a key is by its place on the keyboard: on a French one the row of digits gives other characters."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

X11_PLACES = {code: code - 9 for code in range(10, 19)}  # Wayland too
WINDOWS_PLACES = {code: code - 1 for code in range(2, 11)}
MAC_PLACES = {18: 1, 19: 2, 20: 3, 21: 4, 23: 5, 22: 6, 26: 7, 28: 8, 25: 9}  # virtual keys: a Mac has no scan codes


class DigitKeys(QObject):
    """Hears the keys that no shortcut of the text took, and tells the key that its place means: `1`, `Alt+1`.

    `pressed` says whether anything has that key.
    """

    def __init__(self, text: QWidget, pressed: Callable[[str], bool], platform: str = sys.platform) -> None:
        super().__init__(text)
        self._pressed = pressed
        self._platform = platform
        text.installEventFilter(self)

    def key(self, event: QKeyEvent) -> str:
        """Return the digit from 1 to 9 of a key, with its modifiers; empty for other keys, and with Shift."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        digit = self._digit(event)
        if digit is None or modifiers & Qt.KeyboardModifier.ShiftModifier:
            return ""
        return QKeySequence(QKeyCombination(modifiers, Qt.Key(Qt.Key.Key_0 + digit))).toString()

    def _digit(self, event: QKeyEvent) -> int | None:
        if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            return int(event.key()) - int(Qt.Key.Key_0)
        if event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
            return None
        places, code = self._place(event)
        return places.get(code)

    def _place(self, event: QKeyEvent) -> tuple[Mapping[int, int], int]:
        if self._platform == "darwin":
            return MAC_PLACES, event.nativeVirtualKey()
        return WINDOWS_PLACES if self._platform == "win32" else X11_PLACES, event.nativeScanCode()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key = self.key(event) if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else ""
        if isinstance(event, QKeyEvent) and key and (event.isAutoRepeat() or self._pressed(key)):
            return True
        return super().eventFilter(watched, event)
