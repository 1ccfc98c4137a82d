"""Where things are in the text that is read: passage, sentence at the caret, what is visible, and scrolling there."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, Signal

from annotator.model.passages import snap_to_graphemes
from annotator.model.sentences import sentence_at
from annotator.ui.article.page_view import PageView, Span
from annotator.ui.article.typesetting import Type

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from annotator.model.blocks import Block
    from annotator.ui.article.lines import Line

CONTEXT_LINES = 3
MANY_LINES = 60  # enough to know how wide a passage is
BEYOND = 96
Rect = tuple[float, float, float, float]  # left, top, right, bottom


class ReadingView(PageView):
    """A text with places. All positions are code points; codings are drawn by `coded_view.py`."""

    passage_changed = Signal()
    caret_moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caret, self._read_to = 0, 0
        self.widened: list[Span] = []  # what was selected before it was widened, and what it is now
        self._sentence: tuple[int, Span | None] = (-1, None)
        self.selectionChanged.connect(self._selection_moved)
        self.cursorPositionChanged.connect(self._caret_moved)
        self.verticalScrollBar().valueChanged.connect(self.visible_changed)

    def show_article(self, text: str, *, title: str = "", facts: str = "", blocks: Iterable[Block] = ()) -> None:
        """Show a text from its beginning; its first line is set as the headline if it is the title."""
        self._caret, self._read_to, self._sentence = 0, 0, (-1, None)
        self.widened = []
        super().show_article(text, title=title, facts=facts, blocks=blocks)

    # Caret and passage

    def passage(self) -> Span | None:
        """Return the selected passage, widened to whole visible characters, without signs of mark-up at its ends.

        None without a selection.
        """
        selection = self._selection()
        if selection is None:
            return None
        return self.signs.without(*snap_to_graphemes(self.text, *selection))

    def sentence(self) -> Span | None:
        """Return the sentence that a key would code: the one at the caret, once the caret has been put somewhere."""
        if self.fresh or not self.text:
            return None
        caret = self.caret()
        if self._sentence[0] != caret:
            sentence = sentence_at(self.text, caret)
            self._sentence = caret, sentence and self.signs.without(*sentence)
        return self._sentence[1]

    def select_passage(self, start: int, end: int) -> None:
        """Select a passage and show it."""
        self._set_cursor(start, end)
        self.scroll_to(start, end)

    def clear_passage(self) -> None:
        """Select nothing; the caret stays, and what is in sight."""
        cursor = self.textCursor()
        if cursor.hasSelection():  # to set a cursor scrolls to it
            cursor.clearSelection()
            self.setTextCursor(cursor)

    # Places

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

    # What moved

    def _selection_moved(self) -> None:
        self.viewport().update()
        self.passage_changed.emit()

    def _caret_moved(self) -> None:
        self.viewport().update()
        if (caret := self.caret()) != self._caret:
            self._caret = caret
            self.caret_moved.emit(caret)
