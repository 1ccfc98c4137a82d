"""The window beside the work with the counts of a review, by coder and code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
)

from annotator.ui.announce import announce
from annotator.ui.learning.counts_rows import FIRST, HEADS, CountsRows
from annotator.ui.learning.labels import words
from annotator.ui.pressing import Pressing
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.ui.learning.counts_rows import CountsRow
    from annotator.ui.scheme.scheme_model import Index

ROW, PADDING, FIGURE, CODER = 28, 8, 76, 120  # device-independent pixels
NOTHING = (
    "Nothing has been decided yet. Settle differences on the Review page, or say what you think of a colleague's "
    "codings on the Code page."
)
MEANT = "Counts of decisions, no coefficient: agreement needs two passes made apart."
KEPT_BACK = "Articles that you have not finished are left out."


class CountsTable(QTableView):
    """The key for copying copies the whole table."""

    def __init__(self, window: CountsWindow) -> None:
        super().__init__()
        self._window = window

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._window.copy_text()
        else:
            super().keyPressEvent(event)


class CountsDelegate(QStyledItemDelegate):
    """Paints a cell; a thin line parts the coders."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme().colour("sel"))
        if index.data(FIRST) and index.row():
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), theme().colour("line"))
        painter.setFont(index.data(Qt.ItemDataRole.FontRole))
        text = index.data()
        painter.setPen(theme().colour("ink3" if text == "·" else "ink"))
        inside = rect.adjusted(PADDING, 0, -PADDING, 0)
        shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, index.data(Qt.ItemDataRole.TextAlignmentRole), shown)
        painter.restore()


class CountsWindow(Pressing):
    """Shows rows; the whole table can be copied as text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reviewCounts")
        self.setWindowTitle("Review in figures")
        self.resize(1040, 520)
        self.rows, self.table, self.said = CountsRows(self), CountsTable(self), words(tone="ink2")
        self.copy, self.leave = QPushButton("Copy as text"), QPushButton("Close")
        self._dress()
        self._lay_out()
        self.copy.clicked.connect(self.copy_text)
        self.leave.clicked.connect(self.reject)
        theme().changed.connect(self.table.viewport().update)

    def show_rows(self, rows: Sequence[CountsRow], kept_back: bool) -> None:
        """Show these; the current cell stays where it was. `kept_back`: something is left out until it is finished."""
        index = self.table.currentIndex()
        at = max(0, index.row()), max(0, index.column())
        self.rows.show(rows)
        self.table.setCurrentIndex(self.rows.index(min(at[0], len(rows) - 1), at[1]))
        self.said.setText(" ".join(filter(None, (MEANT if rows else NOTHING, KEPT_BACK if kept_back else ""))))
        for part in (self.table, self.copy):
            part.setEnabled(bool(rows))

    def copy_text(self) -> None:
        """Copy the table, as spreadsheets and mails take it."""
        QGuiApplication.clipboard().setText(self.rows.as_text())
        announce(self.table, "Copied.")

    def _dress(self) -> None:
        table, head = self.table, self.table.horizontalHeader()
        table.setModel(self.rows)
        table.setItemDelegate(CountsDelegate(table))
        table.setObjectName("countsTable")
        table.setAccessibleName("Counts of the review by coder and code")
        table.setProperty("framed", True)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setCornerButtonEnabled(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setFixedHeight(ROW)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column in range(len(HEADS)):
            head.resizeSection(column, FIGURE if column else CODER)

    def _lay_out(self) -> None:
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        for button in (self.copy, self.leave):
            button.setAutoDefault(False)
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
