"""How a pair's figure looks: the pair that is compared now on the current ground, nobody against themself a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from annotator.ui.scheme.scheme_model import Index

CURRENT = Qt.ItemDataRole.UserRole + 1  # whether the two are compared now
RADIUS = 4


class PairDelegate(QStyledItemDelegate):
    """Neutral: a figure is printed, not coloured."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area, current = QRectF(option.rect).adjusted(2, 2, -2, -2), bool(index.data(CURRENT))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, theme().colour("field"))
        if index.row() == index.column():
            painter.setPen(QPen(theme().colour("line2"), 1))
            painter.drawLine(QLineF(area.center() - QPointF(4, 0), area.center() + QPointF(4, 0)))
        else:
            painter.setPen(theme().current_pen() if current else Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("sel") if current else theme().colour("ink", 0.04))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
            painter.setFont(control_font(13, 600 if current else 400, tabular=True))
            painter.setPen(theme().colour("ink"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, index.data())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        painter.restore()
