"""How a lane of the Review page looks: bars and names as in the margin, a ring and a word where nothing is settled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from annotator.ui.article.margin_painter import ICON, STANCE_ROOM, STANCES, paint_bar, paint_name, paint_note
from annotator.ui.article.margin_plan import ROW
from annotator.ui.review.columns import NAMES_FROM, NAMES_RIGHT
from annotator.ui.review.drawn_words import draw_words, width_of
from annotator.ui.review.state_signs import OUTER, paint_sign
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from annotator.ui.article.margin_plan import Bar, NameRow
    from annotator.ui.article.marks import CodingMark
    from annotator.ui.review.lane_plan import Lane, LaneCoding

EDGE, APART, CLOSEST, BAR, CURRENT_BAR = 10, 7, 5, 4, 6
NAMES_AFTER, LEAST_BARS, PADDING, LABEL_GAP = 3, 3, 4, 6
RING_BEFORE, RING_GROUND = 10, 2
WORDS = {"open": "open", "discuss": "to discuss", "stale": "changed", "decided": ""}


@dataclass(frozen=True, slots=True)
class LanePlace:
    """Where a lane stands on its widget, and how far the text is scrolled."""

    left: float
    width: float
    names_left: float
    scrolled: float
    apart: int = APART

    @property
    def labels_only(self) -> bool:
        """Whether there is room for the labels of codes only."""
        return self.width < NAMES_FROM

    def bar(self, bar: Bar, *, current: bool) -> QRectF:
        """Return where a bar is painted."""
        width = CURRENT_BAR if current else BAR
        left = self.left + EDGE + bar.lane * self.apart - (width - BAR) / 2
        return QRectF(left, bar.top - self.scrolled, width, bar.bottom - bar.top)

    def name(self, row: NameRow) -> QRectF:
        """Return where a row of the names is painted."""
        room = self.width - self.names_left - NAMES_RIGHT
        return QRectF(self.left + self.names_left, row.top - self.scrolled, room, ROW)

    def ring(self, row: NameRow) -> QPointF:
        """Return the middle of the ring before a name."""
        rect = self.name(row)
        return QPointF(rect.left() - RING_BEFORE, rect.center().y())


def bars_apart(bars: int) -> int:
    """Return how far apart so many bars stand: closer where there are many, for the sake of the names."""
    return max(CLOSEST, APART - max(0, bars - LEAST_BARS))


def names_left(bars: int, width: float, least: float) -> float:
    """Return how far from a lane's edge its names begin, for so many bars; `least` is left to the names."""
    return min(EDGE + max(LEAST_BARS * APART, bars * bars_apart(bars)) + NAMES_AFTER, width - NAMES_RIGHT - least)


def paint_lane(painter: QPainter, lane: Lane, place: LanePlace, shown: QRectF) -> None:
    """Paint what of a lane lies in a rectangle of its widget."""
    plan = lane.plan(place.scrolled + shown.top(), place.scrolled + shown.bottom())
    for bar in plan.bars:
        current = lane.is_current(bar.mark.id)
        rect = place.bar(bar, current=current)
        hidden = rect.right() > place.left + place.names_left and not current
        if rect.intersects(shown) and not hidden:
            paint_bar(painter, rect, bar.mark.hue)
    for row in plan.rows:
        if place.name(row).intersects(shown):
            _paint_row(painter, lane, place, row)


def _paint_row(painter: QPainter, lane: Lane, place: LanePlace, row: NameRow) -> None:
    rect = place.name(row)
    if row.bar is None:
        paint_note(painter, rect, row.note or f"+{len(row.more)}")
        return
    coding = lane.codings[row.bar.mark.id]
    current = lane.is_current(coding.mark.id)
    if coding.waiting is None:
        mark = coding.mark if _has_room(coding.mark, rect.width()) else _bare(coding.mark)
        paint_name(painter, rect, mark, current=current, label_only=place.labels_only)
    else:
        _paint_waiting(painter, place, row, coding, current=current)


def _has_room(mark: CodingMark, width: float) -> bool:
    """Tell whether stance and icons have room beside the whole name: in a lane the name goes first."""
    marks = len(mark.remarks) * (ICON + PADDING) + (STANCE_ROOM if mark.stance in STANCES else 0)
    label = width_of(mark.label, control_font(12, 600)) + LABEL_GAP if mark.label else 0
    return 2 * PADDING + label + width_of(mark.name, control_font(12)) + marks <= width


def _bare(mark: CodingMark) -> CodingMark:
    return replace(mark, memo=False, unsure=False, stance="")


def _paint_waiting(painter: QPainter, place: LanePlace, row: NameRow, coding: LaneCoding, *, current: bool) -> None:
    rect, centre, state = place.name(row), place.ring(row), coding.waiting or "open"
    if current:
        painter.setPen(theme().current_pen())
        painter.setBrush(theme().colour("sel"))
        painter.drawRoundedRect(rect, 4, 4)
    reach = OUTER + RING_GROUND  # a ring on a bar keeps its own ground
    painter.fillRect(QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach), theme().colour("paper"))
    paint_sign(painter, centre, state, current=current)
    left, right, font = rect.left() + PADDING, rect.right(), control_font(12, 600)
    label = coding.mark.label or coding.mark.name
    draw_words(painter, label, font, "ink", left, right, rect.center().y())
    if not place.labels_only:
        words = "deciding" if current else WORDS[state]
        left += width_of(label, font) + LABEL_GAP
        draw_words(painter, words, control_font(12), "ink3", left, right, rect.center().y())
