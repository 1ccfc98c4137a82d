"""What else is marked in the article and beside it: search hits, lines set aside, paragraphs read, the overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from annotator.model.progress import covered
from annotator.model.zones import joined_over_blanks
from annotator.ui.article.coded_view import CodedView
from annotator.ui.article.density import Density
from annotator.ui.article.gutter import dress, paint_gutter, undress
from annotator.ui.article.hits import Hits, paint_hits
from annotator.ui.article.key_points import set_in, set_out
from annotator.ui.article.lines import Lines
from annotator.ui.article.marks import KEY_POINTS
from annotator.ui.article.measures import LABELS_ONLY
from annotator.ui.article.outlines import paint_hit
from annotator.ui.article.overview import STRIP, Overview
from annotator.ui.article.parts import paint_bullets
from annotator.ui.article.typesetting import Type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter, QTextDocument
    from PySide6.QtWidgets import QWidget

    from annotator.model.blocks import Block
    from annotator.ui.article.lines import Line
    from annotator.ui.article.marks import AsideMark, CodingMark
    from annotator.ui.article.page_view import Span

COUNTED_AT_ONCE = 5_000  # codings; more are counted for the overview after the text has been painted

OVER_BAR, NAMES_GAP = 2, 2  # the strip reaches into the free side of the scroll bar; names end before it


class MarkedView(CodedView):
    """A coded text with its gutter, its search hits and a strip that shows where everything is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._hits = Hits()
        self._aside: list[AsideMark] = []
        self.passed_over: list[Span] = []  # what J and K pass over
        self._read: list[Span] = []
        self._icons: dict[int, str] = {}
        self._strip: Overview | None = None
        super().__init__(parent)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.timeout.connect(self._count)
        self.overview = self._strip = Overview(self)
        self.overview.place_wanted.connect(lambda position: self.scroll_to(position, position + 1))
        self._place_margin()

    def show_article(self, text: str, *, title: str = "", facts: str = "", blocks: Iterable[Block] = ()) -> None:
        """Show a text from its beginning, without codings and without anything else marked."""
        self._hits, self._aside, self._read, self._icons = Hits(), [], [], {}
        self.passed_over = []
        self.codings.set_notes([])
        super().show_article(text, title=title, facts=facts, blocks=blocks)
        self.overview.show_current(None)
        self._count()

    # Search

    def set_hits(self, spans: Sequence[Span], current: int | None = None) -> None:
        """Underline what a search found; the current hit, given by its number in `spans`, is outlined and shown."""
        self._hits = Hits(spans, current)
        self.overview.show_hits(start for start, _ in spans)
        self.viewport().update()
        if self._hits.current:
            self.scroll_to(*self._hits.current)

    # Gutter

    def set_aside(self, marks: Sequence[AsideMark]) -> None:
        """Set lines aside: grey, with an icon in the gutter and the reason in the margin. Kept ones are only quiet."""
        before, after = set(self._aside), set(marks)
        gone = [mark for mark in self._aside if mark not in after]
        come = [mark for mark in marks if mark not in before]
        self._aside = list(marks)
        passed = covered((mark.start, mark.end) for mark in marks if mark.passed)
        self.passed_over = joined_over_blanks(self.text, passed)
        self._place_icons()
        self.codings.set_notes((mark.start, mark.reason) for mark in marks if mark.reason)
        if any(self._is_headline(mark) for mark in (*gone, *come)):
            self._typeset_in_place()
        elif gone or come:
            self._dress_in_place(gone, come)

    @property
    def aside_marks(self) -> list[AsideMark]:
        """The lines that are set aside."""
        return [mark for mark in self._aside if mark.passed]

    @property
    def quiet_marks(self) -> list[AsideMark]:
        """The lines that are set aside, and those that are kept and set more quietly."""
        return self._aside

    def has_icon(self, line: Line) -> bool:
        """Tell whether an icon stands in the gutter beside a line."""
        return any(line.start <= start < line.end for start in self._icons)

    def set_read_paragraphs(self, spans: Sequence[Span]) -> None:
        """Show a check beside paragraphs that were read and hold nothing to code."""
        self._read = list(spans)
        self._place_icons()
        self.viewport().update()

    def _place_icons(self) -> None:
        self._icons = {start: "check" for start, _ in self._read}
        self._icons |= {mark.start: "aside" for mark in self._aside if mark.passed and mark.kind != KEY_POINTS}

    def _is_headline(self, mark: AsideMark) -> bool:
        return self._headline is not None and mark.start < self._headline[1] and mark.end > self._headline[0]

    def _dress(self, document: QTextDocument) -> None:
        dress(document, self.positions, self._aside, self._scale)
        set_in(document, self.text, self.positions, self._aside, Type(self._scale))

    def _dress_in_place(self, gone: Sequence[AsideMark], come: Sequence[AsideMark]) -> None:
        """Set some lines anew; what stood at the top stays there."""
        bar, top = self.verticalScrollBar(), self.shown_range()[0]
        line = self.lines.at(top)
        below = bar.value() - (line.top if line else 0)
        undress(self._document, self.positions, gone)
        set_out(self._document, self.positions, gone)
        self._set_parts(self._document, [(mark.start, mark.end) for mark in gone])
        dress(self._document, self.positions, come, self._scale)
        if any(mark.kind == KEY_POINTS for mark in (*gone, *come)):
            set_in(self._document, self.text, self.positions, self._aside, Type(self._scale))
        self.lines = Lines(self._document, self.text, self.positions)
        self.laid_out.emit()
        line = self.lines.at(top)
        if top:
            self._scroll(round((line.top if line else 0) + below))
        self._show_codings()

    def _take_theme(self) -> None:
        super()._take_theme()
        if self._aside:
            self._dress_in_place([], self._aside)

    # Overview

    def set_marks(self, marks: Iterable[CodingMark]) -> None:
        """Show these codings and no others."""
        super().set_marks(marks)
        if len(self.codings.marks) > COUNTED_AT_ONCE:
            self._counting.start(0)
        else:
            self._count()

    def put_mark(self, mark: CodingMark) -> None:
        """Add a coding, or replace the one of the same id."""
        self._uncount(mark.id)
        if self._counts(mark):
            self.overview.density.came(mark)
        super().put_mark(mark)
        self.overview.update()

    def remove_mark(self, coding: str) -> None:
        """Take a coding out."""
        self._uncount(coding)
        super().remove_mark(coding)
        self.overview.update()

    def set_faded(self, passes: Callable[[CodingMark], bool] | None) -> None:
        """Draw the codings that do not pass much fainter, and leave them out of the overview; None draws all."""
        super().set_faded(passes)
        self._count()

    def _counts(self, mark: CodingMark) -> bool:
        return self.codings.passes is None or self.codings.passes(mark)

    def _uncount(self, coding: str) -> None:
        before = self.codings.marks.get(coding)
        if before is not None and self._counts(before):
            self.overview.density.went(before)

    def _count(self) -> None:
        self._counting.stop()
        passes, marks = self.codings.passes, self.codings.marks.values()
        counted = list(marks) if passes is None else [mark for mark in marks if passes(mark)]
        self.overview.show_density(Density(len(self.text), counted))

    def _show_codings(self) -> None:
        super()._show_codings()
        if self._strip is not None:
            current = self.codings.marks.get(self.codings.current or "")
            self._strip.show_current(current.start if current else None)

    def _place_margin(self) -> None:
        strip, bar = self._strip, self.verticalScrollBar()
        shown = strip is not None and bar.maximum() > 0 and self.measures.names > LABELS_ONLY
        taken = bar.sizeHint().width() + STRIP - OVER_BAR
        self.margin.keep_free(taken + NAMES_GAP if shown else 0)
        super()._place_margin()
        if strip is not None:
            strip.setVisible(shown)
            strip.setGeometry(self.width() - taken, 0, STRIP, self.height())
            strip.raise_()

    # Painting

    def _paint_page(self, painter: QPainter, clip: QRectF) -> None:
        super()._paint_page(painter, clip)
        shown = list(self.lines.between(clip.top(), clip.bottom()))
        paint_hits(painter, self._hits, shown, self.lines)
        if self._hits.current:
            paint_hit(painter, self.visible_rects(*self._hits.current))
        if self._parts.bare_items:
            paint_bullets(painter, shown, self._parts.bare_items, Type(self._scale))
        if self._icons:
            paint_gutter(painter, shown, self._icons, self.measures.gutter)
