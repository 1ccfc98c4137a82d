"""The strip beside the scroll bar: where in the article the codings lie, the current one, and the hits of a search."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from annotator.ui.article.density import BINS, Density
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QMouseEvent, QPaintEvent

STRIP = 6  # with a pixel of paper at both sides
ALPHAS = (0.04, 0.14, 0.26, 0.40)
END = 4  # free above and below, as of the scroll bar's thumb
HIT_TICK, CURRENT_TICK = 2, 4


class Overview(QWidget):
    """Paints a density; a click or drag asks for the place."""

    place_wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("overview")
        self.setAccessibleName("Where the codings of the article are")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.density = Density()
        self._current: int | None = None
        self._hits: list[int] = []
        theme().changed.connect(self.update)

    def show_density(self, density: Density) -> None:
        """Show another article's density, or one counted anew."""
        self.density = density
        self.update()

    def show_current(self, position: int | None) -> None:
        """Mark where the current coding is."""
        if position != self._current:
            self._current = position
            self.update()

    def show_hits(self, positions: Iterable[int]) -> None:
        """Mark where the hits of a search are."""
        self._hits = self.density.bins(positions)
        self.update()

    def bin_rect(self, number: int, after: int | None = None) -> QRectF:
        """Return where a stretch is painted, or all up to another one."""
        first, last = self._top(number), self._top(number + 1 if after is None else after)
        return QRectF(1, first, self.width() - 2, max(1, last - first))

    def _top(self, number: int) -> int:
        return END + round(number * (self.height() - 2 * END) / BINS)

    def _tick(self, number: int, height: int) -> QRectF:
        middle = self.bin_rect(number).center().y()
        return QRectF(0, round(middle - height / 2), self.width(), height)

    def _ask(self, event: QMouseEvent) -> None:
        room = max(1, self.height() - 2 * END)
        self.place_wanted.emit(self.density.position((event.position().y() - END) / room))

    # Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._ask(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme().colour("paper"))
        for level, run in groupby(enumerate(self.density.levels()), key=lambda item: item[1]):
            numbers = [number for number, _ in run]
            painter.fillRect(self.bin_rect(numbers[0], numbers[-1] + 1), theme().colour("ink", ALPHAS[level]))
        for number in self._hits:
            painter.fillRect(self._tick(number, HIT_TICK), theme().colour("accent"))
        if self._current is not None:
            painter.fillRect(self._tick(self.density.bin(self._current), CURRENT_TICK), theme().colour("accent"))
        painter.end()
