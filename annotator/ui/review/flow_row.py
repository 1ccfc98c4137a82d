"""A row of buttons that say less, and then go on in a further row, where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from annotator.ui.review.key_button import KeyButton

GAP = 8


class FlowRow(QWidget):
    """As high as it needs to be for its width."""

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[KeyButton] = []
        self._row = height
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(height)

    def show_parts(self, parts: Iterable[KeyButton]) -> None:
        """Show these buttons and no others; those that were there are deleted."""
        wanted = list(parts)
        for gone in self._parts:
            if gone not in wanted:
                gone.hide()
                gone.deleteLater()
        self._parts = wanted
        for part in wanted:
            part.setParent(self)
            part.show()
        self._place()

    def _place(self) -> None:
        left, top, width = 0, 0, max(self.width(), 60)
        for short in (False, True):
            for part in self._parts:
                part.shorten(short)
            if sum(part.sizeHint().width() + GAP for part in self._parts) - GAP <= width:
                break
        for part in self._parts:
            wanted = min(part.sizeHint().width(), width)
            if left and left + wanted > width:
                left, top = 0, top + self._row + GAP
            part.setGeometry(left, top, wanted, self._row)
            left += wanted + GAP
        self.setFixedHeight(top + self._row)

    def sizeHint(self) -> QSize:
        return QSize(60, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
