"""Where bars and names of the margin stand: plain data in page coordinates (see `lines.py`)."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.ui.article.measures import MAX_LANES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.ui.article.lines import Line
    from annotator.ui.article.marks import CodingMark

ROW = 18
MOST_PUSHED = 6 * ROW
BAR_HALF = 10
LEADER_INSET = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """One coding's bar: its lane, from 0, and its height on the page."""

    mark: CodingMark
    lane: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class NameRow:
    """One row of the names: a coding with its bar, or how many `more` begin here without a name."""

    top: float
    bar: Bar | None = None
    more: tuple[CodingMark, ...] = ()

    @property
    def middle(self) -> float:
        """The middle of the row."""
        return self.top + ROW / 2

    @property
    def leader(self) -> float:
        """At which height the leader leaves the bar: that of the name, as far as the bar goes."""
        if self.bar is None:
            return self.middle
        return min(max(self.middle, self.bar.top + LEADER_INSET), self.bar.bottom - LEADER_INSET)


@dataclass(frozen=True, slots=True)
class MarginPlan:
    """All bars and names in a stretch of the page."""

    top: float = 0.0
    bottom: float = 0.0
    bars: tuple[Bar, ...] = ()
    rows: tuple[NameRow, ...] = ()

    def covers(self, top: float, bottom: float) -> bool:
        """Return whether the stretch is planned."""
        return self.top <= top and bottom <= self.bottom


@dataclass(slots=True)
class _Column:
    """The names' column while it fills from the top."""

    last: float = float("-inf")
    rows: list[NameRow] = field(default_factory=list)
    hidden: list[CodingMark] = field(default_factory=list)

    def put(self, bar: Bar, wanted: float) -> None:
        self._close()
        self.last = max(wanted, self.last + ROW)
        self.rows.append(NameRow(self.last, bar))

    def hide(self, mark: CodingMark, wanted: float) -> None:
        if not self.hidden:
            self.last = max(wanted, self.last + ROW)
        self.hidden.append(mark)

    @property
    def is_counting(self) -> bool:
        """Whether a row of what has no name is open."""
        return bool(self.hidden)

    def pushes(self, wanted: float) -> float:
        return max(wanted, self.last + ROW) - wanted

    def _close(self) -> None:
        if self.hidden:
            self.rows.append(NameRow(self.last, None, tuple(self.hidden)))
            self.hidden = []

    def done(self) -> tuple[NameRow, ...]:
        self._close()
        return tuple(self.rows)


def margin_plan(
    lines: Sequence[Line], marks: Iterable[CodingMark], lanes: Mapping[str, int], current: str | None = None
) -> MarginPlan:
    """Return the plan for some neighbouring lines and the codings that touch them, in order of start.

    Eight lanes are drawn; the current coding always has a bar and a name. Names are pushed down while the row is
    taken, at most six rows; what then has no name is counted ("+3").
    """
    if not lines:
        return MarginPlan()
    starts = [line.start for line in lines]
    bars: list[Bar] = []
    column = _Column()
    for mark in marks:
        lane, is_current = lanes.get(mark.id, 0), mark.id == current
        shown = lane < MAX_LANES or is_current
        begins = mark.start >= starts[0]
        if not shown and (not begins or column.is_counting):
            if begins:
                column.hidden.append(mark)
            continue
        first = lines[max(0, bisect_right(starts, mark.start) - 1)]
        wanted = round(first.middle - ROW / 2)
        if shown:
            bar = _bar(mark, min(lane, MAX_LANES - 1), first, starts, lines)
            bars.append(bar)
        if begins and shown and (is_current or column.pushes(wanted) <= MOST_PUSHED):
            column.put(bar, wanted)
        elif begins:
            column.hide(mark, wanted)
    return MarginPlan(lines[0].top, lines[-1].bottom, tuple(bars), column.done())


def _bar(mark: CodingMark, lane: int, first: Line, starts: Sequence[int], lines: Sequence[Line]) -> Bar:
    last = lines[max(0, bisect_right(starts, max(mark.start, mark.end - 1)) - 1)]
    top = first.middle - round(BAR_HALF * first.unit)
    if mark.start < starts[0]:
        top = lines[0].top - ROW
    bottom = last.middle + round(BAR_HALF * last.unit)
    if mark.end > lines[-1].end:
        bottom = lines[-1].bottom + ROW
    return Bar(mark, lane, top, bottom)
