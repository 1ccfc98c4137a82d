"""How a key is drawn beside what it does: one function, from the action's real shortcut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Iterable

HEIGHT, LARGE_HEIGHT = 18, 22
PADDING = 5
SYMBOLS = {
    "Return": "↵", "Enter": "↵", "Tab": "⇥", "Shift": "⇧", "Backspace": "⌫", "Left": "←", "Right": "→", "Up": "↑",
    "Down": "↓",
}  # fmt: skip
USUAL_KEYCAPS = {digit: str(digit) for digit in range(1, 10)}  # of the codes that are given by a digit


def keycap_text(shortcut: str) -> str:
    """Return what stands on the keycap for a shortcut in portable form: `Ctrl+N` as `Ctrl N`."""
    plus = shortcut.endswith("+")
    parts = [part for part in shortcut.removesuffix("+").split("+") if part] + ["+"] * plus
    return " ".join(SYMBOLS.get(part, part) for part in parts)


def keycap_texts(shortcuts: Iterable[str]) -> list[str]:
    """Return what stands on the keycaps of several keys; the two Enter keys look alike and stand once."""
    return list(dict.fromkeys(map(keycap_text, shortcuts)))


def key_in_words(shortcut: str) -> str:
    """Return how a key in portable form is named in a sentence, which may be spoken: `Ctrl+Enter`."""
    return shortcut.replace("Return", "Enter")


def keycap_width(text: str, *, large: bool = False) -> float:
    """Return the width of a keycap in device-independent pixels."""
    height = LARGE_HEIGHT if large else HEIGHT
    metrics = QFontMetricsF(control_font(12 if large else 11, 500))
    return max(float(height), round(metrics.horizontalAdvance(text)) + 2 * PADDING)


def paint_keycap(painter: QPainter, right: float, middle: float, text: str, *, large: bool = False) -> QRectF:
    """Paint a keycap that ends at `right`, centred on `middle`; return its rectangle."""
    height, width = LARGE_HEIGHT if large else HEIGHT, keycap_width(text, large=large)
    rect = QRectF(round(right - width), round(middle - height / 2), width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outer, inner = QPainterPath(), QPainterPath()
    outer.addRoundedRect(rect, 4, 4)
    inner.addRoundedRect(rect.adjusted(1, 1, -1, -2), 3, 3)
    painter.fillPath(outer, theme().colour("key_edge"))
    painter.fillPath(inner, theme().colour("key_face"))
    painter.setFont(control_font(12 if large else 11, 500))
    painter.setPen(QPen(theme().colour("ink2")))
    painter.drawText(rect.translated(QPointF(0, -0.5)), Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return rect


class Keycap(QWidget):
    """A keycap as a widget of its own, for rows that are not painted by a delegate."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(round(keycap_width(self._text)), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_keycap(painter, self.width(), self.height() / 2, self._text)
        painter.end()
