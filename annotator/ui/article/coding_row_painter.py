"""How a row of the list of codings looks: bar, code, stance and marks above, the passage's first words below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.article.coding_rows import CODING_ROLE, CodingRow
from annotator.ui.article.margin_painter import STANCES
from annotator.ui.icons import paint_icon
from annotator.ui.popup_rows import begin_row
from annotator.ui.scheme.scheme_delegate import BAR_SIZE, baseline, paint_bar
from annotator.ui.scheme.scheme_model import on_one_line
from annotator.ui.theme import control_font, reading_font, theme

if TYPE_CHECKING:
    from annotator.ui.scheme.scheme_model import Index

ROW_HEIGHT, FIRST, SECOND = 48, 14, 32  # the heights of the two lines' middles
LEFT, WORDS_LEFT, RIGHT, GAP, ICON = 14, 26, 12, 6, 14
READING = 13


class CodingDelegate(QStyledItemDelegate):
    """All rows have one height."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: CodingRow = index.data(CODING_ROLE)
        option.rect.adjust(4, 1, -4, -1)
        rect = begin_row(painter, option)
        middle = rect.top() + FIRST
        paint_bar(painter, QRectF(rect.left() + LEFT - 4, round(middle - BAR_SIZE[1] / 2), *BAR_SIZE), row.mark.hue)
        left = rect.left() + WORDS_LEFT - 4
        _paint_code(painter, row, left, _paint_right(painter, row, rect.right() - RIGHT, middle) - GAP, middle)
        _draw(painter, row.words, reading_font(READING), "ink2", left, rect.right() - RIGHT, rect.top() + SECOND)
        painter.restore()


def _paint_right(painter: QPainter, row: CodingRow, right: float, middle: float) -> float:
    """Paint the marks of a coding and its coder from the right; return where they begin."""
    for icon in reversed(row.mark.remarks):
        paint_icon(painter, icon, QRectF(right - ICON, middle - ICON / 2, ICON, ICON), "ink2")
        right -= ICON + GAP
    for words, font in ((STANCES.get(row.mark.stance, ""), control_font(12, 600)), (row.coder, control_font(11))):
        if words:
            width = QFontMetricsF(font).horizontalAdvance(words)
            _draw(painter, words, font, "ink2", right - width, right + 1, middle)
            right -= width + GAP
    return right


def _paint_code(painter: QPainter, row: CodingRow, left: float, right: float, middle: float) -> None:
    if row.mark.label:
        left += _draw(painter, row.mark.label, control_font(12, 600), "ink", left, right, middle) + GAP
    _draw(painter, row.mark.name, control_font(13), "ink", left, right, middle)


def _draw(painter: QPainter, text: str, font: QFont, token: str, left: float, right: float, middle: float) -> float:
    """Draw a text, elided where there is no room, and return its width."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(on_one_line(text), Qt.TextElideMode.ElideRight, max(0.0, right - left))
    painter.setFont(font)
    painter.setPen(theme().colour(token))
    painter.drawText(QPointF(left, baseline(middle, control_font(13))), shown)
    return metrics.horizontalAdvance(shown)
