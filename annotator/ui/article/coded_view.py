"""How the codings are drawn with the text: tints and underlines under it, outlines over it, the margin beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QTimer
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from annotator.model.passages import trim
from annotator.ui.article.coding_painter import paint_line
from annotator.ui.article.codings import Codings
from annotator.ui.article.echo import Echo
from annotator.ui.article.hues import edge_colour
from annotator.ui.article.margin import Margin
from annotator.ui.article.outlines import paint_handles, paint_selection, paint_sentence
from annotator.ui.article.reading_view import ReadingView
from annotator.ui.article.speech import Speech, spoken_rank
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QColor, QFocusEvent, QPaintEvent, QResizeEvent

    from annotator.model.blocks import Block
    from annotator.ui.article.marks import CodingMark
    from annotator.ui.article.page_view import Span

CARET_HALF = 10


class CodedView(ReadingView):
    """A text with its codings. A frame, and a coding that comes or goes, costs what is visible."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.codings = Codings(self.lines, len(self.text))
        self.margin = Margin(self, self.codings)
        self.echo = Echo(self)
        self.speech = Speech(self)
        self._target: Span | None = None
        self._caret_on = True
        self._held = False
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._blink_caret)
        self.laid_out.connect(self._take_layout)
        self.columns_placed.connect(self._place_margin)
        self.visible_changed.connect(self._place_margin)
        self.caret_moved.connect(self._caret_went)
        theme().changed.connect(self._take_theme)
        self._take_theme()
        self._place_margin()

    # Codings

    def show_article(self, text: str, *, title: str = "", facts: str = "", blocks: Iterable[Block] = ()) -> None:
        """Show a text from its beginning, without codings."""
        self.echo.end()
        self.codings.current = None
        self.codings.replace_all([])
        super().show_article(text, title=title, facts=facts, blocks=blocks)

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

    def set_faded(self, passes: Callable[[CodingMark], bool] | None) -> None:
        """Draw the codings that do not pass much fainter; None draws all in full. No lane changes."""
        self.codings.set_filter(passes)
        self._show_codings()

    def marks_at(self, position: int) -> list[str]:
        """Return the codings at a position, one's own before colleagues', smallest first."""
        return self.codings.at(position)

    def hold_outline(self, held: bool) -> None:
        """Keep the sentence outlined while the focus is elsewhere, as in the finder."""
        self._held = held
        self.viewport().update()

    def show_echo(self, text: str, start: int, end: int, *, spoken: bool = True) -> None:
        """Name what was done, at the place and for a moment; it is spoken too, unless something else says it."""
        rect, viewport = self.passage_rect(start, end), self.viewport()
        rect.moveTopLeft(viewport.mapTo(self, rect.topLeft()))
        free = self.margin.free_place(rect.top() - self.margin.y(), self.echo.size_in_margin(text))
        beside = self.margin.mapToParent(free) if free else None
        self.echo.show_at(text, rect, beside, viewport.geometry())
        if spoken:
            self.speech.say_done(text)

    def say_sentence(self) -> None:
        """Have the sentence spoken that a key would code: the caret may not have moved, and then nothing is read."""
        sentence = self.sentence()
        if sentence:
            self.speech.say_passage(self.signs.read(*sentence))

    def _show_codings(self) -> None:
        self._describe()
        self.viewport().update()
        self.margin.update()

    def _describe(self) -> None:
        """Say which coding is at the caret, for a screen reader."""
        there = self.codings.at(self.caret())
        chosen = self.codings.current if self.codings.current in there else next(iter(there), None)
        self.speech.show_coding(spoken_rank(self.codings.marks[chosen], there) if chosen else "")

    # Painting

    def _paint_page(self, painter: QPainter, clip: QRectF) -> None:
        """Paint what scrolls: tints, then the text, then what lies over it. Page coordinates."""
        tints = not theme().palette.high
        for painted in self.codings.painted(self.lines.between(clip.top(), clip.bottom())):
            paint_line(painter, painted, tints=tints)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = self.palette()
        context.clip = clip
        context.cursorPosition = -1
        self.document().documentLayout().draw(painter, context)
        self._header.paint(painter, self._headline_bottom())
        self._paint_outlines(painter)
        self._paint_handles(painter)
        self._paint_caret(painter)

    def _headline_bottom(self) -> float | None:
        if self._headline is None:
            return None
        return max((line.bottom for line in self.lines.over(*self._headline)), default=None)

    def _handled(self) -> tuple[Span, QColor] | None:
        """Return the passage that has handles at its ends, and their colour; a colleague's has none."""
        mark = self.codings.marks.get(self.codings.current or "")
        return ((mark.start, mark.end), edge_colour(mark.hue)) if mark and not mark.initials else None

    def _paint_handles(self, painter: QPainter) -> None:
        handled = self._handled()
        edges = self.lines.edges(*handled[0]) if handled else None
        if handled and edges:
            paint_handles(painter, edges, handled[1])

    def _paint_outlines(self, painter: QPainter) -> None:
        passage = self.passage()
        if passage:
            paint_selection(painter, self.visible_rects(*passage), self.lines.edges(*trim(self.text, *passage)))
        if self._target:
            paint_sentence(painter, self.visible_rects(*self._target))
        elif not passage and (self.hasFocus() or self._held) and (sentence := self.sentence()):
            paint_sentence(painter, self.visible_rects(*sentence))

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

    def _take_layout(self) -> None:
        self.codings.laid_out(self.lines, len(self.text))

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        flash = QApplication.cursorFlashTime()
        if flash > 0:
            self._blink.start(flash // 2)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._blink.stop()
        self.speech.describe()
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
