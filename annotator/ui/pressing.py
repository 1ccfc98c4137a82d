"""What Enter does in a window: it presses the button that has the focus, not the main one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Pressing(QDialog):
    """A window in which every button can be pressed by Enter as by Space."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused, held = self.focusWidget(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in ENTER and not held and isinstance(focused, QPushButton):
            focused.click()
            return
        super().keyPressEvent(event)
