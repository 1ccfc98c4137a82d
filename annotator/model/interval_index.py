"""Which passages lie in this stretch of text, without looking at all of them.

Bins of 512, 4 K, 32 K ... characters; a passage lies in the smallest bin that holds it whole, as in genome browsers
(W. J. Kent and others, "The human genome browser at UCSC", Genome Research 12, 2002). Positions are code points.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]

_SMALLEST = 9  # 2 ** 9 = 512 characters
_STEP = 3  # each level's bins are 2 ** 3 = 8 times as long


class IntervalIndex:
    """Passages by id, found by place. Adding and removing cost a few steps, a query what it returns."""

    def __init__(self) -> None:
        self._spans: dict[str, Span] = {}
        self._levels: dict[int, dict[int, set[str]]] = {}

    def __len__(self) -> int:
        return len(self._spans)

    def __contains__(self, item: object) -> bool:
        return item in self._spans

    def span(self, item: str) -> Span:
        """Return the passage of an id, in code points. Raises KeyError when it is not there."""
        return self._spans[item]

    def add(self, item: str, start: int, end: int) -> None:
        """Put in a passage `start` to `end` (code points, end exclusive); an id that is there already is moved."""
        if item in self._spans:
            self.remove(item)
        self._spans[item] = (start, end)
        level, number = _bin(start, end)
        self._levels.setdefault(level, {}).setdefault(number, set()).add(item)

    def remove(self, item: str) -> None:
        """Take out a passage. Raises KeyError when it is not there."""
        level, number = _bin(*self._spans.pop(item))
        bins = self._levels[level]
        bins[number].discard(item)
        if not bins[number]:
            del bins[number]
        if not bins:
            del self._levels[level]

    def overlapping(self, start: int, end: int) -> list[str]:
        """Return the ids of the passages that share a character with `start` to `end`: by start, the longer first."""
        found = []
        for item in self._near(start, end):
            first, last = self._spans[item]
            if max(first, start) < min(last, end):
                found.append((first, -last, item))
        return [item for _, _, item in sorted(found)]

    def _near(self, start: int, end: int) -> Iterator[str]:
        for level, bins in self._levels.items():
            numbers = range(start >> level, (max(start, end - 1) >> level) + 1)
            wanted = numbers if len(numbers) < len(bins) else (number for number in bins if number in numbers)
            for number in wanted:
                yield from bins.get(number, ())


def _bin(start: int, end: int) -> tuple[int, int]:
    """Return level (a power of two) and number of the smallest bin that holds the passage."""
    level = _SMALLEST
    while start >> level != max(start, end - 1) >> level:
        level += _STEP
    return level, start >> level
