"""Where an article's text is corrected: a plain editor that gives back every character it was given."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from annotator.ui.theme import reading_font

PAUSE_MS = 350  # after this without a key it is worked out what the correction does


class TextEditor(QPlainTextEdit):
    """Tab leaves it. Its text is taken block by block: taken whole, Qt turns no-break spaces into spaces."""

    corrected = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("The article's text")
        self.setFont(reading_font(15))
        self.setTabChangesFocus(True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.corrected)
        self.textChanged.connect(self._pause.start)

    def show_text(self, text: str) -> bool:
        """Show a text; tell whether the editor can give it back as it is. If not, it cannot be typed in."""
        self.setPlainText(text)
        faithful = self.text() == text
        self.setReadOnly(not faithful)
        return faithful

    def text(self) -> str:
        """Return the text as it stands, lines parted by line feeds."""
        lines, block = [], self.document().firstBlock()
        while block.isValid():
            lines.append(block.text())
            block = block.next()
        return "\n".join(lines)
