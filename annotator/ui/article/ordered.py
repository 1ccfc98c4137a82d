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
        self._all = sorted(marks, key=_place)
        self._order_equals()
        self._long = [mark for mark in self._all if mark.end - mark.start > LONG]

    def _order_equals(self) -> None:
        """Order the codings of one and the same passage by their ids."""
        done = 0
        for first in [n for n, (a, b) in enumerate(pairwise(self._all)) if a.start == b.start and a.end == b.end]:
            if first >= done:
                span, done = (self._all[first].start, self._all[first].end), first + 2
                while done < len(self._all) and (self._all[done].start, self._all[done].end) == span:
                    done += 1
                self._all[first:done] = sorted(self._all[first:done], key=order)

    def add(self, mark: CodingMark) -> None:
        """Put in a coding that is not there yet."""
        insort(self._all, mark, key=order)
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
        first = bisect_left(self._all, start - LONG, key=_start)
        last = bisect_left(self._all, end, key=_start)
        reaching = [mark for mark in self._long if mark.start < start - LONG and mark.end > start]
        return reaching + [mark for mark in self._all[first:last] if mark.end > start]

    def following(self, after: Order, end: int) -> Sequence[CodingMark]:
        """Return the codings that come after a place in the order, and begin before a position."""
        first = bisect_right(self._all, after, key=order)
        return self._all[first : bisect_left(self._all, end, key=_start)]


def order(mark: CodingMark) -> Order:
    """Return what orders the codings of a text: start, then the longer first."""
    return mark.start, -mark.end, mark.id


def _place(mark: CodingMark) -> float:
    """Return start and end as one number, which sorts faster."""
    return mark.start * _SPREAD - mark.end


def _start(mark: CodingMark) -> int:
    return mark.start
