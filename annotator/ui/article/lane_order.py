"""Which lanes one's own codings get, and which are left for colleagues': one's own never move when those appear."""

from __future__ import annotations

from bisect import bisect_left
from itertools import count
from typing import TYPE_CHECKING

from annotator.model.passages import assign_lanes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.passages import Span


def own_first(spans: Sequence[Span], theirs: Sequence[bool]) -> list[int]:
    """Return a lane, from 0, for each passage: one's own first, in order of start; then colleagues' where it is free.

    Passages that only touch may share a lane.
    """
    own = [index for index in range(len(spans)) if not theirs[index]]
    lanes = dict(zip(own, assign_lanes([spans[index] for index in own]), strict=True))
    taken: dict[int, list[Span]] = {}
    for index in sorted(own, key=lambda index: spans[index]):
        taken.setdefault(lanes[index], []).append(spans[index])
    ends: dict[int, int] = {}
    others = [index for index in range(len(spans)) if theirs[index]]
    for index in sorted(others, key=lambda index: (spans[index][0], -spans[index][1], index)):
        start, end = spans[index]
        free = (
            lane for lane in count() if ends.get(lane, start) <= start and _is_free(taken.get(lane, []), start, end)
        )
        lanes[index] = next(free)
        ends[lanes[index]] = end
    return [lanes[index] for index in range(len(spans))]


def _is_free(taken: list[Span], start: int, end: int) -> bool:
    """Return whether a passage overlaps none of a lane, which are in order and do not overlap."""
    after = bisect_left(taken, (start, start))
    before_ends = after == 0 or taken[after - 1][1] <= start
    return before_ends and (after == len(taken) or taken[after][0] >= end)
