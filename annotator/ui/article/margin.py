"""The margin beside the text: a bar for each coding in its lane, names beside them, in the text's own coordinates."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QToolTip, QWidget

from annotator.ui.article.hues import edge_colour
from annotator.ui.article.margin_plan import ROW
from annotator.ui.article.measures import LABELS_ONLY, LANE, names_offset
from annotator.ui.icons import paint_icon
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent

    from annotator.ui.article.codings import Codings
    from annotator.ui.article.margin_plan import Bar, MarginPlan, NameRow
    from annotator.ui.article.marks import CodingMark
    from annotator.ui.article.measures import Measures

NAME_PIXELS = 12
PADDING = 4
LABEL_GAP = 6
ICON = 14
BAR, CURRENT_BAR = 4, 6
LEADER_ALPHA = 0.55
TIP_ROWS = 20


@lru_cache(maxsize=2)
def _face(weight: int) -> tuple[QFont, int]:
    """Return the face of the names, and how far below the middle of a row its baseline is."""
    font = control_font(NAME_PIXELS, 600 if weight == 600 else 400)
    return font, round(QFontMetricsF(font).capHeight() / 2)


@lru_cache(maxsize=4096)
def _elided(text: str, weight: int, width: int) -> tuple[str, float]:
    metrics = QFontMetricsF(_face(weight)[0])
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    return shown, metrics.horizontalAdvance(shown)


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
        self._scrolled = 0
        self._measures: Measures | None = None

    def show_state(self, *, scrolled: int, measures: Measures) -> None:
        """Take over how far the text is scrolled, and the columns of the page."""
        self._scrolled, self._measures = scrolled, measures
        self.update()

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
        left = self._lead + names_offset(self._codings.lane_count)
        wanted = self._measures.names if self._measures else 0
        spare = self.width() - (self._measures.right if self._measures else 0) - left
        width = LABELS_ONLY if self._labels_only else max(min(wanted, spare), min(spare, 260))
        return QRectF(left, row.top - self._scrolled, width, ROW)

    def codings_at(self, y: float) -> list[CodingMark]:
        """Return the codings named or counted at a height of the widget, then those of the line of text there."""
        page_y = y + self._scrolled
        rows = [row for row in self.plan().rows if row.top <= page_y < row.top + ROW]
        named = [mark for row in rows for mark in (*row.more, *([row.bar.mark] if row.bar else []))]
        return list(dict.fromkeys([*named, *self._codings.at_height(page_y)]))

    def coding_at(self, point: QPointF) -> str | None:
        """Return the coding whose bar or name is at a point of the widget."""
        plan = self.plan()
        for row in plan.rows:
            if self.name_rect(row).contains(point):
                return row.bar.mark.id if row.bar else row.more[0].id
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
        current = bar.mark.id == self._codings.current
        colour = edge_colour(bar.mark.hue, 1.0 if current else LEADER_ALPHA)
        left, right = self.bar_rect(bar).right() + 1, self.name_rect(row).left()
        start, end = round(row.leader) - self._scrolled, round(row.middle) - self._scrolled
        step = right if start == end else right - 3
        painter.fillRect(QRectF(left, start, step - left, 1), colour)
        if start != end:
            painter.fillRect(QRectF(step, min(start, end), 1, abs(end - start) + 1), colour)
            painter.fillRect(QRectF(step + 1, end, right - step - 1, 1), colour)

    def _paint_bar(self, painter: QPainter, bar: Bar) -> None:
        rect = self.bar_rect(bar)
        outer, inner = QPainterPath(), QPainterPath()
        outer.addRoundedRect(rect, 2, 2)
        inner.addRoundedRect(rect.adjusted(1, 1, -1, -1), 1, 1)
        painter.fillPath(outer, edge_colour(bar.mark.hue))
        painter.fillPath(inner, QColor(bar.mark.hue))

    def _paint_name(self, painter: QPainter, row: NameRow) -> None:
        rect = self.name_rect(row)
        if row.bar is None:
            self._paint_text(painter, rect.adjusted(PADDING, 0, 0, 0), f"+{len(row.more)}", 400, "ink3")
            return
        mark = row.bar.mark
        current = mark.id == self._codings.current
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("sel"))
            painter.drawRoundedRect(rect, 4, 4)
        left = rect.left() + PADDING
        label = mark.label or ("" if not self._labels_only else mark.name)
        if label:
            left += self._paint_text(painter, QRectF(left, rect.top(), rect.right() - left, ROW), label, 600, "ink")
            left += LABEL_GAP
        if not self._labels_only:
            self._paint_name_and_icons(painter, mark, rect, left, "ink" if current else "ink2")

    def _paint_name_and_icons(self, painter: QPainter, mark: CodingMark, rect: QRectF, left: float, token: str) -> None:
        right = rect.right() - PADDING
        room = right - left - len(mark.remarks) * (ICON + PADDING)
        left += self._paint_text(painter, QRectF(left, rect.top(), max(0.0, room), ROW), mark.name, 400, token)
        for number, name in enumerate(mark.remarks):
            spot = QRectF(round(left) + PADDING + number * (ICON + 2), rect.top() + 2, ICON, ICON)
            paint_icon(painter, name, spot, "ink2")

    def _paint_text(self, painter: QPainter, rect: QRectF, text: str, weight: int, token: str) -> float:
        """Paint a text elided to the rectangle and return its width."""
        shown, width = _elided(text, weight, int(rect.width()))
        font, rise = _face(weight)
        painter.setFont(font)
        painter.setPen(theme().colour(token))
        painter.drawText(QPointF(rect.left(), rect.top() + ROW / 2 + rise), shown)
        return width

    def _tip_at(self, y: float) -> str:
        marks = self.codings_at(y)
        shown = [f"{mark.title}, by {mark.coder}" if mark.coder else mark.title for mark in marks[:TIP_ROWS]]
        return "\n".join([*shown, f"and {len(marks) - TIP_ROWS} more"] if len(marks) > TIP_ROWS else shown)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip_at(event.pos().y()), self)
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
            if row.bar is not None:
                self._paint_leader(painter, row, row.bar)
        for bar in plan.bars:
            if self.bar_rect(bar).intersects(shown):
                self._paint_bar(painter, bar)
        painter.setPen(QPen())
        for row in rows:
            self._paint_name(painter, row)
        painter.end()
