"""The heads of the agreement table: a click sorts, the scale of the graph stands above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from annotator.model.figures import coefficient
from annotator.ui.review.agreement_columns import EDGE, FIXED, PITCH
from annotator.ui.review.agreement_painter import LINES, scale_in
from annotator.ui.review.agreement_rows import FIRST_ARTICLE, Column
from annotator.ui.review.drawn_words import draw_words_at_right
from annotator.ui.scheme.scheme_delegate import baseline
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from annotator.ui.review.agreement_model import AgreementModel

HEIGHT = 24
ARROW = " ↓", " ↑"
BESIDE = 2  # between .800 and its line


class AgreementHead(QHeaderView):
    """Heads on paper; the column that the rows are sorted by is bold, with an arrow where it is not the usual one."""

    def __init__(self, model: AgreementModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._agreement = model
        self.setAccessibleName("Sort the codes by")
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(0)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedHeight(HEIGHT)

    def _words(self, section: int) -> str:
        model = self._agreement
        text = str(model.headerData(section, Qt.Orientation.Horizontal))
        usual = section == Column.ALPHA and not model.descending
        return text + (ARROW[not model.descending] if section == model.sorted_by and not usual else "")

    def _paint_scale(self, painter: QPainter, rect: QRectF) -> None:
        low = self._agreement.agreement.lowest_drawn()
        scale, font = scale_in(rect, low), control_font(11, tabular=True)
        width = QFontMetricsF(font).horizontalAdvance
        tentative, reliable = (f"{value:.3f}"[1:] for value in LINES)
        places = {
            "0": scale.x(0) - width("0") / 2,
            tentative: scale.x(LINES[0]) + 1 - width(tentative),
            reliable: scale.x(LINES[1]) + BESIDE,
        }
        if low < 0:
            begins = coefficient(low)
            places[begins] = scale.x(low) - width(begins) / 2
        painter.setFont(font)
        painter.setPen(theme().colour("ink3"))
        for words, left in places.items():
            painter.drawText(QPointF(left, baseline(rect.center().y(), font)), words)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        area = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme().colour("paper"))
        sorted_by = logicalIndex == self._agreement.sorted_by
        token, words = "ink" if sorted_by else "ink3", self._words(logicalIndex)
        font = control_font(10.5 if logicalIndex >= FIRST_ARTICLE else 11, 600 if sorted_by else 400)
        wide, middle = QFontMetricsF(font).horizontalAdvance(words), area.center().y()
        if logicalIndex == Column.GRAPH:
            self._paint_scale(painter, area)
        elif logicalIndex == Column.CODE:
            draw_words_at_right(painter, words, font, token, area.left() + EDGE + wide, middle)
        elif logicalIndex >= FIRST_ARTICLE:
            draw_words_at_right(painter, words, font, token, area.left() + (PITCH + wide) / 2, middle)
        else:
            right = area.left() + FIXED[Column.OPEN] if logicalIndex == Column.OPEN else area.right()
            draw_words_at_right(painter, words, font, token, right, middle)
        painter.restore()
