"""The head of the list of differences, 40 high: how many are open, in which order they stand, which are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from annotator.ui.elided_label import ElidedLabel
from annotator.ui.icon_button import IconButton
from annotator.ui.icons import paint_icon
from annotator.ui.review.difference_menus import FilterMenu, OrderMenu
from annotator.ui.review.difference_sections import ORDERS, Order
from annotator.ui.review.drawn_words import draw_words, width_of
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent

SHORT = {"in code order": "by code"}  # where there is little room
HEIGHT, CHOOSER, CHEVRON = 40, 24, 16


class Chooser(QToolButton):
    """A quiet word with a chevron that opens a menu."""

    def __init__(self, menu: QMenu, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self.words = name, ""
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def say(self, words: str) -> None:
        """Show what is chosen."""
        self.words = words
        self.setAccessibleName(f"{self._name}: {words}")
        self.setToolTip(self._name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(width_of(self.words, control_font(12))) + CHEVRON + 12, CHOOSER)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("hover"))
            painter.drawRoundedRect(rect, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
        right = rect.right() - 4
        draw_words(painter, self.words, control_font(12), "ink2", 4, right - CHEVRON, rect.center().y())
        paint_icon(painter, "chevron-down", QRectF(right - 14, rect.center().y() - 7, 14, 14), "ink2")
        painter.end()


class DifferenceHead(QWidget):
    """Title and number at the left, filter and order at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self._narrow = False
        self._order: Order = "code"
        self.orders, self.filters = OrderMenu(self), FilterMenu(self)
        self.title, self.count = QLabel("Differences"), ElidedLabel()
        self.title.setFont(control_font(13, 600))
        self.count.setFont(control_font(13, tabular=True))
        self.count.setProperty("tone", "ink3")
        self.filter_button = IconButton("filter", "Which differences are listed", self)
        self.filter_button.setCheckable(True)
        self.filter_button.setMenu(self.filters)
        self.filter_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.chooser = Chooser(self.orders, "Order of the differences", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(0)
        row.addWidget(self.title)
        row.addSpacing(9)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.filter_button)
        row.addWidget(self.chooser)

    def show_numbers(self, unsettled: int, fitting: int, number: int) -> None:
        """Show how many are open and, where a filter leaves some out, how many are listed."""
        words = f"{unsettled:,} open" if fitting == number else f"{fitting:,} of {number:,}"
        self.count.say(words)
        filtered = fitting != number
        self.filter_button.setChecked(filtered)
        self.filter_button.setAccessibleName(f"Which differences are listed: {'some' if filtered else 'all'}")

    def show_order(self, order: Order) -> None:
        """Show the order that is in force."""
        self._order = order
        self.orders.take(order)
        self._say_order()

    def set_narrow(self, narrow: bool) -> None:
        """Say the order in fewer words."""
        self._narrow = narrow
        self._say_order()

    def _say_order(self) -> None:
        words = ORDERS[self._order]
        self.chooser.say(SHORT.get(words, words) if self._narrow else words)
