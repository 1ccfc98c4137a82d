"""The rows of the agreement table in the order that is asked for, worst first to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from annotator.ui.article.tips import tip
from annotator.ui.review.agreement_rows import (
    FIRST_ARTICLE,
    MOST_FIRST,
    Agreement,
    AgreementRow,
    Column,
    cell_said,
    cell_text,
    heads,
    ordered,
)
from annotator.ui.review.measures_tips import head_tip
from annotator.ui.scheme.scheme_model import NOWHERE, Index, Role, on_one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

EMPTY = Agreement((), AgreementRow("", "", "", "", (0, 0, 0), *(None,) * 6, 0), (), ("", ""))


class AgreementModel(QAbstractTableModel):
    """Figures of each code, then the open differences in each article."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.agreement = EMPTY
        self.sorted_by, self.descending = int(Column.ALPHA), False
        self._rows: list[AgreementRow] = []

    def show(self, agreement: Agreement) -> None:
        """Show other figures. Where codes and articles are the same, rows keep their index."""
        same = _shape(agreement) == _shape(self.agreement)
        if not same:
            self.beginResetModel()
        if self.sorted_by >= FIRST_ARTICLE + len(agreement.articles):
            self.sorted_by, self.descending = int(Column.ALPHA), False
        self.agreement = agreement
        if not same:
            self._rows = self._ordered()
            self.endResetModel()
            return
        by_code, before = {row.code: row for row in agreement.rows}, self._rows
        self._rows = [by_code[row.code] for row in before]
        self._put_in_order()
        for place, (row, old) in enumerate(zip(self._rows, before, strict=True)):
            if row != old:
                self.dataChanged.emit(self.index(place, 0), self.index(place, self.columnCount() - 1))

    def order_by(self, column: int) -> None:
        """Sort by a column: what needs looking at first, and at the second call the other way round."""
        most_first = column in MOST_FIRST or column >= FIRST_ARTICLE
        self.descending = not self.descending if column == self.sorted_by else most_first
        self.sorted_by = column
        self._put_in_order()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def row_at(self, row: int) -> AgreementRow:
        """Return the figures of a row."""
        return self._rows[row]

    def row_of(self, code: str) -> int | None:
        """Return where a code stands."""
        return next((place for place, row in enumerate(self._rows) if row.code == code), None)

    def article_at(self, index: Index) -> str:
        """Return the id of the article whose cell this is, empty in a column of figures."""
        place = index.column() - FIRST_ARTICLE
        return self.agreement.articles[place].id if place >= 0 else ""

    def first_cells(self) -> Sequence[QModelIndex]:
        """Return the first cell of every row."""
        return [self.index(row, 0) for row in range(len(self._rows))]

    def _ordered(self) -> list[AgreementRow]:
        return ordered(self.agreement.rows, self.sorted_by, descending=self.descending)

    def _put_in_order(self) -> None:
        rows = self._ordered()
        if rows == self._rows:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        place = {row.code: at for at, row in enumerate(rows)}
        after = [self.index(place[self._rows[index.row()].code], index.column()) for index in before]
        self._rows = rows
        self.changePersistentIndexList(before, [self.createIndex(each.row(), each.column()) for each in after])
        self.layoutChanged.emit()

    # Qt

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else FIRST_ARTICLE + len(self.agreement.articles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if orientation != Qt.Orientation.Horizontal:
            return None
        article = section - FIRST_ARTICLE
        if role == Qt.ItemDataRole.DisplayRole:
            return str(article + 1) if article >= 0 else heads(self.agreement)[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            titles = self.agreement.articles
            return tip((), [titles[article].title]) if article >= 0 else head_tip(section, self.agreement.in_pair)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._head_said(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell_said(self.agreement, row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        return {Role.ID: row.code, Role.LABEL: row.label, Role.NAME: row.name}.get(role)  # type: ignore[call-overload]

    def _tip(self, row: AgreementRow, column: int) -> str:
        """Return what is told of a cell; as rich text made of plain, so that a code named `<b>` is read as it is."""
        told = row.title if column == Column.CODE else row.note
        if column >= FIRST_ARTICLE:
            told = cell_said(self.agreement, row, column)
        return tip((), [told] if told else ())

    def _head_said(self, section: int) -> str:
        article = section - FIRST_ARTICLE
        named = on_one_line(self.agreement.articles[article].title) if article >= 0 else ""
        named = named or heads(self.agreement)[section] or "Alpha and its interval, painted"
        if section != self.sorted_by:
            return named
        return f"{named}, sorted {'downwards' if self.descending else 'upwards'}"


def _shape(agreement: Agreement) -> tuple[set[str], int]:
    return {row.code for row in agreement.rows}, len(agreement.articles)
