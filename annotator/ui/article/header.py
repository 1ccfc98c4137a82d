"""The headline that is not in the text, and the line of facts: painted, so that no position moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption

from annotator.ui.article.facts_line import fitting
from annotator.ui.article.measures import TOP
from annotator.ui.article.typesetting import FACTS_GAP, FACTS_ROW, TEXT_GAP, Page
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from annotator.ui.article.measures import Measures
    from annotator.ui.article.typesetting import Type

FACTS_PIXELS = 13


class Header:
    """What stands above the text of one article."""

    def __init__(self, title: str, facts: str, *, in_text: bool, style: Type, measures: Measures) -> None:
        self.facts = facts
        self.facts_rect = QRectF()  # where the facts were painted last, in page coordinates
        self.facts_cut = False  # whether some of them had no room
        self._shortened = "", ""  # facts, and what of them has room
        self._style = style
        self._measures = measures
        self._in_text = in_text
        self._title = _laid_out(title, style, measures.text) if title and not in_text else None
        self._facts_height = round((FACTS_GAP + FACTS_ROW) * style.scale) if title else 0  # they may be found out later

    @property
    def page(self) -> Page:
        """What the typesetting has to leave free."""
        gap = self._facts_height + round(TEXT_GAP * self._style.scale)
        above = round(self._title_height) + gap if self._title else 0
        return Page(self._measures, headline=self._in_text, above=above, below_headline=gap)

    @property
    def _title_height(self) -> float:
        return self._title.lineCount() * self._style.headline_line if self._title else 0.0

    def paint(self, painter: QPainter, headline_bottom: float | None) -> None:
        """Paint in page coordinates; `headline_bottom` is where a headline in the text ends."""
        if self._title is not None:
            painter.setPen(theme().colour("ink"))
            self._title.draw(painter, QPointF(self._measures.gutter, TOP))
            headline_bottom = TOP + self._title_height
        if self.facts and headline_bottom is not None:
            self._paint_facts(painter, headline_bottom + FACTS_GAP * self._style.scale)

    def _paint_facts(self, painter: QPainter, top: float) -> None:
        font = control_font(FACTS_PIXELS * (1 + self._style.scale) / 2)
        metrics = QFontMetricsF(font)
        if self._shortened[0] != self.facts:
            self._shortened = self.facts, fitting(self.facts, self._measures.text, metrics.horizontalAdvance)
        shown = metrics.elidedText(self._shortened[1], Qt.TextElideMode.ElideRight, self._measures.text)
        rect = QRectF(self._measures.gutter, top, self._measures.text, FACTS_ROW * self._style.scale)
        self.facts_rect = QRectF(rect.topLeft(), QSizeF(metrics.horizontalAdvance(shown), rect.height()))
        self.facts_cut = shown != self.facts
        painter.setFont(font)
        painter.setPen(theme().colour("aside"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _laid_out(title: str, style: Type, width: int) -> QTextLayout:
    layout = QTextLayout(title, style.headline_font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top, height = 0.0, style.headline_line
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top + 0.8 * height - line.ascent()))
        top += height
    layout.endLayout()
    return layout
