"""How the current difference is marked in the text: the shared part tinted, A outlined, B outlined in dashes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPen

from annotator.model.progress import covered
from annotator.ui.article.coding_painter import painted_line
from annotator.ui.article.hues import edge_colour
from annotator.ui.article.marks import CodingMark
from annotator.ui.article.outlines import outline_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPainter

    from annotator.ui.article.coding_painter import PaintedLine
    from annotator.ui.article.lines import Line, Lines
    from annotator.ui.article.outlines import Rect

Span = tuple[int, int]
STROKE, DASHES, RADIUS, B_RADIUS = 1.5, (4.0, 3.0), 4.0, 3.0
A_OUT, A_RIGHT, A_IN, B_OUT, B_IN = 4.0, 2.5, 0.5, 1.75, 2.5  # out at the sides, in at top and bottom
B_HIGHER = 2.0  # B's line between two lines of text runs higher than A's, so that both are seen


@dataclass(frozen=True, slots=True)
class ComparedPlace:
    """The passages of both sides, in code points, end exclusive; the hue of A's code and of B's, `#rrggbb`."""

    a: tuple[Span, ...] = ()
    b: tuple[Span, ...] = ()
    hue: str = ""
    b_hue: str = ""

    @property
    def whole(self) -> Span:
        """From the first to the last character that either coded."""
        spans = (*self.a, *self.b)
        return min(start for start, _ in spans), max(end for _, end in spans)

    @property
    def shared(self) -> list[Span]:
        """What both coded."""
        met = ((max(a[0], b[0]), min(a[1], b[1])) for a in self.a for b in self.b)
        return covered((start, end) for start, end in met if start < end)


def tinted(place: ComparedPlace, shown: Sequence[Line], lines: Lines) -> list[PaintedLine]:
    """Return the tint of the shared part under some lines."""
    marks = [CodingMark(f"shared {n}", *span, place.hue) for n, span in enumerate(place.shared)]
    return [painted_line(line, lines, marks, {}) for line in shown]


def paint_a(painter: QPainter, place: ComparedPlace, passages: Iterable[Sequence[Rect]]) -> None:
    """Paint a solid line round each of A's passages, given by the rectangles of their lines."""
    pen = QPen(edge_colour(place.hue), STROKE)
    for rects in passages:
        _outline(painter, [(a - A_OUT, b + A_IN, c + A_RIGHT, d - A_IN) for a, b, c, d in rects], pen, RADIUS)


def paint_b(painter: QPainter, place: ComparedPlace, passages: Iterable[Sequence[Rect]]) -> None:
    """Paint a dashed line round each of B's passages, inside of A's."""
    pen = QPen(edge_colour(place.b_hue or place.hue), STROKE)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([length / STROKE for length in DASHES])
    for rects in passages:
        tops = [rect[1] + (B_IN if n == 0 else -B_HIGHER) for n, rect in enumerate(rects)]
        grown = [(a - B_OUT, top, c + B_OUT, d - B_IN) for (a, _, c, d), top in zip(rects, tops, strict=True)]
        _outline(painter, grown, pen, B_RADIUS)


def _outline(painter: QPainter, rects: Sequence[Rect], pen: QPen, radius: float) -> None:
    painter.setRenderHint(painter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(outline_path([(round(a), b, round(c), d) for a, b, c, d in rects], radius), pen)
