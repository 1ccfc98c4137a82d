"""Why [ and ] are left alone where they are typed with AltGr: there a bracket is no key that a hand falls on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.ui.shortcuts.keys import BETWEEN, chosen_keys
from annotator.ui.shortcuts.pane_keys import key_pressed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

BRACKETS = (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight, Qt.Key.Key_BraceLeft, Qt.Key.Key_BraceRight)
X11_ALT_GR, WINDOWS_ALT_GR = 0x80, 0x40  # among the system's own modifiers: Qt does not tell AltGr


class BracketKeys(QObject):
    """Holds a bracket typed with AltGr back from the shortcuts of the text, unless somebody chose it for a key."""

    def __init__(self, text: QWidget, platform: str = sys.platform) -> None:
        super().__init__(text)
        self._alt_gr = WINDOWS_ALT_GR if platform == "win32" else X11_ALT_GR
        text.installEventFilter(self)

    def _holds_back(self, event: QKeyEvent) -> bool:
        with_alt_gr = event.key() in BRACKETS and bool(event.nativeModifiers() & self._alt_gr)
        return with_alt_gr and not is_chosen(key_pressed(event))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if pressed and isinstance(event, QKeyEvent) and self._holds_back(event):
            event.accept()
            return True
        return super().eventFilter(watched, event)


def is_chosen(key: str) -> bool:
    """Tell whether a key was given to an action by hand."""
    chosen = (one for keys in chosen_keys().values() for one in keys.split(BETWEEN))
    return key in {QKeySequence(one).toString() for one in chosen if one}
