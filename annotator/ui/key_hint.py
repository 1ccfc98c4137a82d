"""Which keys go on with a gesture that is half done: a quiet pill at the foot of the text, there until it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from annotator.ui.announce import announce
from annotator.ui.keycap import Keycap, key_in_words, keycap_text
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

HEIGHT, PADDING, ABOVE_FOOT = 36, 14, 16


class KeyHint(QWidget):
    """Lies over the text, takes neither focus nor mouse, and moves nothing."""

    def __init__(self, text: QWidget) -> None:
        super().__init__(text)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Keys")
        self._text = text
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(PADDING, 0, PADDING, 0)
        self._row.setSpacing(6)
        self.sentence = ""
        self._clear_of: QWidget | None = None
        text.installEventFilter(self)
        theme().changed.connect(self.update)
        self.hide()

    def show_keys(self, title: str, keys: Sequence[tuple[str, str]], clear_of: QWidget | None = None) -> None:
        """Show what is going on and what each key does now, clear of a widget; a screen reader hears it."""
        self._clear()
        self._clear_of = clear_of
        self._add_words(title, strong=True)
        for key, does in keys:
            self._row.addSpacing(8)
            self._row.addWidget(Keycap(keycap_text(key), self))
            self._add_words(does)
        self.sentence = f"{title}: {', '.join(f'{key_in_words(key)} {does}' for key, does in keys)}"
        self._place()
        self.show()
        self.raise_()
        announce(self._text, self.sentence)

    def _add_words(self, words: str, *, strong: bool = False) -> None:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(control_font(12, 600 if strong else 400))
        self._row.addWidget(label)

    def _clear(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _place(self) -> None:
        width = min(self._row.sizeHint().width(), self._text.width())
        left, top = (self._text.width() - width) // 2, max(0, self._text.height() - HEIGHT - ABOVE_FOOT)
        pill = QRect(left, top, width, HEIGHT)
        if self._clear_of is not None:
            other = self._clear_of
            corner = self._text.mapFromGlobal(other.mapToGlobal(QPoint(0, 0)))
            if pill.intersects(QRect(corner, other.size())):
                pill.moveTop(ABOVE_FOOT)
        self.setGeometry(pill)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("line2"), 1))
        painter.setBrush(theme().colour("field"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), HEIGHT / 2, HEIGHT / 2)
        painter.end()
