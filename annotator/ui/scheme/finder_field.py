"""What the keys do while the analyst types in the finder."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.ui.theme import control_font

PAGE = 6  # rows
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -PAGE, Qt.Key.Key_PageDown: PAGE}
ENDS = {Qt.Key.Key_Home: False, Qt.Key.Key_End: True}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
TAB = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
OWN = {*STEPS, *ENDS, *ENTER, *TAB, Qt.Key.Key_Escape}
STAY_OPEN = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)


class FinderField(QLineEdit):
    """The field: letters are typed, all other keys are told."""

    stepped = Signal(int)
    jumped = Signal(bool)
    taken = Signal(bool)
    in_vivo_wanted = Signal()
    escaped = Signal()
    focus_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frameless", True)
        self.setFrame(False)
        self.setFont(control_font(15))
        self.setPlaceholderText("Find or make a code")
        self.setAccessibleName("Find or make a code")

    def _own(self, event: QKeyEvent) -> bool:
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in ENTER:
            if not event.isAutoRepeat():
                self.taken.emit(shift)
        elif key in STEPS:
            self.stepped.emit(STEPS[key])
        elif key in ENDS and not shift:
            self.jumped.emit(ENDS[key])
        elif key in TAB:
            if key == Qt.Key.Key_Tab:
                self.in_vivo_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            return False
        return True

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() in OWN:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if event.key() in OWN and plain and self._own(event):
            event.accept()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAY_OPEN:
            self.focus_left.emit()
