"""Both tables of the window of coverage and drift, as Qt asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from annotator.ui.article.tips import tip
from annotator.ui.coverage.shown import HEADS, HIDDEN, WHY_HIDDEN, CoverageRow, UseRow, WeekUse, week_of
from annotator.ui.dates import MONTHS
from annotator.ui.scheme.scheme_model import NOWHERE, Index, on_one_line
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Sequence

WEEK = Qt.ItemDataRole.UserRole + 1
ROW = Qt.ItemDataRole.UserRole + 2
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CoverageRows(QAbstractTableModel):
    """A row for each coder."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[CoverageRow] = []

    def show(self, rows: Sequence[CoverageRow]) -> None:
        """List these."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def as_text(self) -> str:
        """Return the table as lines with tabs, as spreadsheets take it."""
        return "\n".join("\t".join(map(on_one_line, cells)) for cells in (HEADS, *(row.cells for row in self._rows)))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section else LEFT
        return HEADS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        row, column = self._rows[index.row()], index.column()
        found = {
            Qt.ItemDataRole.DisplayRole: on_one_line(row.cells[column]),
            Qt.ItemDataRole.AccessibleTextRole: row.said(column),
            Qt.ItemDataRole.TextAlignmentRole: RIGHT if column else LEFT,
            Qt.ItemDataRole.FontRole: control_font(13, 400 if column else 500, tabular=column > 0),
            Qt.ItemDataRole.ToolTipRole: WHY_HIDDEN if row.cells[column] == HIDDEN else None,
        }
        return found.get(Qt.ItemDataRole(role))


class UseRows(QAbstractTableModel):
    """A row for each code, a column for each week."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[UseRow] = []
        self.highest = 0.0

    def show(self, rows: Sequence[UseRow]) -> None:
        """List these; all have the same weeks."""
        self.beginResetModel()
        self.rows = list(rows)
        self.highest = max((each.share for row in rows for each in row.weeks), default=0.0)
        self.endResetModel()

    def week(self, index: Index) -> WeekUse:
        """Return the week of a code that stands in a cell."""
        return self.rows[index.row()].weeks[index.column()]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or not self.rows else len(self.rows[0].weeks)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if orientation == Qt.Orientation.Vertical:
            row = self.rows[section]
            return {Qt.ItemDataRole.DisplayRole: row.title, ROW: row, Qt.ItemDataRole.ToolTipRole: tip((), [row.title])
                    }.get(Qt.ItemDataRole(role))  # fmt: skip
        each = self.rows[0].weeks[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{each.week.day} {MONTHS[each.week.month - 1]}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{week_of(each.week)}: {each.of:,} codings"
        return LEFT if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        each = self.week(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{each.number:,} {each.strange}".strip() if each.number or each.strange else "·"
        if role == WEEK:
            return each
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.rows[index.row()].said(index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip((), [self.rows[index.row()].said(index.column())])
        return None
