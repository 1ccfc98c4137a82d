"""How the table of progress is worded: one row for each coder of each article, and for all articles together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from annotator.ui.scheme.scheme_model import NOWHERE, Index, on_one_line
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.work_done import WorkDone

HEADS = ("Article", "Coder", "State", "Read", "Codings", "Words coded", "Per 1,000 words")
MEANINGS = (
    "", "", "", "How much of it you have had on the screen, on this computer", "", "", "Codings per 1,000 words",
)  # fmt: skip
FIGURES = 3  # from this column on
FIRST = Qt.ItemDataRole.UserRole + 1  # the first row of an article
HIDDEN = "–"
WHY_HIDDEN = "Hidden until you have finished the article yourself"


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """One coder's work, with names. `share` is how much is read, 0 to 1, known of oneself only."""

    work: WorkDone
    title: str
    coder: str
    first: bool
    state: str
    share: float | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands in the columns."""
        work = self.work
        read = "" if self.share is None else f"{int(self.share * 100 + 1e-9)} %"
        figures = f"{work.codings:,}", f"{work.coded:,} of {work.words:,}", f"{work.per_thousand:.1f}"
        return self.title, self.coder, self.state, read, *((HIDDEN,) * 3 if work.hidden else figures)


class ProgressRows(QAbstractTableModel):
    """The table. The article's title is painted once, and spoken in every row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ProgressRow] = []

    def show(self, rows: Sequence[ProgressRow]) -> None:
        """List these."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_at(self, row: int) -> ProgressRow:
        """Return a row."""
        return self._rows[row]

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
            return _alignment(section)
        texts = {Qt.ItemDataRole.DisplayRole: HEADS, Qt.ItemDataRole.ToolTipRole: MEANINGS}
        return texts[Qt.ItemDataRole(role)][section] if role in texts else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        row, column = self._rows[index.row()], index.column()
        text = on_one_line(row.cells[column])
        if role == Qt.ItemDataRole.DisplayRole:
            return text if column or row.first else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return WHY_HIDDEN if text == HIDDEN else row.title if column == 0 else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.coder}, {HEADS[column]}: {text.replace(HIDDEN, WHY_HIDDEN)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.FontRole:
            return control_font(13, 500 if column == 0 else 400, tabular=column >= FIGURES)
        if role == FIRST:
            return row.first
        return None


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column >= FIGURES else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
