"""The outline round a passage (sentence, selection, drop target) and the handles at a coding's ends."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.ui.article.lines import Edge

Rect = tuple[float, float, float, float]  # left, top, right, bottom
RADIUS = 4.0
DOT = 4.0
DOT_OUT = 13.0
STEM = 22.0
RING = 3.5


def outline_path(rects: Sequence[Rect], radius: float = RADIUS) -> QPainterPath:
    """Return one rounded path round rectangles that stand in lines below each other."""
    path = QPainterPath()
    for group in _connected(rects):
        corners = _corners(group)
        path.addPath(_rounded(corners, radius))
    return path


def _connected(rects: Sequence[Rect]) -> list[list[Rect]]:
    """Return the rectangles in groups whose lines touch and overlap sideways."""
    groups: list[list[Rect]] = []
    for rect in rects:
        above = groups[-1][-1] if groups else None
        if above and rect[0] < above[2] and above[0] < rect[2] and -2 < rect[1] - above[3] <= 2:
            groups[-1].append(rect)
        else:
            groups.append([rect])
    return groups


def _corners(group: list[Rect]) -> list[QPointF]:
    """Return the corners clockwise: down the right side, up the left; neighbours meet half-way."""
    tops = [group[0][1]] + [(a[3] + b[1]) / 2 for a, b in itertools.pairwise(group)] + [group[-1][3]]
    tops = [tops[0], *(int(top) + 0.5 for top in tops[1:-1]), tops[-1]]
    right = [QPointF(rect[2], y) for i, rect in enumerate(group) for y in (tops[i], tops[i + 1])]
    left = [QPointF(rect[0], y) for i, rect in enumerate(group) for y in (tops[i], tops[i + 1])]
    corners: list[QPointF] = []
    for point in [*right, *reversed(left)]:
        if not corners or point != corners[-1]:
            corners.append(point)
    return _without_straight(corners)


def _without_straight(corners: list[QPointF]) -> list[QPointF]:
    kept = []
    for i, point in enumerate(corners):
        before, after = corners[i - 1], corners[(i + 1) % len(corners)]
        if not (before.x() == point.x() == after.x() or before.y() == point.y() == after.y()):
            kept.append(point)
    return kept


def _rounded(corners: list[QPointF], radius: float) -> QPainterPath:
    path = QPainterPath()
    for i, point in enumerate(corners):
        before, after = corners[i - 1], corners[(i + 1) % len(corners)]
        start, end = _toward(point, before, radius), _toward(point, after, radius)
        if i == 0:
            path.moveTo(start)
        else:
            path.lineTo(start)
        path.quadTo(point, end)
    path.closeSubpath()
    return path


def _toward(point: QPointF, other: QPointF, distance: float) -> QPointF:
    away = other - point
    length = abs(away.x()) + abs(away.y())
    share = min(distance, length / 2) / length if length else 0.0
    return point + away * share


def paint_sentence(painter: QPainter, rects: Sequence[Rect]) -> None:
    """Paint the outline of the sentence that a key would code: 4 px out at the sides, 1 px."""
    grown = [(round(a) - 3.5, b + 0.5, round(c) + 3.5, d - 0.5) for a, b, c, d in rects]
    _stroke(painter, outline_path(grown), theme().colour("accent", 0.85), 1)


def paint_selection(painter: QPainter, rects: Sequence[Rect], edges: tuple[Edge, Edge] | None) -> None:
    """Paint the outline of the selection: 2 px, 2 px out, with dots above its start and below its end."""
    accent = theme().colour("accent")
    grown = [(round(a) - 2, b + 1, round(c) + 2, d - 1) for a, b, c, d in rects]
    _stroke(painter, outline_path(grown, 2), accent, 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    for edge, down in zip(edges or (), (-1, 1), strict=False):
        painter.drawEllipse(QPointF(round(edge.x) + 2 * edge.outward, edge.middle + DOT_OUT * down), DOT, DOT)


def paint_hit(painter: QPainter, rects: Sequence[Rect]) -> None:
    """Paint the outline of the current hit of a search: 2 px, close round the letters."""
    grown = [(round(a) - 2, b + 1, round(c) + 2, d - 1) for a, b, c, d in rects]
    _stroke(painter, outline_path(grown), theme().colour("accent"), 2)


def paint_handles(painter: QPainter, edges: tuple[Edge, Edge], colour: QColor) -> None:
    """Paint the stems at both ends of a coding, a ring on top of the first, at the foot of the last."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme().colour("paper"))
    for edge, down in zip(edges, (-1, 1), strict=True):
        x = round(edge.x) + edge.outward
        painter.fillRect(QRectF(x - 1, edge.middle - STEM / 2, 2, STEM), colour)
        painter.setPen(QPen(colour, 1.75))
        painter.drawEllipse(QPointF(x, edge.middle + STEM / 2 * down), RING, RING)


def _stroke(painter: QPainter, path: QPainterPath, colour: QColor, width: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(path, QPen(colour, width))
