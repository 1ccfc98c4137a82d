"""The table of rounds as Qt asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from annotator.ui.article.tips import tip
from annotator.ui.rounds.shown import FIGURES, HEADS, ShownRound
from annotator.ui.scheme.scheme_model import NOWHERE, Index, on_one_line
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Sequence


class RoundRows(QAbstractTableModel):
    """A row for each round, in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ShownRound] = []

    def show(self, rows: Sequence[ShownRound]) -> None:
        """List these."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_at(self, row: int) -> ShownRound:
        """Return a round."""
        return self._rows[row]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return HEADS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return on_one_line(row.cells[column])
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip((), [row.tips[column]]) if row.tips[column] else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.said(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.FontRole:
            return control_font(13, 500 if column == 0 else 400, tabular=column in FIGURES)
        return None


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in FIGURES else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
