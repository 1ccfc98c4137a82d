"""How a row of the list of differences looks: kind, place and overlap above the passage, at the right its state."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.keycap import paint_keycap
from annotator.ui.library.article_delegate import paint_row_ground
from annotator.ui.review.difference_glyph import paint_glyph
from annotator.ui.review.difference_rows import ROW_ROLE, Index
from annotator.ui.review.difference_sections import Section
from annotator.ui.review.drawn_words import draw_words, draw_words_at_right, width_of
from annotator.ui.review.state_signs import paint_sign
from annotator.ui.scheme.scheme_delegate import BAR_SIZE, paint_bar
from annotator.ui.theme import control_font, reading_font

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from annotator.ui.review.shown import ShownDifference

ROW, HEADING = 48, 32
SIDE, INSET, FROM_SCROLL_BAR = 4, 16, 6
FIRST, SECOND, SIGN, KEYCAP = 14, 34, 11, 13  # heights in a row
GLYPH_LEFT, GLYPH_TOP, WORDS_LEFT, WORDS_RIGHT = 24, 8, 54, 31
LABEL_LEFT, GAP, RING_RIGHT = 28, 8, 7

KIND, PLACE = partial(control_font, 13, 500), partial(control_font, 12)


@dataclass(slots=True)
class Shown:
    """What all rows need to know: which is current, which article is open, and each decision's key."""

    current: str = ""
    article_number: int = 0
    under_articles: bool = False  # whether the headings name the articles
    keycaps: dict[str, str] = field(default_factory=dict)


class DifferencePainter(QStyledItemDelegate):
    """Rows of 48 under headings of 32."""

    shown: Shown

    def _paint_heading(self, painter: QPainter, rect: QRectF, section: Section, right: float) -> None:
        middle, left = rect.center().y(), rect.left() + INSET
        count = draw_words_at_right(painter, section.count, control_font(12, tabular=True), "ink3", right, middle)
        if section.hue:
            paint_bar(painter, QRectF(left, round(middle - BAR_SIZE[1] / 2), *BAR_SIZE), section.hue)
            left = rect.left() + LABEL_LEFT
        if section.label:
            font = control_font(12, 600)
            draw_words(painter, section.label, font, "ink", left, count - GAP, middle)
            left += width_of(section.label, font) + GAP
        draw_words(painter, section.title, control_font(13, 500), "ink", left, count - GAP, middle)

    def _paint_row(self, painter: QPainter, rect: QRectF, row: ShownDifference, right: float) -> None:
        paint_glyph(painter, rect.left() + GLYPH_LEFT, rect.top() + GLYPH_TOP, row.kind, row.parts)
        quiet, end = row.state == "decided", right - WORDS_RIGHT
        middle, left = rect.top() + FIRST, rect.left() + WORDS_LEFT
        begin = draw_words_at_right(painter, row.percent, control_font(12, tabular=True), "ink3", end, middle)
        room = begin - GAP if row.percent else end
        place, kind_end = self._place(row, left, room)
        left = draw_words(painter, row.title, KIND(), "ink3" if quiet else "ink", left, kind_end, middle)
        draw_words(painter, place, PLACE(), "ink3", left + GAP, room, middle)
        self._paint_passage(painter, rect, row, end)
        self._paint_state(painter, rect, row, right)

    def _place(self, row: ShownDifference, left: float, right: float) -> tuple[str, float]:
        """Return where the difference is, in short where there is no room, and up to where its kind may be written."""
        open_article = row.article_number if self.shown.under_articles else self.shown.article_number
        full, short = row.place(open_article), row.place(row.article_number)
        fits = left + width_of(row.title, KIND()) + GAP + width_of(full, PLACE()) <= right
        place = full if fits else short
        return place, right - GAP - width_of(place, PLACE())

    def _paint_passage(self, painter: QPainter, rect: QRectF, row: ShownDifference, right: float) -> None:
        middle = rect.top() + SECOND
        if row.likeness:
            right = draw_words_at_right(painter, row.likeness, control_font(12), "ink3", right, middle) - GAP
        token = "ink3" if row.state == "decided" else "ink2"
        draw_words(painter, row.words, reading_font(13), token, rect.left() + WORDS_LEFT, right, middle)

    def _paint_state(self, painter: QPainter, rect: QRectF, row: ShownDifference, right: float) -> None:
        keycap = self.shown.keycaps.get(row.decision, row.decision[:1].upper())
        if row.state == "decided":
            paint_keycap(painter, right, rect.top() + KEYCAP, keycap)
            return
        centre = QPointF(right - RING_RIGHT, rect.top() + SIGN)
        paint_sign(painter, centre, row.state, current=row.key == self.shown.current)

    # Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, HEADING if isinstance(index.data(ROW_ROLE), Section) else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, whole = index.data(ROW_ROLE), QRect(option.rect)
        seen = whole.right() + 1
        whole.setWidth(option.widget.width() if option.widget else whole.width())
        rect, right = QRectF(whole), float(min(whole.width() - INSET, seen - FROM_SCROLL_BAR))
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        if isinstance(row, Section):
            self._paint_heading(painter, rect, row, right)
        else:
            ground = QRectF(rect.left() + SIDE, rect.top(), min(rect.width() - SIDE, seen) - SIDE, rect.height())
            paint_row_ground(painter, ground, option, current=row.key == self.shown.current)
            self._paint_row(painter, rect, row, right)
        painter.restore()
