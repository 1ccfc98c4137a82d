"""The margin beside the text: a bar for each coding in its lane, names beside them, in the text's own coordinates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QToolTip, QWidget

from annotator.ui.article.margin_painter import FADED, paint_bar, paint_leader, paint_name, paint_note
from annotator.ui.article.margin_plan import ROW
from annotator.ui.article.measures import LABELS_ONLY, LANE, names_offset
from annotator.ui.article.tips import tip
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint, QSize
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent

    from annotator.ui.article.codings import Codings
    from annotator.ui.article.margin_plan import Bar, MarginPlan, NameRow
    from annotator.ui.article.marks import CodingMark
    from annotator.ui.article.measures import Measures

BAR, CURRENT_BAR = 4, 6
NEAR_EDGE, BELOW_NAME, FURTHEST = 4, 3, 96  # where an echo has its place


class Margin(QWidget):
    """Paints the plan of the page, scrolled with the text."""

    coding_clicked = Signal(str)
    coding_opened = Signal(str)

    def __init__(self, parent: QWidget, codings: Codings) -> None:
        super().__init__(parent)
        self.setObjectName("margin")
        self.setAccessibleName("Codings beside the text")
        self.setMouseTracking(True)
        self._codings = codings
        self._scrolled, self._free = 0, 0
        self._measures: Measures | None = None

    def show_state(self, *, scrolled: int, measures: Measures) -> None:
        """Take over how far the text is scrolled, and the columns of the page."""
        self._scrolled, self._measures = scrolled, measures
        self.update()

    def keep_free(self, right: int) -> None:
        """Keep so many pixels at the right free of names, for the overview and the scroll bar."""
        self._free = right

    def plan(self) -> MarginPlan:
        """Return the plan of what is visible."""
        return self._codings.plan(self._scrolled, self._scrolled + self.height())

    def bar_rect(self, bar: Bar) -> QRectF:
        """Return where a bar is painted."""
        width = CURRENT_BAR if bar.mark.id == self._codings.current else BAR
        left = self._lead + bar.lane * LANE - (width - BAR) / 2
        return QRectF(left, bar.top - self._scrolled, width, bar.bottom - bar.top)

    def name_rect(self, row: NameRow) -> QRectF:
        """Return where a row of the names is painted."""
        left, width = self._names_column()
        return QRectF(left, row.top - self._scrolled, width, ROW)

    def free_place(self, top: int, size: QSize) -> QPoint | None:
        """Return where something of a size hides no name, at the names' column from a height on; none if too far."""
        column, width = self._names_column()
        left = column - max(0.0, size.width() - width)
        place = QRectF(left, max(top, NEAR_EDGE), size.width(), size.height())
        for rect in map(self.name_rect, self.plan().rows):
            if rect.top() < place.bottom() and rect.bottom() > place.top():
                place.moveTop(rect.bottom() + BELOW_NAME)
        far = place.top() > top + FURTHEST or place.bottom() > self.height() - NEAR_EDGE
        return None if far or left < self._lead + LANE else place.topLeft().toPoint()

    def _names_column(self) -> tuple[float, float]:
        """Return left edge and width of the names' column."""
        left = self._lead + names_offset(self._codings.lane_count)
        wanted = self._measures.names if self._measures else 0
        spare = self.width() - max(self._free, self._measures.right if self._measures else 0) - left
        return left, LABELS_ONLY if self._labels_only else max(min(wanted, spare), min(spare, 260))

    def codings_at(self, y: float) -> list[CodingMark]:
        """Return the codings named or counted at a height of the widget, then those of the line of text there."""
        page_y = y + self._scrolled
        rows = [row for row in self.plan().rows if row.top <= page_y < row.top + ROW]
        named = [mark for row in rows for mark in row.marks]
        return list(dict.fromkeys([*named, *self._codings.at_height(page_y)]))

    def coding_at(self, point: QPointF) -> str | None:
        """Return the coding whose bar or name is at a point of the widget."""
        plan = self.plan()
        for row in plan.rows:
            if self.name_rect(row).contains(point):
                return row.marks[0].id if row.marks else None
        for bar in reversed(plan.bars):
            if self.bar_rect(bar).adjusted(-2, 0, 2, 0).contains(point):
                return bar.mark.id
        return None

    @property
    def _lead(self) -> int:
        return self._measures.margin_lead if self._measures else 0

    @property
    def _labels_only(self) -> bool:
        return self._measures is not None and self._measures.names == LABELS_ONLY

    def _paint_leader(self, painter: QPainter, row: NameRow, bar: Bar) -> None:
        start = QPointF(self.bar_rect(bar).right() + 1, round(row.leader_from(bar)) - self._scrolled)
        end = QPointF(self.name_rect(row).left(), round(row.middle) - self._scrolled)
        paint_leader(painter, bar.mark.hue, start, end, current=bar.mark.id == self._codings.current)

    def _paint_row(self, painter: QPainter, row: NameRow) -> None:
        rect = self.name_rect(row)
        if row.bar is None:
            paint_note(painter, rect, row.note or f"+{len(row.more)}")
        else:
            current = row.bar.mark.id == self._codings.current
            others = tuple(bar.mark.initials for bar in row.also if bar.mark.initials)
            paint_name(painter, rect, row.bar.mark, current=current, label_only=self._labels_only, others=others)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tip(self.codings_at(event.pos().y())), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        coding = self.coding_at(event.position())
        if coding is not None and event.button() == Qt.MouseButton.LeftButton:
            self.coding_clicked.emit(coding)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        coding = self.coding_at(event.position())
        if coding is not None and event.button() == Qt.MouseButton.LeftButton:
            self.coding_opened.emit(coding)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        on_coding = self.coding_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if on_coding else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        view = self.parentWidget()
        if isinstance(view, QAbstractScrollArea):
            QApplication.sendEvent(view.verticalScrollBar(), event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme().colour("paper"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plan, shown = self.plan(), QRectF(event.rect())
        rows = [row for row in plan.rows if row.top + ROW > self._scrolled + shown.top() - 4 * ROW]
        rows = [row for row in rows if row.top < self._scrolled + shown.bottom() + 8 * ROW]
        for row in rows:
            for bar in row.bars:
                painter.setOpacity(FADED if bar.faded else 1)
                self._paint_leader(painter, row, bar)
        for bar in plan.bars:
            if self.bar_rect(bar).intersects(shown):
                painter.setOpacity(FADED if bar.faded else 1)
                hollow = bar.mark.initials != ""
                paint_bar(painter, self.bar_rect(bar), bar.mark.hue, faded=bar.faded, hollow=hollow)
        for row in rows:
            painter.setOpacity(FADED if row.faded else 1)
            self._paint_row(painter, row)
        painter.end()
