"""Where the finder opens: beside the passage, never over it, always inside the window.

Lengths in device-independent pixels, in the coordinates of the window.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

WIDTH = 504
GAP, INDENT, MARGIN = 8, 8, 8


@dataclass(frozen=True, slots=True)
class Place:
    """A side of the passage, and how much height there is. Below it hangs from `edge`, above it stands on it."""

    left: int
    edge: int
    below: bool
    room: int

    def rect(self, height: int) -> QRect:
        """Return the finder's ground at a height."""
        height = min(height, self.room)
        return QRect(self.left, self.edge if self.below else self.edge - height, WIDTH, height)


def place_beside(passage: QRect, window: QSize, wanted: int, least: int) -> Place:
    """Return the place: below where the wanted height fits, else above, else where there is more room.

    A passage that leaves less than the least height on both sides cannot be spared; then the window's end is taken.
    """
    left = max(MARGIN, min(passage.left() + INDENT, window.width() - MARGIN - WIDTH))
    under, over = passage.bottom() + 1 + GAP, passage.top() - GAP
    below, above = window.height() - MARGIN - under, over - MARGIN
    if below >= wanted or (above < wanted and below >= max(above, least)):
        return Place(left, max(under, MARGIN), below=True, room=below)
    if above >= least:
        return Place(left, min(over, window.height() - MARGIN), below=False, room=above)
    return Place(left, window.height() - MARGIN, below=False, room=max(least, window.height() // 2))
