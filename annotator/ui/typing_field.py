"""Where the analyst types several lines, and how what was typed is taken from there with its no-break spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\r": "\n"})
LINE, FRAME = 16, 22  # device-independent pixels
INSET = 6  # so that letters begin where those of a line to type in begin
FIRST_LINE = 11  # where they begin, from the top of the field


def choose_all(line: QLineEdit) -> None:
    """Choose all of a line, ready to be typed over, and keep its beginning in sight."""
    line.end(False)
    line.home(True)


def typed_text(document: QTextDocument) -> str:
    """Return what stands in a document that the analyst typed in, lines ended by LF."""
    block, lines = document.begin(), []
    while block.isValid():
        lines.append(block.text().translate(LINE_ENDS))
        block = block.next()
    return "\n".join(lines)


class TypingField(QPlainTextEdit):
    """Plain text of so many lines, further ones scroll. Tab leaves it."""

    def __init__(self, name: str, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFont(control_font(13))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(INSET)
        self.setMinimumHeight(lines * LINE + FRAME)

    def text(self) -> str:
        """Return what was typed, white space at the ends left out."""
        return typed_text(self.document()).strip()

    def show_text(self, text: str) -> None:
        """Show a text from its beginning."""
        self.setPlainText(text)
