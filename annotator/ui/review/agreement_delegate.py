"""What lies under and round a cell of the agreement table: the row's ground, the focus; then the cell itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from annotator.ui.review.agreement_painter import heat_rect, paint_figure, paint_heat
from annotator.ui.review.agreement_rows import FIRST_ARTICLE, Column
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from annotator.ui.review.agreement_model import AgreementModel
    from annotator.ui.scheme.scheme_model import Index

SIDE = 8  # left and right of the ground


class AgreementDelegate(QStyledItemDelegate):
    """Paints the ground of a whole row cell by cell, and what stands in each."""

    hovered = -1  # the row under the mouse

    def __init__(self, model: AgreementModel, table: QTableView) -> None:
        super().__init__(table)
        self._model, self._table = model, table

    def _row_area(self, option: QStyleOptionViewItem) -> QRectF:
        width = self._table.viewport().width() - 2 * SIDE
        return QRectF(SIDE, option.rect.top(), width, option.rect.height())

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, row: int) -> str:
        """Paint the ground of the cell's part of the row; return the token it has."""
        area = self._row_area(option)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, theme().colour("paper"))  # the style has painted the selection square
        token = "sel" if current else "hover" if row == self.hovered else "paper"
        if token != "paper":
            high = current and theme().palette.high
            painter.setPen(theme().current_pen() if current else Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour(token))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1) if high else area, 4, 4)
        return token

    def _ring(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the focus: round the row while its code is current, else round the cell."""
        current = self._table.currentIndex()
        if not self._table.hasFocus() or current.row() != index.row():
            return
        area = self._row_area(option).adjusted(1, 1, -1, -1)
        if current.column() != Column.CODE:
            if current.column() != index.column():
                return
            cell = QRectF(option.rect)
            area = heat_rect(cell).adjusted(-2, -2, 2, 2) if index.column() >= FIRST_ARTICLE else cell
            area = area.adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme().colour("accent"), 3 if theme().palette.high else 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, 3, 3)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = self._model.row_at(index.row()), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)
        ground = self._ground(painter, option, index.row())
        if index.column() < FIRST_ARTICLE:
            paint_figure(
                painter, rect, row, Column(index.column()), self._model.agreement.lowest_drawn(), ground=ground
            )
        else:
            paint_heat(painter, rect, row.cells[index.column() - FIRST_ARTICLE], ground)
        self._ring(painter, option, index)
        painter.restore()
