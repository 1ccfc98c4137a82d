"""What one lane of the Review page shows: bars and names of one coder, or of what is agreed, and what is still open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.ui.article.codings import BEYOND, WHOLE
from annotator.ui.article.lanes import Lanes
from annotator.ui.article.margin_plan import Bar, MarginPlan, NameRow, margin_plan
from annotator.ui.article.ordered import OrderedMarks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.ui.article.lines import Lines
    from annotator.ui.article.marks import CodingMark
    from annotator.ui.review.shown import State


@dataclass(frozen=True, slots=True)
class LaneCoding:
    """A coding in a lane; `difference` is the key of the one that it belongs to, empty where the coders agree.

    With a `waiting` state nothing is settled there: it has no bar, but a ring and a word.
    """

    mark: CodingMark
    difference: str = ""
    waiting: State | None = None


class Lane:
    """One coder's codings over laid-out lines; the plan is kept until something changes."""

    def __init__(self, lines: Lines, length: int) -> None:
        self.codings: dict[str, LaneCoding] = {}
        self.current = ""
        self.laid_out(lines, length)

    def laid_out(self, lines: Lines, length: int) -> None:
        """Take over a new layout."""
        self._lines, self._length = lines, length
        self._all = OrderedMarks(each.mark for each in self.codings.values())
        settled = OrderedMarks(each.mark for each in self.codings.values() if each.waiting is None)
        self._lanes = Lanes(settled, self._line_bounds)
        if length <= WHOLE:
            self._lanes.settle(0, max(1, length))
        self._plan: MarginPlan | None = None

    def replace_all(self, codings: Iterable[LaneCoding]) -> None:
        """Hold these and no others."""
        self.codings = {each.mark.id: each for each in codings}
        self.laid_out(self._lines, self._length)

    def set_current(self, difference: str) -> None:
        """Make a difference the current one: its codings always have a name."""
        self.current = difference
        self._plan = None

    @property
    def count(self) -> int:
        """How many bars stand side by side at most."""
        return self._lanes.count

    def is_current(self, coding: str) -> bool:
        """Return whether a coding belongs to the current difference."""
        return bool(self.current) and self.codings[coding].difference == self.current

    def plan(self, top: float, bottom: float) -> MarginPlan:
        """Return where bars and names stand in a stretch of the page."""
        if self._plan is None or not self._plan.covers(top, bottom):
            self._plan = self._planned(top - BEYOND, bottom + BEYOND)
        return self._plan

    def _planned(self, top: float, bottom: float) -> MarginPlan:
        lines = list(self._lines.between(top, bottom))
        if not lines or not self.codings:
            return MarginPlan(top, bottom)
        start, end = lines[0].start, lines[-1].end
        self._lanes.settle(start, end)
        current = next((name for name in self.codings if self.is_current(name)), None)
        made = margin_plan(lines, self._all.touching(start, end), self._lanes.lanes, current)
        bars = tuple(bar for bar in made.bars if self.codings[bar.mark.id].waiting is None)
        return MarginPlan(top, bottom, bars, made.rows)

    def _line_bounds(self, position: int) -> tuple[int, int]:
        line = self._lines.at(position)
        return (line.start, line.end) if line else (position, position + 1)


def marks_of(row: NameRow | Bar) -> tuple[CodingMark, ...]:
    """Return the codings that a row names or counts, or the one that a bar stands for."""
    if isinstance(row, Bar):
        return (row.mark,)
    return row.more if row.bar is None else (row.bar.mark,)
