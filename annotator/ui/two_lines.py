"""How a text stands in two lines, the second ending in an ellipsis when there is more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

LONGEST_SHOWN = 300  # characters: two lines hold no more, and laying out a whole article would cost time


def two_lines(text: str, font: QFont, width: float) -> list[str]:
    """Return one or two lines that fit the width (device-independent pixels)."""
    text = " ".join(text[:LONGEST_SHOWN].split())
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    if not line.isValid():
        return []
    line.setLineWidth(width)
    first = line.textLength()
    layout.endLayout()
    metrics = QFontMetricsF(font)
    rest = text[first:].strip()
    lines = [metrics.elidedText(text[:first].strip(), Qt.TextElideMode.ElideRight, width)]
    return [*lines, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)] if rest else lines
