"""The row of all codes pooled below the agreement table: always in sight, a click folds the table to it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from annotator.ui.icons import paint_icon
from annotator.ui.review.agreement_columns import EDGE, Widths, widths
from annotator.ui.review.agreement_model import EMPTY
from annotator.ui.review.agreement_painter import paint_figure
from annotator.ui.review.agreement_rows import POOLED, Agreement, Column, row_said
from annotator.ui.review.drawn_words import draw_words_at_right
from annotator.ui.theme import control_font, theme

ROW, BELOW, RULE, SIDE = 28, 5, 1, 8
CHEVRON = 12
FOLD, UNFOLD = "Show only all codes pooled", "Show every code"


class PooledRow(QAbstractButton):
    """Painted in the columns of the table above it. Pressed it asks to fold or unfold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(RULE + ROW + BELOW)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._agreement, self._widths = EMPTY, widths(0, 0)
        self.toggled.connect(lambda _on: self._name())
        theme().changed.connect(self.update)
        self._name()

    def show_agreement(self, agreement: Agreement) -> None:
        """Show the pooled figures."""
        self._agreement = agreement
        self._name()
        self.update()

    def follow(self, columns: Widths) -> None:
        """Take the widths of the table's columns."""
        self._widths = columns
        self.update()

    def articles_words(self) -> str:
        """Return what stands below the heat map, and says how much of it is there."""
        there, shown = len(self._agreement.articles), self._widths.articles
        if not shown:
            return ""
        return "open, by article" if shown == there else f"open, in {shown:,} of {there:,} articles"

    def _name(self) -> None:
        verb = UNFOLD if self.isChecked() else FOLD
        self.setAccessibleName(f"{POOLED}. {verb}")
        self.setAccessibleDescription(row_said(self._agreement, self._agreement.pooled))
        self.setToolTip(f"{verb}. Pooled is 1 − ∑Dₒ / ∑Dₑ over codes, never a mean of alphas.")

    def _paint_ground(self, painter: QPainter) -> QRectF:
        inside = QRectF(SIDE, RULE, self.width() - 2 * SIDE, ROW)
        painter.fillRect(self.rect(), theme().colour("paper"))
        painter.fillRect(QRectF(SIDE, 0, inside.width(), RULE), theme().colour("line2"))
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("hover"))
            painter.drawRoundedRect(inside.adjusted(0, 2, 0, 0), 4, 4)
        if self.hasFocus():
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside.adjusted(1, 2, -1, -1), 3, 3)
        return inside

    def _paint_chevron(self, painter: QPainter, middle: float) -> None:
        left = EDGE + QFontMetricsF(control_font(13, 600)).horizontalAdvance(POOLED) + 6
        rect = QRectF(left, middle - CHEVRON / 2, CHEVRON, CHEVRON)
        paint_icon(painter, "chevron-right" if self.isChecked() else "chevron-down", rect, "ink3")

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(400, self.height())

    def enterEvent(self, event: object) -> None:
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = self._paint_ground(painter)
        ground = "hover" if self.underMouse() else "paper"
        left, low = 0, self._agreement.lowest_drawn()
        for column in Column:
            width = self._widths.of(column)
            area = QRectF(left, inside.top() + 2, width, ROW - 4)
            if width:
                paint_figure(painter, area, self._agreement.pooled, column, low, ground=ground, pooled=True)
            left += width
        middle = inside.center().y()
        self._paint_chevron(painter, middle)
        draw_words_at_right(painter, self.articles_words(), control_font(11), "ink3", self._widths.right, middle)
        painter.end()
