"""The codings of the shown article: what is where, in which lane, and what has to be drawn for it. No painting."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.ui.article.coding_painter import PaintedLine, painted_line
from annotator.ui.article.lanes import Lanes
from annotator.ui.article.margin_plan import MarginPlan, margin_plan
from annotator.ui.article.ordered import OrderedMarks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from annotator.ui.article.lines import Line, Lines
    from annotator.ui.article.marks import CodingMark

WHOLE = 50_000  # code points: up to here all lanes are known from the start, so that the names never move sideways
BEYOND = 300  # pixels planned above and below what is visible


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What is drawn under a line, and for what: codings, their lanes, which one is current."""

    line: Line
    basis: list[tuple[CodingMark, int, bool]]
    painted: PaintedLine


class Codings:
    """Codings over laid-out lines; what is drawn is kept until a coding or the layout changes."""

    def __init__(self, lines: Lines, length: int) -> None:
        self.marks: dict[str, CodingMark] = {}
        self.current: str | None = None
        self.passes: Callable[[CodingMark], bool] | None = None
        self._notes: list[tuple[int, str]] = []
        self._ordered = OrderedMarks()
        self._drawn: dict[tuple[int, int], _Drawn] = {}
        self._sure: set[tuple[int, int]] = set()
        self._plan: MarginPlan | None = None
        self._lanes = Lanes(self._ordered, self._line_bounds)
        self.laid_out(lines, length)

    def laid_out(self, lines: Lines, length: int) -> None:
        """Take over a new layout; a line that is as before keeps what is drawn under it."""
        self._lines, self._length, self._know_all = lines, length, False
        self._lanes.laid_out()
        if not self._lanes.crowded:
            self._sure.clear()
        self._plan = None

    def replace_all(self, marks: Iterable[CodingMark]) -> None:
        """Hold these codings and no others."""
        self.marks = {mark.id: mark for mark in marks}
        self._ordered = OrderedMarks(self.marks.values())
        self._lanes = Lanes(self._ordered, self._line_bounds)
        self._drawn.clear()
        self.laid_out(self._lines, self._length)

    def put(self, mark: CodingMark) -> None:
        """Add a coding, or replace the one of the same id."""
        self.remove(mark.id)
        self.marks[mark.id] = mark
        self._ordered.add(mark)
        self._lanes.came(mark)
        self._forget_near(mark)

    def remove(self, coding: str) -> None:
        """Take a coding out, if it is there."""
        mark = self.marks.pop(coding, None)
        if mark is not None:
            self._ordered.remove(mark)
            self._lanes.went(mark)
            self._forget_near(mark)

    def set_current(self, coding: str | None) -> None:
        """Make one coding, or none, the current one."""
        before, self.current = self.current, coding
        for mark in (self.marks.get(before or ""), self.marks.get(coding or "")):
            if mark is not None:
                self._look_again(mark.start, mark.end)
        self._plan = None

    def set_filter(self, passes: Callable[[CodingMark], bool] | None) -> None:
        """Draw the codings that do not pass much fainter; None draws all in full. The lanes stay."""
        self.passes = passes
        self._sure.clear()
        self._plan = None

    def set_notes(self, notes: Iterable[tuple[int, str]]) -> None:
        """Say something in the margin that is no coding: at which position, what."""
        self._notes = sorted(notes)
        self._plan = None

    def touching(self, start: int, end: int) -> list[CodingMark]:
        """Return the codings that touch a stretch of the text, by start."""
        return self._ordered.touching(start, end)

    def at(self, position: int) -> list[str]:
        """Return the codings at a position, one's own first, the smaller and then the older before others."""
        here = sorted(self.touching(position, position + 1), key=_nearest)
        return [mark.id for mark in here]

    def at_height(self, y: float) -> list[CodingMark]:
        """Return the codings that touch the line of text at a height of the page."""
        return [mark for line in self._lines.between(y, y + 1) for mark in self.touching(line.start, line.end)]

    def lane(self, coding: str) -> int:
        """Return the lane of a coding, from 0."""
        mark = self.marks[coding]
        self._lanes.settle(mark.start, mark.end)
        return self._lanes.lanes[coding]

    @property
    def lane_count(self) -> int:
        """How many lanes are in use, as far as is known."""
        return self._lanes.count

    def painted(self, lines: Iterable[Line]) -> list[PaintedLine]:
        """Return what is drawn under some neighbouring lines."""
        wanted = list(lines)
        unsure = [line for line in wanted if not self._is_sure(line)]
        if unsure:
            self._make_sure(unsure)
        return [self._drawn[line.block, line.number].painted for line in wanted]

    def _is_sure(self, line: Line) -> bool:
        key = line.block, line.number
        return key in self._sure and self._drawn[key].line == line

    def _make_sure(self, lines: list[Line]) -> None:
        """Draw the lines anew where their codings, lanes or the current coding are not those they were drawn for."""
        for line, here in self._shared_out(lines):
            key, lanes = (line.block, line.number), self._lanes.lanes
            basis = [(mark, lanes.get(mark.id, 0), mark.id == self.current) for mark in here if self._is_full(mark)]
            drawn = self._drawn.get(key)
            if drawn is None or drawn.line != line or drawn.basis != basis:
                painted = painted_line(line, self._lines, [mark for mark, _, _ in basis], lanes, self.current)
                self._drawn[key] = _Drawn(line, basis, painted)
            self._sure.add(key)

    def _is_full(self, mark: CodingMark) -> bool:
        """Return whether a coding is drawn in full, not faded."""
        return self.passes is None or mark.id == self.current or self.passes(mark)

    def _shared_out(self, lines: list[Line]) -> Iterator[tuple[Line, list[CodingMark]]]:
        """Yield each line with the codings that touch it, found in one query."""
        start, end = lines[0].start, lines[-1].end
        waiting = self.touching(start, end)
        if len(waiting) > 1:
            self._settle(start, end)
        waiting.reverse()
        here: list[CodingMark] = []
        for line in lines:
            here = [mark for mark in here if mark.end > line.start]
            while waiting and waiting[-1].start < line.end:
                here.append(waiting.pop())
            yield line, here

    def plan(self, top: float, bottom: float) -> MarginPlan:
        """Return where bars and names stand in a stretch of the page."""
        if self._plan is None or not self._plan.covers(top, bottom):
            self._plan = self._planned(top, bottom)
        return self._plan

    def _planned(self, top: float, bottom: float) -> MarginPlan:
        lines = list(self._lines.between(top - BEYOND, bottom + BEYOND))
        if not lines or not (self.marks or self._notes):
            return MarginPlan(top - BEYOND, bottom + BEYOND)
        start, end = lines[0].start, lines[-1].end
        self._settle(start, end)
        notes = self._notes[bisect_left(self._notes, (start, "")) : bisect_left(self._notes, (end, ""))]
        marks = self.touching(start, end)
        made = margin_plan(lines, marks, self._lanes.lanes, self.current, passes=self.passes, notes=notes)
        return MarginPlan(top - BEYOND, bottom + BEYOND, made.bars, made.rows)

    def _settle(self, start: int, end: int) -> None:
        if not self._know_all and self._length <= WHOLE:
            self._lanes.settle(0, max(1, self._length))
        self._know_all = True
        self._lanes.settle(start, end)

    def _line_bounds(self, position: int) -> tuple[int, int]:
        line = self._lines.at(position)
        return (line.start, line.end) if line else (position, position + 1)

    def _forget_near(self, mark: CodingMark) -> None:
        """Look again at what is drawn: in a crowd at the mark's lines, else everywhere, since lanes may change."""
        if self._lanes.crowded:
            self._look_again(mark.start, mark.end)
        else:
            self._sure.clear()
        self._plan = None

    def _look_again(self, start: int, end: int) -> None:
        for line in self._lines.over(start, end):
            self._sure.discard((line.block, line.number))


def _nearest(mark: CodingMark) -> tuple[bool, int, int, str, str]:
    return mark.initials != "", mark.length, -mark.start, mark.created, mark.id
