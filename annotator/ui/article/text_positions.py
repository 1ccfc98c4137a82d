"""How positions in the text and positions in Qt map onto each other: the only place that knows UTF-16.

The text counts Unicode code points; Qt counts UTF-16 units, two for each character beyond U+FFFF ("astral").
"""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class TextPositions:
    """Positions of one text. Without astral characters both sides are the same."""

    def __init__(self, text: str) -> None:
        self._astral = [] if text.isascii() else [found.start() for found in _ASTRAL.finditer(text)]
        self._astral_in_qt = [position + before for before, position in enumerate(self._astral)]

    def to_qt(self, position: int) -> int:
        """Return the Qt position of a position in the text."""
        return position + bisect_left(self._astral, position)

    def to_text(self, qt_position: int) -> int:
        """Return the position in the text; inside a surrogate pair, that of the character."""
        return qt_position - bisect_left(self._astral_in_qt, qt_position)
