"""How a card and a heading of the list of articles are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.ui.icons import paint_icon
from annotator.ui.library.article_cards import ArticleCard
from annotator.ui.library.article_model import CURRENT_ROLE, MEMO_ROLE, ROW_ROLE
from annotator.ui.library.card_view import CardView
from annotator.ui.theme import control_font, theme
from annotator.ui.two_lines import two_lines

if TYPE_CHECKING:
    from annotator.ui.library.article_model import ArticleModel
    from annotator.ui.library.sections import Heading

CARD_SIZE, HEADING_SIZE = QSize(80, 88), QSize(80, 32)
SIDE, PADDING, RADIUS = 4, 16, 6
TITLE_BASELINES, FACTS_BASELINE, BAR_TOP = (24, 42), 62, 74

Index = QModelIndex | QPersistentModelIndex


def paint_row_ground(painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, *, current: bool) -> None:
    """Paint what lies under a row: current, under the mouse, with the focus."""
    painter.setPen(Qt.PenStyle.NoPen)
    if current or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(theme().current_pen() if current else Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("sel" if current else "hover"))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1) if theme().palette.high else rect, RADIUS, RADIUS)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().colour("accent"), 2))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)


def paint_selected(painter: QPainter, rect: QRectF) -> None:
    """Paint the mark of a row that is one of several selected: a bar at its left, a line around it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme().colour("accent"), 1))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.fillRect(QRectF(rect.left(), rect.top() + RADIUS, 4, rect.height() - 2 * RADIUS), theme().colour("accent"))


class ArticleDelegate(QStyledItemDelegate):
    """Cards of 88: two lines of title, date and state, a bar of how much is read."""

    def __init__(self, cards: ArticleModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._cards = cards

    def _paint_heading(self, painter: QPainter, rect: QRectF, heading: Heading) -> None:
        """Paint chevron, name and number; a heading without articles has nothing to fold."""
        font, numbers = control_font(12, 500), control_font(12, tabular=True)
        left, right, number = rect.left() + SIDE + PADDING, rect.right() - SIDE - PADDING, f"{heading.number:,}"
        if heading.number:
            chevron = "chevron-right" if heading.folded else "chevron-down"
            paint_icon(painter, chevron, QRectF(rect.left() + 5, rect.top() + 10, 12, 12), "ink3")
        painter.setPen(theme().colour("ink3"))
        painter.setFont(numbers)
        right -= QFontMetricsF(numbers).horizontalAdvance(number)
        painter.drawText(QPointF(right, rect.top() + 20), number)
        painter.setFont(font)
        painter.setPen(theme().colour("ink2"))
        shown = QFontMetricsF(font).elidedText(heading.text, Qt.TextElideMode.ElideRight, right - left - 8)
        painter.drawText(QPointF(left, rect.top() + 20), shown)

    def _paint_heading_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        view = option.widget
        inner = rect.adjusted(SIDE, 2, -SIDE, -2)
        if isinstance(view, CardView) and view.target == index:
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(theme().colour("sel"))
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)
            return
        paint_row_ground(painter, inner, option, current=False)

    def _paint_card(self, painter: QPainter, rect: QRectF, card: ArticleCard, *, memo: bool) -> None:
        left, width = rect.left() + PADDING, rect.width() - 2 * PADDING
        font = control_font(13, 500)
        painter.setFont(font)
        painter.setPen(theme().colour("ink"))
        for baseline, line in zip(TITLE_BASELINES, two_lines(card.title, font, width), strict=False):
            painter.drawText(QPointF(left, rect.top() + baseline), line)
        self._paint_facts(painter, QRectF(left, rect.top(), width, rect.height()), card)
        if memo:
            after = left + QFontMetricsF(control_font(12)).horizontalAdvance(card.date_text) + 6
            paint_icon(painter, "note", QRectF(after, rect.top() + FACTS_BASELINE - 11, 14, 14), "ink3")
        bar = QRectF(left, rect.top() + BAR_TOP, width, 2)
        painter.fillRect(bar, theme().colour("trough"))
        painter.fillRect(QRectF(bar.left(), bar.top(), round(width * card.share_read), 2), theme().colour("ink3"))

    def _paint_facts(self, painter: QPainter, rect: QRectF, card: ArticleCard) -> None:
        font, baseline = control_font(12), rect.top() + FACTS_BASELINE
        painter.setFont(font)
        painter.setPen(theme().colour("ink3"))
        state_width = QFontMetricsF(font).horizontalAdvance(card.state_text)
        painter.drawText(QPointF(rect.left(), baseline), card.date_text)
        painter.drawText(QPointF(rect.right() - state_width, baseline), card.state_text)
        if card.state == "finished":
            paint_icon(painter, "check", QRectF(rect.right() - state_width - 18, baseline - 11, 14, 14), "ink3")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, rect = index.data(ROW_ROLE), QRectF(option.rect)
        if isinstance(row, ArticleCard):
            card_rect = rect.adjusted(SIDE, 0, -SIDE, 0)
            paint_row_ground(painter, card_rect, option, current=bool(index.data(CURRENT_ROLE)))
            self._paint_card(painter, card_rect, row, memo=bool(index.data(MEMO_ROLE)))
            view = option.widget
            if isinstance(view, CardView) and view.several() and option.state & QStyle.StateFlag.State_Selected:
                paint_selected(painter, card_rect)
        else:
            self._paint_heading_ground(painter, rect, option, index)
            self._paint_heading(painter, rect, row)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return HEADING_SIZE if self._cards.heading_in_row(index.row()) else CARD_SIZE
