"""How the addresses of links step back while a memo is being written: small and grey, the words stay in sight."""

from __future__ import annotations

import re

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument, QTextFormat

from annotator.ui.article.text_positions import TextPositions
from annotator.ui.theme import theme

ADDRESS = re.compile(r"(?<=\])\(annotator:[^\s()<>]*\)")
PIXELS = 8


class DimmedAddresses(QSyntaxHighlighter):
    """Changes only how the text is drawn, never the text."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        theme().changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        dim = QTextCharFormat()
        dim.setForeground(theme().colour("ink3"))
        dim.setProperty(QTextFormat.Property.FontPixelSize, PIXELS)
        places = TextPositions(text)
        for found in ADDRESS.finditer(text):
            start, end = map(places.to_qt, found.span())
            self.setFormat(start, end - start, dim)
