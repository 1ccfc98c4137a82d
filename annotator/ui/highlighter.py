"""How the window shows that the highlighter is on: a strip that says so, and a cursor with the code's colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen, QPixmap

from annotator.ui.strip import Strip
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

CURSOR = 32
BAR = QRectF(18, 15, 5, 13)


class HighlighterBanner(Strip):
    """Stands under the top bar while every mouse selection is coded at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._hue = ""
        super().__init__("Highlighter", "Turn off", parent)
        self.setObjectName("highlighterBanner")

    def show_code(self, title: str, hue: str) -> None:
        """Say which code every selection gets."""
        self._hue = hue
        self.say(f"Highlighter: every mouse selection is coded {title}")
        self.update()

    def paint_mark(self, painter: QPainter) -> None:
        if self._hue:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _paint_bar(painter, self._hue, QRectF(12.5, 12.5, 5, 14))


def highlighter_cursor(hue: str) -> QCursor:
    """Return the text cursor with a bar of the code's colour at its foot."""
    picture = QPixmap(CURSOR, CURSOR)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for token, width in (("paper", 3.5), ("ink", 1.5)):
        painter.setPen(QPen(theme().colour(token), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(12, 6, 12, 24)
        for y in (6, 24):
            painter.drawLine(9, y, 15, y)
    _paint_bar(painter, hue, BAR)
    painter.end()
    return QCursor(picture, 12, 15)


def _paint_bar(painter: QPainter, hue: str, rect: QRectF) -> None:
    painter.setPen(QPen(QColor(theme().code_colours(hue).edge), 1))
    painter.setBrush(QColor(hue))
    painter.drawRoundedRect(rect, 2, 2)
