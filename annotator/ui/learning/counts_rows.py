"""How the counts of a review are worded: a row for each coder and code, and one for each coder in all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from annotator.ui.scheme.scheme_model import NOWHERE, Index, on_one_line
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.reviewing.judged_counts import JudgedCounts

FIGURES: tuple[tuple[str, str, str], ...] = (
    ("codings", "Codings", "All codings of the coder, of this code"),
    ("kept", "Kept", "Settled as the coder had it"),
    ("changed", "Changed", "Settled with other ends or another code, or only in part"),
    ("added", "Added", "Agreed, though the coder had not coded it"),
    ("removed", "Removed", "Not coded in the end"),
    ("agreed", "Agreed with", "A reader with the coding in sight agrees"),
    ("disagreed", "Disagreed", "A reader with the coding in sight disagrees"),
    ("commented", "Commented", "A reader only commented on it"),
)  # fmt: skip
HEADS = ("Coder", "Code", *(head for _, head, _ in FIGURES))
FIRST = Qt.ItemDataRole.UserRole + 1  # the first row of a coder


@dataclass(frozen=True, slots=True)
class CountsRow:
    """One row with names; `code` is empty for all codes of a coder."""

    counts: JudgedCounts
    coder: str
    code: str

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands in the columns; nothing is a dot."""
        figures = (getattr(self.counts, name) for name, _, _ in FIGURES)
        return self.coder, self.code or "All codes", *(f"{figure:,}" if figure else "·" for figure in figures)


class CountsRows(QAbstractTableModel):
    """The table. A coder's name is painted once, and spoken in every row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[CountsRow] = []

    def show(self, rows: Sequence[CountsRow]) -> None:
        """List these."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def as_text(self) -> str:
        """Return the table as lines with tabs, as spreadsheets take it; nothing is 0."""
        lines = [HEADS, *(tuple(cell.replace("·", "0") for cell in row.cells) for row in self._rows)]
        return "\n".join("\t".join(map(on_one_line, line)) for line in lines)

    def is_first(self, row: int) -> bool:
        """Tell whether a row is the first of its coder."""
        return row == 0 or self._rows[row].counts.coder != self._rows[row - 1].counts.coder

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            return FIGURES[section - 2][2] if section >= 2 else None
        return HEADS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        row, column = self._rows[index.row()], index.column()
        text, first = on_one_line(row.cells[column]), self.is_first(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return text if column or first else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.coder}, {row.cells[1]}, {HEADS[column]}: {text.replace('·', '0')}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.FontRole:
            return control_font(13, 600 if not row.code else 400, tabular=column >= 2)
        return first if role == FIRST else None


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column >= 2 else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
