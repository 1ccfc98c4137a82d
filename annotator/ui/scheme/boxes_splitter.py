"""How the height of the tag panel is shared: the tree takes what definition and memo leave, and they keep theirs."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from annotator.ui.theme import theme

FOLDED, LEAST, MOST = 40, 80, 16777215


class Line(QSplitterHandle):
    """A line of one pixel that can be dragged."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        bottom = self.contentsRect().bottom()
        painter.fillRect(QRectF(0, bottom, self.width(), 1), theme().colour("line"))
        painter.end()


class BoxesSplitter(QSplitter):
    """Tree, definition, memo. Heights given by the analyst are kept per box through folding."""

    def __init__(self, heights: dict[int, int], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._heights = dict(heights)
        self._folded: set[int] = set()
        self._lent: dict[int, int] = {}
        self._dragged: set[int] = set()
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._moved)

    def fold(self, place: int, folded: bool) -> None:
        """Fold the box at this place to its head, or give it its height again."""
        (self._folded.add if folded else self._folded.discard)(place)
        box = self.widget(place)
        if box is not None:
            box.setMinimumHeight(FOLDED if folded else LEAST)
            box.setMaximumHeight(FOLDED if folded else MOST)
        self.share()

    def propose(self, place: int, height: int) -> None:
        """Give the box at this place this height, unless the analyst gave it one."""
        if place not in self._dragged:
            self._heights[place] = height
        self.share()

    def lend(self, place: int, height: int) -> None:
        """Give the box at this place at least so much height for now; 0 takes it back."""
        self._lent[place] = height
        self.share()

    def share(self) -> None:
        """Give each box its height and the tree the rest."""
        wanted = {place: self._wanted(place) for place in self._heights}
        rest = self.height() - sum(wanted.values()) - (self.count() - 1) * self.handleWidth()
        self.setSizes([max(rest, 1), *(wanted[place] for place in sorted(wanted))])

    def heights(self) -> dict[int, int]:
        """Return the heights the analyst gave the boxes, in device-independent pixels."""
        return dict(self._heights)

    def _wanted(self, place: int) -> int:
        return FOLDED if place in self._folded else max(self._heights[place], self._lent.get(place, 0))

    def _moved(self) -> None:
        for place, size in enumerate(self.sizes()):
            if place in self._heights and place not in self._folded and size != self._wanted(place):
                self._heights[place], self._lent[place] = size, 0
                self._dragged.add(place)

    def createHandle(self) -> QSplitterHandle:
        return Line(self.orientation(), self)
