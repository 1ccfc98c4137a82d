"""How the ends of a coding are changed by hand: its handles are dragged, the passage follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer

from annotator.ui.article.ends import DraggedEnd, End, end_at, with_end_at
from annotator.ui.article.ends_view import EndsView
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from annotator.model.blocks import Block
    from annotator.ui.article.page_view import Span

NEAR_EDGE, EDGE_STEP = 32, 24
EDGE_PAUSE = 40  # milliseconds
STAYS, REACH = 18, 48  # a hand that strays this far from its line, of 24, has not left it; lines looked at either side
HAND = Qt.CursorShape.SizeHorCursor


class HandlesView(EndsView):
    """A coded text with handles that never select. In ends mode they change the selection, else they tell new ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._dragged: DraggedEnd | None = None
        super().__init__(parent)
        self._mouse = QPointF()
        self._cursor_before = self.viewport().cursor()
        self.viewport().setMouseTracking(True)
        self._edge_timer = QTimer(self)
        self._edge_timer.setInterval(EDGE_PAUSE)
        self._edge_timer.timeout.connect(self._scroll_while_dragging)

    @property
    def is_dragging_end(self) -> bool:
        """Whether a handle is in the hand."""
        return self._dragged is not None

    def handle_at(self, point: QPointF) -> End | None:
        """Return the end whose handle is at a point of the viewport."""
        handled = self._handled()
        edges = self.lines.edges(*handled[0]) if handled else None
        return end_at(edges, self._on_page(point)) if edges else None

    def _on_page(self, point: QPointF) -> QPointF:
        return point + QPointF(0, self.verticalScrollBar().value())

    def _grab_end(self, event: QMouseEvent) -> bool:
        """Take the handle under the mouse into the hand, if there is one."""
        point, handled = event.position(), self._handled()
        which = self.handle_at(point) if event.button() == Qt.MouseButton.LeftButton else None
        coding = self.ends_mode or self.codings.current
        edges = self.lines.edges(*handled[0]) if handled else None
        if which is None or handled is None or edges is None or coding is None:
            return False
        edge = edges[0] if which == "start" else edges[1]
        offset = self._on_page(point) - QPointF(edge.x, edge.middle)
        self._mouse = point
        self._dragged = DraggedEnd(coding, which, handled[0], handled[0], offset)
        self._edge_timer.start()
        return True

    def _drag_end(self, point: QPointF) -> None:
        dragged, self._mouse = self._dragged, point
        if dragged is None:
            return
        cursor = self.cursorForPosition(self._on_a_line(point, dragged).toPoint())
        position = self.positions.to_text(cursor.position())
        passage = self.signs.without(*with_end_at(self.text, dragged.origin, dragged.which, position))
        if passage != dragged.passage:
            dragged.passage = passage
            if self._mode:
                self._set_cursor(*passage)
            self.viewport().update()

    def _on_a_line(self, point: QPointF, dragged: DraggedEnd) -> QPointF:
        """Return where the end is held, in the middle of a line: its own, unless the hand has clearly left that.

        Between two lines Qt answers with either, and above the first with any position.
        """
        held = self._on_page(point) - dragged.offset
        start, end = dragged.origin
        own = self.lines.at(start if dragged.which == "start" else max(start, end - 1))
        if own is not None and abs(held.y() - own.middle) <= STAYS * own.unit:
            held.setY(own.middle)
        else:
            near = list(self.lines.between(held.y() - REACH, held.y() + REACH))
            if near:
                held.setY(min(near, key=lambda line: abs(line.middle - held.y())).middle)
        return held - QPointF(0, self.verticalScrollBar().value())

    def _release_end(self) -> bool:
        """Let go of the handle and tell the new ends; a click that moved nothing is left to the text."""
        dragged = self._dragged
        if dragged is None:
            return False
        self._drop_end()
        if dragged.passage != dragged.origin and not self._mode:
            self.ends_moved.emit(dragged.coding, *dragged.passage)
        elif not self._mode:
            self.place_caret(self.positions.to_text(self.cursorForPosition(self._mouse.toPoint()).position()))
            return False
        return True

    def _drop_end(self) -> None:
        dragged, self._dragged = self._dragged, None
        if dragged is not None:
            self._edge_timer.stop()
            self.viewport().update()

    def _give_up_end(self) -> None:
        dragged = self._dragged
        self._drop_end()
        if dragged and self._mode:
            self._set_cursor(*dragged.origin)

    def _scroll_at_edge(self, y: float) -> None:
        bar = self.verticalScrollBar()
        if y < NEAR_EDGE:
            bar.setValue(bar.value() - EDGE_STEP)
        elif y > self.viewport().height() - NEAR_EDGE:
            bar.setValue(bar.value() + EDGE_STEP)

    def _scroll_while_dragging(self) -> None:
        if not 0 <= self._mouse.y() < self.viewport().height():
            self._scroll_at_edge(self._mouse.y())
            self._drag_end(self._mouse)

    def _show_hand(self, *, over_handle: bool) -> None:
        """Show by the cursor that there is something to drag; else whatever cursor was there."""
        viewport = self.viewport()
        if over_handle and viewport.cursor().shape() != HAND:
            self._cursor_before = viewport.cursor()
            viewport.setCursor(HAND)
        elif not over_handle and viewport.cursor().shape() == HAND:
            viewport.setCursor(self._cursor_before)

    # What else has to know

    def show_article(self, text: str, *, title: str = "", facts: str = "", blocks: Iterable[Block] = ()) -> None:
        """Show a text from its beginning, without codings."""
        self._drop_end()
        super().show_article(text, title=title, facts=facts, blocks=blocks)

    def _give_up_if_gone(self) -> None:
        super()._give_up_if_gone()
        if self._dragged and self._dragged.coding not in self.codings.marks:
            self._drop_end()

    def _handled(self) -> tuple[Span, QColor] | None:
        return (self._dragged.passage, theme().colour("accent")) if self._dragged else super()._handled()

    def _is_changing_ends(self) -> bool:
        return self._dragged is not None or super()._is_changing_ends()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._dragged and event.key() == Qt.Key.Key_Escape:
            self._give_up_end()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged:
            self._drag_end(event.position())
            return
        if not event.buttons():
            self._show_hand(over_handle=self.handle_at(event.position()) is not None)
        super().mouseMoveEvent(event)
