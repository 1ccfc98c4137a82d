"""What is drawn under the text for its codings: tints and underlines as plain data, and a thin layer that paints them.

All rectangles are in page coordinates (see `lines.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from annotator.ui.article.hues import edge_colour, tint_colour
from annotator.ui.article.layers import has_tint, layers, one_tint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QColor, QPainter

    from annotator.ui.article.layers import Layer
    from annotator.ui.article.lines import Line, Lines
    from annotator.ui.article.marks import CodingMark

TINT_HALF = 10
OUTSIDE = 1  # a tint begins and ends a pixel outside its letters
ABUT_GAP = 1
UNDERLINE_TOPS = (8.5, 11.0)
UNDERLINE_HEIGHT = 1.5
DASHES = (4.0, 3.0)
THICK = 3.0  # the underline that stands for a tint in high contrast
DOTS = (1.5, 2.0)


@dataclass(frozen=True, slots=True)
class PaintedTint:
    """One rectangle of tint."""

    left: float
    top: float
    right: float
    bottom: float
    hue: str
    coding: str


@dataclass(frozen=True, slots=True)
class PaintedUnderline:
    """One underline, in the edge of its hue; `row` 0 is nearer to the letters."""

    left: float
    right: float
    top: float
    height: float
    hue: str
    coding: str
    row: int
    dashed: bool
    dotted: bool = False  # a colleague's


@dataclass(frozen=True, slots=True)
class PaintedLine:
    """All that is drawn under one line of text."""

    tints: tuple[PaintedTint, ...] = ()
    underlines: tuple[PaintedUnderline, ...] = ()


def painted_line(
    line: Line, lines: Lines, marks: Iterable[CodingMark], lanes: Mapping[str, int], current: str | None = None
) -> PaintedLine:
    """Return what is drawn under a line for the codings that touch it."""
    found = layers(marks, lanes, line.start, line.end, current)
    if not found:
        return PaintedLine()
    tinted = [layer for layer in found if has_tint(layer.top, current)]
    return PaintedLine(tuple(_tints(tinted, line, lines)), tuple(_underlines(found, line, lines)))


def _tints(found: list[Layer], line: Line, lines: Lines) -> Iterable[PaintedTint]:
    half = round(TINT_HALF * line.unit)
    for group in _joined(found):
        start, end = group[0].start, group[-1].end
        abuts = any(layer.start == end for layer in found)
        for left, right in lines.spans(line, start, end):
            edge = round(right) + OUTSIDE - (OUTSIDE * 2 + ABUT_GAP if abuts else 0)
            mark = group[0].top
            if edge > round(left) - OUTSIDE:
                yield PaintedTint(
                    round(left) - OUTSIDE, line.middle - half, edge, line.middle + half, mark.hue, mark.id
                )


def _joined(found: list[Layer]) -> list[list[Layer]]:
    groups: list[list[Layer]] = []
    for layer in found:
        if groups and one_tint(groups[-1][-1], layer):
            groups[-1].append(layer)
        else:
            groups.append([layer])
    return groups


def _underlines(found: list[Layer], line: Line, lines: Lines) -> Iterable[PaintedUnderline]:
    for start, end, row, mark, dashed in _runs(found):
        for left, right in lines.spans(line, start, end):
            top = line.middle + UNDERLINE_TOPS[row] * line.unit
            yield PaintedUnderline(
                round(left), round(right), top, UNDERLINE_HEIGHT, mark.hue, mark.id, row, dashed, mark.initials != ""
            )


def _runs(found: list[Layer]) -> list[tuple[int, int, int, CodingMark, bool]]:
    """Return the underlines as `(start, end, row, coding, dashed)`, one for each run that does not change."""
    runs: list[tuple[int, int, int, CodingMark, bool]] = []
    for layer in found:
        for row, mark in enumerate(layer.under):
            dashed = row > 0 and mark.hue == layer.under[0].hue
            same = next((i for i, run in enumerate(runs) if run[1:] == (layer.start, row, mark, dashed)), None)
            if same is None:
                runs.append((layer.start, layer.end, row, mark, dashed))
            else:
                runs[same] = (runs[same][0], layer.end, row, mark, dashed)
    return runs


def paint_line(painter: QPainter, line: PaintedLine, *, tints: bool = True) -> None:
    """Paint tints, then underlines; in high contrast a thick underline stands in place of each tint."""
    for tint in line.tints:
        rect = QRectF(tint.left, tint.top, tint.right - tint.left, tint.bottom - tint.top)
        if tints:
            painter.fillRect(rect, tint_colour(tint.hue))
        else:
            painter.fillRect(rect.adjusted(OUTSIDE, rect.height() - 1, -OUTSIDE, THICK - 1), edge_colour(tint.hue))
    lower = 0.0 if tints else 1.5 * THICK
    for under in line.underlines:
        rect = QRectF(under.left, under.top + lower, under.right - under.left, under.height)
        if under.dashed or under.dotted:
            _paint_dashes(painter, rect, edge_colour(under.hue), DOTS if under.dotted else DASHES)
        else:
            painter.fillRect(rect, edge_colour(under.hue))


def _paint_dashes(painter: QPainter, rect: QRectF, colour: QColor, pattern: tuple[float, float]) -> None:
    pen = QPen(colour, rect.height())
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([length / rect.height() for length in pattern])
    painter.setPen(pen)
    middle = rect.center().y()
    painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))
