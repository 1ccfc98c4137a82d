"""The list of what comes: kinds that open to states, states that open to single rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeView

from annotator.ui.exchanging.received_model import HEADS, ReceivedModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.jobs.received_listed import ListedKind

WIDTHS = 0, 170, 190, 100, 190  # the first column takes what is left
HEAD_HEIGHT, OPEN_AT_ONCE = 28, 20
OPENED = ("to look at", "left out", "removed")


class ReceivedTree(QTreeView):
    """`row_chosen` gives the words of the current row, none on a heading."""

    row_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows = ReceivedModel(self)
        self.setModel(self.rows)
        self.setObjectName("received")
        self.setAccessibleName("What comes")
        self.setProperty("framed", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self._tell)
        self._dress_head()

    def show_kinds(self, kinds: Sequence[ListedKind]) -> None:
        """Show these; what wants a look is open, and what was opened by hand stays so."""
        opened = {self.rows.heading_at(index).split("  ")[0] for index in self._kinds() if self.isExpanded(index)}
        self.rows.show_kinds(kinds)
        for index in self._kinds():
            self.setFirstColumnSpanned(index.row(), QModelIndex(), True)
            states = kinds[index.row()].states
            for number, state in enumerate(states):
                self.setFirstColumnSpanned(number, index, True)
                self.setExpanded(self.rows.index(number, 0, index), state.state in OPENED or _worth(state.count))
            wants = any(state.state in OPENED for state in states)
            self.setExpanded(index, wants or self.rows.heading_at(index).split("  ")[0] in opened)
        if kinds and not any(self.isExpanded(index) for index in self._kinds()):
            self.setExpanded(self.rows.index(0, 0), True)
        if kinds:
            self.setCurrentIndex(self.rows.index(0, 0))

    def _kinds(self) -> list[QModelIndex]:
        return [self.rows.index(row, 0) for row in range(self.rows.rowCount())]

    def _tell(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.row_chosen.emit(self.rows.words_at(index) if index.isValid() else None)

    def _dress_head(self) -> None:
        head = self.header()
        head.setFixedHeight(HEAD_HEIGHT)
        head.setStretchLastSection(False)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(HEADS)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, WIDTHS[column])


def _worth(count: int) -> bool:
    """Tell whether so few rows are better shown at once."""
    return count <= OPEN_AT_ONCE
