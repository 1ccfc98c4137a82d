"""The small picture of a difference's kind: A's passage above, B's below, 20 wide and 12 high."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from annotator.ui.review.shown import APART
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

WIDTH, BAR, ABOVE, BELOW = 20.0, 4.0, 1.0, 7.0
SHORT, GAP = 9.0, 2.0
DASH, STROKE = 2.0, 1.25
Piece = tuple[float, float, str]  # from where to where, and whether it is full, hollow or missing
WHOLE: Piece = (0, WIDTH, "full")
MISSING: Piece = (0, WIDTH, "missing")
HALVES: tuple[Piece, ...] = ((0, SHORT, "full"), (WIDTH - SHORT, WIDTH, "full"))


def pieces(kind: str, parts: tuple[int, int] = (1, 1)) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return what stands above for A and below for B."""
    if kind == "missing in A":
        return (MISSING,), (WHOLE,)
    if kind == "missing in B":
        return (WHOLE,), (MISSING,)
    if kind == "boundary":
        return (WHOLE,), ((0, SHORT, "full"),)
    if kind == "split":
        return tuple(HALVES if number > 1 else (WHOLE,) for number in parts)  # type: ignore[return-value]
    if kind == "code":
        return (WHOLE,), ((0, WIDTH, "hollow"),)
    return (), ()


def paint_glyph(painter: QPainter, left: float, top: float, kind: str, parts: tuple[int, int] = (1, 1)) -> None:
    """Paint the glyph with its left upper corner at a place."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if kind in APART:
        _paint_signs(painter, left, top)
    for offset, row in zip((ABOVE, BELOW), pieces(kind, parts), strict=True):
        for start, end, look in row:
            _paint_piece(painter, QRectF(left + start, top + offset, end - start, BAR), look)
    painter.restore()


def _paint_signs(painter: QPainter, left: float, top: float) -> None:
    """Paint plus and minus: the same passage, taken otherwise."""
    middle, arm, width = left + WIDTH / 2, 3.5, 1.75
    for x, y, across, along in ((-5, 6, arm, True), (-5, 6, arm, False), (5, 6, arm, True)):
        size = (2 * across, width) if along else (width, 2 * across)
        rect = QRectF(middle + x - size[0] / 2, top + y - size[1] / 2, *size)
        painter.fillRect(rect, theme().colour("ink2"))


def _paint_piece(painter: QPainter, rect: QRectF, look: str) -> None:
    ink = theme().colour("ink2")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    if look == "full":
        painter.drawRoundedRect(rect, 2, 2)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, STROKE) if look == "hollow" else _dashes(theme().colour("line2")))
    inset = 0.65 if look == "hollow" else 0.5
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 1.5, 1.5)


def _dashes(colour: QColor) -> QPen:
    pen = QPen(colour, 1)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([DASH, DASH])
    return pen
