"""How one code is painted in the finder: bar, label, name, path, key; below it what it means, hits marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.keycap import USUAL_KEYCAPS, paint_keycap
from annotator.ui.popup_rows import begin_row
from annotator.ui.scheme.finder_model import FinderRole, Row, Spans
from annotator.ui.scheme.scheme_delegate import baseline, paint_bar
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.ui.scheme.scheme_model import Index

ROW_HEIGHT = 56
FIRST_MIDDLE, SECOND_MIDDLE = 19.0, 41.0
BAR_X, BAR_Y, BAR_SIZE = 14, 10, (4, 36)
WORDS_X, LABEL_WIDTH, RIGHT_INSET = 28, 28, 10


def paint_marked(
    painter: QPainter, at: QPointF, right: float, text: str, spans: Spans, *, font: QFont, loose: bool = False
) -> float:
    """Paint text with its hits underlined, and bold unless they are single letters; return where it ends."""
    strong = QFont(font) if loose else control_font(font.pointSizeF() / 0.75, 600)
    shown = QFontMetricsF(strong if spans else font).elidedText(text, Qt.TextElideMode.ElideRight, right - at.x())
    left, ink = at.x(), painter.pen()
    for start, end, hit in _pieces(len(shown), spans):
        face = strong if hit else font
        width = QFontMetricsF(face).horizontalAdvance(shown[start:end])
        painter.setFont(face)
        painter.setPen(ink)
        painter.drawText(QPointF(left, at.y()), shown[start:end])
        if hit:
            painter.fillRect(QRectF(left, at.y() + 3, width, 2), theme().colour("accent"))
        left += width
    return left


def _pieces(length: int, spans: Spans) -> list[tuple[int, int, bool]]:
    pieces, at = [], 0
    for start, end in sorted(spans):
        start, end = max(start, at), min(end, length)
        if start < end:
            pieces += [(at, start, False), (start, end, True)]
            at = end
    return [piece for piece in [*pieces, (at, length, False)] if piece[0] < piece[1]]


class FinderDelegate(QStyledItemDelegate):
    """Paints the rows of the finder."""

    keycaps: Mapping[int, str] = USUAL_KEYCAPS

    def _first_line(self, painter: QPainter, row: Row, left: float, right: float, line: float) -> None:
        if keycap := self.keycaps.get(row.code.key or 0):
            middle = line - QFontMetricsF(control_font(13)).capHeight() / 2
            right = paint_keycap(painter, right, middle, keycap).left() - 8
        ink = theme().colour("ink")
        if row.code.label:
            painter.setFont(control_font(12, 600))
            painter.setPen(ink)
            metrics = QFontMetricsF(painter.font())
            label = metrics.elidedText(row.code.label.replace("\n", " "), Qt.TextElideMode.ElideRight, 80)
            painter.drawText(QPointF(left, line), label)
            left += max(LABEL_WIDTH, round(metrics.horizontalAdvance(label)) + 8)
        painter.setPen(ink)
        font = control_font(13, 500)
        left = paint_marked(painter, QPointF(left, line), right, row.name, row.spans, font=font, loose=row.loose) + 8
        painter.setFont(control_font(12))
        painter.setPen(theme().colour("ink3"))
        path = QFontMetricsF(painter.font()).elidedText(row.path, Qt.TextElideMode.ElideMiddle, max(0, right - left))
        painter.drawText(QPointF(left, line), path)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(FinderRole.ROW)
        rect = begin_row(painter, option)
        paint_bar(painter, QRectF(rect.left() + BAR_X, rect.top() + BAR_Y, *BAR_SIZE), row.hue)
        left, right = rect.left() + WORDS_X, rect.right() - RIGHT_INSET
        first = baseline(rect.top() + FIRST_MIDDLE, control_font(13))
        self._first_line(painter, row, left, right, first)
        painter.setPen(theme().colour("ink2"))
        second = QPointF(left, baseline(rect.top() + SECOND_MIDDLE, control_font(12)))
        paint_marked(painter, second, right, row.words, row.words_spans, font=control_font(12))
        painter.restore()
