"""The list of one's reviewed codings as Qt asks for it: a row for each code, and for each verdict under it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from annotator.ui.learning.shown import ReviewedFilter, ShownReviewed
from annotator.ui.scheme.scheme_model import NOWHERE, Index, Role, on_one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

ROW_ROLE = Qt.ItemDataRole.UserRole + 40
WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


@dataclass(frozen=True, slots=True)
class CodeHead:
    """What stands above the verdicts of one code."""

    label: str
    name: str
    hue: str
    number: int

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return f"{self.label} {self.name}, {self.number:,}".strip()


class ReviewedRows(QAbstractListModel):
    """Keeps all that was decided; the filter says which are rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: tuple[ShownReviewed, ...] = ()
        self.filter = ReviewedFilter()
        self._rows: list[CodeHead | ShownReviewed] = []

    def show(self, found: Sequence[ShownReviewed]) -> None:
        """List these, which come in the order of their codes."""
        self.all = tuple(found)
        self._arrange()

    def filter_by(self, wanted: ReviewedFilter) -> None:
        """List only what passes."""
        self.filter = wanted
        self._arrange()

    def reviewed_at(self, index: Index) -> ShownReviewed | None:
        """Return the verdict of a row; none for a heading."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, ShownReviewed) else None

    def index_of(self, verdict: str) -> QModelIndex:
        """Return the row of a verdict; an invalid one where it is not listed."""
        found = (n for n, row in enumerate(self._rows) if isinstance(row, ShownReviewed) and row.verdict == verdict)
        number = next(found, None)
        return QModelIndex() if number is None else self.index(number)

    def listed(self) -> list[ShownReviewed]:
        """Return what is listed, in its order."""
        return [row for row in self._rows if isinstance(row, ShownReviewed)]

    def every_row(self) -> list[QModelIndex]:
        """Return the rows of all verdicts, for letters typed."""
        return [self.index(number) for number, row in enumerate(self._rows) if isinstance(row, ShownReviewed)]

    def _arrange(self) -> None:
        passing = [one for one in self.all if self.filter.passes(one)]
        rows: list[CodeHead | ShownReviewed] = []
        for number, one in enumerate(passing):
            if not number or passing[number - 1].code != one.code:
                same = sum(other.code == one.code for other in passing)
                rows.append(CodeHead(one.label, one.name, one.hue, same))
            rows.append(one)
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    # Qt

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.reviewed_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in WORDS:
            return on_one_line(row.spoken)
        shown: dict[int, str] = {Role.LABEL: row.label, Role.NAME: row.name}
        return shown.get(role)
