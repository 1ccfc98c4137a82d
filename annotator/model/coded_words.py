"""How many words of one text are coded, kept while codings come and go: the words are counted once.

A gesture costs what lies under its passage, however long the text is and however many codings it has.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from annotator.model.progress import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model.progress import Span


class CodedWords:
    """The words of a text, and over how many codings each one lies. Positions are code points, end exclusive."""

    def __init__(self, text: str, codings: Iterable[Span] = (), aside: Sequence[Span] = ()) -> None:
        found = words(text, aside)
        self._starts = array("L", [start for start, _ in found])
        self._ends = array("L", [end for _, end in found])
        self._over = [0] * len(found)
        self.coded = 0
        for start, end in codings:
            self.add(start, end)

    def __len__(self) -> int:
        return len(self._over)

    def add(self, start: int, end: int) -> None:
        """Count a coding that has come."""
        first, last = self._under(start, end)
        self.coded += self._over[first:last].count(0)
        self._over[first:last] = [number + 1 for number in self._over[first:last]]

    def take_away(self, start: int, end: int) -> None:
        """Count a coding no more that was added before."""
        first, last = self._under(start, end)
        self.coded -= self._over[first:last].count(1)
        self._over[first:last] = [number - 1 for number in self._over[first:last]]

    def _under(self, start: int, end: int) -> tuple[int, int]:
        """Return the numbers of the first word that a stretch touches and of the one after the last."""
        return bisect_right(self._ends, start), bisect_left(self._starts, end)
