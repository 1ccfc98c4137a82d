"""A table of plain cells in a window beside the work: rows of 28, no grid, the current row on its ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.ui.scheme.scheme_model import Index

ROW, PADDING = 28, 8  # device-independent pixels


class PlainCells(QStyledItemDelegate):
    """Paints a cell's words, cut where there is no room; the focus is a ring in the cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme().colour("sel"))
            painter.setPen(theme().current_pen())  # a line in high contrast, else none
            for height in (rect.top() + 1, rect.bottom()):
                painter.drawLine(rect.left(), height, rect.right(), height)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 3, 3)
        self.paint_inside(painter, rect.adjusted(PADDING, 0, -PADDING, 0), index)
        painter.restore()

    def paint_inside(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint what stands in a cell."""
        painter.setFont(index.data(Qt.ItemDataRole.FontRole))
        painter.setPen(theme().colour("ink" if index.column() == 0 else "ink2"))
        text = QFontMetricsF(painter.font()).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, index.data(Qt.ItemDataRole.TextAlignmentRole), text)


class PlainTable(QTableView):
    """`widths`: one for each column, 0 for the one that takes what is left."""

    def __init__(
        self, name: str, rows: QAbstractItemModel, widths: Sequence[int], cells: PlainCells | None = None
    ) -> None:
        super().__init__()
        self._cells = cells or PlainCells()
        self.setModel(rows)
        self.setItemDelegate(self._cells)
        self.setAccessibleName(name)
        self.setProperty("framed", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(8)
        head.setFixedHeight(ROW)
        self.lay_columns(widths)
        theme().changed.connect(self.viewport().update)

    def lay_columns(self, widths: Sequence[int]) -> None:
        """Give the columns their widths."""
        head = self.horizontalHeader()
        for section, width in enumerate(widths[: head.count()]):
            mode = QHeaderView.ResizeMode.Fixed if width else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(section, mode)
            if width:
                head.resizeSection(section, width)
