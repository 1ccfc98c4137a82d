"""How a bar and a row of the margin's names look."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainterPath

from annotator.ui.article.hues import edge_colour
from annotator.ui.article.margin_plan import ROW
from annotator.ui.icons import paint_icon
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from annotator.ui.article.marks import CodingMark

NAME_PIXELS, NOTE_PIXELS, INITIALS_PIXELS = 12, 11, 10
FRAME = 3
KEPT_LETTERS, ROOMY = 12, 10_000  # of a name, beside whose coding it is; more than any name is wide
PADDING = 4
LABEL_GAP = 6
ICON = 14
LEADER_ALPHA = 0.55
FADED = 0.3
STANCES = {"supports": "+", "opposes": "\N{MINUS SIGN}", "mixed": "\N{PLUS-MINUS SIGN}"}
STANCE_ROOM = 12


def paint_bar(painter: QPainter, rect: QRectF, hue: str, *, faded: bool = False, hollow: bool = False) -> None:
    """Paint a coding's bar: the hue with its edge inside; a faded one is all hue, faintly. A colleague's is hollow.

    On dark paper one's own is all edge: a dark hue in a lighter frame would look hollow too.
    """
    outer, inner = QPainterPath(), QPainterPath()
    outer.addRoundedRect(rect, 2, 2)
    if faded and not hollow:
        painter.fillPath(outer, QColor(hue))
        return
    inner.addRoundedRect(rect.adjusted(1, 1, -1, -1), 1, 1)
    painter.fillPath(outer, edge_colour(hue))
    if hollow or not theme().palette.dark:
        painter.fillPath(inner, theme().colour("paper") if hollow else QColor(hue))


def paint_leader(painter: QPainter, hue: str, start: QPointF, end: QPointF, *, current: bool) -> None:
    """Paint the line from a bar to its name, with a right-angled step before the name if it is lower or higher."""
    colour = edge_colour(hue, 1.0 if current else LEADER_ALPHA)
    level = start.y() == end.y()
    step = end.x() if level else end.x() - 3
    painter.fillRect(QRectF(start.x(), start.y(), step - start.x(), 1), colour)
    if not level:
        painter.fillRect(QRectF(step, min(start.y(), end.y()), 1, abs(end.y() - start.y()) + 1), colour)
        painter.fillRect(QRectF(step + 1, end.y(), end.x() - step - 1, 1), colour)


def paint_note(painter: QPainter, rect: QRectF, text: str) -> None:
    """Paint a row that is no coding: how many more there are, or in smaller type why a line is set aside."""
    pixels = NAME_PIXELS if text.startswith("+") else NOTE_PIXELS
    room = rect.adjusted(PADDING, 0, 0, 0)
    if _elided(text, 400, pixels, int(room.width()))[0] != text:
        text = text.partition(",")[0]  # what it is, where there is no room for what follows from it
    _paint_text(painter, room, text, 400, "ink3", pixels)


def paint_name(
    painter: QPainter, rect: QRectF, mark: CodingMark, *, current: bool, label_only: bool, others: tuple[str, ...] = ()
) -> None:
    """Paint a coding's label, name, stance and icons; the current one stands on a ground of its own.

    `others` are the initials of those who gave the same code on the line; they stand behind it where there is room.
    """
    if current:
        painter.setPen(theme().current_pen())
        painter.setBrush(theme().colour("sel"))
        painter.drawRoundedRect(rect, 4, 4)
    left = rect.left() + PADDING
    left += _paint_initials(painter, mark, left, rect.top()) if _has_room_for_initials(mark, rect, label_only) else 0
    label = mark.label or (mark.name if label_only else "")
    if label:
        left += _paint_text(painter, QRectF(left, rect.top(), rect.right() - left, ROW), label, 600, "ink")
    if label_only:
        _paint_stance(painter, mark, left, rect)
        return
    left += LABEL_GAP if label else 0
    right = rect.right() - PADDING
    right -= _paint_others(painter, mark, others, QRectF(left, rect.top(), right - left, ROW))
    room = right - left - len(mark.remarks) * (ICON + PADDING) - (STANCE_ROOM if mark.stance in STANCES else 0)
    name = QRectF(left, rect.top(), max(0.0, room), ROW)
    left += _paint_text(painter, name, mark.name, 400, "ink" if current else "ink2")
    left += _paint_stance(painter, mark, left, rect)
    for number, icon in enumerate(mark.remarks):
        spot = QRectF(round(left) + PADDING + number * (ICON + 2), rect.top() + 2, ICON, ICON)
        if spot.right() <= right + PADDING:
            paint_icon(painter, icon, spot, "ink2")


def _has_room_for_initials(mark: CodingMark, rect: QRectF, label_only: bool) -> bool:
    """Tell whether a coding's name keeps twelve letters beside whose it is; the bar says in its own way whose it is."""
    if not mark.initials or label_only:
        return False
    taken = _elided(mark.initials, 600, INITIALS_PIXELS, 40)[1] + 3 * FRAME + 2 * PADDING
    taken += _elided(mark.label, 600, NAME_PIXELS, ROOMY)[1] + LABEL_GAP if mark.label else 0
    taken += len(mark.remarks) * (ICON + PADDING) + (STANCE_ROOM if mark.stance in STANCES else 0)
    return taken + _elided(mark.name[:KEPT_LETTERS], 400, NAME_PIXELS, ROOMY)[1] <= rect.width()


def _paint_others(painter: QPainter, mark: CodingMark, others: tuple[str, ...], row: QRectF) -> float:
    """Paint initials at the right end of a row if the name keeps its letters; return the room that they take."""
    widths = [_elided(initials, 600, INITIALS_PIXELS, 40)[1] + 3 * FRAME for initials in others]
    kept = _elided(mark.name[:KEPT_LETTERS], 400, NAME_PIXELS, ROOMY)[1] + len(mark.remarks) * (ICON + PADDING)
    kept += STANCE_ROOM if mark.stance in STANCES else 0
    if not others or kept + sum(widths) + PADDING > row.width():
        return 0
    left = row.right() - sum(widths)
    for initials, width in zip(others, widths, strict=True):
        _paint_frame(painter, initials, mark.hue, left, row.top())
        left += width
    return sum(widths) + PADDING


def _paint_initials(painter: QPainter, mark: CodingMark, left: float, top: float) -> float:
    """Paint whose coding it is, and return the room it takes."""
    return _paint_frame(painter, mark.initials, mark.hue, left, top)


def _paint_frame(painter: QPainter, initials: str, hue: str, left: float, top: float) -> float:
    """Paint initials in a frame of a hue, and return the room they take."""
    shown, width = _elided(initials, 600, INITIALS_PIXELS, 40)
    frame = QRectF(round(left) - 0.5, top + 2.5, round(width) + 2 * FRAME, ROW - 5)
    painter.setPen(edge_colour(hue))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, 3, 3)
    inside = QRectF(frame.left() + FRAME, top, width + 1, ROW)
    _paint_text(painter, inside, shown, 600, "ink2", INITIALS_PIXELS)
    return frame.width() + FRAME


def _paint_stance(painter: QPainter, mark: CodingMark, left: float, row: QRectF) -> float:
    """Paint how the passage stands to its code, and return the room it takes."""
    glyph = STANCES.get(mark.stance)
    if glyph is None or left + STANCE_ROOM > row.right():
        return 0
    _paint_text(painter, QRectF(left + PADDING, row.top(), STANCE_ROOM, ROW), glyph, 600, "ink")
    return STANCE_ROOM


@lru_cache(maxsize=8)
def _face(weight: int, pixels: int) -> tuple[QFont, int]:
    """Return a face of the margin, and how far below the middle of a row its baseline is."""
    font = control_font(pixels, 600 if weight == 600 else 400)
    return font, round(QFontMetricsF(font).capHeight() / 2)


@lru_cache(maxsize=4096)
def _elided(text: str, weight: int, pixels: int, width: int) -> tuple[str, float]:
    metrics = QFontMetricsF(_face(weight, pixels)[0])
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    return shown, metrics.horizontalAdvance(shown)


def _paint_text(
    painter: QPainter, rect: QRectF, text: str, weight: int, token: str, pixels: int = NAME_PIXELS
) -> float:
    """Paint a text elided to the rectangle and return its width."""
    shown, width = _elided(text, weight, pixels, int(rect.width()))
    font, rise = _face(weight, pixels)
    painter.setFont(font)
    painter.setPen(theme().colour(token))
    painter.drawText(QPointF(rect.left(), rect.top() + ROW / 2 + rise), shown)
    return width
