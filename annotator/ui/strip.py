"""A strip under the top bar that says what is going on, with one button to end it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from annotator.ui.announce import announce
from annotator.ui.elided_label import ElidedLabel
from annotator.ui.keycap import Keycap, keycap_text
from annotator.ui.theme import control_font, theme

HEIGHT = 40


class Strip(QWidget):
    """Absent until it has something to say."""

    pressed = Signal()

    def __init__(self, name: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedHeight(HEIGHT)
        self.sentence = ElidedLabel()
        self.sentence.setFont(control_font(13))
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = QPushButton(verb)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.pressed)
        self._keycap: Keycap | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(26, 0, 12, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.sentence, 1)
        self._row.addWidget(self.button)
        theme().changed.connect(self.update)
        self.hide()

    def show_key(self, shortcut: str) -> None:
        """Show which key does what the button does."""
        if self._keycap is not None:
            self._keycap.hide()
            self._keycap.deleteLater()
        self._keycap = Keycap(keycap_text(shortcut), self) if shortcut else None
        if self._keycap is not None:
            self._row.insertWidget(1, self._keycap)

    def say(self, sentence: str, *, aloud: bool = True) -> None:
        """Show a sentence; a screen reader hears it unless it only counts on."""
        if aloud and (self.isHidden() or sentence != self.sentence.text()):
            announce(self.sentence, sentence)
        self.sentence.say(sentence)
        self.show()

    def paint_mark(self, painter: QPainter) -> None:
        """Paint what stands before the sentence: an accent at the edge."""
        painter.fillRect(QRectF(0, 0, 4, HEIGHT - 1), theme().colour("accent"))

    def sizeHint(self) -> QSize:
        return QSize(0, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("field"))
        painter.fillRect(QRectF(0, HEIGHT - 1, self.width(), 1), theme().colour("line2"))
        self.paint_mark(painter)
        painter.end()
