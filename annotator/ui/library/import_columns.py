"""Which column of a table holds what: a choice for each fact of an article, the first rows below."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QGridLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from annotator.importing.rows.column_names import ColumnMapping
from annotator.model.counting import counted
from annotator.ui.finding.correction_words import shortened
from annotator.ui.library.article_form import FIELDS
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from annotator.importing.rows.row_table import RowTable
    from annotator.jobs.incoming import Incoming

ROLES = {"text": "Text", **FIELDS}
NONE = "–"
COLUMNS_SHOWN, WIDEST = 30, 320
GUESSED = "No column is named as the text, so the longest is taken. Check it."


class ImportColumns(QFrame):
    """Tells the mapping that was chosen."""

    mapped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "paper")
        self.head, self.said, self.table = QLabel(), QLabel(), QTableWidget()
        self.boxes = {role: QComboBox() for role in ROLES}
        self._mapping = ColumnMapping()
        self._dress()
        self._lay_out()
        for role, box in self.boxes.items():
            box.activated.connect(lambda place, role=role: self._take(role, place))

    def show_table(self, one: Incoming) -> None:
        """Show the first rows of a table, and which column is taken for what."""
        table, mapping = one.table, one.mapping
        assert table is not None
        assert mapping is not None
        self._mapping = mapping
        self.head.setText(f"Each row of {table.file} is an article")
        rows = counted(len(table.rows), "row")
        self.said.setText(f"{rows}, {counted(len(table.header), 'column')}. {'' if mapping.sure else GUESSED}".strip())
        names = [NONE, *(shortened(name) or f"Column {place}" for place, name in enumerate(table.header, 1))]
        for role, box in self.boxes.items():
            box.clear()
            box.addItems(names)
            place = getattr(mapping, role)
            box.setCurrentIndex(0 if place is None else place + 1)
        self._fill(table, names[1:])

    def _take(self, role: str, place: int) -> None:
        self._mapping = replace(self._mapping, **{role: place - 1 if place else None}, sure=True)
        self.mapped.emit(self._mapping)

    def _fill(self, table: RowTable, names: list[str]) -> None:
        columns = min(len(names), COLUMNS_SHOWN)
        self.table.clear()
        self.table.setRowCount(len(table.head))
        self.table.setColumnCount(columns)
        self.table.setHorizontalHeaderLabels(names[:columns])
        for place, row in enumerate(table.head):
            for column in range(columns):
                self.table.setItem(place, column, QTableWidgetItem(shortened(table.cell(row, column))))
        self.table.resizeColumnsToContents()
        for column in range(columns):
            self.table.setColumnWidth(column, min(WIDEST, self.table.columnWidth(column)))

    def _dress(self) -> None:
        self.head.setFont(control_font(16, 600))
        self.said.setProperty("tone", "ink2")
        for label in (self.head, self.said):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.table.setProperty("framed", True)
        self.table.setAccessibleName("The first rows of the table")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for role, box in self.boxes.items():
            box.setAccessibleName(f"Column of the {ROLES[role].lower()}")
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for place, (role, title) in enumerate(ROLES.items()):
            label = QLabel(title)
            label.setBuddy(self.boxes[role])
            label.setProperty("tone", "ink2")
            grid.addWidget(label, place // 2, 2 * (place % 2))
            grid.addWidget(self.boxes[role], place // 2, 2 * (place % 2) + 1)
        for wide in (1, 3):
            grid.setColumnStretch(wide, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 24, 36, 24)
        column.setSpacing(16)
        column.addWidget(self.head)
        column.addWidget(self.said)
        column.addLayout(grid)
        column.addWidget(self.table, 1)
