"""Where bars and names of the margin stand: plain data in page coordinates (see `lines.py`)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from annotator.ui.article.measures import MAX_LANES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from annotator.ui.article.lines import Line
    from annotator.ui.article.marks import CodingMark

ROW = 18
MOST_PUSHED = 6 * ROW
ASKED = 200  # codings without a bar
BAR_HALF = 10
LEADER_INSET = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """One coding's bar: its lane, from 0, and its height on the page."""

    mark: CodingMark
    lane: int
    top: float
    bottom: float
    faded: bool = False


@dataclass(frozen=True, slots=True)
class NameRow:
    """One row of the names: a coding with its bar, or how many `more` begin here without a name, or a note.

    `also` are the bars of others who gave the same code on the same line: one name says it of all of them.
    """

    top: float
    bar: Bar | None = None
    more: tuple[CodingMark, ...] = ()
    note: str = ""
    faded: bool = False
    also: tuple[Bar, ...] = ()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The bars that the name belongs to."""
        return (self.bar, *self.also) if self.bar else ()

    @property
    def marks(self) -> tuple[CodingMark, ...]:
        """The codings that are named or counted in the row, one's own first."""
        return self.more or tuple(bar.mark for bar in self.bars)

    @property
    def middle(self) -> float:
        """The middle of the row."""
        return self.top + ROW / 2

    @property
    def leader(self) -> float:
        """At which height the leader leaves the bar: that of the name, as far as the bar goes."""
        return self.leader_from(self.bar) if self.bar else self.middle

    def leader_from(self, bar: Bar) -> float:
        """At which height the leader of one of the bars leaves it."""
        return min(max(self.middle, bar.top + LEADER_INSET), bar.bottom - LEADER_INSET)


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
    bar: Bar | None = None  # of the first that is hidden
    faded: bool = True  # all that are hidden

    def put(self, wanted: float, bar: Bar | None, note: str = "") -> None:
        self._close()
        self.last = max(wanted, self.last + ROW)
        self.rows.append(NameRow(self.last, bar, (), note, bar is not None and bar.faded))

    def hide(self, marks: Sequence[CodingMark], wanted: float, bar: Bar | None = None, *, faded: bool) -> None:
        if not self.hidden:
            self.last = max(wanted, self.last + ROW)
            self.bar, self.faded = bar, True
        self.hidden += marks
        self.faded = self.faded and faded

    def pushes(self, wanted: float) -> float:
        return max(wanted, self.last + ROW) - wanted

    def _close(self) -> None:
        if len(self.hidden) == 1 and self.bar is not None:  # its name takes no more room than "+1"
            self.rows.append(NameRow(self.last, self.bar, faded=self.faded))
        elif self.hidden:
            self.rows.append(NameRow(self.last, None, tuple(self.hidden), faded=self.faded))
        self.hidden = []

    def done(self) -> tuple[NameRow, ...]:
        self._close()
        return tuple(self.rows)


def margin_plan(
    lines: Sequence[Line],
    marks: Sequence[CodingMark],
    lanes: Mapping[str, int],
    current: str | None = None,
    *,
    passes: Callable[[CodingMark], bool] | None = None,
    notes: Iterable[tuple[int, str]] = (),
) -> MarginPlan:
    """Return the plan for some neighbouring lines and the codings that touch them, in order of start.

    Eight lanes are drawn. The current coding always has a bar and a name; those that pass a filter have a bar too, in
    the last lane as far as they leave room for each other.
    Names are pushed down while the row is taken, at most six rows; what then has no name is counted ("+3"), unless it
    is one, which is named in that row.
    """
    if not lines:
        return MarginPlan()
    planner = _Planner(lines, current, passes, sorted(notes, reverse=True))
    counted = bisect_left(marks, planner.begin, key=_start)
    for number in _drawn(marks, lanes, current, passes):
        planner.count(marks[counted:number])
        planner.draw(marks[number], min(lanes.get(marks[number].id, 0), MAX_LANES - 1))
        counted = max(counted, number + 1)
    planner.count(marks[counted:])
    planner.put_notes(lines[-1].end)
    return MarginPlan(lines[0].top, lines[-1].bottom, tuple(planner.bars), planner.column.done())


def _start(mark: CodingMark) -> int:
    return mark.start


def _drawn(
    marks: Sequence[CodingMark],
    lanes: Mapping[str, int],
    current: str | None,
    passes: Callable[[CodingMark], bool] | None,
) -> list[int]:
    """Return which of the codings get a bar, by their numbers: thousands may have none."""
    lane, found, taken = lanes.get, [], 0  # up to where the last lane is taken by what passes
    for n, mark in enumerate(marks):
        if lane(mark.id, 0) < MAX_LANES or mark.id == current:
            found.append(n)
        elif passes is not None and mark.start >= taken and passes(mark):
            taken = mark.end
            found.append(n)
    return found


def _say_the_same(marks: Sequence[CodingMark]) -> bool:
    """Tell whether one name says it of all: of different coders, one stance, nothing noted on others' codings."""
    different = len({mark.coder_id for mark in marks}) == len(marks)
    noted = any(mark.remarks for mark in marks if mark.initials)
    return different and not noted and len({mark.stance for mark in marks}) == 1


class _Planner:
    """Places one coding after the other, and the notes between them."""

    def __init__(
        self,
        lines: Sequence[Line],
        current: str | None,
        passes: Callable[[CodingMark], bool] | None,
        notes: list[tuple[int, str]],
    ) -> None:
        self.begin = lines[0].start
        self.bars: list[Bar] = []
        self.column = _Column()
        self._lines, self._starts = lines, [line.start for line in lines]
        self._current, self._passes, self._notes = current, passes, notes
        self._named: dict[tuple[float, str], int] = {}  # by height and code: which row has the name

    def wanted(self, position: int) -> float:
        """Return where the row of what begins at a position would best stand."""
        return round(self._line(position).middle - ROW / 2)

    def draw(self, mark: CodingMark, lane: int) -> None:
        """Give a coding its bar and, where there is room, its name."""
        current = mark.id == self._current
        faded = not current and self._passes is not None and not self._passes(mark)
        bar = self._bar(mark, lane, faded=faded)
        self.bars.append(bar)
        if mark.start < self.begin:
            return
        self.put_notes(mark.start)
        wanted = self.wanted(mark.start)
        if self._shares_a_name(bar, wanted):
            return
        if current or self.column.pushes(wanted) <= (ROW if faded else MOST_PUSHED):
            self.column.put(wanted, bar)
            self._named[wanted, mark.code] = len(self.column.rows) - 1
        else:
            self.column.hide([mark], wanted, bar, faded=faded)

    def _shares_a_name(self, bar: Bar, wanted: float) -> bool:
        """Let a coding have no name of its own where another coder's, of one code and stance, is named on its line."""
        number = self._named.get((wanted, bar.mark.code)) if bar.mark.code else None
        row = self.column.rows[number] if number is not None else None
        if number is None or row is None or row.faded != bar.faded or not _say_the_same((*row.marks, bar.mark)):
            return False
        # what is current is named, else one's own: `sorted` keeps the order of the others
        first, *also = sorted((*row.bars, bar), key=lambda one: (one.mark.id != self._current, one.mark.initials != ""))
        self.column.rows[number] = replace(row, bar=first, also=tuple(also))
        return True

    def count(self, marks: Sequence[CodingMark]) -> None:
        """Count codings that have no bar."""
        if marks:
            self.column.hide(marks, self.wanted(marks[0].start), faded=self._all_faded(marks))

    def _all_faded(self, marks: Sequence[CodingMark]) -> bool:
        """Tell whether none of them passes the filter; of a great many it is not asked."""
        return self._passes is not None and len(marks) <= ASKED and not any(map(self._passes, marks))

    def put_notes(self, position: int) -> None:
        """Give a row to each note up to a position."""
        while self._notes and self._notes[-1][0] <= position:
            start, note = self._notes.pop()
            if start >= self.begin:
                self.column.put(self.wanted(start), None, note)

    def _line(self, position: int) -> Line:
        return self._lines[max(0, bisect_right(self._starts, position) - 1)]

    def _bar(self, mark: CodingMark, lane: int, *, faded: bool) -> Bar:
        lines, first, last = self._lines, self._line(mark.start), self._line(max(mark.start, mark.end - 1))
        top = first.middle - round(BAR_HALF * first.unit)
        if mark.start < self.begin:
            top = lines[0].top - ROW
        bottom = last.middle + round(BAR_HALF * last.unit)
        if mark.end > lines[-1].end:
            bottom = lines[-1].bottom + ROW
        return Bar(mark, lane, top, bottom, faded)
