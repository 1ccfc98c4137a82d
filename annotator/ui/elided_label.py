"""A label of one line that gives way: it never asks for more room than there is, and ends in an ellipsis."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

LONGEST_SHOWN = 400  # characters: no line on a screen holds more, and measuring a novel costs time


class ElidedLabel(QLabel):
    """Shows as much of its text as fits. The whole text stays its accessible name, and its tooltip when cut."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    ) -> None:
        super().__init__(parent)
        self._elide = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.say(text)

    def say(self, text: str) -> None:
        """Show another text; line ends become spaces."""
        self.setText(" ".join(text.split()))
        self.setAccessibleName(self.text())
        self.updateGeometry()

    def shown_text(self) -> str:
        """Return what is on the screen now."""
        return self.fontMetrics().elidedText(self.text()[:LONGEST_SHOWN], self._elide, self.width())

    def wanted_width(self) -> int:
        """Return the width that shows the whole text, in device-independent pixels."""
        return self.fontMetrics().horizontalAdvance(self.text()[:LONGEST_SHOWN]) + 1

    def sizeHint(self) -> QSize:
        return QSize(self.wanted_width(), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.shown_text()
        self.setToolTip("" if shown == self.text() else self.text()[:LONGEST_SHOWN])
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), self.alignment() | Qt.TextFlag.TextSingleLine, shown)
        painter.end()
