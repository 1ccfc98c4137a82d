"""How a text stands in two lines, the second ending in an ellipsis when there is more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

LONGEST_SHOWN = 300  # characters: two lines hold no more, and laying out a whole article would cost time
ELLIPSIS = "…"


def two_lines(text: str, font: QFont, width: float) -> list[str]:
    """Return one or two lines that fit the width (device-independent pixels); the second is cut after a word."""
    text = " ".join(text[:LONGEST_SHOWN].split())
    first = _letters_that_fit(text, font, width)
    metrics = QFontMetricsF(font)
    lines = [metrics.elidedText(text[:first].strip(), Qt.TextElideMode.ElideRight, width)] if text else []
    rest = text[first:].strip()
    if rest and metrics.horizontalAdvance(rest) > width:
        words = rest[: _letters_that_fit(rest, font, width - metrics.horizontalAdvance(ELLIPSIS))].rstrip()
        rest = metrics.elidedText(words + ELLIPSIS, Qt.TextElideMode.ElideRight, width)
    return [*lines, rest] if rest else lines


def _letters_that_fit(text: str, font: QFont, width: float) -> int:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return line.textLength() if line.isValid() else 0
