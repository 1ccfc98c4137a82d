"""What the tree of codes holds for view and delegate: names, hues, keys and counts of each row."""

from __future__ import annotations

from enum import IntEnum
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from annotator.ui.article.dragging import CODE_MIME
from annotator.ui.scheme.dragging import MOVED_CODE_MIME, code_data
from annotator.ui.scheme.scheme_nodes import Node, count, nodes_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from annotator.model.records import Code

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
LINE_ENDS = str.maketrans("\n\t\u2028\u2029", "    ")
TOOLTIP_LENGTH = 600  # characters of a name or a definition


class Role(IntEnum):
    """What can be asked of a row beside Qt's own roles."""

    NODE = Qt.ItemDataRole.UserRole + 1
    ID = Qt.ItemDataRole.UserRole + 2
    LABEL = Qt.ItemDataRole.UserRole + 3
    NAME = Qt.ItemDataRole.UserRole + 4
    FULL_NAME = Qt.ItemDataRole.UserRole + 5
    KEY = Qt.ItemDataRole.UserRole + 6
    HUE = Qt.ItemDataRole.UserRole + 7
    CODABLE = Qt.ItemDataRole.UserRole + 8
    HERE = Qt.ItemDataRole.UserRole + 9
    EVERYWHERE = Qt.ItemDataRole.UserRole + 10


class SchemeModel(QAbstractItemModel):
    """The scheme as a tree of one column. Rows with sub-codes show sums."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[Node] = []
        self._by_id: dict[str, Node] = {}
        self._tops: list[Node] = []
        self.counts_note = ""  # what is said of the counts in every tooltip
        self._here: dict[str, int] = {}
        self._everywhere: dict[str, int] = {}
        self._with_memo: frozenset[str] = frozenset()

    def set_scheme(self, codes: Sequence[Code]) -> None:
        """Show these codes. Where only words or colours changed the tree keeps its rows."""
        nodes = nodes_of(codes)
        count(nodes, self._here, self._everywhere)
        for node in nodes:
            node.memo = node.code.id in self._with_memo
        same_shape = [node.place for node in nodes] == [node.place for node in self._nodes]
        if not same_shape:
            self.beginResetModel()
        self._nodes, self._by_id = nodes, {node.code.id: node for node in nodes}
        self._tops = [node for node in nodes if node.parent is None]
        if same_shape:
            self._announce(nodes)
        else:
            self.endResetModel()

    def set_counts(self, here: Mapping[str, int], everywhere: Mapping[str, int]) -> None:
        """Show how often each code is used in this article and in all."""
        self._here, self._everywhere = dict(here), dict(everywhere)
        self._announce(count(self._nodes, self._here, self._everywhere))

    def show_with_memo(self, codes: frozenset[str]) -> None:
        """Mark the codes that have a memo."""
        changed, self._with_memo = self._with_memo ^ codes, codes
        touched = [node for node in self._nodes if node.code.id in changed]
        for node in touched:
            node.memo = node.code.id in codes
        self._announce(touched)

    def used_number(self) -> int:
        """Return how many codes, families aside, are in use."""
        return sum(node.used and not node.is_family for node in self._nodes)

    def all_number(self) -> int:
        """Return how many codes there are, families aside."""
        return sum(not node.is_family for node in self._nodes)

    def code(self, code_id: str) -> Code | None:
        """Return the code with this id."""
        node = self._by_id.get(code_id)
        return node.code if node else None

    def hue(self, code_id: str) -> str:
        """Return the code's own hue, or its family's."""
        return self._by_id[code_id].hue

    def index_of(self, code_id: str | None) -> QModelIndex:
        """Return where a code stands, or an invalid index."""
        node = self._by_id.get(code_id or "")
        return self.createIndex(node.row, 0, node.number) if node else QModelIndex()

    def node(self, index: Index) -> Node:
        """Return the node of a valid index."""
        return self._nodes[index.internalId()]

    def _announce(self, nodes: Sequence[Node]) -> None:
        """Say once for each family which stretch of its rows changed."""
        stretches: dict[Node | None, tuple[Node, Node]] = {}
        for node in nodes:
            first, last = stretches.get(node.parent, (node, node))
            stretches[node.parent] = (min(first, node, key=_row_of), max(last, node, key=_row_of))
        for first, last in stretches.values():
            self.dataChanged.emit(
                self.createIndex(first.row, 0, first.number), self.createIndex(last.row, 0, last.number)
            )

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return len(self.node(parent).children) if parent.isValid() else len(self._tops)

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        children = self.node(parent).children if parent.isValid() else self._tops
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].number)

    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override]
        above = self.node(child).parent if child.isValid() else None
        return self.createIndex(above.row, 0, above.number) if above else QModelIndex()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            return tooltip(self.node(index), self.counts_note)
        answer = ANSWERS.get(role)
        return answer(self.node(index)) if answer and index.isValid() else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        kind = Qt.ItemFlag
        return kind.ItemIsEnabled | kind.ItemIsSelectable | kind.ItemIsDragEnabled | kind.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        return [CODE_MIME, MOVED_CODE_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        code = self.node(indexes[0]).code
        return code_data(code.id, codable=code.codable)


def _row_of(node: Node) -> int:
    return node.row


class UsedFilter(QSortFilterProxyModel):
    """Leaves only the codes in use, with the families above them, or lets all through."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.only_used = False
        self.setRecursiveFilteringEnabled(True)

    def show_only_used(self, only_used: bool) -> None:
        """Switch between *Used* and *All*."""
        if self.only_used != only_used:
            self.only_used = only_used
            self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if not self.only_used:
            return True
        node: Node = self.sourceModel().index(source_row, 0, source_parent).data(Role.NODE)
        return node.used


def on_one_line(text: str, longest: int = 300) -> str:
    """Return a name as it can stand in a row, however long it was made."""
    return text[:longest].translate(LINE_ENDS)


def spoken_name(node: Node) -> str:
    """Return a code's label, name and key in words, for a screen reader."""
    key = f", key {node.code.key}" if node.code.key else ""
    return f"{on_one_line(node.code.title)}{key}"


def spoken(node: Node) -> str:
    """Return the row in words, for a screen reader."""
    sums = " with its sub-codes" if node.children else ""
    counts = f"{node.here_sum} here, {node.everywhere_sum} in all{sums}"
    memo = "has a memo" if node.memo else ""
    return ", ".join(part for part in (spoken_name(node), counts, memo) if part)


def tooltip(node: Node, note: str = "") -> str:
    """Return full name, definition and a note, as text that Qt wraps and does not take for markup."""
    head = escape(f"{node.code.label} {node.code.name}".strip()[:TOOLTIP_LENGTH])
    definition = escape(node.code.definition[:TOOLTIP_LENGTH])
    lines = [f"<b>{head}</b>", definition, f"<i>{escape(note)}</i>" if note else ""]
    return f"<qt>{'<br>'.join(line for line in lines if line)}</qt>"


ANSWERS: dict[int, Callable[[Node], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda node: node.code.title,
    Qt.ItemDataRole.AccessibleTextRole: spoken,
    Role.NODE: lambda node: node,
    Role.ID: lambda node: node.code.id,
    Role.LABEL: lambda node: node.code.label,
    Role.NAME: lambda node: node.code.shown_name,
    Role.FULL_NAME: lambda node: node.code.name,
    Role.KEY: lambda node: node.code.key,
    Role.HUE: lambda node: node.hue,
    Role.CODABLE: lambda node: node.code.codable,
    Role.HERE: lambda node: node.here_sum,
    Role.EVERYWHERE: lambda node: node.everywhere_sum,
}
