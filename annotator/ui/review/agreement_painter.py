"""How a cell of the agreement table looks: code, figures, the painted interval, the heat map.

All lengths in device-independent pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from annotator.ui.review.agreement_columns import CELL, EDGE, FIXED, PITCH
from annotator.ui.review.agreement_rows import POOLED, AgreementRow, Column, cell_text
from annotator.ui.review.drawn_words import draw_words, draw_words_at_right, width_of
from annotator.ui.scheme.scheme_delegate import BAR_SIZE, baseline, paint_bar
from annotator.ui.scheme.scheme_model import on_one_line
from annotator.ui.theme import control_font, theme
from annotator.ui.tokens import contrast, mixed

if TYPE_CHECKING:
    from collections.abc import Sequence

LINES = (0.667, 0.8)  # Krippendorff's: tentative from the first, reliable from the second
LABEL_X, NAME_X, NAME_RIGHT = 28, 56, 2
AFTER_LABEL, LABEL_LONGEST = 6, 12
LABEL_DOWN = 0.4  # so that the label, in smaller letters, stands on the name's line
GRAPH_LEFT, GRAPH_RIGHT, NOTE_LEFT = 28, 24, 44
DOT, CAP, LINE = 3.5, 6, 1.5
HEAT = (0.04, 0.14, 0.26, 0.40)  # alpha of ink for 0, 1, 2, 3 and more
READABLE = 4.5
STRIPES, STRIPE, INSET = (3, 9.5, 16), 10, 3  # the hatching of what cannot be compared: where each begins below


@dataclass(frozen=True, slots=True)
class Scale:
    """Where values of alpha lie in the graph: `low` at `left`, 1 at `right`."""

    left: float
    right: float
    low: float = 0.0

    def x(self, value: float) -> float:
        """Return where a value lies; what is below the scale lies at its beginning."""
        share = (max(value, self.low) - self.low) / (1 - self.low)
        return self.left + share * (self.right - self.left)


def scale_in(rect: QRectF, low: float) -> Scale:
    """Return the scale of a cell of the graph."""
    return Scale(rect.left() + GRAPH_LEFT, rect.right() - GRAPH_RIGHT, low)


def heat_alpha(number: int, ground: str, ink: str) -> float:
    """Return how strong a cell is: by the number of open differences, but its figure stays readable."""
    hundredths = round(HEAT[min(number, len(HEAT) - 1)] * 100)
    while hundredths > 4 and contrast(mixed(ground, ink, hundredths / 100), ink) < READABLE:
        hundredths -= 1
    return hundredths / 100


def paint_figure(
    painter: QPainter, rect: QRectF, row: AgreementRow, column: Column, low: float, *, ground: str, pooled: bool = False
) -> None:
    """Paint the cell of a column of figures on a ground, the name of a token.

    `low` is where the graph begins; `pooled`: all codes together.
    """
    if column == Column.CODE:
        _paint_pooled_name(painter, rect) if pooled else _paint_code(painter, rect, row)
    elif column == Column.GRAPH:
        paint_lines(painter, rect, low)
        _paint_graph(painter, rect, row, low, ground)
    else:
        right = rect.left() + FIXED[Column.OPEN] if column == Column.OPEN else rect.right()
        weight = 600 if column == Column.ALPHA or (pooled and column == Column.OPEN) else 400
        token = "ink" if column in (Column.ALPHA, Column.OPEN) else "ink2"
        font = control_font(13, 600 if weight == 600 else 400, tabular=True)
        draw_words_at_right(painter, cell_text(row, column), font, token, right, rect.center().y())


def _paint_pooled_name(painter: QPainter, rect: QRectF) -> None:
    draw_words(painter, POOLED, control_font(13, 600), "ink", rect.left() + EDGE, rect.right(), rect.center().y())


def _paint_code(painter: QPainter, rect: QRectF, row: AgreementRow) -> None:
    middle, left, right = rect.center().y(), rect.left(), rect.right() - NAME_RIGHT
    paint_bar(painter, QRectF(left + EDGE, round(middle - BAR_SIZE[1] / 2), *BAR_SIZE), row.colour)
    name_left = left + (NAME_X if row.label else LABEL_X)
    if row.label:
        font = control_font(12, 600)
        name_left = max(name_left, left + LABEL_X + width_of(row.label[:LABEL_LONGEST], font) + AFTER_LABEL)
        draw_words(painter, row.label, font, "ink", left + LABEL_X, name_left, middle + LABEL_DOWN)
    draw_words(painter, row.name, control_font(13), "ink", name_left, right, middle)


def paint_lines(painter: QPainter, rect: QRectF, low: float) -> None:
    """Paint Krippendorff's lines through a cell, .667 dashed and .800 solid."""
    scale = scale_in(rect, low)
    for value, dashes in zip(LINES, ([2.0, 2.0], []), strict=True):
        pen = QPen(theme().colour("line2"), 1)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashes:
            pen.setDashPattern(dashes)
        x = round(scale.x(value)) + 0.5
        painter.setPen(pen)
        painter.drawLine(QLineF(x, rect.top(), x, rect.bottom()))


def _paint_graph(painter: QPainter, rect: QRectF, row: AgreementRow, low: float, ground: str) -> None:
    middle, scale = rect.top() + rect.height() / 2 + 0.5, scale_in(rect, low)
    if row.note:
        _paint_note(painter, rect, row.note, ground)
        return
    if row.low is not None and row.high is not None:
        _paint_interval(painter, scale.x(row.low), scale.x(row.high), middle, open_left=row.low < low)
    if row.alpha is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("ink"))
        painter.drawEllipse(QPointF(scale.x(row.alpha), middle), DOT, DOT)


def _paint_note(painter: QPainter, rect: QRectF, note: str, ground: str) -> None:
    """Write what stands in place of the graph; the lines stop where they would cross it."""
    left, font = rect.left() + NOTE_LEFT, control_font(12)
    width = min(QFontMetricsF(font).horizontalAdvance(on_one_line(note)), rect.right() - left)
    painter.fillRect(QRectF(left - 4, rect.top() + 3, width + 8, rect.height() - 6), theme().colour(ground))
    draw_words(painter, note, font, "ink2", left, rect.right(), rect.center().y())


def _paint_interval(painter: QPainter, left: float, right: float, middle: float, *, open_left: bool) -> None:
    """Paint the line and its caps; an end that lies outside the scale has none."""
    pen = QPen(theme().colour("ink3"), LINE)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QLineF(left, middle, right, middle))
    pen.setWidthF(1)
    painter.setPen(pen)
    for x in (right,) if open_left else (left, right):
        painter.drawLine(QLineF(x, middle - CAP / 2, x, middle + CAP / 2))


def heat_rect(rect: QRectF) -> QRectF:
    """Return where the cell of the heat map lies in its place in the table; the last place is wider than others."""
    return QRectF(rect.left() + (PITCH - CELL[0]) / 2, rect.center().y() - CELL[1] / 2, *CELL)


def paint_heat(painter: QPainter, rect: QRectF, number: int | None, ground: str) -> None:
    """Paint a cell of the heat map on a ground, the name of a token: its number, a dot for 0, or hatched."""
    area = heat_rect(rect)
    if number is None:
        _paint_hatched(painter, area)
        return
    palette = theme().palette
    alpha = heat_alpha(number, getattr(palette, ground), palette.ink)
    painter.setPen(QPen(theme().colour("line"), 1) if palette.high else Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("ink", alpha))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5) if palette.high else area, 3, 3)
    font = control_font(11, 500, tabular=True)
    painter.setFont(font)
    painter.setPen(theme().colour("ink" if number else "ink3"))
    text = "·" if not number else f"{number}" if number < 1000 else "999+"
    left = area.center().x() - QFontMetricsF(font).horizontalAdvance(text) / 2
    painter.drawText(QPointF(left, baseline(area.center().y(), font)), text)


def _paint_hatched(painter: QPainter, area: QRectF) -> None:
    painter.setPen(QPen(theme().colour("line2"), 1))
    for stripe in STRIPES:
        left = area.left() + stripe
        painter.drawLine(QLineF(left, area.bottom() - INSET, left + STRIPE, area.bottom() - INSET - STRIPE))
    painter.setPen(QPen(theme().colour("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)


def widest_counts(rows: Sequence[AgreementRow]) -> int:
    """Return the width of the widest counts."""
    metrics = QFontMetricsF(control_font(13, tabular=True))
    return round(max((metrics.horizontalAdvance(cell_text(row, Column.COUNTS)) for row in rows), default=0.0))
