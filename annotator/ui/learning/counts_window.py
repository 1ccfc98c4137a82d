"""The window beside the work with the counts of a review, by coder and code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from annotator.ui.announce import announce
from annotator.ui.learning.counts_rows import FIGURES, FIRST, CountsRows
from annotator.ui.learning.labels import words
from annotator.ui.plain_table import PADDING, PlainCells, PlainTable
from annotator.ui.pressing import Pressing
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from annotator.ui.learning.counts_rows import CountsRow
    from annotator.ui.scheme.scheme_model import Index

SIZE, FIGURE, CODER = (1040, 520), 76, 120  # device-independent pixels
NOTHING = (
    "Nothing has been decided yet. Settle differences on the Review page, or say what you think of a colleague's "
    "codings on the Code page."
)
MEANT = "Counts of decisions, no coefficient: agreement needs two passes made apart."
KEPT_BACK = "Articles that you have not finished are left out."


class CountsCells(PlainCells):
    """A thin line parts the coders; nothing is a quiet dot."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        rect: QRect = option.rect
        if index.data(FIRST) and index.row():
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), theme().colour("line"))

    def paint_inside(self, painter: QPainter, rect: QRect, index: Index) -> None:
        text, font = str(index.data()), index.data(Qt.ItemDataRole.FontRole)
        painter.setFont(font)
        painter.setPen(theme().colour("ink3" if text == "·" else "ink"))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, index.data(Qt.ItemDataRole.TextAlignmentRole), shown)


class CountsTable(PlainTable):
    """The key for copying is told."""

    copy_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)


class CountsWindow(Pressing):
    """Shows rows; the whole table can be copied as text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reviewCounts")
        self.setWindowTitle("Review in figures")
        self.resize(*SIZE)
        self.rows, self.said = CountsRows(self), words(tone="ink2")
        widths = CODER, 0, *(FIGURE for _ in FIGURES)
        self.table = CountsTable("Counts of the review by coder and code", self.rows, widths, CountsCells())
        self.copy, self.leave = QPushButton("Copy as text"), QPushButton("Close")
        self._lay_out()
        self.copy.clicked.connect(self.copy_text)
        self.table.copy_wanted.connect(self.copy_text)
        self.leave.clicked.connect(self.reject)

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

    def _lay_out(self) -> None:
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(2 * PADDING, 2 * PADDING, 2 * PADDING, 12)
        column.setSpacing(12)
        for button in (self.copy, self.leave):
            button.setAutoDefault(False)
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
