"""A scroll bar that lies over its table, so that rows keep their width whether there is something to scroll or not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

WIDTH, OUTSIDE = 14, 3  # device-independent pixels; the thumb stands this much nearer to the edge than usual


class OverlaidBar(QScrollBar):
    """Follows the table's own vertical bar, which is not shown."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._own = area.verticalScrollBar()
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._own.rangeChanged.connect(self._follow)
        self._own.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._own.setValue)
        self._follow()

    def place(self, width: int, top: int, height: int) -> None:
        """Lie at the right of an area of this width."""
        self.setGeometry(width - WIDTH + OUTSIDE, top, WIDTH, height)
        self.raise_()

    def _follow(self) -> None:
        self.setRange(self._own.minimum(), self._own.maximum())
        self.setPageStep(self._own.pageStep())
        self.setSingleStep(self._own.singleStep())
        self.setVisible(self._own.maximum() > self._own.minimum())
