"""How one of the few ways to begin looks: icon, what it does, a line about it, its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from annotator.ui.icons import paint_icon
from annotator.ui.keycap import keycap_text, keycap_width, paint_keycap
from annotator.ui.start.painted_button import PaintedButton
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

HEIGHT, RADIUS = 64, 8
TEXT_LEFT, SIDE = 61, 17


class StartCard(PaintedButton):
    """64 high. The one to begin with has the ground of a current row and an accent border."""

    def __init__(
        self, icon_name: str, text: str, about: str, *, first: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, HEIGHT, parent)
        self._icon_name, self._about, self._first, self._shortcut = icon_name, about, first, ""
        self.setAccessibleDescription(about)

    def show_shortcut(self, shortcut: str) -> None:
        """Show the key of the same action, given in portable form such as `Ctrl+N`."""
        self._shortcut = shortcut
        self.update()

    def _paint_ground(self, painter: QPainter) -> None:
        at = "sel" if self._first else "hover" if self.underMouse() or self.isDown() else "field"
        pen = QPen(theme().colour("accent"), 1.5) if self._first else QPen(theme().colour("line2"), 1)
        inset = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(theme().colour(at))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def paint_content(self, painter: QPainter) -> None:
        self._paint_ground(painter)
        paint_icon(painter, self._icon_name, QRectF(23, 22, 20, 20), "accent" if self._first else "ink2")
        key = keycap_text(self._shortcut) if self._shortcut else ""
        room = self.width() - TEXT_LEFT - SIDE - (keycap_width(key) + 12 if key else 0)
        self.draw_text(painter, QRectF(TEXT_LEFT, 12, room, 22), self.text(), control_font(14, 500), "ink")
        self.draw_text(painter, QRectF(TEXT_LEFT, 34, room, 18), self._about, control_font(12), "ink2")
        if key:
            paint_keycap(painter, self.width() - SIDE, self.height() / 2, key)
