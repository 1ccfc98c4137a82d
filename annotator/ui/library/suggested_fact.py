"""What the text of an article tells about itself now: offered beside an empty field, with the line it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from annotator.ui.elided_label import ElidedLabel
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from annotator.jobs.facts_suggested import Suggested


class Offer(QWidget):
    """Below a field: a button with the value, and the line it stands in. The arrow right in the field takes it."""

    taken = Signal()

    def __init__(self, field: QLineEdit, suggested: Suggested) -> None:
        super().__init__()
        self._field, self._value = field, suggested.value
        self.button = QPushButton(f"Take “{suggested.value[:48]}”".replace("&", "&&"))
        self.button.setFont(control_font(12))
        self.button.setAutoDefault(False)
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.setToolTip("Or → in the field")
        self.button.setAccessibleName(f"{field.accessibleName()}: take “{suggested.value}”")
        self.line = ElidedLabel(f"line {suggested.number:,}: “{suggested.line}”")
        self.line.setFont(control_font(12))
        self.line.setProperty("tone", "ink3")
        self.button.setAccessibleDescription(self.line.text())
        field.setAccessibleDescription(
            f"The text says “{suggested.value}”, {self.line.text()}; the arrow right takes it"
        )
        if not field.text():
            field.setPlaceholderText(f"{suggested.value}   → takes it")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.button)
        row.addWidget(self.line)
        row.addStretch(1)
        self.button.clicked.connect(self._take)
        field.installEventFilter(self)
        field.textChanged.connect(self._settle)

    def _take(self) -> None:
        self._field.setText(self._value)
        self._field.setCursorPosition(0)
        self._field.setFocus()
        self.taken.emit()

    def _settle(self, typed: str) -> None:
        self.setVisible(typed != self._value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        right = (
            isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Right
        )
        if right and watched is self._field and not self._field.text():
            self._take()
            return True
        return super().eventFilter(watched, event)
