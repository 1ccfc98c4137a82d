"""How many codings lie in each stretch of the article, kept while codings come and go."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from annotator.ui.article.marks import CodingMark

BINS = 320
LEVELS = 3


class Density:
    """The text in 320 stretches of equal length. Adding or removing a coding costs the same few steps anywhere."""

    def __init__(self, length: int = 0, marks: Collection[CodingMark] = ()) -> None:
        self._length = max(1, length)
        self._rises = Counter([self.bin(mark.start) for mark in marks])
        self._rises.subtract([self._after(mark) for mark in marks])

    def bin(self, position: int) -> int:
        """Return the stretch that holds a position."""
        return min(BINS - 1, position * BINS // self._length)

    def position(self, share: float) -> int:
        """Return the position at a share, 0 to 1, of the text."""
        return max(0, min(self._length - 1, int(share * self._length)))

    def came(self, mark: CodingMark) -> None:
        """Count a coding."""
        self._rises[self.bin(mark.start)] += 1
        self._rises[self._after(mark)] -= 1

    def went(self, mark: CodingMark) -> None:
        """Count a coding no more."""
        self._rises[self.bin(mark.start)] -= 1
        self._rises[self._after(mark)] += 1

    def counts(self) -> list[int]:
        """Return how many codings touch each stretch."""
        return list(accumulate(self._rises[number] for number in range(BINS)))

    def levels(self) -> list[int]:
        """Return how dense each stretch is: 0, 1, 2, 3 and more; in steps of a third of the most where it is dense."""
        counts = self.counts()
        step = max(1, max(counts) // LEVELS)
        return [min(LEVELS, -(-count // step)) for count in counts]

    def bins(self, positions: Iterable[int]) -> list[int]:
        """Return the stretches that hold some positions, each once, in order."""
        return sorted({self.bin(position) for position in positions})

    def _after(self, mark: CodingMark) -> int:
        return self.bin(max(mark.start, mark.end - 1)) + 1
