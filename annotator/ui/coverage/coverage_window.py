"""The window of coverage and drift: above how much each coder has done, below one coder's use of the codes by week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.announce import announce
from annotator.ui.coverage.rows import CoverageRows, UseRows
from annotator.ui.coverage.use_table import UseTable
from annotator.ui.plain_table import ROW, PlainTable
from annotator.ui.pressing import Pressing
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.ui.coverage.shown import CoverageRow, UseRow

SIZE = 980, 640
WIDTHS = 0, 140, 170, 140, 80, 120  # the name takes what is left
MOST_CODERS, EDGES = 6, 12


class CoverageWindow(Pressing):
    """Fed with plain rows; tells whose use of the codes is wanted."""

    coder_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("coverage")
        self.setWindowTitle("Coverage and drift")
        self.resize(*SIZE)
        self.rows, self.use = CoverageRows(self), UseRows(self)
        self.table, self.use_table = PlainTable("Coverage by coder", self.rows, WIDTHS), UseTable(self.use)
        self.said, self.strange, self.coder = QLabel(), QLabel(), QComboBox()
        self.copy, self.leave = QPushButton("Copy as text"), QPushButton("Close")
        self.coder.setAccessibleName("Whose use of the codes")
        self.coder.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._lay_out()
        self.coder.currentIndexChanged.connect(lambda _at: self.coder_chosen.emit(str(self.coder.currentData() or "")))
        self.copy.clicked.connect(self.copy_text)
        self.leave.clicked.connect(self.reject)

    def show_coverage(self, rows: Sequence[CoverageRow], coders: Sequence[tuple[str, str]], sentence: str) -> None:
        """List everybody's; `coders`: id and name, to choose one from."""
        self.rows.show(rows)
        self.table.setCurrentIndex(self.rows.index(0, 0))
        self.table.setFixedHeight(ROW * (1 + min(MOST_CODERS, len(rows))) + EDGES)
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        if [self.coder.itemData(at) for at in range(self.coder.count())] != [row for row, _ in coders]:
            self.coder.blockSignals(True)
            self.coder.clear()
            for row, name in coders:
                self.coder.addItem(name, row)
            self.coder.blockSignals(False)

    def show_use(self, rows: Sequence[UseRow], sentence: str) -> None:
        """List one coder's use of the codes, the newest weeks in sight; say what stands out."""
        self.use.show(rows)
        self.strange.setText(sentence)
        announce(self.strange, sentence)
        if rows:
            self.use_table.setCurrentIndex(self.use.index(0, self.use.columnCount() - 1))

    def copy_text(self) -> None:
        """Copy the table of coverage, as spreadsheets and mails take it."""
        QGuiApplication.clipboard().setText(self.rows.as_text())
        announce(self.table, "Copied.")

    def _lay_out(self) -> None:
        column, middle, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        for label in (self.said, self.strange):
            label.setFont(control_font(13))
            label.setProperty("tone", "ink2")
            label.setWordWrap(True)
        head = QLabel("Use of codes over time, by")
        head.setFont(control_font(13, 600))
        head.setBuddy(self.coder)
        middle.addWidget(head)
        middle.addWidget(self.coder)
        middle.addStretch(1)
        for button in (self.copy, self.leave):
            button.setAutoDefault(False)
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        column.addWidget(self.said)
        column.addWidget(self.table)
        column.addLayout(middle)
        column.addWidget(self.strange)
        column.addWidget(self.use_table, 1)
        column.addLayout(foot)
