"""The ground of a popup over the window: a field with a magnifier on top, a list below, a ring around."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.icons import paint_icon
from annotator.ui.theme import theme

RING, BORDER, RADIUS = 4, 1, 10
FIELD_HEIGHT = 44
PADDING = 4  # around the list


class PopupFrame(QFrame):
    """The ground of the finders; at the foot, where there is one, it is that of a panel."""

    def lay_out(self, field: QWidget, rows: QWidget, *beside: QWidget) -> None:
        """Put the field on top, with what stands beside it at its right, and the list below."""
        edge = RING + BORDER
        parts = QVBoxLayout(self)
        parts.setContentsMargins(edge, edge, edge, edge)
        parts.setSpacing(0)
        head = QWidget(self)
        head.setFixedHeight(FIELD_HEIGHT)
        top = QHBoxLayout(head)
        top.setContentsMargins(38, 0, 14, 1)
        top.addWidget(field, 1)
        for widget in beside:
            top.addWidget(widget)
        parts.addWidget(head)
        inset = QVBoxLayout()
        inset.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        inset.addWidget(rows)
        parts.addLayout(inset, 1)

    def foot_area(self) -> QRect | None:
        """Return where the foot is."""
        return None

    def _paint_ground(self, painter: QPainter, ground: QRectF) -> None:
        ring, inside = QPainterPath(), QPainterPath()
        ring.addRoundedRect(QRectF(self.rect()), RADIUS + RING, RADIUS + RING)
        inside.addRoundedRect(ground, RADIUS, RADIUS)
        painter.fillPath(ring.subtracted(inside), theme().colour("ink", 0.06))
        painter.fillPath(inside, theme().colour("field"))
        lines = [ground.top() + FIELD_HEIGHT]
        if (area := self.foot_area()) is not None:
            foot = QPainterPath()
            foot.addRect(QRectF(area).adjusted(-BORDER, 0, BORDER, BORDER))
            painter.fillPath(inside.intersected(foot), theme().colour("panel"))
            lines.append(area.y() - 1)
        for line in lines:
            painter.fillRect(QRectF(ground.left(), line, ground.width(), 1), theme().colour("line"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        self._paint_ground(painter, ground)
        painter.setPen(QPen(theme().colour("line2"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        paint_icon(painter, "search", QRectF(ground.left() + 16, ground.top() + 15, 16, 16), "ink2")
        painter.end()
