"""Which lane of the margin each coding's bar has: the first free one in order of start, one's own before colleagues'.

Two bars collide when they touch one line of text, so lanes need the layout. They are settled only where somebody
looks: for the codings there and all that hang together with them through shared lines. Where too many hang together
for that, the article is crowded: lanes come from the text's positions alone (see `sweep.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.article.lane_order import own_first
from annotator.ui.article.sweep import Sweep

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.ui.article.marks import CodingMark
    from annotator.ui.article.ordered import OrderedMarks

CROWD = 2_000  # codings
FAR = 40_000  # code points
_LINE_SCALE = 1 << 24  # longer than any line


class Lanes:
    """The lanes of one article's codings. Positions are code points; `line_bounds` gives the line at one."""

    def __init__(self, ordered: OrderedMarks, line_bounds: Callable[[int], tuple[int, int]]) -> None:
        self.lanes: dict[str, int] = {}
        self._count = 0
        self._sweep: Sweep | None = None
        self._ordered = ordered
        self._line_bounds = line_bounds
        self._settled: list[tuple[int, int]] = []

    @property
    def crowded(self) -> bool:
        """Whether too many codings hang together to look at lines."""
        return self._sweep is not None

    @property
    def count(self) -> int:
        """How many lanes are in use, as far as is known."""
        return self._sweep.count if self._sweep else self._count

    def laid_out(self) -> None:
        """Forget what hangs on the lines; a crowd's lanes come from the text alone, and stay."""
        if not self._sweep:
            self.lanes, self._count, self._settled = {}, 0, []

    def settle(self, start: int, end: int) -> None:
        """Know the lanes of all codings that touch a stretch of the text."""
        if self._sweep:
            self._sweep.reach(end)
            return
        if any(first <= start and end <= last for first, last in self._settled):
            return
        connected = self._connected(start, end)
        if connected is None:
            self._sweep = Sweep(self._ordered)
            self.lanes = self._sweep.lanes
            self._sweep.reach(end)
            return
        low, high, marks = connected
        self._take(self._lanes_by_line(marks))
        self._settled = [(a, b) for a, b in self._settled if not (low <= a and b <= high)]
        self._settled.append((low, high))

    def came(self, mark: CodingMark) -> None:
        """Take in a coding that is new in the index."""
        if self._sweep:
            self._sweep.came(mark)
        else:
            self._unsettle(mark)

    def went(self, mark: CodingMark) -> None:
        """Forget a coding that is gone from the index."""
        self.lanes.pop(mark.id, None)
        if not self._sweep:
            self._unsettle(mark)

    def _unsettle(self, mark: CodingMark) -> None:
        low, high = self._lines_from(mark.start, mark.end)
        self._settled = [(a, b) for a, b in self._settled if b <= low or a >= high]

    def _take(self, lanes: Mapping[str, int]) -> None:
        self.lanes.update(lanes)
        self._count = max(self._count, max(lanes.values(), default=-1) + 1)

    def _lines_from(self, start: int, end: int) -> tuple[int, int]:
        return self._line_bounds(start)[0], self._line_bounds(max(start, end - 1))[1]

    def _connected(self, start: int, end: int) -> tuple[int, int, list[CodingMark]] | None:
        """Return the stretch grown until no coding reaches out of it, and its codings; none if that is too much."""
        low, high = self._lines_from(start, end)
        fresh, seen = self._ordered.touching(low, high), set[str]()
        while True:
            seen.update(mark.id for mark in fresh)
            first, last = min([low, *(mark.start for mark in fresh)]), max([high, *(mark.end for mark in fresh)])
            if len(seen) > CROWD or (last - first) - (end - start) > FAR:
                return None
            grown = self._lines_from(first, last)
            if grown[0] >= low and grown[1] <= high:
                return low, high, self._ordered.touching(low, high)
            fresh = [*self._ordered.touching(grown[0], low), *self._ordered.touching(high, grown[1])]
            low, high = min(low, grown[0]), max(high, grown[1])

    def _lanes_by_line(self, marks: list[CodingMark]) -> dict[str, int]:
        lanes = own_first([self._line_span(mark) for mark in marks], [mark.initials != "" for mark in marks])
        return {mark.id: lane for mark, lane in zip(marks, lanes, strict=True)}

    def _line_span(self, mark: CodingMark) -> tuple[int, int]:
        """Return the mark widened to its lines, scaled so that the true start still orders."""
        first, last = self._lines_from(mark.start, mark.end)
        return first * _LINE_SCALE + (mark.start - first), max(last, mark.end) * _LINE_SCALE
