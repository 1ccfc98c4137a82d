"""How an article's text is shown, scrolled, selected and read with a caret: all positions in code points.

Codings know nothing of this file; `article_view.py` draws them over it.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.model.passages import snap_to_graphemes
from annotator.model.sentences import sentence_at
from annotator.ui.article.header import Header
from annotator.ui.article.lines import Lines
from annotator.ui.article.measures import measures_for
from annotator.ui.article.text_positions import TextPositions
from annotator.ui.article.typesetting import Type, first_line, typeset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from annotator.ui.article.lines import Line

DEFAULT_POINTS = 12.0
SMALLEST_POINTS, LARGEST_POINTS = 11.0, 28.0
CONTEXT_LINES = 3
MANY_LINES = 60  # enough to know how wide a passage is
BEYOND = 96
Span = tuple[int, int]
Rect = tuple[float, float, float, float]  # left, top, right, bottom


class ReadingView(QTextEdit):
    """A read-only text with a caret. Resizing the window lays nothing out anew."""

    passage_changed = Signal()
    caret_moved = Signal(int)
    visible_changed = Signal()
    laid_out = Signal()
    columns_placed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleView")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.text, self.fresh = "", True
        self._title, self._facts, self._points = "", "", DEFAULT_POINTS
        self._caret, self._read_to = 0, 0
        self._sentence: tuple[int, Span | None] = (-1, None)
        self.measures = measures_for(self.width(), 1.0)
        self._typeset()
        self.selectionChanged.connect(self._selection_moved)
        self.cursorPositionChanged.connect(self._caret_moved)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._place_columns())

    # The text

    def show_article(self, text: str, *, title: str = "", facts: str = "") -> None:
        """Show a text from its beginning; its first line is set as the headline if it is the title."""
        self.text, self._title, self._facts = text, title.strip(), facts
        self._caret, self._read_to, self.fresh, self._sentence = 0, 0, True, (-1, None)
        self.setAccessibleName(title or "Article")
        self._typeset()
        self.verticalScrollBar().setValue(0)
        self.visible_changed.emit()

    def clear_article(self) -> None:
        """Show nothing."""
        self.show_article("")

    def set_reading_points(self, points: float) -> None:
        """Set the size of the text, 11 to 28 points; all measures follow."""
        self._points = min(LARGEST_POINTS, max(SMALLEST_POINTS, points))
        self.measures = measures_for(self.width(), self._scale)
        self._typeset_in_place()

    @property
    def _scale(self) -> float:
        return self._points / DEFAULT_POINTS

    def _typeset(self) -> None:
        style = Type(self._scale)
        in_text = bool(self._title) and first_line(self.text) == self._title
        self._header = Header(self._title, self._facts, in_text=in_text, style=style, measures=self.measures)
        self.positions = TextPositions(self.text)
        start = self.text.find(self._title) if in_text else 0
        self._headline: Span | None = (start, start + len(self._title)) if in_text else None
        document = typeset(self.text, style, self._header.page)
        self.setFont(style.font)
        self.setLineWrapColumnOrWidth(self.measures.page)
        self.setDocument(document)
        self._document = document  # the view does not own it: it lives as long as this reference
        self.lines = Lines(document, self.text, self.positions)
        self._place_columns()
        self.laid_out.emit()

    def _typeset_in_place(self) -> None:
        """Typeset again after a change of size; the caret and the line at the top stay."""
        top, passage, caret, fresh = self.shown_range()[0], self._selection(), self._caret, self.fresh
        self._typeset()
        self._set_cursor(*passage) if passage else self.place_caret(caret)
        self.fresh = fresh
        line = self.lines.at(top)
        self._scroll(round(line.top) if line and top else 0)
        self.visible_changed.emit()

    # Caret and passage

    def caret(self) -> int:
        """Return where the caret stands."""
        return self.positions.to_text(self.textCursor().position())

    def passage(self) -> Span | None:
        """Return the selected passage, widened to whole visible characters; none without a selection."""
        selection = self._selection()
        if selection is None:
            return None
        return snap_to_graphemes(self.text, *selection)

    def _selection(self) -> Span | None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self.positions.to_text(cursor.selectionStart()), self.positions.to_text(cursor.selectionEnd())

    def sentence(self) -> Span | None:
        """Return the sentence that a key would code: the one at the caret, once the caret has been put somewhere."""
        if self.fresh or not self.text:
            return None
        caret = self.caret()
        if self._sentence[0] != caret:
            self._sentence = caret, sentence_at(self.text, caret)
        return self._sentence[1]

    def select_passage(self, start: int, end: int) -> None:
        """Select a passage and show it."""
        self._set_cursor(start, end)
        self.scroll_to(start, end)

    def clear_passage(self) -> None:
        """Select nothing; the caret stays."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def place_caret(self, position: int) -> None:
        """Put the caret somewhere, without scrolling."""
        self._set_cursor(position, position)

    def _set_cursor(self, start: int, end: int) -> None:
        self.fresh = False
        value = self.verticalScrollBar().value()
        cursor = self.textCursor()
        cursor.setPosition(self.positions.to_qt(min(start, len(self.text))))
        cursor.setPosition(self.positions.to_qt(min(end, len(self.text))), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(value)

    # Places

    def shown_range(self) -> Span:
        """Return from where to where the text is visible."""
        lines = self.visible_lines()
        return (lines[0].start, lines[-1].end) if lines else (0, 0)

    def visible_lines(self) -> list[Line]:
        """Return the lines that are at least partly visible."""
        top = self.verticalScrollBar().value()
        return list(self.lines.between(top, top + self.viewport().height()))

    def read_to(self) -> int:
        """Return the furthest position that has been visible since the article was shown."""
        self._read_to = max(self._read_to, self.shown_range()[1])
        return self._read_to

    def position_at(self, point: QPoint) -> int | None:
        """Return the position under a point of the viewport; none beside the letters."""
        page = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        near = self.positions.to_text(self.cursorForPosition(point).position())
        for line in {self.lines.at(near), self.lines.at(max(0, near - 1))} - {None}:
            if line and line.top <= page.y() <= line.bottom and line.left - 2 <= page.x() <= line.right + 2:
                spans = self.lines.spans(line, max(line.start, near - 1), near) if near > line.start else []
                before = any(left <= page.x() < right for left, right in spans)
                return near - 1 if before else near
        return None

    def passage_rects(self, start: int, end: int) -> list[Rect]:
        """Return the passage's rectangles, line by line, in page coordinates."""
        return self._rects(self.lines.over(start, end), start, end)

    def visible_rects(self, start: int, end: int) -> list[Rect]:
        """Return the rectangles of that part of the passage which is visible, or nearly so."""
        top = self.verticalScrollBar().value()
        near = self.lines.between(top - BEYOND, top + self.viewport().height() + BEYOND)
        return self._rects((line for line in near if line.start < end and line.end > start), start, end)

    def _rects(self, lines: Iterable[Line], start: int, end: int) -> list[Rect]:
        return [
            (left, line.top, right, line.bottom)
            for line in lines
            for left, right in self.lines.spans(line, start, end)
            if right > left
        ]

    def passage_rect(self, start: int, end: int) -> QRect:
        """Return the smallest rectangle round the passage, in viewport coordinates."""
        rects = self._rects(islice(self.lines.over(start, end), MANY_LINES), start, end)
        last = self.lines.at(max(start, end - 1))
        if not rects or last is None:
            return self.cursorRect()
        left, right = min(rect[0] for rect in rects), max(rect[2] for rect in rects)
        top = round(rects[0][1]) - self.verticalScrollBar().value()
        return QRect(round(left), top, round(right - left), round(last.bottom - rects[0][1]))

    def is_shown(self, start: int, end: int) -> bool:
        """Return whether the passage, or its beginning if it is long, is fully visible."""
        rect, height = self.passage_rect(start, end), self.viewport().height()
        return rect.top() >= 0 and (rect.bottom() <= height or rect.height() > height > rect.top() + 24)

    def sentence_is_shown(self) -> bool:
        """Return whether the sentence that a key would code can be seen."""
        sentence = self.sentence()
        return sentence is not None and self.is_shown(*sentence)

    def scroll_to(self, start: int, end: int) -> None:
        """Show the passage with a few lines round it; if it is visible already, nothing moves."""
        if self.is_shown(start, end):
            return
        rect, bar = self.passage_rect(start, end), self.verticalScrollBar()
        context, height = CONTEXT_LINES * Type(self._scale).line, self.viewport().height()
        if 0 > rect.top() > -height or rect.height() + 2 * context > height:
            self._scroll(bar.value() + rect.top() - context)
        elif rect.bottom() > height and rect.top() < height:
            self._scroll(bar.value() + rect.bottom() - height + context)
        else:
            self._scroll(bar.value() + rect.top() - height // 3)

    def _scroll(self, value: int) -> None:
        """Scroll to a height of the page, also where a long text is not laid out yet."""
        bar = self.verticalScrollBar()
        if value > bar.maximum():
            height = round(self._document.documentLayout().documentSize().height())
            bar.setMaximum(max(0, height - self.viewport().height()))
        bar.setValue(value)

    # What moved

    def _selection_moved(self) -> None:
        self.viewport().update()
        self.passage_changed.emit()

    def _caret_moved(self) -> None:
        self.viewport().update()
        if (caret := self.caret()) != self._caret:
            self._caret = caret
            self.caret_moved.emit(caret)

    def _scrolled(self) -> None:
        self.visible_changed.emit()

    def _place_columns(self) -> None:
        """Centre the page by the viewport's margins."""
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.isVisibleTo(self) else 0
        right = max(0, self.width() - self.measures.left - self.measures.page - taken)
        margins = self.viewportMargins()
        if (margins.left(), margins.right()) != (self.measures.left, right):
            self.setViewportMargins(self.measures.left, 0, right, 0)
        self.columns_placed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        measures = measures_for(self.width(), self._scale)
        columns = (measures.gutter, measures.text, measures.gap)
        anew = columns != (self.measures.gutter, self.measures.text, self.measures.gap)
        self.measures = measures
        self._place_columns()
        if anew:
            QTimer.singleShot(0, self, self._typeset_in_place)
