"""Both coders' passages side by side, the shared words underlined; of long ones the beginning and the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.article.hues import edge_colour
from annotator.ui.article.margin_painter import STANCES
from annotator.ui.article.text_positions import TextPositions
from annotator.ui.article.tips import tip
from annotator.ui.icons import paint_icon
from annotator.ui.keycap import paint_keycap
from annotator.ui.review.drawn_words import draw_words, width_of
from annotator.ui.scheme.scheme_delegate import baseline
from annotator.ui.theme import control_font, reading_font, theme

if TYPE_CHECKING:
    from annotator.ui.review.settling_shown import ShownSide, Span

READING, LINE, LINES = 14, 20, 2
ABOVE = 1  # a keycap reaches over its line
A_SHARE, BETWEEN, WORDS_LEFT, LABEL_GAP, ICON = 0.5426, 24, 28, 6, 14
UNDERLINE, UNDERLINE_TOP = 1.5, 8.5  # below the middle of a line
LONGEST = 2_000  # code points laid out of a passage, from its beginning and from its end
NOTHING = "nothing here"
ELLIPSIS = "… "


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of a passage: what is written, and from which code point of the passage it comes after `added` ones."""

    words: str
    start: int
    added: int = 0


def pieces_of(words: str, width: float, indent: float = 0) -> list[Piece]:
    """Return up to two lines that fit a width; where there is more, the second ends as the passage ends."""
    first = _fitting(words, width - indent)
    rest = words[first:]
    if not rest.strip():
        return [Piece(words, 0)]
    metrics = QFontMetricsF(reading_font(READING))
    if metrics.horizontalAdvance(rest[:LONGEST]) <= width:
        return [Piece(words[:first], 0), Piece(rest, first)]
    start = max(first, len(words) - LONGEST)
    while start < len(words) and metrics.horizontalAdvance(ELLIPSIS + words[start:]) > width:
        following = words.find(" ", start + 1)
        start = following + 1 if following >= 0 else start + 1
    return [Piece(words[:first], 0), Piece(ELLIPSIS + words[start:], start, len(ELLIPSIS))]


def _fitting(words: str, width: float) -> int:
    """Return how many code points of a passage stand in a line of a width, with the space it breaks at."""
    head = words[:LONGEST]
    layout = QTextLayout(head, reading_font(READING))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(max(width, 1))
    layout.endLayout()
    return TextPositions(head).to_text(line.textLength()) if line.isValid() else 0


def underlined(piece: Piece, shared: tuple[Span, ...]) -> list[Span]:
    """Return which stretches of a line are underlined, in code points of its own words."""
    begin, end = piece.start, piece.start + len(piece.words.rstrip()) - piece.added
    met = ((max(first, begin), min(last, end)) for first, last in shared)
    return [(first - begin + piece.added, last - begin + piece.added) for first, last in met if first < last]


class SidePassages(QWidget):
    """Two lines high; A's column is the wider one, as in the design. The whole passage is marked in the article."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides: tuple[ShownSide, ...] = ()
        self.setFixedHeight(ABOVE + LINES * LINE)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_sides(self, *sides: ShownSide) -> None:
        """Show A's side and B's."""
        self._sides = sides
        told = [f"{side.name}: {side.words or NOTHING}" for side in sides]
        self.setAccessibleName(". ".join(told))
        self.setToolTip(tip((), [one[:LONGEST] for one in told]))
        self.update()

    def columns(self) -> list[QRectF]:
        """Return where the sides stand."""
        room, height = self.width() - BETWEEN, LINES * LINE
        first = round(room * A_SHARE)
        return [QRectF(0, ABOVE, first, height), QRectF(first + BETWEEN, ABOVE, room - first, height)]

    def _paint_side(self, painter: QPainter, side: ShownSide, column: QRectF) -> None:
        paint_keycap(painter, column.left() + 18, column.top() + 8, side.keycap)
        self._paint_marks(painter, side, column.left(), column.top() + LINE * 1.5 + 1)
        left, middle = column.left() + WORDS_LEFT, column.top() + LINE / 2
        if not side.words:
            draw_words(painter, NOTHING, control_font(13), "ink3", left, column.right(), middle)
            return
        indent = 0.0
        if side.label:
            font = control_font(12, 600)
            draw_words(painter, side.label, font, "ink", left, column.right(), middle)
            indent = width_of(side.label, font) + LABEL_GAP
        for number, piece in enumerate(pieces_of(side.words, column.right() - left, indent)):
            place = QPointF(left + (indent if number == 0 else 0), middle + number * LINE)
            self._paint_piece(painter, piece, place, side)

    def _paint_marks(self, painter: QPainter, side: ShownSide, left: float, middle: float) -> None:
        """Paint below the keycap how the passage stands to its code, and whether its coder was unsure."""
        if glyph := STANCES.get(side.stance):
            left = draw_words(painter, glyph, control_font(12, 600), "ink", left + 1, left + 12, middle) + 2
        if side.unsure:
            paint_icon(painter, "unsure", QRectF(round(left), middle - ICON / 2, ICON, ICON), "ink2")

    def _paint_piece(self, painter: QPainter, piece: Piece, place: QPointF, side: ShownSide) -> None:
        font, positions = reading_font(READING), TextPositions(piece.words)
        layout = QTextLayout(piece.words, font)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        painter.setPen(theme().colour("ink"))
        layout.draw(painter, QPointF(place.x(), baseline(place.y(), font) - line.ascent()))
        for first, last in underlined(piece, side.shared):
            edges = [_x(line.cursorToX(positions.to_qt(place))) for place in (first, last)]
            bar = QRectF(place.x() + min(edges), place.y() + UNDERLINE_TOP, abs(edges[1] - edges[0]), UNDERLINE)
            painter.fillRect(bar, edge_colour(side.hue))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for side, column in zip(self._sides, self.columns(), strict=False):
            self._paint_side(painter, side, column)
        painter.end()


def _x(found: object) -> float:
    """Return where a position stands; PySide gives it with the position it was moved to."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
