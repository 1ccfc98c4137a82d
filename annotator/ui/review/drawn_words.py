"""How a line of words is drawn into a row of the Review page, and elided where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF

from annotator.ui.scheme.scheme_delegate import baseline
from annotator.ui.scheme.scheme_model import on_one_line
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter


def width_of(text: str, font: QFont) -> float:
    """Return how wide a text is, in device-independent pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)


def draw_words(
    painter: QPainter, text: str, font: QFont, token: str, left: float, right: float, middle: float
) -> float:
    """Draw a text between two edges, centred on a height, and return where it ends."""
    shown = QFontMetricsF(font).elidedText(on_one_line(text), Qt.TextElideMode.ElideRight, max(0.0, right - left))
    painter.setFont(font)
    painter.setPen(theme().colour(token))
    painter.drawText(QPointF(left, baseline(middle, font)), shown)
    return left + width_of(shown, font)


def draw_words_at_right(painter: QPainter, text: str, font: QFont, token: str, right: float, middle: float) -> float:
    """Draw a text that ends at an edge, and return where it begins."""
    left = right - width_of(text, font)
    draw_words(painter, text, font, token, left, right + 1, middle)
    return left
