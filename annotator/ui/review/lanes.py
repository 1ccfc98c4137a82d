"""The three lanes beside the compared text, in its own coordinates: A, B, and what is agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QToolTip, QWidget

from annotator.ui.article.measures import LABELS_ONLY
from annotator.ui.article.tips import tip
from annotator.ui.review.lane_painter import LanePlace, bars_apart, names_left, paint_lane
from annotator.ui.review.lane_plan import Lane, LaneCoding, marks_of
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent

    from annotator.ui.article.lines import Lines

NAMES_AT_LEAST = LABELS_ONLY
RING_REACH = 18  # left of the names, where the ring stands


class ReviewLanes(QWidget):
    """Scrolls with the text. A click tells the difference under it, or the coding where the coders agree."""

    difference_chosen = Signal(str)
    coding_chosen = Signal(str)

    def __init__(self, parent: QWidget, lines: Lines, length: int) -> None:
        super().__init__(parent)
        self.setObjectName("reviewLanes")
        self.setAccessibleName("Codings of both coders, and what is agreed")
        self.setMouseTracking(True)
        self.lanes = tuple(Lane(lines, length) for _ in range(3))
        self._scrolled, self._width = 0, 0

    def show_codings(self, *lanes: Iterable[LaneCoding]) -> None:
        """Show these codings of A and of B, and what is agreed."""
        for lane, codings in zip(self.lanes, lanes, strict=True):
            lane.replace_all(codings)
        self.update()

    def show_current(self, difference: str) -> None:
        """Let the codings of a difference stand out."""
        for lane in self.lanes:
            lane.set_current(difference)
        self.update()

    def laid_out(self, lines: Lines, length: int) -> None:
        """Take over a new layout of the text."""
        for lane in self.lanes:
            lane.laid_out(lines, length)
        self.update()

    def show_state(self, *, scrolled: int, lane_width: int) -> None:
        """Take over how far the text is scrolled, and how wide a lane is."""
        self._scrolled, self._width = scrolled, lane_width
        self.update()

    def places(self) -> list[LanePlace]:
        """Return where the lanes stand."""
        bars = max(lane.count for lane in self.lanes)
        names = names_left(bars, self._width, NAMES_AT_LEAST)
        lefts = (number * self._width for number in range(3))
        return [LanePlace(left, self._width, names, self._scrolled, bars_apart(bars)) for left in lefts]

    def codings_at(self, point: QPointF) -> list[LaneCoding]:
        """Return the codings whose name, ring or bar is at a point of the widget."""
        for lane, place in zip(self.lanes, self.places(), strict=True):
            if place.left <= point.x() < place.left + place.width:
                plan = lane.plan(self._scrolled, self._scrolled + self.height())
                rows = [row for row in plan.rows if place.name(row).adjusted(-RING_REACH, 0, 0, 0).contains(point)]
                bars = [bar for bar in plan.bars if place.bar(bar, current=True).adjusted(-1, 0, 1, 0).contains(point)]
                names = [row for row in rows if place.name(row).contains(point)]
                found = names or bars or rows
                return [lane.codings[mark.id] for each in found for mark in marks_of(each)]
        return []

    # Qt

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            marks = [coding.mark for coding in self.codings_at(event.pos().toPointF())]
            QToolTip.showText(event.globalPos(), tip(marks), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        there = self.codings_at(event.position())
        if not there or event.button() != Qt.MouseButton.LeftButton:
            return
        chosen = next((coding for coding in there if coding.difference), there[0])
        if chosen.difference:
            self.difference_chosen.emit(chosen.difference)
        else:
            self.coding_chosen.emit(chosen.mark.id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        there = bool(self.codings_at(event.position()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if there else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        view = self.parentWidget()
        if isinstance(view, QAbstractScrollArea):
            QApplication.sendEvent(view.verticalScrollBar(), event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme().colour("paper"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = QRectF(event.rect())
        for lane, place in zip(self.lanes, self.places(), strict=True):
            painter.fillRect(QRectF(place.left, shown.top(), 1, shown.height()), theme().colour("line"))
            paint_lane(painter, lane, place, shown)
        painter.end()
