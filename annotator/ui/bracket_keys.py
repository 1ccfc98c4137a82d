"""Why [ and ] are left alone where they are typed with AltGr: there a bracket is no key that a hand falls on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from annotator.ui.shortcuts.keys import BETWEEN, chosen_keys
from annotator.ui.shortcuts.pane_keys import key_pressed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

BRACKETS = (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight, Qt.Key.Key_BraceLeft, Qt.Key.Key_BraceRight)
_L = QLocale.Language
WITH_ALT_GR = {
    _L.German, _L.French, _L.Spanish, _L.Portuguese, _L.Italian, _L.Danish, _L.Swedish, _L.Finnish,
    _L.NorwegianBokmal, _L.NorwegianNynorsk, _L.Icelandic, _L.Czech, _L.Slovak, _L.Hungarian, _L.Croatian,
    _L.Slovenian, _L.Turkish,
}  # fmt: skip
HELD_BACK = "bracketHeldBack"
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
            watched.setProperty(HELD_BACK, True)  # now the keyboard is known
            event.accept()
            return True
        return super().eventFilter(watched, event)


def at_hand(text: QWidget) -> bool:
    """Tell whether brackets are typed without AltGr, as far as the keyboard's language or a key pressed there tells."""
    return not text.property(HELD_BACK) and QGuiApplication.inputMethod().locale().language() not in WITH_ALT_GR


def is_chosen(key: str) -> bool:
    """Tell whether a key was given to an action by hand."""
    chosen = (one for keys in chosen_keys().values() for one in keys.split(BETWEEN))
    return key in {QKeySequence(one).toString() for one in chosen if one}
