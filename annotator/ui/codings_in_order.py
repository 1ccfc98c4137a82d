"""Which codings the open article has from one coder or several: by id, in the order of the text, counted by code."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.model.records import Coding

Place = tuple[int, int, str, str]


class CodingsInOrder:
    """Kept in order while codings come and go, so that no gesture walks through all of them."""

    def __init__(self, codings: Iterable[Coding] = ()) -> None:
        self.by_id: dict[str, Coding] = {coding.id: coding for coding in codings}
        self.counts: Counter[str] = Counter(coding.code for coding in self.by_id.values())
        self._order: list[Place] = sorted(_place(coding) for coding in self.by_id.values())
        newest = max(self.by_id.values(), key=lambda coding: coding.created, default=None)
        self.newest_code = newest.code if newest else ""

    def put(self, coding: Coding) -> None:
        """Add a coding, or replace the one of the same id."""
        new = coding.id not in self.by_id
        self.remove(coding.id)
        self.by_id[coding.id] = coding
        self.counts[coding.code] += 1
        insort(self._order, _place(coding))
        if new:
            self.newest_code = coding.code

    def remove(self, coding_id: str) -> None:
        """Take a coding out, if it is there."""
        coding = self.by_id.pop(coding_id, None)
        if coding is not None:
            self.counts[coding.code] -= 1
            del self._order[bisect_left(self._order, _place(coding))]

    def from_coding(self, coding_id: str, step: int) -> Coding | None:
        """Return the next (1) or previous (-1) coding in the order of the text, round from the last to the first."""
        coding = self.by_id.get(coding_id)
        if coding is None:
            return None
        return self._at(bisect_left(self._order, _place(coding)) + step)

    def from_position(self, position: int, step: int) -> Coding | None:
        """Return the first coding that begins at a position or after it (1), or the last before it (-1)."""
        after = bisect_left(self._order, (position, -1, "", ""))
        return self._at(after if step > 0 else after - 1)

    def of_passage(self, start: int, end: int) -> Iterator[Coding]:
        """Yield the codings of exactly this passage."""
        first = bisect_left(self._order, (start, end, "", ""))
        last = bisect_right(self._order, (start, end, "\U0010ffff", ""))
        for place in self._order[first:last]:
            yield self.by_id[place[3]]

    def __len__(self) -> int:
        return len(self.by_id)

    def _at(self, place: int) -> Coding | None:
        return self.by_id[self._order[place % len(self._order)][3]] if self._order else None


def _place(coding: Coding) -> Place:
    return coding.start, coding.end, coding.created, coding.id
