"""How each two of three or more coders agree: a matrix of pairs, a click compares the two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model.figures import coefficient
from annotator.ui.review.pair_delegate import CURRENT, PairDelegate
from annotator.ui.review.pair_names import PairNames
from annotator.ui.scheme.scheme_model import NOWHERE, Index, on_one_line
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from annotator.ui.review.band import BandCoder

Shown = Literal["alpha", "F1"]
HEAD, ROW, NAMES, ROOM = 20, 28, 104, 304  # device-independent pixels; the room is that of all cells of a row
CELL_LEAST, CELL_MOST, TALLEST = 44, 88, 8  # a cell's width; rows before it scrolls
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class PairFigures:
    """How two coders, by their ids, agree over all codes; None where undefined."""

    a: str
    b: str
    alpha: float | None
    f1: float | None


class PairRows(QAbstractTableModel):
    """A row and a column for each coder; nobody is compared with themself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown: Shown = "alpha"
        self.coders: tuple[BandCoder, ...] = ()
        self._pairs: dict[frozenset[str], PairFigures] = {}
        self._current = frozenset[str]()

    def show(self, coders: Sequence[BandCoder], pairs: Sequence[PairFigures], a: str, b: str) -> None:
        """Show these; A and B are compared now."""
        self.beginResetModel()
        self.coders = tuple(coders)
        self._pairs = {frozenset((pair.a, pair.b)): pair for pair in pairs}
        self._current = frozenset((a, b))
        self.endResetModel()

    def show_figure(self, shown: Shown) -> None:
        """Show alpha, or F1."""
        self.shown = shown
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.coders) - 1, len(self.coders) - 1))

    def pair_at(self, index: Index) -> tuple[str, str] | None:
        """Return the ids of the two coders whose figure stands here."""
        a, b = self.coders[index.row()].id, self.coders[index.column()].id
        return (a, b) if frozenset((a, b)) in self._pairs and a != b else None

    def _figure(self, index: Index) -> str:
        pair = self.pair_at(index)
        if pair is None:
            return ""
        figures = self._pairs[frozenset(pair)]
        return coefficient(figures.alpha if self.shown == "alpha" else figures.f1)

    def _said(self, index: Index) -> str:
        one, other = (on_one_line(self.coders[place].name) for place in (index.row(), index.column()))
        if self.pair_at(index) is None:
            return one if one == other else f"{one} and {other}: not compared"
        now = ", compared now" if index.data(CURRENT) else ""
        return f"{one} and {other}, {self.shown}: {self._figure(index).replace('–', 'undefined')}{now}"

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.coders)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return self.rowCount(parent)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return on_one_line(self.coders[section].name)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role == Qt.ItemDataRole.DisplayRole:
            return self._figure(index)
        if role == CURRENT:
            pair = self.pair_at(index)
            return pair is not None and frozenset(pair) == self._current
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._said(index)
        return None


class PairTable(QTableView):
    """A click or Enter takes a pair; arrows move."""

    taken = Signal(QModelIndex)

    def __init__(self, rows: PairRows, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(rows)
        self.setItemDelegate(PairDelegate(self))
        self.setAccessibleName("Agreement of each two coders")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalHeader(PairNames(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(PairNames(Qt.Orientation.Vertical, self))
        self.horizontalHeader().setFixedHeight(HEAD)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setFixedWidth(NAMES)
        self.clicked.connect(self.taken)
        theme().changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentIndex().isValid():
            self.taken.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
        super().focusInEvent(event)


class PairwiseMatrix(QWidget):
    """The matrix below a switch of what is shown in it."""

    pair_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pairs = PairRows(self)
        self.table = PairTable(self.pairs, self)
        self.alpha, self.f1 = self._segment("alpha"), self._segment("F1")
        self.alpha.setChecked(True)
        self.table.taken.connect(self._take)
        self._lay_out()

    def show_pairs(self, coders: Sequence[BandCoder], pairs: Sequence[PairFigures], a: str, b: str) -> None:
        """Show the figures of each two; A and B are compared now."""
        self.pairs.show(coders, pairs, a, b)
        cell = max(CELL_LEAST, min(CELL_MOST, ROOM // max(1, len(coders))))
        self.table.horizontalHeader().setDefaultSectionSize(cell)
        self.table.setFixedHeight(HEAD + ROW * min(TALLEST, len(coders)))

    def _take(self, index: QModelIndex) -> None:
        if (pair := self.pairs.pair_at(index)) is not None:
            self.pair_chosen.emit(*pair)

    def _segment(self, shown: Shown) -> QToolButton:
        segment = QToolButton()
        segment.setText(shown)
        segment.setAccessibleName(f"Show {shown} of each two coders")
        segment.setCheckable(True)
        segment.setFont(control_font(12, 500))
        segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        segment.clicked.connect(lambda: self.pairs.show_figure(shown))
        return segment

    def _lay_out(self) -> None:
        said, trough, group = QLabel("Each two coders"), QFrame(), QButtonGroup(self)
        said.setFont(control_font(11))
        said.setProperty("tone", "ink3")
        trough.setProperty("switch", "small")
        inside = QHBoxLayout(trough)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        for segment in (self.alpha, self.f1):
            inside.addWidget(segment)
            group.addButton(segment)
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(said)
        head.addStretch(1)
        head.addWidget(trough)
        column.setContentsMargins(12, 4, 12, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.table)
