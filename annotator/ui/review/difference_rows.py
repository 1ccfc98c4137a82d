"""The list of differences as Qt asks for it: a row for each heading and each difference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.ui.article.tips import tip
from annotator.ui.review.difference_sections import DifferenceFilter, Order, Row, Section, keys_of, listed
from annotator.ui.review.shown import ShownDifference
from annotator.ui.scheme.scheme_model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 40
WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class DifferenceRows(QAbstractListModel):
    """Keeps all differences; which of them are rows, the order and the filter say."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.order: Order = "code"
        self.filter = DifferenceFilter()
        self.differences: tuple[ShownDifference, ...] = ()
        self._rows: list[Row] = []
        self._numbers: dict[str, int] = {}

    def show(self, differences: Sequence[ShownDifference]) -> None:
        """List these differences and no others; where only some changed, the rows stay where they are."""
        self.differences = tuple(differences)
        self._arrange()

    def arrange(self, *, order: Order | None = None, wanted: DifferenceFilter | None = None) -> None:
        """List in another order, or with another filter."""
        self.order = order or self.order
        self.filter = self.filter if wanted is None else wanted
        self._arrange()

    def _arrange(self) -> None:
        rows = listed(self.differences, self.order, self.filter)
        before = self._rows
        if before and [row.key for row in before] == [row.key for row in rows]:
            pairs = enumerate(zip(rows, before, strict=True))
            changed = [number for number, (row, old) in pairs if row is not old and row != old]
            self._rows = rows
            for number in changed:
                self.dataChanged.emit(self.index(number), self.index(number))
            return
        self.beginResetModel()
        self._rows = rows
        self._numbers = {row.key: n for n, row in enumerate(rows) if isinstance(row, ShownDifference)}
        self.endResetModel()

    def difference_at(self, index: Index) -> ShownDifference | None:
        """Return the difference of a row; none for a heading."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, ShownDifference) else None

    def index_of(self, key: str) -> QModelIndex:
        """Return the row of a difference; an invalid one where it is not listed."""
        number = self._numbers.get(key)
        return QModelIndex() if number is None else self.index(number)

    def keys(self) -> list[str]:
        """Return the differences that are listed, in their order."""
        return keys_of(self._rows)

    def every_row(self) -> list[QModelIndex]:
        """Return the rows of all differences, for letters typed."""
        return [self.index(number) for number in self._numbers.values()]

    # Qt

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.difference_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in WORDS:
            return row.spoken
        if isinstance(row, Section):
            return None
        shown: dict[int, str] = {
            Role.LABEL: row.code_label,
            Role.NAME: row.code_name,
            Qt.ItemDataRole.ToolTipRole: tip((), row.sayings),
        }
        return shown.get(role)
