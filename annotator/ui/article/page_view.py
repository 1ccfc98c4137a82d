"""How an article's text is set on its page: type, size, columns, and what stays when they change.

The page is centred by the viewport's margins, so that resizing the window lays nothing out anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.ui.article.header import Header
from annotator.ui.article.lines import Lines
from annotator.ui.article.measures import USUAL_WIDTH, measures_for
from annotator.ui.article.parts import Parts
from annotator.ui.article.text_positions import TextPositions
from annotator.ui.article.typesetting import Type, first_line, hard_breaks, typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent, QTextDocument

    from annotator.model.blocks import Block
    from annotator.ui.article.lines import Line
    from annotator.ui.article.measures import Measures
    from annotator.ui.article.signs import Signs

DEFAULT_POINTS = 12.0
SMALLEST_POINTS, LARGEST_POINTS = 11.0, 28.0
Span = tuple[int, int]


class PageView(QTextEdit):
    """A read-only text with a caret. Positions are code points; `fresh` until the caret is put somewhere."""

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
        self.text, self._parts, self._fresh = "", Parts.of(""), True
        self._title, self._facts, self._points = "", "", DEFAULT_POINTS
        self.resize(USUAL_WIDTH, self.height())  # else a text shown before the window is would be laid out twice
        self.measures = self.measures_at(self.width())
        self._typeset()
        self.verticalScrollBar().rangeChanged.connect(self._place_columns)

    def show_article(self, text: str, *, title: str = "", facts: str = "", blocks: Iterable[Block] = ()) -> None:
        """Show a text from its beginning; its first line is set as the headline if it is the title.

        What its file marks looks as such: the signs in `blocks` take no room, headings are heavy, items are set in.
        """
        self.text, self._title, self._facts = text, title.strip(), facts
        self._parts = Parts.of(text, blocks)
        self.fresh = True
        self.setAccessibleName(title or "Article")
        self._typeset()
        self.verticalScrollBar().setValue(0)
        self.visible_changed.emit()

    @property
    def signs(self) -> Signs:
        """The signs of mark-up in the text, which are not shown."""
        return self._parts.signs

    @property
    def fresh(self) -> bool:
        """Whether the caret was not put anywhere yet: no sentence is outlined then."""
        return self._fresh

    @fresh.setter
    def fresh(self, fresh: bool) -> None:
        if fresh is not self._fresh:
            self._fresh = fresh
            self.viewport().update()  # Qt repaints only round a caret that moved

    @property
    def facts(self) -> str:
        """The line of facts below the headline."""
        return self._facts

    def show_facts(self, facts: str) -> None:
        """Show another line of facts, in the room that it always has."""
        if facts != self._facts:
            self._facts = self._header.facts = facts
            self.viewport().update()

    def clear_article(self) -> None:
        """Show nothing."""
        self.show_article("")

    def set_reading_points(self, points: float) -> None:
        """Set the size of the text, 11 to 28 points; all measures follow."""
        points = min(LARGEST_POINTS, max(SMALLEST_POINTS, points))
        if points == self._points:
            return
        self._points = points
        self.measures = self.measures_at(self.width())
        self._typeset_in_place()

    def measures_at(self, width: int) -> Measures:
        """Return the columns of the page for a width of the view, at the size that the text has."""
        return measures_for(width, self._scale)

    @property
    def _scale(self) -> float:
        return self._points / DEFAULT_POINTS

    def _typeset(self) -> None:
        style = Type(self._scale)
        reading = self.signs.reading
        in_text = bool(self._title) and first_line(reading) == self._title
        self._header = Header(self._title, self._facts, in_text=in_text, style=style, measures=self.measures)
        self.positions = TextPositions(self.text, hard_breaks(self.signs.shown))
        start = reading.find(self._title) if in_text else 0
        end = start + len(self._title)
        self._headline: Span | None = self.signs.from_reading(start, end) if in_text else None
        document = typeset(self.signs.shown, style, self._header.page)
        self._set_parts(document)
        self._dress(document)
        self.setFont(style.font)
        self.setLineWrapColumnOrWidth(self.measures.page)
        self.setDocument(document)
        self._document = document  # the view does not own it: it lives as long as this reference
        self.lines = Lines(document, self.text, self.positions)
        self._place_columns()
        self.laid_out.emit()

    def _set_parts(self, document: QTextDocument, within: Sequence[Span] | None = None) -> None:
        """Set what the file marks, but for the headline; all of it, or what touches one of some stretches."""
        self._parts.set_in(document, self.positions, Type(self._scale), self._header.page, within)

    def _dress(self, document: QTextDocument) -> None:
        """Set some lines otherwise than the rest."""

    def _typeset_in_place(self) -> None:
        """Typeset again after a change of size; the caret and the line at the top stay."""
        top, passage, caret, fresh = self.shown_range()[0], self._selection(), self.caret(), self.fresh
        self._typeset()
        self._set_cursor(*passage) if passage else self.place_caret(caret)
        self.fresh = fresh
        line = self.lines.at(top)
        self._scroll(round(line.top) if line and top else 0)
        self.visible_changed.emit()

    def caret(self) -> int:
        """Return where the caret stands."""
        return self.positions.to_text(self.textCursor().position())

    def place_caret(self, position: int) -> None:
        """Put the caret somewhere, without scrolling."""
        self._set_cursor(position, position)

    def _selection(self) -> Span | None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self.positions.to_text(cursor.selectionStart()), self.positions.to_text(cursor.selectionEnd())

    def _set_cursor(self, start: int, end: int) -> None:
        self.fresh = False
        value = self.verticalScrollBar().value()
        cursor = self.textCursor()
        cursor.setPosition(self.positions.to_qt(min(start, len(self.text))))
        cursor.setPosition(self.positions.to_qt(min(end, len(self.text))), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(value)

    def shown_range(self) -> Span:
        """Return from where to where the text is visible."""
        lines = self.visible_lines()
        return (lines[0].start, lines[-1].end) if lines else (0, 0)

    def visible_lines(self) -> list[Line]:
        """Return the lines that are at least partly visible."""
        top = self.verticalScrollBar().value()
        return list(self.lines.between(top, top + self.viewport().height()))

    def _scroll(self, value: int) -> None:
        """Scroll to a height of the page, also where a long text is not laid out yet."""
        bar = self.verticalScrollBar()
        if value > bar.maximum():
            height = round(self._document.documentLayout().documentSize().height())
            bar.setMaximum(max(0, height - self.viewport().height()))
        bar.setValue(value)

    def _place_columns(self) -> None:
        """Centre the page by the viewport's margins."""
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.isVisibleTo(self) else 0
        right = max(0, self.width() - self.measures.left - self.measures.page - taken)
        margins = self.viewportMargins()
        if (margins.left(), margins.right()) != (self.measures.left, right):
            self.setViewportMargins(self.measures.left, 0, right, 0)
        self.columns_placed.emit()

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.fresh:  # Qt brings the caret into sight, which hides the room above a text that begins with empty lines
            self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        measures = self.measures_at(self.width())
        columns = (measures.gutter, measures.text, measures.gap)
        anew = columns != (self.measures.gutter, self.measures.text, self.measures.gap)
        self.measures = measures
        self._place_columns()
        if anew:
            QTimer.singleShot(0, self, self._typeset_in_place)
