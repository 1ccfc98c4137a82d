"""How wide text and lanes are on the Review page, given the room. Device-independent pixels."""

from __future__ import annotations

from annotator.ui.article.measures import LABELS_ONLY, NARROWEST, STEP, Measures

GUTTER, TEXT, BESIDE, RIGHT = 40, 584, 6, 28
LEAD = 4  # so much more of the gap the measures of the Code page count, for its margin
COMPACT_TEXT, NARROW_GUTTER, NARROW_RIGHT = 512, 28, 16
LANE, COMPACT_LANE, WIDEST_LANE = 116, 106, 220
NAMES_LEFT, NAMES_RIGHT = 34, 6  # round the names of a lane with three bars
NARROW_LANE = NAMES_LEFT + LABELS_ONLY + NAMES_RIGHT
NAMES_FROM = 104  # a lane that is narrower shows labels only


def compared_measures(width: int, scale: float) -> Measures:
    """Return the columns for a view's `width`; `scale` is the reading size over 12 points, `names` a lane's width."""
    wide = width - (GUTTER + BESIDE + RIGHT)
    if wide - 3 * LANE >= TEXT:
        return _columns(width, GUTTER, _text(TEXT, scale, wide - 3 * LANE), RIGHT)
    if wide - 3 * COMPACT_LANE >= COMPACT_TEXT:
        return _columns(width, GUTTER, _text(COMPACT_TEXT, scale, wide - 3 * COMPACT_LANE), RIGHT)
    room = width - (NARROW_GUTTER + BESIDE + NARROW_RIGHT) - 3 * NARROW_LANE
    return _columns(width, NARROW_GUTTER, max(NARROWEST, min(COMPACT_TEXT, room // STEP * STEP)), NARROW_RIGHT)


def _text(wanted: int, scale: float, room: int) -> int:
    """Return the text's width: about 70 characters at any reading size, and never wider than the room."""
    liked = round(wanted * scale)
    return liked if liked <= room else max(wanted, room // STEP * STEP)


def _columns(width: int, gutter: int, text: int, right: int) -> Measures:
    """Share what is left among the lanes, as far as they have use for it; the rest stands left of the text."""
    room = max(0, width - gutter - text - BESIDE - right)
    lane = min(WIDEST_LANE, room // 3)
    left = room - 3 * lane if lane == WIDEST_LANE else 0
    return Measures(left=left // 2, gutter=gutter, text=text, gap=BESIDE + LEAD, names=lane, right=right)
