"""Who speaks, as the article shows it: a quiet line under the quotation at the caret, and one in the gutter."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from annotator.ui.icons import paint_icon
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPainter

    from annotator.ui.article.lines import Line, Lines

UNDER, DOT, DOTS = 9.5, 1.5, (1.0, 2.0)
HALF = 10
LINE_OUT, ICON_OUT, ICON = 16, 34, 14


@dataclass(frozen=True, slots=True)
class QuotationMark:
    """A quotation as the article shows it. `spoken` says who speaks and how that is known; empty for nobody."""

    start: int
    end: int
    spoken: str = ""


class Quotations:
    """The quotations of the article, found by position."""

    def __init__(self, marks: Iterable[QuotationMark] = ()) -> None:
        self.marks = sorted(marks, key=lambda mark: (mark.start, -mark.end))
        self.spans = [(mark.start, mark.end) for mark in self.marks]
        self._reach = _reaches(self.marks)

    def at(self, position: int) -> QuotationMark | None:
        """Return the smallest quotation that holds a position, or ends there."""
        found, number = None, bisect_right(self.spans, position, key=lambda span: span[0]) - 1
        while number >= 0 and self._reach[number] >= position:
            mark = self.marks[number]
            if mark.end >= position and (found is None or _size(mark, position) < _size(found, position)):
                found = mark
            number -= 1
        return found


def _size(mark: QuotationMark, position: int) -> tuple[bool, int]:
    return mark.end == position, mark.end - mark.start


def _reaches(marks: Sequence[QuotationMark]) -> list[int]:
    """Return, for each quotation, how far it and those before it reach."""
    reaches: list[int] = []
    for mark in marks:
        reaches.append(max(mark.end, reaches[-1] if reaches else 0))
    return reaches


def paint_quotation(
    painter: QPainter, mark: QuotationMark, shown: Sequence[Line], lines: Lines, text_left: float, taken: set[int]
) -> None:
    """Paint dots under the words in these lines and a rule beside them; `taken` are lines with another icon there."""
    pen = QPen(theme().colour("ink3"), DOT)
    pen.setDashPattern([length / DOT for length in DOTS])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    for line in shown:
        low = round(line.middle + UNDER * line.unit) + 0.5
        for left, right in lines.spans(line, mark.start, mark.end):
            painter.drawLine(QPointF(round(left), low), QPointF(round(right), low))
    for first, last in _runs(shown, taken):
        unit = first.unit
        top, bottom = first.middle - HALF * unit, last.middle + HALF * last.unit
        rule = QRectF(round(text_left - LINE_OUT * unit), round(top), 1, round(bottom - top))
        painter.fillRect(rule, theme().colour("ink3"))
        if first.start <= mark.start < first.end:
            size = ICON * unit
            spot = QRectF(round(text_left - ICON_OUT * unit), round(first.middle - size / 2), size, size)
            paint_icon(painter, "person", spot, "ink3")


def _runs(shown: Sequence[Line], taken: set[int]) -> list[tuple[Line, Line]]:
    """Return first and last line of each run of lines that have no icon of their own."""
    runs: list[tuple[Line, Line]] = []
    before: Line | None = None
    for line in shown:
        if line.start in taken:
            before = None
            continue
        if before is None:
            runs.append((line, line))
        else:
            runs[-1] = runs[-1][0], line
        before = line
    return runs
