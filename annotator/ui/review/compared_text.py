"""The article on the Review page: read and selected as on the Code page, with only the current difference marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal

from annotator.model.passages import paragraph_number, paragraphs
from annotator.ui.article.article_view import ArticleView
from annotator.ui.article.coding_painter import paint_line
from annotator.ui.article.outlines import paint_selection
from annotator.ui.review.columns import compared_measures
from annotator.ui.review.compared_place import ComparedPlace, paint_a, paint_b, tinted
from annotator.ui.review.lanes import ReviewLanes
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPainter, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from annotator.model.blocks import Block
    from annotator.ui.article.measures import Measures
    from annotator.ui.article.page_view import Span
    from annotator.ui.review.lane_plan import LaneCoding

TOP_SEEN = 24  # pixels of a passage that were in sight, at least, for it to be kept there
FOCUS_LINE = 2  # pixels at the left edge, while keys go to the text


class ComparedText(ArticleView):
    """It shows a difference in its article, three lanes beside it; a passage can be selected, nothing is coded here."""

    difference_chosen = Signal(str)
    agreed_coding_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._place: ComparedPlace | None = None
        self._beside: ReviewLanes | None = None
        self._starts: list[int] = []
        self._typesetting = False
        super().__init__(parent)
        self.setObjectName("comparedText")
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.margin.hide()
        self.margin.setGeometry(0, 0, 0, 0)  # nothing finds room in it either
        self.overview.hide()
        self.lanes = self._beside = ReviewLanes(self, self.lines, len(self.text))
        self.lanes.difference_chosen.connect(self.difference_chosen)
        self.lanes.coding_chosen.connect(self.agreed_coding_chosen)
        self._place_margin()

    def show_article(self, text: str, *, title: str = "", facts: str = "", blocks: Iterable[Block] = ()) -> None:
        """Show a text from its beginning, without a difference and without codings."""
        self._place = None
        self._starts = [start for start, _ in paragraphs(text)]
        if self._beside is not None:
            self._beside.show_codings([], [], [])
        super().show_article(text, title=title, facts=facts, blocks=blocks)

    def show_lanes(self, a: Iterable[LaneCoding], b: Iterable[LaneCoding], agreed: Iterable[LaneCoding]) -> None:
        """Show beside the text what A and B have coded, and what is agreed or open."""
        self.lanes.show_codings(a, b, agreed)

    def show_difference(self, place: ComparedPlace | None, key: str = "") -> None:
        """Mark the place of a difference and bring it into sight; its codings stand out in the lanes."""
        self._place = place if place and (place.a or place.b) else None
        self.lanes.show_current(key if self._place else "")
        if self._place is not None:
            self.clear_passage()
            self.scroll_to(*self._place.whole)
        self.viewport().update()

    def shown_paragraphs(self) -> tuple[int, int]:
        """Return the numbers, from 1, of the first and the last paragraph that can be seen; zeros without any."""
        lines = self.visible_lines()
        if not lines or not self._starts:
            return 0, 0
        first, last = (paragraph_number(self._starts, position) for position in (lines[0].start, lines[-1].start))
        return first, last

    def sentence(self) -> Span | None:
        """Return none: a key decides on the difference, it does not code a sentence."""
        return None

    def measures_at(self, width: int) -> Measures:
        """Return the columns of text and lanes for a width of the view."""
        return compared_measures(width, self._scale)

    def _take_layout(self) -> None:
        super()._take_layout()
        if self._beside is not None:
            self._beside.laid_out(self.lines, len(self.text))

    def _place_margin(self) -> None:
        if self._beside is None:
            return
        left = self.measures.left + self.measures.page
        self._beside.setGeometry(left, 0, max(0, self.width() - left), self.height())
        self._beside.show_state(scrolled=self.verticalScrollBar().value(), lane_width=self.measures.names)
        if (bar := self.verticalScrollBar().parentWidget()) is not None:
            bar.raise_()  # the thumb lies over the lanes

    def _show_codings(self) -> None:
        super()._show_codings()
        if self._beside is not None:
            self._beside.update()

    def _typeset_in_place(self) -> None:
        seen = self._place is not None and self.is_shown(*self._place.whole)
        self._typesetting = True  # the lines of before are gone, those to come not laid out yet
        super()._typeset_in_place()
        self._typesetting = False
        self._keep_in_sight(seen=seen)

    def _keep_in_sight(self, *, seen: bool) -> None:
        """Bring the difference back into sight where another size took it out; nobody scrolled away from it."""
        if seen and self._place is not None:
            self.scroll_to(*self._place.whole)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        seen = False
        if self._place is not None and not self._typesetting:
            rect = self.passage_rect(*self._place.whole)
            seen = rect.top() >= 0 and rect.top() + TOP_SEEN <= event.oldSize().height()
        super().resizeEvent(event)
        self._keep_in_sight(seen=seen)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._place is not None:  # a text without a caret goes back to its beginning when it is shown
            self.scroll_to(*self._place.whole)

    # Painting

    def _paint_page(self, painter: QPainter, clip: QRectF) -> None:
        if self._place is not None:
            shown = list(self.lines.between(clip.top(), clip.bottom()))
            for painted in tinted(self._place, shown, self.lines):
                paint_line(painter, painted, tints=not theme().palette.high)
        super()._paint_page(painter, clip)

    def _paint_outlines(self, painter: QPainter) -> None:
        if self.hasFocus():  # no sentence is outlined here that would show it
            shown = QRectF(0, self.verticalScrollBar().value(), FOCUS_LINE, self.viewport().height())
            painter.fillRect(shown, theme().colour("accent"))
        if self._place is not None:
            paint_b(painter, self._place, [self.visible_rects(*span) for span in self._place.b])
            paint_a(painter, self._place, [self.visible_rects(*span) for span in self._place.a])
        if passage := self.passage():
            paint_selection(painter, self.visible_rects(*passage), self.lines.edges(*passage))
