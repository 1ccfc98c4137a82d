"""How wide gutter, text, gap and names are, given the room. Device-independent pixels.

Only crossing one of the steps changes the text's width, so that resizing the window lays nothing out anew.
"""

from __future__ import annotations

from dataclasses import dataclass

USUAL_WIDTH = 864  # of the page, in a window as it first comes up
LANE = 8
MAX_LANES = 8
NAMES_AFTER_LANES = 4
SCROLL_ROOM = 16
THUMB = 12  # the part of it that the labels keep free
TOP = 28
BOTTOM = 64
STEP = 16  # a text that must be narrower than it likes gives way in steps
NARROWEST = 400
LABELS_ONLY = 40


@dataclass(frozen=True, slots=True)
class Measures:
    """The columns of the page from left to right: `left` free, gutter, text, gap, lanes and names, `right` free."""

    left: int
    gutter: int
    text: int
    gap: int
    names: int
    right: int

    @property
    def page(self) -> int:
        """How wide the text's page is, with its gutter and most of the gap."""
        return self.gutter + self.text + self.gap - self.margin_lead

    @property
    def margin_lead(self) -> int:
        """How far the margin reaches into the gap, so that the current bar is not clipped."""
        return 4


def measures_for(width: int, scale: float) -> Measures:
    """Return the columns for a page `width`; `scale` is the reading size over 12 points."""
    wide = width - (48 + 20 + 36 + 170 - 10)
    if wide >= 584:
        return _columns(width, 48, _text(584, scale, wide), 20, 36, 170, right=6)
    compact = width - (36 + 16 + 28 + 112)
    if compact >= 512:
        return _columns(width, 36, _text(512, scale, compact), 16, 28, 112)
    room = width - (36 + 16 + 28 + LABELS_ONLY + THUMB)
    text = max(NARROWEST, _text(512, scale, room) if room >= 512 else room // STEP * STEP)
    return _columns(width, 36, text, 16, 28, LABELS_ONLY, right=THUMB)


def _text(wanted: int, scale: float, room: int) -> int:
    """Return the text's width: about 70 characters at any reading size, and never wider than the room."""
    liked = round(wanted * scale)
    return liked if liked <= room else max(wanted, room // STEP * STEP)


def _columns(
    width: int, gutter: int, text: int, gap: int, lanes: int, names: int, right: int = SCROLL_ROOM
) -> Measures:
    spare = max(0, width - (gutter + text + gap + lanes + names + SCROLL_ROOM))
    return Measures(left=spare // 2, gutter=gutter, text=text, gap=gap, names=names, right=right)


def names_offset(lanes: int) -> int:
    """Return how far from the first lane's left edge the names' column begins, for so many lanes."""
    return max(3, min(lanes, MAX_LANES)) * LANE + NAMES_AFTER_LANES
