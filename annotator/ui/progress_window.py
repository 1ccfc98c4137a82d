"""The window beside the work that tells how far each coder is with each article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
)

from annotator.ui.announce import announce
from annotator.ui.pressing import Pressing
from annotator.ui.progress_rows import FIRST, HEADS, ProgressRow, ProgressRows
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from annotator.ui.scheme.scheme_model import Index

ROW, PADDING = 28, 8
WIDTHS = 0, 128, 128, 64, 80, 128, 128  # the title takes what is left
INKED = 0, 4, 5, 6  # titles and figures


class ProgressTable(QTableView):
    """Tells Enter and the key for copying; the arrows move."""

    opened = Signal(int)
    copy_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class ProgressDelegate(QStyledItemDelegate):
    """Paints a cell; a thin line parts the articles."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme().colour("sel"))
        if index.data(FIRST) and index.row():
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), theme().colour("line"))
        painter.setFont(index.data(Qt.ItemDataRole.FontRole))
        painter.setPen(theme().colour("ink" if index.column() in INKED else "ink2"))
        inside = rect.adjusted(PADDING, 0, -PADDING, 0)
        text = QFontMetricsF(painter.font()).elidedText(index.data(), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, index.data(Qt.ItemDataRole.TextAlignmentRole), text)
        painter.restore()


class ProgressWindow(Pressing):
    """Shows rows; Enter on one opens its article, and the whole table can be copied as text."""

    article_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self.setWindowTitle("Progress")
        self.resize(980, 560)
        self.rows, self.table, self.said = ProgressRows(self), ProgressTable(), QLabel()
        self.copy, self.leave = QPushButton("Copy as text"), QPushButton("Close")
        self._dress()
        self._lay_out()
        self.table.opened.connect(lambda row: self.article_wanted.emit(self.rows.row_at(row).work.article))
        self.table.doubleClicked.connect(lambda index: self.table.opened.emit(index.row()))
        self.table.copy_wanted.connect(self.copy_text)
        self.copy.clicked.connect(self.copy_text)
        self.leave.clicked.connect(self.reject)
        theme().changed.connect(self.table.viewport().update)

    def show_rows(self, rows: Sequence[ProgressRow], sentence: str) -> None:
        """Show these; the current cell stays where it was."""
        index = self.table.currentIndex()
        at = max(0, index.row()), max(0, index.column())
        self.rows.show(rows)
        self.table.setCurrentIndex(self.rows.index(min(at[0], len(rows) - 1), at[1]))
        self.say(sentence)

    def say(self, sentence: str) -> None:
        """Say something above the table."""
        if sentence != self.said.text():
            self.said.setText(sentence)
            announce(self.said, sentence)

    def copy_text(self) -> None:
        """Copy the table, as spreadsheets and mails take it."""
        QGuiApplication.clipboard().setText(self.rows.as_text())
        announce(self.table, "Copied.")

    def _dress(self) -> None:
        self.said.setFont(control_font(13))
        self.said.setProperty("tone", "ink2")
        self.said.setWordWrap(True)
        table, head = self.table, self.table.horizontalHeader()
        table.setModel(self.rows)
        table.setItemDelegate(ProgressDelegate(table))
        table.setObjectName("progressTable")
        table.setAccessibleName("Progress by article and coder")
        table.setProperty("framed", True)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setCornerButtonEnabled(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setFixedHeight(ROW)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(HEADS)):
            head.resizeSection(column, WIDTHS[column])
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)

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
