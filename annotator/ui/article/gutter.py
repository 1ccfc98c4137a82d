"""Lines that are not coded: how they are set, and the icons in the gutter beside them and beside paragraphs read."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextCharFormat, QTextCursor

from annotator.ui.article.marks import KEY_POINTS
from annotator.ui.icons import paint_icon
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QPainter, QTextDocument

    from annotator.ui.article.lines import Line
    from annotator.ui.article.marks import AsideMark
    from annotator.ui.article.text_positions import TextPositions

ASIDE_PIXELS = 13
ICON, ICON_OUT, ICON_LOW = 14, 22, 2  # a little low, as the letters are


def dress(document: QTextDocument, positions: TextPositions, marks: Iterable[AsideMark], scale: float) -> None:
    """Set lines aside: grey, in the controls' face. Key points keep the reading face."""
    aside, points = QTextCharFormat(), QTextCharFormat()
    aside.setFont(control_font(ASIDE_PIXELS * scale))
    aside.setForeground(theme().colour("aside"))
    points.setForeground(theme().colour("ink2"))
    _set_formats(document, positions, ((mark, points if mark.kind == KEY_POINTS else aside) for mark in marks))


def undress(document: QTextDocument, positions: TextPositions, marks: Iterable[AsideMark]) -> None:
    """Set lines as text again."""
    _set_formats(document, positions, ((mark, QTextCharFormat()) for mark in marks))


def _set_formats(
    document: QTextDocument, positions: TextPositions, formats: Iterable[tuple[AsideMark, QTextCharFormat]]
) -> None:
    """Set all in one go, so that the text is laid out anew once."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for mark, characters in formats:
        cursor.setPosition(positions.to_qt(mark.start))
        cursor.setPosition(positions.to_qt(mark.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(characters)
    cursor.endEditBlock()


def paint_gutter(painter: QPainter, lines: Iterable[Line], icons: Mapping[int, str], text_left: float) -> None:
    """Paint the icon of each line in which a marked passage begins; `icons` has them by position."""
    begins = sorted(icons)
    for line in lines:
        number = bisect_left(begins, line.start)
        if number < len(begins) and begins[number] < line.end:
            size = ICON * line.unit
            spot = QRectF(
                round(text_left - ICON_OUT * line.unit),
                round(line.middle - size / 2 + ICON_LOW * line.unit),
                size,
                size,
            )
            paint_icon(painter, icons[begins[number]], spot, "ink3")
