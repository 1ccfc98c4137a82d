"""Where a passage goes when one of its ends is dragged, and which end a point means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from annotator.model.passages import snap_to_graphemes, trim
from annotator.ui.article.outlines import STEM

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

    from annotator.ui.article.lines import Edge

End = Literal["start", "end"]
Span = tuple[int, int]
NEAR_STEM, NEAR_RING = 4, 6
OUTSIDE = 1  # beyond this the press belongs to the text beside the coding, which can be selected from its first letter
RING_BELOW = 7  # the rings lie above and below the letters of a line


@dataclass(slots=True)
class DraggedEnd:
    """One end in the hand: of which coding, from which passage, where it is now; `offset` is where it was grabbed."""

    coding: str
    which: End
    origin: Span
    passage: Span
    offset: QPointF


def end_at(edges: tuple[Edge, Edge], point: QPointF) -> End | None:
    """Return the end whose handle is at a point of the page: inside on its stem, or near its ring off the letters."""
    for edge, which, down in ((edges[0], "start", -1), (edges[1], "end", 1)):
        x, y = point.x() - edge.x - edge.outward, point.y() - edge.middle
        on_stem = abs(x) <= NEAR_STEM and abs(y) <= STEM / 2 and x * edge.outward <= OUTSIDE
        on_ring = abs(x) <= NEAR_RING and abs(y - down * STEM / 2) <= NEAR_RING and y * down >= RING_BELOW
        if on_stem or on_ring:
            return "start" if which == "start" else "end"
    return None


def with_end_at(text: str, passage: Span, which: End, position: int) -> Span:
    """Return the passage with one end moved: snapped to whole visible characters, trimmed, never empty."""
    start, end = passage
    if which == "start":
        at = min(position, end - 1)
        start = snap_to_graphemes(text, at, at)[0]
    else:
        at = max(position, start + 1)
        end = snap_to_graphemes(text, at, at)[1]
    moved = trim(text, start, end)
    return moved if moved[0] < moved[1] else passage
