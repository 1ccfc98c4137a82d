"""Which lane of the margin each coding's bar has: the first free one in order of start, line by line.

Two bars collide when they touch one line of text, so lanes need the layout. They are settled only where somebody
looks: for the codings there and all that hang together with them through shared lines. Where too many hang together
for that, lanes come from the text's positions alone.
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
        self._marks = marks
        self._index = index
        self._line_bounds = line_bounds
        self._settled: list[tuple[int, int]] = []
        self._by_text: dict[str, int] = {}

    def settle(self, start: int, end: int) -> None:
        """Know the lanes of all codings that touch a stretch of the text."""
        if any(first <= start and end <= last for first, last in self._settled):
            return
        low, high, ids = self._connected(start, end)
        lanes = self._lanes_by_line(ids) if self._is_small(low, high, start, end, ids) else self._lanes_by_text(ids)
        self.lanes.update(lanes)
        self.count = max(self.count, max(lanes.values(), default=-1) + 1)
        self._settled = [(a, b) for a, b in self._settled if not (low <= a and b <= high)]
        self._settled.append((low, high))

    def forget(self, start: int, end: int) -> None:
        """Settle anew what a coding that came or went has touched."""
        low, high = self._line_bounds(start)[0], self._line_bounds(max(start, end - 1))[1]
        self._settled = [(a, b) for a, b in self._settled if b <= low or a >= high]

    def drop(self, coding: str) -> None:
        """Forget the lane of a coding that is gone or has moved."""
        self.lanes.pop(coding, None)
        self._by_text.pop(coding, None)

    def _connected(self, start: int, end: int) -> tuple[int, int, Sequence[str]]:
        """Return the stretch grown until no coding reaches out of it, and its codings."""
        low, high = self._line_bounds(start)[0], self._line_bounds(max(start, end - 1))[1]
        while True:
            ids = self._index.overlapping(low, high)
            first = min([low, *(self._marks[coding].start for coding in ids)])
            last = max([high, *(self._marks[coding].end for coding in ids)])
            if not self._is_small(first, last, start, end, ids):
                return start, end, self._index.overlapping(start, end)
            grown = self._line_bounds(first)[0], self._line_bounds(max(first, last - 1))[1]
            if grown == (low, high):
                return low, high, ids
            low, high = min(low, grown[0]), max(high, grown[1])

    def _is_small(self, low: int, high: int, start: int, end: int, ids: Sequence[str]) -> bool:
        return len(ids) <= CROWD and (high - low) - (end - start) <= FAR

    def _lanes_by_line(self, ids: Sequence[str]) -> dict[str, int]:
        return dict(zip(ids, assign_lanes([self._line_span(self._marks[coding]) for coding in ids]), strict=True))

    def _line_span(self, mark: CodingMark) -> tuple[int, int]:
        """Return the mark widened to its lines, scaled so that the true start still orders."""
        first, last = self._line_bounds(mark.start)[0], self._line_bounds(max(mark.start, mark.end - 1))[1]
        return first * _LINE_SCALE + (mark.start - first), max(last, mark.end) * _LINE_SCALE

    def _lanes_by_text(self, ids: Sequence[str]) -> dict[str, int]:
        """Return lanes by position in the text: all at once the first time, then the first free one for each new."""
        if not self._by_text:
            everything = list(self._marks.values())
            lanes = assign_lanes([(mark.start, mark.end) for mark in everything])
            self._by_text = {mark.id: lane for mark, lane in zip(everything, lanes, strict=True)}
        for coding in ids:
            if coding not in self._by_text:
                self._by_text[coding] = self._first_free(self._marks[coding])
        return {coding: self._by_text[coding] for coding in ids}

    def _first_free(self, mark: CodingMark) -> int:
        taken = {self._by_text.get(other) for other in self._index.overlapping(mark.start, mark.end)}
        return next(lane for lane in range(len(taken) + 1) if lane not in taken)
