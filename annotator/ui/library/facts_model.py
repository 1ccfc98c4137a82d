"""Facts of many articles as a table: taken or not, the article, which fact, what it says, the line it comes from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QSize, Qt, Signal

from annotator.ui.library.article_form import FIELDS
from annotator.ui.scheme.scheme_model import NOWHERE, Index

if TYPE_CHECKING:
    from collections.abc import Sequence

TICK, ARTICLE, FACT, VALUE, SOURCE = range(5)
HEADS = ("", "Article", "Fact", "Says", "From")
ROW = QSize(0, 28)
TICKED, NOT_TICKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact: `article` is what its owner calls the article by, `name` a field of Article."""

    article: str
    title: str
    name: str
    value: str
    source: str


class FactsModel(QAbstractTableModel):
    """Tells when ticks have changed."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[FactRow] = []
        self._taken: list[bool] = []

    def show(self, rows: Sequence[FactRow], *, taken: bool) -> None:
        """List these facts, all of them taken or none."""
        self.beginResetModel()
        self.rows, self._taken = list(rows), [taken] * len(rows)
        self.endResetModel()
        self.ticked.emit()

    def taken(self, *, but_for: bool = False) -> list[FactRow]:
        """Return the facts that are taken; or those that are not."""
        return [row for row, taken in zip(self.rows, self._taken, strict=True) if taken != but_for]

    def counts(self) -> dict[str, tuple[int, int]]:
        """Return for each fact how many are taken and how many there are."""
        there = Counter(row.name for row in self.rows)
        taken = Counter(row.name for row in self.taken())
        return {name: (taken[name], there[name]) for name in FIELDS if there[name]}

    def take_all(self, name: str, taken: bool) -> None:
        """Take all facts of a kind, or none."""
        self._taken = [taken if row.name == name else was for row, was in zip(self.rows, self._taken, strict=True)]
        if self.rows:
            self.dataChanged.emit(self.index(0, TICK), self.index(len(self.rows) - 1, TICK))
        self.ticked.emit()

    def turn(self, row: int) -> None:
        """Take a fact, or leave it."""
        self._taken[row] = not self._taken[row]
        self.dataChanged.emit(self.index(row, TICK), self.index(row, SOURCE))
        self.ticked.emit()

    # Qt

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        across = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return HEADS[section] if across else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        row, taken = self.rows[index.row()], self._taken[index.row()]
        cells = ("", row.title, FIELDS[row.name], row.value, row.source)
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == TICK:
            return TICKED if taken else NOT_TICKED
        if role == Qt.ItemDataRole.SizeHintRole:
            return ROW
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(("taken" if taken else "not taken", *cells[1:]))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != TICK:
            return False
        if (Qt.CheckState(value) == TICKED) != self._taken[index.row()]:
            self.turn(index.row())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        there = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return there | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TICK else there
