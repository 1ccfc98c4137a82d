"""The article with its codings: drawn under the text, clicked, dragged on and out. Positions are code points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAbstractTextDocumentLayout, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui.announce import announce
from annotator.ui.article.coding_painter import paint_line
from annotator.ui.article.codings import Codings
from annotator.ui.article.dragging import dragged_code, dragged_files, passage_data
from annotator.ui.article.echo import Echo
from annotator.ui.article.gestures import ClickCycle
from annotator.ui.article.margin import Margin
from annotator.ui.article.outlines import paint_handles, paint_selection, paint_sentence
from annotator.ui.article.reading_view import ReadingView, Span
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QFocusEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )

    from annotator.ui.article.marks import CodingMark

CARET_HALF = 10
NEAR_SELECTION = 12
NEAR_EDGE, EDGE_STEP = 32, 24


class ArticleView(ReadingView):
    """One article. It is fed with marks and tells what the analyst does; it changes nothing itself."""

    passage_selected = Signal(int, int)
    coding_clicked = Signal(str)
    coding_opened = Signal(str)
    code_dropped = Signal(str, int, int)
    files_dropped = Signal(list)
    zoom_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.codings = Codings(self.lines, len(self.text))
        self.margin = Margin(self, self.codings)
        self.margin.coding_clicked.connect(self.coding_clicked)
        self.margin.coding_opened.connect(self.coding_opened)
        self._echo = Echo(self.viewport())
        self._clicks = ClickCycle()
        self._target: Span | None = None
        self._opening = False
        self._caret_on = True
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._blink_caret)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.laid_out.connect(lambda: self.codings.laid_out(self.lines, len(self.text)))
        self.columns_placed.connect(self._place_margin)
        self.visible_changed.connect(self._place_margin)
        self.caret_moved.connect(self._caret_went)
        theme().changed.connect(self._take_theme)
        self._take_theme()
        self._place_margin()

    # Codings

    def show_article(self, text: str, *, title: str = "", facts: str = "") -> None:
        """Show a text from its beginning, without codings."""
        self.codings.current = None
        self.codings.replace_all([])
        super().show_article(text, title=title, facts=facts)

    def set_marks(self, marks: Iterable[CodingMark]) -> None:
        """Show these codings and no others."""
        self.codings.replace_all(marks)
        self._show_codings()

    def put_mark(self, mark: CodingMark) -> None:
        """Add a coding, or replace the one of the same id."""
        self.codings.put(mark)
        self._show_codings()

    def remove_mark(self, coding: str) -> None:
        """Take a coding out."""
        self.codings.remove(coding)
        self._show_codings()

    def set_current(self, coding: str | None) -> None:
        """Make a coding the current one: its tint wins, its ends get handles, its name stands out."""
        self.codings.set_current(coding)
        self._show_codings()

    def marks_at(self, position: int) -> list[str]:
        """Return the codings at a position, smallest first."""
        return self.codings.at(position)

    def mark_at(self, point: QPoint) -> str | None:
        """Return the smallest coding under a point of the viewport."""
        return next(iter(self._marks_under(point)), None)

    def show_echo(self, text: str, start: int, end: int) -> None:
        """Name the code just given, at the place and for a moment; it is spoken too."""
        self._echo.show_at(text, self.passage_rect(start, end))
        announce(self, text)

    def _marks_under(self, point: QPoint) -> list[str]:
        position = self.position_at(point)
        return [] if position is None else self.codings.at(position)

    def _show_codings(self) -> None:
        self._describe()
        self.viewport().update()
        self.margin.update()

    def _describe(self) -> None:
        """Say which coding is at the caret, for a screen reader."""
        here = [self.codings.marks[coding] for coding in self.codings.at(self.caret())]
        current = next((mark for mark in here if mark.id == self.codings.current), here[0] if here else None)
        parts = [f"{current.title}, by {current.coder}"] if current else []
        count = [f"{here.index(current) + 1} of {len(here)}"] if current else []
        description = ", ".join(parts + count)
        if description != self.accessibleDescription():
            self.setAccessibleDescription(description)

    # Painting

    def _paint_page(self, painter: QPainter, clip: QRectF) -> None:
        """Paint what scrolls: tints, then the text, then what lies over it. Page coordinates."""
        for line in self.lines.between(clip.top(), clip.bottom()):
            paint_line(painter, self.codings.painted(line))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = self.palette()
        context.clip = clip
        context.cursorPosition = -1
        self.document().documentLayout().draw(painter, context)
        self._header.paint(painter, self._headline_bottom())
        self._paint_handles(painter)
        self._paint_outlines(painter)
        self._paint_caret(painter)

    def _headline_bottom(self) -> float | None:
        first = next(iter(self.lines.over(0, len(self.text))), None) if self._has_headline else None
        if first is None:
            return None
        return max(
            line.bottom
            for line in self.lines.over(first.start, self.text.find("\n", first.start) % (len(self.text) + 1))
        )

    def _paint_handles(self, painter: QPainter) -> None:
        mark = self.codings.marks.get(self.codings.current or "")
        rects = self.passage_rects(mark.start, mark.end) if mark else []
        if mark and rects:
            paint_handles(painter, rects[0], rects[-1], mark.hue)

    def _paint_outlines(self, painter: QPainter) -> None:
        passage = self.passage()
        if passage:
            paint_selection(painter, self.passage_rects(*passage))
        if self._target:
            paint_sentence(painter, self.passage_rects(*self._target))
        elif not passage and self.hasFocus() and (sentence := self.sentence()):
            paint_sentence(painter, self.passage_rects(*sentence))

    def _paint_caret(self, painter: QPainter) -> None:
        if not (self.hasFocus() and self._caret_on) or self.fresh:
            return
        rect = self.cursorRect()
        line = self.lines.at(self.caret())
        middle = line.middle if line else rect.bottom() + self.verticalScrollBar().value() - CARET_HALF
        half = CARET_HALF * (line.unit if line else 0.6)
        painter.fillRect(QRectF(round(rect.center().x()), middle - half, 1, 2 * half), theme().colour("ink"))

    def _blink_caret(self) -> None:
        self._caret_on = not self._caret_on
        self.viewport().update(self.cursorRect().adjusted(-4, -4, 4, 4))

    def _caret_went(self) -> None:
        self._caret_on = True
        self._describe()

    def _take_theme(self) -> None:
        palette = self.palette()
        colours = {QPalette.ColorRole.Base: "paper", QPalette.ColorRole.Window: "paper", QPalette.ColorRole.Text: "ink"}
        for role, token in colours.items():
            palette.setColor(role, theme().colour(token))
        self.setPalette(palette)
        self._show_codings()

    def _place_margin(self) -> None:
        left = self.measures.left + self.measures.page
        self.margin.setGeometry(left, 0, max(0, self.width() - left), self.height())
        self.margin.show_state(scrolled=self.verticalScrollBar().value(), measures=self.measures)
        if (bar := self.verticalScrollBar().parentWidget()) is not None:
            bar.raise_()  # the thumb lies over the margin

    # Dragging

    def _drop_target(self, data: QMimeData, point: QPoint) -> Span | None:
        """Return the passage a dragged code would be given to: the selection when over it, else the sentence."""
        if dragged_code(data) is None:
            return None
        passage = self.passage()
        if passage:
            near = self.passage_rect(*passage)
            margin = NEAR_SELECTION
            if near.adjusted(-margin, -margin, margin, margin).contains(point):
                return passage
        from annotator.model.sentences import sentence_at

        return sentence_at(self.text, self.positions.to_text(self.cursorForPosition(point).position()))

    def _scroll_at_edge(self, y: int) -> None:
        bar = self.verticalScrollBar()
        if y < NEAR_EDGE:
            bar.setValue(bar.value() - EDGE_STEP)
        elif y > self.viewport().height() - NEAR_EDGE:
            bar.setValue(bar.value() + EDGE_STEP)

    def _set_target(self, target: Span | None) -> None:
        if target != self._target:
            self._target = target
            self.viewport().update()

    # Qt

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:  # the window's actions come first, for every key
            event.ignore()
            return False
        return super().event(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        return passage_data(self.text, *(self.passage() or (0, 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            key = Qt.Key.Key_PageUp if back else Qt.Key.Key_PageDown
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        before = self.textCursor()
        super().keyPressEvent(event)
        if self.textCursor() != before:
            self.fresh = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.fresh, self._opening = False, False
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self._opening:
            return
        if passage := self.passage():
            self.passage_selected.emit(*passage)
        elif coding := self._clicks.click(self._marks_under(event.position().toPoint()), self.codings.current):
            self.coding_clicked.emit(coding)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        there = self._marks_under(event.position().toPoint())
        self._opening = bool(there)
        if there:
            self.coding_opened.emit(self.codings.current if self.codings.current in there else there[0])
        else:
            super().mouseDoubleClickEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_code(event.mimeData()) or dragged_files(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        point = event.position().toPoint()
        self._set_target(self._drop_target(event.mimeData(), point))
        self._scroll_at_edge(point.y())
        event.setAccepted(self._target is not None or bool(dragged_files(event.mimeData())))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_target(None)

    def dropEvent(self, event: QDropEvent) -> None:
        target = self._drop_target(event.mimeData(), event.position().toPoint())
        self._set_target(None)
        code, files = dragged_code(event.mimeData()), dragged_files(event.mimeData())
        event.acceptProposedAction()
        if code and target:
            self.code_dropped.emit(code, *target)
        elif files:
            self.files_dropped.emit(files)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        flash = QApplication.cursorFlashTime()
        if flash > 0:
            self._blink.start(flash // 2)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._blink.stop()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_margin()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().colour("paper"))
        scrolled = self.verticalScrollBar().value()
        painter.translate(0, -scrolled)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_page(painter, QRectF(event.rect()).translated(QPointF(0, scrolled)))
        painter.end()
