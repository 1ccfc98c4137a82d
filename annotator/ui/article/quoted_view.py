"""Who speaks at the caret, shown quietly; and in words, what is set aside or spoken at a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from annotator.ui.article.marked_view import MarkedView
from annotator.ui.article.quotations import QuotationMark, Quotations, paint_quotation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPoint, QRectF
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from annotator.model.blocks import Block
    from annotator.ui.article.page_view import Span


class QuotedView(MarkedView):
    """A marked text with its quotations. Only the one at the caret is drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._quotations = Quotations()
        super().__init__(parent)

    def show_article(self, text: str, *, title: str = "", facts: str = "", blocks: Iterable[Block] = ()) -> None:
        """Show a text from its beginning, with nothing marked in it."""
        self._quotations = Quotations()
        super().show_article(text, title=title, facts=facts, blocks=blocks)

    def set_quotations(self, marks: Iterable[QuotationMark]) -> None:
        """Take over who speaks where."""
        self._quotations = Quotations(marks)
        self.viewport().update()

    @property
    def quotation_spans(self) -> list[Span]:
        """From where to where each quotation stands, in the order of the text."""
        return self._quotations.spans

    def spoken_at_caret(self) -> str:
        """Return who speaks at the caret and how that is known; empty for nobody."""
        there = None if self.fresh else self._quotations.at(self.caret())
        return there.spoken if there else ""

    def sayings_at(self, point: QPoint) -> list[str]:
        """Return what is said of the place under a point: why it is set aside, who speaks."""
        if self.over_facts(point):
            return self._said_of_facts()
        position = self.position_at(point)
        if position is None:
            return [why] if (why := self._why_beside(point)) else []
        sayings = [mark.why for mark in self.quiet_marks if mark.start <= position < mark.end and mark.why]
        quotation = self._quotations.at(position)
        if quotation and quotation.spoken:
            sayings.append(f"{quotation.spoken[0].upper()}{quotation.spoken[1:]}.")
        return sayings

    def _said_of_facts(self) -> list[str]:
        """Return the facts where some of them had no room, and what a click does."""
        cut = [f"{self.facts}."] if self._header.facts_cut else []
        return [*cut, "A click lists who speaks here."] if self._quotations.spans else cut

    def over_facts(self, point: QPoint) -> bool:
        """Tell whether a point of the viewport lies on the line of facts."""
        return self._header.facts_rect.contains(QPointF(point) + QPointF(0, self.verticalScrollBar().value()))

    def _why_beside(self, point: QPoint) -> str:
        """Return why the line beside a point of the gutter is set aside."""
        y = point.y() + self.verticalScrollBar().value()
        line = next(iter(self.lines.between(y, y + 1)), None)
        if line is None or point.x() >= line.left:
            return ""
        return next((mark.why for mark in self.quiet_marks if mark.start < line.end and mark.end > line.start), "")

    def _paint_page(self, painter: QPainter, clip: QRectF) -> None:
        super()._paint_page(painter, clip)
        there = None if self.fresh else self._quotations.at(self.caret())
        if there is not None:
            near = self.lines.between(clip.top(), clip.bottom())
            shown = [line for line in near if line.start < there.end and line.end > there.start]
            taken = {line.start for line in shown if self.has_icon(line)}
            paint_quotation(painter, there, shown, self.lines, self.measures.gutter, taken)
