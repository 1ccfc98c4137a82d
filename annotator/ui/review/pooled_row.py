"""The row of all codes pooled below the agreement table: always in sight, a click folds the table to it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from annotator.ui.article.tips import tip
from annotator.ui.icons import paint_icon
from annotator.ui.review.agreement_columns import EDGE, FIXED, Widths, widths
from annotator.ui.review.agreement_model import EMPTY
from annotator.ui.review.agreement_painter import paint_figure
from annotator.ui.review.agreement_rows import POOLED, Agreement, Column, cell_text, heads, row_said
from annotator.ui.review.drawn_words import draw_words_at_right, width_of
from annotator.ui.theme import control_font, theme

ROW, BELOW, RULE, SIDE = 28, 5, 1, 8
CHEVRON, BESIDE = 12, 4
NAMED = (Column.ALPHA, Column.KAPPA, Column.F1, Column.OPEN)
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
        """Return what stands below the heat map, and says how much of it is there; nothing while it is folded."""
        there, shown = len(self._agreement.articles), self._widths.articles
        if not shown or self.isChecked():
            return ""
        return "open, by article" if shown == there else f"open, in {shown:,} of {there:,} articles"

    def _name(self) -> None:
        verb = UNFOLD if self.isChecked() else FOLD
        self.setAccessibleName(f"{POOLED}. {verb}")
        said = row_said(self._agreement, self._agreement.pooled)
        self.setAccessibleDescription(said)
        self.setToolTip(tip((), [f"{verb}.", said, "Alpha is pooled as 1 − ∑Dₒ / ∑Dₑ, never a mean of alphas."]))

    def _paint_ground(self, painter: QPainter) -> QRectF:
        inside = QRectF(SIDE, RULE, self.width() - 2 * SIDE, ROW)
        painter.fillRect(self.rect(), theme().colour("paper"))
        if not self.isChecked():
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

    def named_columns(self) -> dict[Column, str]:
        """Return the heads that stand beside their figures: while it is folded there are none above."""
        names = heads(self._agreement)
        return {column: names[column] for column in NAMED if self.isChecked() and self._widths.of(column)}

    def _paint_figures(self, painter: QPainter, top: float) -> None:
        ground, low = "hover" if self.underMouse() else "paper", self._agreement.lowest_drawn()
        left, pooled, named = 0, self._agreement.pooled, self.named_columns()
        for column in Column:
            area = QRectF(left, top + 2, self._widths.of(column), ROW - 4)
            left += self._widths.of(column)
            if not area.isEmpty():
                paint_figure(painter, area, pooled, column, low, ground=ground, pooled=True)
            if column in named:
                end = area.left() + min(area.width(), FIXED[column])
                end -= width_of(cell_text(pooled, column), control_font(13, 600, tabular=True)) + BESIDE
                draw_words_at_right(painter, named[column], control_font(11), "ink3", end, area.center().y())

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
        self._paint_figures(painter, inside.top())
        middle = inside.center().y()
        self._paint_chevron(painter, middle)
        draw_words_at_right(painter, self.articles_words(), control_font(11), "ink3", self._widths.right, middle)
        painter.end()
