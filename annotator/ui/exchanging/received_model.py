"""What a colleague's file brings, as a tree: kinds, states, single rows. A row's words are made when it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt

from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.jobs.received_listed import ListedKind, ListedRows
    from annotator.jobs.received_words import RowWords

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
HEADS = ("What comes", "Code", "Article", "Coder", "Note")
ROW_HEIGHT = 26
AT_ONCE = 1000  # rows that a heading opens to; scrolling on shows more
LONGEST = 300  # characters of a passage in a line
_BITS = 8  # a place is told by one number: the kind above, then the state above, each counted from 1


class ReceivedModel(QAbstractItemModel):
    """Three levels: a kind of record, its rows in one state, one row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kinds: Sequence[ListedKind] = ()
        self._fetched: dict[tuple[int, int], int] = {}

    def show_kinds(self, kinds: Sequence[ListedKind]) -> None:
        """Show these."""
        self.beginResetModel()
        self.kinds, self._fetched = kinds, {}
        self.endResetModel()

    def words_at(self, index: Index) -> RowWords | None:
        """Return a single row's words; none for a heading."""
        kind, state = divmod(index.internalId(), 1 << _BITS)
        if not index.isValid() or not state:
            return None
        return self.kinds[kind - 1].states[state - 1].row(index.row())

    def heading_at(self, index: Index) -> str:
        """Return what a heading says; empty for a single row."""
        kind, state = divmod(index.internalId(), 1 << _BITS)
        if state:
            return ""
        if kind:
            rows = self._states(index)[index.row()]
            return f"{rows.state[0].upper()}{rows.state[1:]}  {rows.count:,}"
        one = self.kinds[index.row()]
        return f"{one.title}:  {one.summary}"

    def _states(self, index: Index) -> Sequence[ListedRows]:
        return self.kinds[(index.internalId() >> _BITS) - 1].states

    # Qt's own

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, 0)
        kind, state = divmod(parent.internalId(), 1 << _BITS)
        if not kind:
            return self.createIndex(row, column, (parent.row() + 1) << _BITS)
        return self.createIndex(row, column, (kind << _BITS) + parent.row() + 1) if not state else QModelIndex()

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        kind, state = divmod(index.internalId(), 1 << _BITS) if index.isValid() else (0, 0)
        if state:
            return self.createIndex(state - 1, 0, kind << _BITS)
        return self.createIndex(kind - 1, 0, 0) if kind else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(self.kinds)
        kind, state = divmod(parent.internalId(), 1 << _BITS)
        if parent.column() or state:
            return 0
        if not kind:
            return len(self.kinds[parent.row()].states)
        return min(self._fetched.get((kind, parent.row()), AT_ONCE), self._states(parent)[parent.row()].count)

    def canFetchMore(self, parent: Index) -> bool:
        heading = parent.isValid() and parent.column() == 0
        state = heading and parent.internalId() and not parent.internalId() % (1 << _BITS)
        return bool(state) and self.rowCount(parent) < self._states(parent)[parent.row()].count

    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        there, whole = self.rowCount(parent), self._states(parent)[parent.row()].count
        more = min(whole, there + AT_ONCE)
        self.beginInsertRows(parent, there, more - 1)
        self._fetched[parent.internalId() >> _BITS, parent.row()] = more
        self.endInsertRows()

    def columnCount(self, _parent: Index = NOWHERE) -> int:
        return len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.FontRole:
            return control_font(13, 600 if not index.internalId() else 400)
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, ROW_HEIGHT)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        words = self.words_at(index)
        if words is None:
            return self.heading_at(index) if not index.column() else ""
        text = (words.what, words.code, words.article, words.coder, words.note)[index.column()]
        return " ".join(text[:LONGEST].split()) if role == Qt.ItemDataRole.DisplayRole else text[:LONGEST]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        across = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return HEADS[section] if across else None
