"""The ground of a popup over the window: a field with a magnifier on top, a list below, a ring around."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame

from annotator.ui.icons import paint_icon
from annotator.ui.theme import theme

RING, BORDER, RADIUS = 4, 1, 10
FIELD_HEIGHT = 44


class PopupFrame(QFrame):
    """Paints as the code finder does."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        ring, inside = QPainterPath(), QPainterPath()
        ring.addRoundedRect(QRectF(self.rect()), RADIUS + RING, RADIUS + RING)
        inside.addRoundedRect(ground, RADIUS, RADIUS)
        painter.fillPath(ring.subtracted(inside), theme().colour("ink", 0.06))
        painter.fillPath(inside, theme().colour("field"))
        painter.fillRect(QRectF(ground.left(), ground.top() + FIELD_HEIGHT, ground.width(), 1), theme().colour("line"))
        painter.setPen(QPen(theme().colour("line2"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        paint_icon(painter, "search", QRectF(ground.left() + 16, ground.top() + 15, 16, 16), "ink2")
        painter.end()
