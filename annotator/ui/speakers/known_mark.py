"""How a list shows how a speaker is known: in words, and by a shape beside them, not by colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPen

from annotator.ui.icons import paint_icon
from annotator.ui.scheme.scheme_delegate import baseline
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

CONFIRMED, GUESS = "confirmed", "guess"
TOLD = {CONFIRMED: "confirmed", "sure": "sure, by a rule", "likely": "likely, by a rule", GUESS: "a guess"}
ICON, PADDING, HEIGHT = 14, 8, 20


def told(known: str) -> str:
    """Return in words how a speaker is known."""
    return TOLD.get(known, known)


def paint_known(painter: QPainter, right: float, middle: float, known: str) -> float:
    """Paint it so that it ends at `right`; return where it begins. A guess is framed by a broken line."""
    font, text = control_font(12), told(known)
    width = QFontMetricsF(font).horizontalAdvance(text)
    left = right - width - (PADDING if known == GUESS else 0)
    painter.setFont(font)
    painter.setPen(theme().colour("ink2" if known in (CONFIRMED, GUESS) else "ink3"))
    painter.drawText(QPointF(left, baseline(middle, font)), text)
    if known == GUESS:
        left -= PADDING
        pen = QPen(theme().colour("ink3"), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = QRectF(left, middle - HEIGHT / 2, right - left, HEIGHT)
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    elif known == CONFIRMED:
        left -= ICON + 4
        paint_icon(painter, "check", QRectF(left, middle - ICON / 2, ICON, ICON), "ink2")
    return left
