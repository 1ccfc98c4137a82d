"""How a planned page is painted, in light colours whatever the window wears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from annotator.ui.article.coding_painter import paint_line, painted_line
from annotator.ui.article.margin_painter import STANCES, paint_bar, paint_leader
from annotator.ui.article.margin_plan import ROW
from annotator.ui.article.measures import LANE
from annotator.ui.printing.galley import screen
from annotator.ui.printing.paper import BOTTOM, FOOT, LEFT, PER_INCH, RIGHT, TOP
from annotator.ui.printing.sheets import ARTICLE
from annotator.ui.theme import Weight, control_font, theme

if TYPE_CHECKING:
    from annotator.ui.article.margin_plan import NameRow
    from annotator.ui.article.marks import CodingMark
    from annotator.ui.printing.sheets import Sheet
    from annotator.ui.printing.typeset_pages import Pages

NAME, NOTE, SMALL = 11.0, 10.0, 10.0
BAR = 4
LEAST_TITLE = 80  # in less room the foot goes without the title
GAP_AFTER_LABEL = 4.0
CLIPPED = 3  # a bar that goes on over the page's edge reaches so far beyond the text


class PagePainter:
    """Paints pages onto one device, whose own dots are scaled to 1/96 inch."""

    def __init__(self, painter: QPainter, pages: Pages) -> None:
        self._painter = painter
        self._pages = pages
        self._dots = painter.device().logicalDpiY()
        self._names = pages.paper.names(max(pages.lanes.values(), default=-1) + 1)
        painter.scale(painter.device().logicalDpiX() / PER_INCH, self._dots / PER_INCH)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self, number: int) -> None:
        """Paint a page, from 0."""
        sheet, painter = self._pages.sheets[number], self._painter
        painter.save()
        painter.translate(LEFT, TOP - sheet.top)
        self._paint_text(sheet)
        self._paint_margin(sheet)
        painter.restore()
        self._paint_foot(number)

    def _paint_text(self, sheet: Sheet) -> None:
        for row in sheet.rows:
            if row.part == ARTICLE and sheet.marks:
                line = painted_line(row.line, self._pages.galley.article, sheet.marks, self._pages.lanes)
                paint_line(self._painter, line)
            self._painter.setPen(theme().colour("ink"))
            self._pages.galley.draw(self._painter, row)

    def _paint_margin(self, sheet: Sheet) -> None:
        painter, plan = self._painter, sheet.margin
        painter.save()
        room = BOTTOM - FOOT
        painter.setClipRect(
            QRectF(0, plan.top - CLIPPED, self._pages.paper.width, plan.bottom - plan.top + CLIPPED + room)
        )
        for row in plan.rows:
            if row.bar is not None:
                start = QPointF(self._lane(row.bar.lane) + BAR, round(row.leader))
                paint_leader(painter, row.bar.mark.hue, start, QPointF(self._names[0], row.middle), current=False)
        for bar in plan.bars:
            bottom = min(bar.bottom, plan.bottom + CLIPPED)
            paint_bar(painter, QRectF(self._lane(bar.lane), bar.top, BAR, bottom - bar.top), bar.mark.hue)
        for row in plan.rows:
            self._paint_row(row)
        painter.restore()

    def _lane(self, lane: int) -> float:
        return self._pages.paper.lanes + lane * LANE

    def _paint_row(self, row: NameRow) -> None:
        if row.bar is not None:
            self._paint_name(row.bar.mark, row.top)
        elif row.more:
            self._write(f"+{len(row.more)}, see the end", self._names[0] + 4, row.top, "ink2", NOTE)
        else:
            self._write(row.note, self._names[0] + 4, row.top, "ink3", NOTE)

    def _paint_name(self, mark: CodingMark, top: float) -> None:
        number = self._pages.numbers.get(mark.id)
        signs = [STANCES.get(mark.stance, ""), "?" if mark.unsure else "", f"[{number}]" if number else ""]
        tail = " ".join(sign for sign in signs if sign)
        left, right = self._names[0] + 4, self._names[1]
        if mark.label:
            left += self._write(mark.label, left, top, "ink", NAME, 600) + GAP_AFTER_LABEL
        taken = self._width(f" {tail}", NAME, 600) if tail else 0.0
        left += self._write(mark.name, left, top, "ink2", NAME, room=right - left - taken)
        if tail:
            self._write(f" {tail}", left, top, "ink", NAME, 600)

    def _paint_foot(self, number: int) -> None:
        paper, painter = self._pages.paper, self._painter
        line = paper.height - FOOT
        painter.fillRect(QRectF(LEFT, line, paper.width - LEFT - RIGHT, 0.75), theme().colour("line2"))
        count = f"{number + 1} of {len(self._pages.sheets)}"
        width = self._width(count, SMALL)
        right = paper.width - RIGHT
        self._write(count, right - width, line + 6, "ink3", SMALL)
        said = self._write(self._pages.foot, LEFT, line + 6, "ink3", SMALL, room=right - width - 16 - LEFT)
        room = right - width - 32 - LEFT - said
        if room > LEAST_TITLE:
            title = self._elided(self._pages.title, SMALL, room)
            middle = (LEFT + said + 16 + right - width - 16 - self._width(title, SMALL)) / 2
            self._write(title, middle, line + 6, "ink3", SMALL)

    def _write(
        self, text: str, left: float, top: float, token: str, pixels: float, weight: Weight = 400,
        room: float = float("inf"),
    ) -> float:  # fmt: skip
        """Write a text in a row of the margin, elided to the room, and return its width."""
        shown = self._elided(text, pixels, room, weight)
        font = control_font(pixels, weight)
        rise = QFontMetricsF(font, screen()).capHeight() / 2
        self._painter.setFont(self._for_device(font, pixels))
        self._painter.setPen(theme().colour(token))
        self._painter.drawText(QPointF(left, top + ROW / 2 + rise), shown)
        return self._width(shown, pixels, weight)

    def _elided(self, text: str, pixels: float, room: float, weight: Weight = 400) -> str:
        if self._width(text, pixels, weight) <= room:
            return text
        while text and self._width(f"{text}…", pixels, weight) > room:
            text = text[:-1]
        return f"{text.rstrip()}…" if text else ""

    def _width(self, text: str, pixels: float, weight: Weight = 400) -> float:
        return QFontMetricsF(control_font(pixels, weight), screen()).horizontalAdvance(text)

    def _for_device(self, font: QFont, pixels: float) -> QFont:
        """Return the font in points that are `pixels` on this device once the painter's scale is applied."""
        scaled = QFont(font)
        scaled.setPointSizeF(pixels * 72 / self._dots)
        return scaled
