"""How an article is drawn where there is only room for a rail: a ring with the share read, a check or its number."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.icons import paint_icon
from annotator.ui.library.article_cards import ArticleCard
from annotator.ui.library.article_delegate import paint_row_ground
from annotator.ui.library.article_model import CURRENT_ROLE, NUMBER_ROLE, ROW_ROLE
from annotator.ui.theme import control_font, theme

SIZE = QSize(40, 44)
RING, STROKE = 22, 2.0
QUARTER, TURN = 90 * 16, 360 * 16  # Qt counts sixteenths of a degree, from three o'clock, anticlockwise


class ArticleRailDelegate(QStyledItemDelegate):
    """Rows of 44 in a rail of 48."""

    def _paint_ring(self, painter: QPainter, rect: QRectF, card: ArticleCard, number: int) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().colour("trough"), STROKE))
        painter.drawEllipse(rect)
        painter.setPen(QPen(theme().colour("ink3"), STROKE))
        painter.drawArc(rect, QUARTER, -round(TURN * card.share_read))
        if card.state == "finished":
            paint_icon(painter, "check", QRectF(rect.center().x() - 7, rect.center().y() - 7, 14, 14), "ink2")
            return
        painter.setFont(control_font(11, 500, tabular=True))
        painter.setPen(theme().colour("ink2"))
        painter.drawText(rect.adjusted(-8, 0, 8, 0), Qt.AlignmentFlag.AlignCenter, str(number))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        card = index.data(ROW_ROLE)
        if not isinstance(card, ArticleCard):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        paint_row_ground(painter, rect.adjusted(4, 2, -4, -2), option, current=bool(index.data(CURRENT_ROLE)))
        ring = QRectF(rect.center().x() - RING / 2, rect.center().y() - RING / 2, RING, RING)
        self._paint_ring(painter, ring, card, index.data(NUMBER_ROLE))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return SIZE
