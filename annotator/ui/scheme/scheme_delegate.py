"""How one row of the tree of codes is painted: bar, label, name, key and the two counts.

All lengths in device-independent pixels; x counts from the left edge of the tree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.icons import paint_icon
from annotator.ui.keycap import USUAL_KEYCAPS, paint_keycap
from annotator.ui.scheme.scheme_model import Index, Role, on_one_line
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.ui.scheme.scheme_nodes import Node

ROW_HEIGHT, FAMILY_GAP = 24, 4
SELECTION_INSET = 4
BAR_X, BAR_SIZE = 30, (4, 14)
LABEL_OFFSET, LABEL_WIDTH = 12, 31
CHEVRON_X, CHEVRON_SIZE = 13, 12
INDENT, NAME_AT_LEAST = 16, 72
COLUMN, RIGHT_INSET, FROM_SCROLL_BAR = 24, 16, 6
MEMO = 12
NO_COUNT = "·"

State = QStyle.StateFlag


@dataclass(frozen=True, slots=True)
class Row:
    """Where things stand in one row, and what state it is in."""

    rect: QRect
    node: Node
    indent: int
    right: int
    seen: int  # what lies further right is under the scroll bar
    current: bool
    under_mouse: bool
    focused: bool
    unfolded: bool

    @property
    def middle(self) -> float:
        """The height at which everything is centred."""
        return self.rect.top() + self.rect.height() / 2


def paint_bar(painter: QPainter, rect: QRectF, hue: str) -> None:
    """Paint a code's bar: its hue with an edge that can be told from the ground."""
    colours = theme().code_colours(hue)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.edge), 1))
    painter.setBrush(QColor(colours.hue))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
    painter.restore()


def baseline(middle: float, font: QFont) -> float:
    """Return the baseline of text centred at this height."""
    metrics = QFontMetricsF(font)
    return round(middle + metrics.capHeight() / 2)


class SchemeDelegate(QStyledItemDelegate):
    """Paints codes and families. `with_all` shows the second column of counts."""

    with_all = True
    keycaps: Mapping[int, str] = USUAL_KEYCAPS

    def columns_right(self, width: int, seen: int) -> int:
        """Return where the last column of figures ends; `seen` is where a scroll bar begins."""
        return min(width - RIGHT_INSET, seen - FROM_SCROLL_BAR)

    def chevron_area(self, rect: QRect, node: Node, width: int) -> QRect:
        """Return where a click folds the row."""
        return QRect(0, rect.top(), BAR_X + self._indent(node, width) - 4, rect.height())

    def _indent(self, node: Node, width: int) -> int:
        room = width - RIGHT_INSET - 2 * COLUMN - BAR_X - LABEL_OFFSET - LABEL_WIDTH - NAME_AT_LEAST
        return INDENT * max(0, min(node.depth - 1, room // INDENT))

    def _row(self, option: QStyleOptionViewItem, index: Index) -> Row:
        node: Node = index.data(Role.NODE)
        state, rect = option.state, QRect(option.rect)
        width = option.widget.width() if option.widget else rect.width()
        seen = rect.right() + 1
        rect.setTop(rect.bottom() + 1 - ROW_HEIGHT)
        rect.setWidth(width)
        return Row(
            rect, node, self._indent(node, width), self.columns_right(width, seen), seen,
            current=bool(state & State.State_Selected), under_mouse=bool(state & State.State_MouseOver),
            focused=bool(state & State.State_HasFocus), unfolded=bool(state & State.State_Open),
        )  # fmt: skip

    def _ground(self, painter: QPainter, row: Row) -> None:
        area = QRectF(row.rect).adjusted(SELECTION_INSET, 0, -SELECTION_INSET, 0)
        area.setRight(min(area.right(), row.seen))
        if row.current or row.under_mouse:
            painter.setPen(theme().current_pen() if row.current else Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("sel" if row.current else "hover"))
            painter.drawRoundedRect(area, 4, 4)
        if row.focused:
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 3, 3)

    def _chevron(self, painter: QPainter, row: Row) -> None:
        if row.node.children:
            side = CHEVRON_SIZE
            rect = QRectF(CHEVRON_X + row.indent, row.middle - side / 2, side, side)
            paint_icon(painter, "chevron-down" if row.unfolded else "chevron-right", rect, "ink3")

    def _figures(self, painter: QPainter, row: Row) -> int:
        """Paint the counts; return where they begin."""
        figures = [row.node.here_sum, row.node.everywhere_sum] if self.with_all else [row.node.here_sum]
        painter.setFont(control_font(12, tabular=True))
        right, line = row.right, baseline(row.middle, control_font(13))
        for place, figure in reversed(list(enumerate(figures))):
            strong = place == 0 and figure and not row.node.is_family
            painter.setPen(theme().colour("ink" if strong else "ink3"))
            text = f"{figure}" if figure else NO_COUNT
            left = QFontMetricsF(painter.font()).horizontalAdvance(text)
            painter.drawText(QPointF(right - left, line), text)
            right -= max(COLUMN, round(left) + 8)
        return right

    def _name(self, painter: QPainter, row: Row, left: int, right: int) -> None:
        code, family = row.node.code, row.node.is_family
        font = control_font(13, 600 if family else 400)
        line = baseline(row.middle, font)
        if code.label:
            label_font = control_font(13 if family else 12, 600)
            label_width = LABEL_WIDTH if not family else QFontMetricsF(label_font).horizontalAdvance(code.label) + 8
            label = QFontMetricsF(label_font).elidedText(on_one_line(code.label), Qt.TextElideMode.ElideRight, 80)
            painter.setFont(label_font)
            painter.setPen(theme().colour("ink"))
            painter.drawText(QPointF(left, line), label)
            left += round(max(label_width, QFontMetricsF(label_font).horizontalAdvance(label) + 6))
        painter.setFont(font)
        painter.setPen(theme().colour("ink"))
        name = on_one_line(code.shown_name)
        painter.drawText(
            QPointF(left, line), QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, right - left)
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        node: Node = index.data(Role.NODE)
        return QSize(100, ROW_HEIGHT + (FAMILY_GAP if node.is_family else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._row(option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, row)
        self._chevron(painter, row)
        left = BAR_X + row.indent
        if not row.node.is_family:
            paint_bar(painter, QRectF(left, row.middle - BAR_SIZE[1] / 2, *BAR_SIZE), row.node.hue)
            left += LABEL_OFFSET
        right = self._figures(painter, row) - 4
        if keycap := self.keycaps.get(row.node.code.key or 0):
            right = round(paint_keycap(painter, right + 3, row.middle, keycap).left()) - 6
        if row.node.memo:
            right -= MEMO
            paint_icon(painter, "note", QRectF(right, row.middle - MEMO / 2, MEMO, MEMO), "ink3")
            right -= 6
        self._name(painter, row, left, right)
        painter.restore()
