"""A button with the key that does the same: large for decisions, small for what goes along with them."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.ui.icons import paint_icon
from annotator.ui.keycap import key_in_words, keycap_text, keycap_width, paint_keycap
from annotator.ui.review.drawn_words import draw_words, width_of
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QFont, QKeyEvent

LARGE, SMALL = 32, 24
LARGE_SIDES, SMALL_SIDES, FRAMED_SIDES = (5, 9), (3, 7), (7, 7)
GAP, CHECK = 6, 14
KEY_GAP = 8  # before a keycap that comes last
RADIUS = 6
OFF = 0.4  # of a keycap's strength while the button is off


class KeyButton(QAbstractButton):
    """Keycap, words, and quieter words behind them; a small one has a frame on request.

    `shows_check` paints a box that is ticked while it is checked.
    """

    def __init__(
        self, text: str, parent: QWidget | None = None, *, detail: str = "", large: bool = False, framed: bool = False,
        key_last: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._detail, self._large, self._framed = detail, large, large or framed
        self._key_last, self._key, self._short = key_last, "", False
        self.shows_check = False
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._name()
        theme().changed.connect(self.update)

    def show_key(self, shortcut: str) -> None:
        """Show the keycap of a key in portable form; empty for none."""
        self._key = shortcut
        self._name()
        self.updateGeometry()
        self.update()

    def shorten(self, short: bool) -> None:
        """Leave out the quieter words, or bring them back; they stay in the name."""
        self._short = short
        self.update()

    def say(self, text: str) -> None:
        """Show other words."""
        self.setText(text)
        self._name()
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        words = f"{self.text()}, {self._detail}" if self._detail else self.text()
        self.setAccessibleName(words)
        self.setAccessibleDescription(f"Key {key_in_words(self._key)}" if self._key else "")

    @property
    def _fonts(self) -> tuple[QFont, QFont]:
        return (control_font(13, 500), control_font(12)) if self._large else (control_font(12), control_font(12))

    @property
    def _sides(self) -> tuple[int, int]:
        if self._large:
            return LARGE_SIDES
        return FRAMED_SIDES if self._framed and not self._key else SMALL_SIDES

    @property
    def _cap(self) -> float:
        return keycap_width(keycap_text(self._key), large=self._large) if self._key else 0.0

    def _ground(self, painter: QPainter, rect: QRectF) -> None:
        pen = QPen(theme().colour("line"), 1) if self._framed else QPen(Qt.PenStyle.NoPen)
        token = "field" if self._framed else ""
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            token = "trough" if self.isDown() else "hover"
        if not self.isEnabled() and self._framed:
            token = "panel"
            pen.setStyle(Qt.PenStyle.DashLine if theme().palette.high else Qt.PenStyle.SolidLine)
        if self.isChecked() and not self.shows_check:
            pen, token = QPen(theme().colour("accent"), 1.5), "sel"
        painter.setPen(pen)
        painter.setBrush(theme().colour(token) if token else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)

    def _paint_key(self, painter: QPainter, left: float, middle: float) -> float:
        painter.setOpacity(1 if self.isEnabled() or theme().palette.high else OFF)
        paint_keycap(painter, left + self._cap, middle, keycap_text(self._key), large=self._large)
        painter.setOpacity(1)
        return left + self._cap + GAP

    def _paint_check(self, painter: QPainter, left: float, middle: float) -> float:
        box = QRectF(left, round(middle - CHECK / 2), CHECK, CHECK)
        painter.setPen(QPen(theme().colour("accent" if self.isChecked() else "ink3"), 1))
        painter.setBrush(theme().colour("accent" if self.isChecked() else "field"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if self.isChecked():
            paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), "on_accent")
        return left + CHECK + GAP

    # Qt

    def nextCheckState(self) -> None:
        """Stay as shown: what is checked follows from what was stored, not from the press."""

    def sizeHint(self) -> QSize:
        sides, (font, quiet) = self._sides, self._fonts
        width = sum(sides) + width_of(self.text(), font) + (self._cap + GAP if self._key else 0)
        width += width_of(self._detail, quiet) + GAP if self._detail and not self._short else 0
        width += CHECK + GAP if self.shows_check else 0
        width += KEY_GAP - GAP - sides[1] if self._key and self._key_last else 0
        return QSize(ceil(width) + 1, LARGE if self._large else SMALL)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, middle, (font, quiet) = QRectF(self.rect()), self.height() / 2, self._fonts
        self._ground(painter, rect)
        sides = self._sides
        left, right = float(sides[0]), rect.right() - sides[1]
        if self._key and not self._key_last:
            left = self._paint_key(painter, left, middle)
        if self.shows_check:
            left = self._paint_check(painter, left, middle)
        if self._key and self._key_last:
            right = rect.right() - self._cap - KEY_GAP
            self._paint_key(painter, right + KEY_GAP, middle)
        token = ("ink" if self._large else "ink2") if self.isEnabled() else "aside"
        left = draw_words(painter, self.text(), font, token, left, right + 1, middle)
        if not self._short:
            quieter = "ink3" if self.isEnabled() else "aside"
            draw_words(painter, self._detail, quiet, quieter, left + GAP, right + 1, middle)
        painter.end()
