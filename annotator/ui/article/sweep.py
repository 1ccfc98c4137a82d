"""The lanes of a crowd: given from the start of the text on, only as far as somebody looked."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from annotator.ui.article.ordered import order

if TYPE_CHECKING:
    from annotator.ui.article.marks import CodingMark
    from annotator.ui.article.ordered import OrderedMarks


class Sweep:
    """Gives each coding, in order of start, the first lane that is free in the text; lanes never change afterwards."""

    def __init__(self, ordered: OrderedMarks) -> None:
        self.lanes: dict[str, int] = {}
        self.count = 0
        self._ordered = ordered
        self._front = (-1, 0, "")
        self._busy: list[tuple[int, int]] = []
        self._free: list[int] = []

    def reach(self, end: int) -> None:
        """Know the lanes of all codings that begin before a position."""
        waiting = self._ordered.following(self._front, end)
        for mark in waiting:
            self._free_up_to(mark.start)
            if not self._free:
                heappush(self._free, self._next_lane())
            lane = heappop(self._free)
            heappush(self._busy, (mark.end, lane))
            self.lanes[mark.id] = lane
        if waiting:
            self._front = order(waiting[-1])

    def came(self, mark: CodingMark) -> None:
        """Give a new coding the first free lane at once, if codings after it have theirs already."""
        if order(mark) > self._front:
            return
        taken = {self.lanes.get(other.id) for other in self._ordered.touching(mark.start, mark.end)}
        lane = self.lanes[mark.id] = next(lane for lane in range(len(taken) + 1) if lane not in taken)
        while lane >= self.count:
            heappush(self._free, self._next_lane())
        self._free_up_to(self._front[0])
        if mark.end > self._front[0]:
            self._occupy(lane, mark.end)

    def went(self, mark: CodingMark) -> None:
        """Forget a coding."""
        self.lanes.pop(mark.id, None)

    def _occupy(self, lane: int, end: int) -> None:
        """Keep a lane busy at least up to an end; one that a removed coding had may be busy already."""
        if lane in self._free:
            self._free.remove(lane)
            heapify(self._free)
        others = [(last, other) for last, other in self._busy if other != lane]
        longest = max([end, *(last for last, other in self._busy if other == lane)])
        self._busy = [*others, (longest, lane)]
        heapify(self._busy)

    def _next_lane(self) -> int:
        self.count += 1
        return self.count - 1

    def _free_up_to(self, start: int) -> None:
        while self._busy and self._busy[0][0] <= start:
            heappush(self._free, heappop(self._busy)[1])
