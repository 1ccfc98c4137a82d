"""Why [ and ] are left alone where they are typed with AltGr: there a bracket is no key that a hand falls on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

BRACKETS = (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight, Qt.Key.Key_BraceLeft, Qt.Key.Key_BraceRight)
X11_ALT_GR, WINDOWS_ALT_GR = 0x80, 0x40  # among the system's own modifiers: Qt does not tell AltGr


class BracketKeys(QObject):
    """Holds a bracket typed with AltGr back from the shortcuts of the text."""

    def __init__(self, text: QWidget, platform: str = sys.platform) -> None:
        super().__init__(text)
        self._alt_gr = WINDOWS_ALT_GR if platform == "win32" else X11_ALT_GR
        text.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if pressed and isinstance(event, QKeyEvent) and event.key() in BRACKETS:
            with_alt_gr = bool(event.nativeModifiers() & self._alt_gr)
            if with_alt_gr:
                event.accept()
                return True
        return super().eventFilter(watched, event)
