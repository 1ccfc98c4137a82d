"""Which coders, codes or articles are ticked, in a list or a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

ROW = QSize(0, 26)
TICKED, NOT_TICKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class Choice(NamedTuple):
    """One thing to tick; `parent` is the id of a thing before it, or None."""

    id: str
    text: str
    parent: str | None = None


class TickTree(QWidget):
    """A head that says how many are ticked, and the things; all of them are ticked at first."""

    changed = Signal()

    def __init__(
        self,
        things: str,
        choices: Sequence[Choice],
        parent: QWidget | None = None,
        *,
        of: Collection[str] | None = None,
    ) -> None:
        """Take what there is to tick; `of` are the ids that the head counts, all of them if nothing is said."""
        super().__init__(parent)
        self._things = things
        self._of = {choice.id for choice in choices} if of is None else set(of)
        self.with_children = True
        self._items: dict[str, QTreeWidgetItem] = {}
        self._head = QLabel()
        self._head.setFont(control_font(13, 600))
        self.all_button = QPushButton("None")
        self.all_button.setProperty("flat", True)
        self.all_button.clicked.connect(self._all_or_none)
        self.tree = self._empty_tree()
        self._fill(choices)
        self.tree.itemChanged.connect(self._ticked)
        self._lay_out()
        self._say_how_many()

    def ticked(self) -> tuple[str, ...]:
        """Return the ids that are ticked, in their order."""
        return tuple(each for each, item in self._items.items() if item.checkState(0) == TICKED)

    def all(self) -> tuple[str, ...]:
        """Return the ids of everything there is to tick."""
        return tuple(self._items)

    def restriction(self) -> tuple[str, ...]:
        """Return the ids for a filter: none where all are ticked, since that is no restriction."""
        ticked = self.ticked()
        return () if len(ticked) == len(self._items) else ticked

    def tick(self, ids: Sequence[str]) -> None:
        """Tick these and no others."""
        wanted = set(ids)
        self.tree.blockSignals(True)
        for each, item in self._items.items():
            item.setCheckState(0, TICKED if each in wanted else NOT_TICKED)
        self.tree.blockSignals(False)
        self.tree.viewport().update()
        self._tell()

    def _all_or_none(self) -> None:
        self.tick(() if len(self.ticked()) == len(self._items) else tuple(self._items))

    def _ticked(self, item: QTreeWidgetItem) -> None:
        if self.with_children:
            self.tree.blockSignals(True)
            for below in _below(item):
                below.setCheckState(0, item.checkState(0))
            self.tree.blockSignals(False)
            self.tree.viewport().update()
        self._tell()

    def _tell(self) -> None:
        self._say_how_many()
        self.changed.emit()

    def _say_how_many(self) -> None:
        ticked, there = len(self.ticked()), len(self._items)
        counted = len(self._of.intersection(self.ticked()))
        self._head.setText(f"{self._things} {counted:,} of {len(self._of):,}")
        text = "None" if ticked == there else "All"
        self.all_button.setText(text)
        self.all_button.setAccessibleName(f"{self._things}: tick {text.lower()}")
        self.all_button.setEnabled(there > 0)

    def _fill(self, choices: Sequence[Choice]) -> None:
        nested = False
        for choice in choices:
            above = self._items.get(choice.parent or "")
            nested = nested or above is not None
            item = QTreeWidgetItem([choice.text[:200]])
            item.setSizeHint(0, ROW)
            item.setToolTip(0, choice.text[:400])
            item.setCheckState(0, TICKED)
            if above is None:
                self.tree.addTopLevelItem(item)
            else:
                above.addChild(item)
            self._items[choice.id] = item
        self.tree.setRootIsDecorated(nested)
        self.tree.expandAll()

    def _empty_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(self._things)
        tree.setProperty("framed", True)
        tree.setHeaderHidden(True)
        tree.setUniformRowHeights(True)
        tree.setIndentation(16)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setTabKeyNavigation(False)
        return tree

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        head.addWidget(self.all_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.tree, 1)


def _below(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for place in range(item.childCount()):
        child = item.child(place)
        if child is not None:
            yield child
            yield from _below(child)
