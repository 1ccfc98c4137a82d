"""How positions in the text and positions in Qt map onto each other: the only place that knows UTF-16.

The text counts Unicode code points; Qt counts UTF-16 units, two for each character beyond U+FFFF ("astral").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class TextPositions:
    """Positions of one text. Without astral characters and breaks both sides are the same.

    `breaks` are the positions before which the view's copy has a line break that the text has not.
    """

    def __init__(self, text: str, breaks: Sequence[int] = ()) -> None:
        self._astral = [] if text.isascii() else [found.start() for found in _ASTRAL.finditer(text)]
        self._breaks = list(breaks)
        self._astral_in_qt = [
            position + before + bisect_right(self._breaks, position) for before, position in enumerate(self._astral)
        ]
        self._breaks_in_qt = [
            position + before + bisect_left(self._astral, position) for before, position in enumerate(self._breaks)
        ]

    def to_qt(self, position: int) -> int:
        """Return the Qt position of a position in the text."""
        return position + bisect_left(self._astral, position) + bisect_right(self._breaks, position)

    def to_text(self, qt_position: int) -> int:
        """Return the position in the text; inside a surrogate pair, that of the character."""
        added = bisect_left(self._astral_in_qt, qt_position) + bisect_left(self._breaks_in_qt, qt_position)
        return qt_position - added
