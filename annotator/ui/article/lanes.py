"""Which lane of the margin each coding's bar has: the first free one in order of start, line by line.

Two bars collide when they touch one line of text, so lanes need the layout. They are settled only where somebody
looks: for the codings there and all that hang together with them through shared lines. Where too many hang together
for that, the article is crowded: lanes come from the text's positions alone, and a new coding takes the first free one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from annotator.model.passages import assign_lanes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from annotator.ui.article.marks import CodingMark

CROWD = 4_000  # codings
FAR = 40_000  # code points
_LINE_SCALE = 1 << 24  # longer than any line


class Overlaps(Protocol):
    """What tells which codings touch a stretch of the text."""

    def overlapping(self, start: int, end: int) -> Sequence[str]:
        """Return the ids, by start."""
        ...


class Lanes:
    """The lanes of one article's codings. Positions are code points; `line_bounds` gives the line at one."""

    def __init__(
        self, marks: Mapping[str, CodingMark], index: Overlaps, line_bounds: Callable[[int], tuple[int, int]]
    ) -> None:
        self.lanes: dict[str, int] = {}
        self.count = 0
        self.crowded = False
        self._marks = marks
        self._index = index
        self._line_bounds = line_bounds
        self._settled: list[tuple[int, int]] = []

    def settle(self, start: int, end: int) -> None:
        """Know the lanes of all codings that touch a stretch of the text."""
        if self.crowded or any(first <= start and end <= last for first, last in self._settled):
            return
        connected = self._connected(start, end)
        if connected is None:
            self._settle_by_text()
            return
        low, high, ids = connected
        self._take(self._lanes_by_line(ids))
        self._settled = [(a, b) for a, b in self._settled if not (low <= a and b <= high)]
        self._settled.append((low, high))

    def came(self, mark: CodingMark) -> None:
        """Take in a coding that is new in the index."""
        if self.crowded:
            self._take({mark.id: self._first_free(mark)})
        else:
            self._unsettle(mark)

    def went(self, mark: CodingMark) -> None:
        """Forget a coding that is gone from the index."""
        self.lanes.pop(mark.id, None)
        if not self.crowded:
            self._unsettle(mark)

    def _unsettle(self, mark: CodingMark) -> None:
        low, high = self._lines_from(mark.start, mark.end)
        self._settled = [(a, b) for a, b in self._settled if b <= low or a >= high]

    def _take(self, lanes: Mapping[str, int]) -> None:
        self.lanes.update(lanes)
        self.count = max(self.count, max(lanes.values(), default=-1) + 1)

    def _lines_from(self, start: int, end: int) -> tuple[int, int]:
        return self._line_bounds(start)[0], self._line_bounds(max(start, end - 1))[1]

    def _connected(self, start: int, end: int) -> tuple[int, int, Sequence[str]] | None:
        """Return the stretch grown until no coding reaches out of it, and its codings; none if that is too much."""
        low, high = self._lines_from(start, end)
        fresh, seen = self._index.overlapping(low, high), set[str]()
        while True:
            seen.update(fresh)
            first = min([low, *(self._marks[coding].start for coding in fresh)])
            last = max([high, *(self._marks[coding].end for coding in fresh)])
            if len(seen) > CROWD or (last - first) - (end - start) > FAR:
                return None
            grown = self._lines_from(first, last)
            if grown[0] >= low and grown[1] <= high:
                return low, high, self._index.overlapping(low, high)
            fresh = [*self._index.overlapping(grown[0], low), *self._index.overlapping(high, grown[1])]
            low, high = min(low, grown[0]), max(high, grown[1])

    def _lanes_by_line(self, ids: Sequence[str]) -> dict[str, int]:
        return dict(zip(ids, assign_lanes([self._line_span(self._marks[coding]) for coding in ids]), strict=True))

    def _line_span(self, mark: CodingMark) -> tuple[int, int]:
        """Return the mark widened to its lines, scaled so that the true start still orders."""
        first, last = self._lines_from(mark.start, mark.end)
        return first * _LINE_SCALE + (mark.start - first), max(last, mark.end) * _LINE_SCALE

    def _settle_by_text(self) -> None:
        self.crowded = True
        everything = list(self._marks.values())
        lanes = assign_lanes([(mark.start, mark.end) for mark in everything])
        self._take({mark.id: lane for mark, lane in zip(everything, lanes, strict=True)})

    def _first_free(self, mark: CodingMark) -> int:
        taken = {self.lanes.get(other) for other in self._index.overlapping(mark.start, mark.end)}
        return next(lane for lane in range(len(taken) + 1) if lane not in taken)
