"""How it is drawn that a difference is open, current, to be discussed, or was decided before something changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from annotator.ui.icons import paint_icon
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from annotator.ui.review.shown import State

OUTER = 6.0  # radius of a ring, its stroke included
OPEN_STROKE, CURRENT_STROKE, DOT = 1.5, 2.0, 2.0
BUBBLE = QRectF(-6.25, -5.75, 12.5, 9)
ICON = 14


def paint_sign(painter: QPainter, centre: QPointF, state: State, *, current: bool) -> None:
    """Paint the sign of a difference that is not settled: a ring, a speech bubble, a warning; current in accent."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state == "stale":
        paint_icon(painter, "warning", QRectF(centre.x() - ICON / 2, centre.y() - ICON / 2, ICON, ICON), "ink2")
    elif state == "discuss":
        _paint_bubble(painter, centre, current=current)
    else:
        paint_ring(painter, centre, current=current)
    painter.restore()


def paint_ring(painter: QPainter, centre: QPointF, *, current: bool) -> None:
    """Paint a ring; the current one is in accent and has a dot."""
    stroke = CURRENT_STROKE if current else OPEN_STROKE
    painter.setPen(QPen(theme().colour("accent" if current else "ink3"), stroke))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, OUTER - stroke / 2, OUTER - stroke / 2)
    if current:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent"))
        painter.drawEllipse(centre, DOT, DOT)


def _paint_bubble(painter: QPainter, centre: QPointF, *, current: bool) -> None:
    pen = QPen(theme().colour("accent" if current else "ink2"), CURRENT_STROKE if current else OPEN_STROKE)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = BUBBLE.translated(centre)
    path = QPainterPath(QPointF(box.left() + 2.5, box.bottom()))
    path.lineTo(box.left() + 2.5, box.bottom() + 3)
    path.lineTo(box.left() + 5.5, box.bottom())
    path.lineTo(box.right() - 2, box.bottom())
    path.quadTo(box.bottomRight(), QPointF(box.right(), box.bottom() - 2))
    path.lineTo(box.right(), box.top() + 2)
    path.quadTo(box.topRight(), QPointF(box.right() - 2, box.top()))
    path.lineTo(box.left() + 2, box.top())
    path.quadTo(box.topLeft(), QPointF(box.left(), box.top() + 2))
    path.lineTo(box.left(), box.bottom() - 2)
    path.quadTo(box.bottomLeft(), QPointF(box.left() + 2.5, box.bottom()))
    painter.drawPath(path)
