"""The codings of an article in order of the text: which touch a stretch of it, without looking at all of them.

One sorted list holds all; what is longer than 4,096 characters is kept in a second one, since it reaches far.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.ui.article.marks import CodingMark

LONG = 4_096  # code points
_SPREAD = float(1 << 26)  # longer than any text
Order = tuple[int, int, str]


class OrderedMarks:
    """Codings by start, the longer first. Adding and removing one costs little however many there are."""

    def __init__(self, marks: Iterable[CodingMark] = ()) -> None:
        given = list(marks)
        places = [mark.start * _SPREAD - mark.end for mark in given]  # one number sorts faster than three values
        numbers = sorted(range(len(given)), key=places.__getitem__)
        self._all = [given[number] for number in numbers]
        self._order_equals(sorted(places))
        longest = max([mark.end - mark.start for mark in self._all], default=0)
        self._long = [mark for mark in self._all if mark.length > LONG] if longest > LONG else []
        self._reach = min(LONG, longest)  # none of the others is longer

    def _order_equals(self, places: list[float]) -> None:
        """Order the codings of one and the same passage by their ids."""
        done = 0
        for first in [number for number, (a, b) in enumerate(pairwise(places)) if a == b]:
            if first >= done:
                done = bisect_right(places, places[first])
                self._all[first:done] = sorted(self._all[first:done], key=order)

    def add(self, mark: CodingMark) -> None:
        """Put in a coding that is not there yet."""
        insort(self._all, mark, key=order)
        self._reach = max(self._reach, min(LONG, mark.length))
        if mark.length > LONG:
            insort(self._long, mark, key=order)

    def remove(self, mark: CodingMark) -> None:
        """Take out a coding."""
        for marks in (self._all, self._long):
            place = bisect_left(marks, order(mark), key=order)
            if place < len(marks) and marks[place].id == mark.id:
                del marks[place]

    def touching(self, start: int, end: int) -> list[CodingMark]:
        """Return the codings that share a character with a stretch of the text."""
        if start >= end:
            return []
        first = bisect_left(self._all, start - self._reach, key=_start)
        last = bisect_left(self._all, end, key=_start)
        reaching = [mark for mark in self._long if mark.start < start - self._reach and mark.end > start]
        return reaching + [mark for mark in self._all[first:last] if mark.end > start]

    def following(self, after: Order, end: int) -> Sequence[CodingMark]:
        """Return the codings that come after a place in the order, and begin before a position."""
        first = bisect_right(self._all, after, key=order)
        return self._all[first : bisect_left(self._all, end, key=_start)]


def order(mark: CodingMark) -> Order:
    """Return what orders the codings of a text: start, then the longer first."""
    return mark.start, -mark.end, mark.id


def _start(mark: CodingMark) -> int:
    return mark.start
