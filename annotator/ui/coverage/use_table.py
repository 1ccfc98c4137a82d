"""How the use of codes is drawn: names beside, in each week a bar for the share, its number, and what stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from annotator.ui.coverage.rows import ROW, WEEK, UseRows
from annotator.ui.plain_table import ROW as HEIGHT
from annotator.ui.plain_table import PlainCells, PlainTable
from annotator.ui.review.drawn_words import draw_words
from annotator.ui.scheme.scheme_delegate import BAR_SIZE, paint_bar
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from annotator.ui.coverage.shown import UseRow, WeekUse
    from annotator.ui.scheme.scheme_model import Index

WEEK_WIDTH, NAMES_WIDTH = 76, 240  # device-independent pixels, as all lengths here
NAME_LEFT = 52
BAR, TALLEST, NUMBER_LEFT, WORD_LEFT = 8, 20, 14, 32


class CodeNames(QHeaderView):
    """The codes beside their weeks; they stay in sight whatever is scrolled."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(HEIGHT)
        self.setFixedWidth(NAMES_WIDTH)
        theme().changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        row: UseRow = self.model().headerData(logicalIndex, Qt.Orientation.Vertical, ROW)
        middle = QRectF(rect).center().y()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme().colour("field"))
        paint_bar(painter, QRectF(rect.left() + 8, round(middle - BAR_SIZE[1] / 2), *BAR_SIZE), row.hue)
        end = draw_words(painter, row.label, control_font(12, 600), "ink", rect.left() + 20, rect.right(), middle)
        left = max(end + 8, rect.left() + NAME_LEFT) if row.label else rect.left() + 20
        draw_words(painter, row.name, control_font(13), "ink", left, rect.right() - 8, middle)
        painter.restore()


class UseCells(PlainCells):
    """A bar as high as the code's share of the week; a week that stands out is framed and says so in a word."""

    def paint_inside(self, painter: QPainter, rect: QRect, index: Index) -> None:
        each: WeekUse = index.data(WEEK)
        rows = index.model()
        highest = rows.highest if isinstance(rows, UseRows) else 0.0
        area, strange = QRectF(rect), bool(each.strange)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if each.number:
            height = max(1.5, TALLEST * each.share / highest)
            bar = QRectF(area.left(), area.center().y() + TALLEST / 2 - height, BAR, height)
            painter.fillRect(bar, theme().colour("ink" if strange else "ink3"))
        if strange:
            painter.setPen(QPen(theme().colour("ink3"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(-4.5, 2.5, 4.5, -2.5), 4, 4)
        figure = f"{each.number:,}" if each.number or strange else "·"
        font = control_font(12, 600 if strange else 400, tabular=True)
        left, middle = area.left(), area.center().y()
        ink = "ink" if strange else "ink2" if each.number else "ink3"
        draw_words(painter, figure, font, ink, left + NUMBER_LEFT, area.right(), middle)
        draw_words(painter, each.strange, control_font(11), "ink2", left + WORD_LEFT, area.right() + 4, middle)


class UseTable(PlainTable):
    """Codes by weeks."""

    def __init__(self, rows: UseRows) -> None:
        super().__init__("Use of codes by week", rows, (), UseCells())
        self.setVerticalHeader(CodeNames(self))
        self.setSelectionBehavior(self.SelectionBehavior.SelectItems)
        self.horizontalHeader().setDefaultSectionSize(WEEK_WIDTH)
