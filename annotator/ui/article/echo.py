"""The quiet pill that names the code just given, at the place, and fades."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QPoint, QPropertyAnimation, QRect, QRectF, QSequentialAnimationGroup, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

STAYS, FADES = 800, 400  # milliseconds
HEIGHT, PADDING = 24, 10
IN_MARGIN, LINE = 190, 16  # wider than the names of the margin it wraps
CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class Echo(QWidget):
    """Shown beside a passage, or above or below it; takes neither focus nor mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text, self._alpha = "", 0.0
        self._going = QSequentialAnimationGroup(self)
        self._going.addPause(STAYS)
        fade = QPropertyAnimation(self, b"alpha", self)
        fade.setDuration(FADES)
        fade.setStartValue(1.0)
        fade.setEndValue(0.0)
        self._going.addAnimation(fade)
        self._going.finished.connect(self.hide)
        self.hide()

    def size_in_margin(self, text: str) -> QSize:
        """Return how large it is beside the text: as wide as a name there at most, with as many lines as it takes."""
        size = self._size(text)
        if size.width() <= IN_MARGIN:
            return size
        room = QRectF(0, 0, IN_MARGIN - 2 * PADDING, 0)
        words = QFontMetricsF(self._font).boundingRect(room, CENTRED.value, text)
        lines = max(1, round(words.height() / QFontMetricsF(self._font).lineSpacing()))
        return QSize(round(words.width()) + 2 * PADDING + 2, HEIGHT + LINE * (lines - 1))

    def show_at(self, text: str, passage: QRect, beside: QPoint | None, room: QRect) -> None:
        """Show the text for a moment beside the passage, else over the lines next to it, inside a room.

        All in the parent's coordinates.
        """
        self._text = text
        size = self.size_in_margin(text) if beside else self._size(text)
        above = passage.top() - HEIGHT - 6
        top = above if above >= 4 else min(passage.bottom() + 6, room.bottom() - HEIGHT - 4)
        left = min(max(4, passage.left()), max(4, room.right() - size.width() - 4))
        self.setGeometry(QRect(beside or QPoint(left, top), size))
        self._going.stop()
        self.set_alpha(1.0)
        self.show()
        self.raise_()
        self._going.start()

    def end(self) -> None:
        """Go at once: another article is shown."""
        self._going.stop()
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def _size(self, text: str) -> QSize:
        return QSize(round(QFontMetricsF(self._font).horizontalAdvance(text)) + 2 * PADDING, HEIGHT)

    @property
    def _font(self) -> QFont:
        return control_font(12, 500)

    def get_alpha(self) -> float:
        """Return how visible it is, from 0 to 1."""
        return self._alpha

    def set_alpha(self, alpha: float) -> None:
        """Set how visible it is, from 0 to 1."""
        self._alpha = alpha
        self.update()

    alpha = Property(float, get_alpha, set_alpha)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(self._alpha)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("line2"), 1))
        painter.setBrush(theme().colour("field"))
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, HEIGHT / 2, HEIGHT / 2)
        painter.setPen(theme().colour("ink"))
        painter.setFont(self._font)
        painter.drawText(rect.adjusted(PADDING - 1, 0, 1 - PADDING, 0), CENTRED.value, self._text)
        painter.end()
