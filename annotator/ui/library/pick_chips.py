"""What the articles are filtered by, as chips that can be taken off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.ui.icons import paint_icon
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Mapping

HEIGHT, GAP, INSET, CROSS, RADIUS = 26, 6, 9, 12, 13


class Chip(QAbstractButton):
    """One pick. A click, Space, Enter, Delete or Backspace takes it off."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setFont(control_font(12))
        self.setAccessibleName(f"Only {text}: take off")
        self.setToolTip(f"Only {text}. Click to take it off.")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2 * INSET + CROSS + 6, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused, rect = self.hasFocus(), self.rect().toRectF()
        painter.setPen(QPen(theme().colour("accent" if focused else "line2"), 2 if focused else 1))
        painter.setBrush(theme().colour("hover" if self.underMouse() else "field"))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)
        painter.setPen(theme().colour("ink2"))
        painter.setFont(self.font())
        room = self.width() - 2 * INSET - CROSS - 6
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room + 1)
        painter.drawText(QRect(INSET, 0, room + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        cross = QRect(self.width() - INSET - CROSS, (self.height() - CROSS) // 2, CROSS, CROSS)
        paint_icon(painter, "close", cross.toRectF(), "ink3")
        painter.end()


class PickChips(QWidget):
    """Chips from left to right, in as many rows as they need; gone while nothing is picked."""

    taken_off = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: dict[str, Chip] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_picks(self, picks: Mapping[str, str]) -> None:
        """Show key -> text."""
        focused = next((key for key, chip in self.chips.items() if chip.hasFocus()), "")
        order = list(self.chips)
        for chip in self.chips.values():
            chip.hide()
            chip.deleteLater()
        self.chips = {key: self._chip(key, text) for key, text in picks.items()}
        self.setVisible(bool(picks))
        self._place()
        if focused and self.chips:  # the next one gets the focus, so that several can be taken off by one key
            after = [key for key in (*order[order.index(focused) :], *order) if key in self.chips]
            self.chips[after[0] if after else next(iter(self.chips))].setFocus()

    def _chip(self, key: str, text: str) -> Chip:
        chip = Chip(text, self)
        chip.clicked.connect(partial(self._take_off, key))
        chip.installEventFilter(self)
        chip.show()
        return chip

    def _take_off(self, key: str, _checked: bool = False) -> None:
        self.taken_off.emit(key)

    def _place(self) -> None:
        left, top, width = 0, 0, max(self.width(), 60)
        for chip in self.chips.values():
            wanted = min(chip.sizeHint().width(), width)
            if left and left + wanted > width:
                left, top = 0, top + HEIGHT + GAP
            chip.setGeometry(left, top, wanted, HEIGHT)
            left += wanted + GAP
        self.setFixedHeight(top + HEIGHT if self.chips else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave) and isinstance(watched, Chip):
            watched.update()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
