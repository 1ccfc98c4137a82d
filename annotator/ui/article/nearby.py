"""Which codings lie where the analyst looks, without sorting them anew for every frame."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.model.interval_index import IntervalIndex
    from annotator.ui.article.marks import CodingMark

BEYOND = 4_000  # code points fetched on both sides of what is asked for


class Nearby:
    """The codings of one stretch of the text, kept in order of start; it moves with what is asked for."""

    def __init__(self, marks: Mapping[str, CodingMark], index: IntervalIndex) -> None:
        self._marks = marks
        self._index = index
        self._low, self._high = 0, -1
        self._found: list[CodingMark] = []
        self._longest = 0

    def touching(self, start: int, end: int) -> list[CodingMark]:
        """Return the codings that touch a stretch that is looked at, by start, the longer first."""
        if not self._covers(start, end):
            self._low, self._high = start - BEYOND, end + BEYOND
            self._found = [self._marks[coding] for coding in self._index.overlapping(self._low, self._high)]
            self._longest = max((mark.length for mark in self._found), default=0)
        return self._part(start, end)

    def overlapping(self, start: int, end: int) -> list[str]:
        """Return the ids of the codings that touch any stretch, in the same order."""
        if self._covers(start, end):
            return [mark.id for mark in self._part(start, end)]
        return self._index.overlapping(start, end)

    def came(self, mark: CodingMark) -> None:
        """Take in a coding that is new in the index."""
        if mark.start < self._high and mark.end > self._low:
            insort(self._found, mark, key=_order)
            self._longest = max(self._longest, mark.length)

    def went(self, mark: CodingMark) -> None:
        """Forget a coding that is gone from the index."""
        place = bisect_left(self._found, _order(mark), key=_order)
        if place < len(self._found) and self._found[place].id == mark.id:
            del self._found[place]

    def _covers(self, start: int, end: int) -> bool:
        return self._low <= start and end <= self._high

    def _part(self, start: int, end: int) -> list[CodingMark]:
        if start >= end:
            return []
        first = bisect_right(self._found, start - self._longest, key=_start)
        last = bisect_left(self._found, end, key=_start)
        return [mark for mark in self._found[first:last] if mark.end > start]


def _start(mark: CodingMark) -> int:
    return mark.start


def _order(mark: CodingMark) -> tuple[int, int, str]:
    return mark.start, -mark.end, mark.id
