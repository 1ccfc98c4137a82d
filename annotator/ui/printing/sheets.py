"""Where the column of text is cut into pages, and what stands in the margin of each: plain data, no Qt.

Heights are those of the one long column, before it is cut.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from annotator.model.passages import assign_lanes
from annotator.ui.article.margin_plan import ROW, MarginPlan, NameRow, margin_plan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.ui.article.lines import Line
    from annotator.ui.article.marks import CodingMark

ARTICLE = 0  # the part that is the article's text: only there codings are


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the column. It was moved down by `shift` from where its part of the column had it."""

    line: Line
    part: int
    shift: float
    keeps: bool = False  # a heading, which does not stand alone at the foot of a page


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its lines, the codings that touch it, and its margin."""

    rows: tuple[Row, ...]
    marks: tuple[CodingMark, ...] = ()
    margin: MarginPlan = field(default_factory=MarginPlan)

    @property
    def top(self) -> float:
        """The height of the column at which the page begins."""
        return self.rows[0].line.top if self.rows else 0.0


def cut(rows: Sequence[Row], height: float) -> list[list[Row]]:
    """Return the rows page by page; no paragraph leaves a single line behind or sends one ahead."""
    pages: list[list[Row]] = []
    first = 0
    while first < len(rows):
        limit = rows[first].line.top + height
        end = first + 1
        while end < len(rows) and rows[end].line.bottom <= limit:
            end += 1
        end = _kept_together(rows, first, end)
        pages.append(list(rows[first:end]))
        first = end
    return pages or [[]]


def _kept_together(rows: Sequence[Row], first: int, end: int) -> int:
    """Return a better place for a cut before the row `end`, at most three rows earlier."""
    if end >= len(rows):
        return end
    for earlier in range(end, max(first + 1, end - 3) - 1, -1):
        if not _lonely(rows, earlier):
            return earlier
    return end


def _lonely(rows: Sequence[Row], at: int) -> bool:
    """Tell whether a cut before a row leaves a heading, or the first or last line of a paragraph, alone."""
    before, after = rows[at - 1], rows[at]
    if before.keeps:
        return True
    if not _same(before, after):
        return False
    alone_above = at < 2 or not _same(rows[at - 2], before)
    alone_below = at + 1 >= len(rows) or not _same(after, rows[at + 1])
    return alone_above or alone_below


def _same(one: Row, other: Row) -> bool:
    return (one.part, one.line.block) == (other.part, other.line.block)


def lanes_of(rows: Sequence[Row], marks: Sequence[CodingMark]) -> dict[str, int]:
    """Return the lane of each coding, from 0; two bars collide when they touch one line."""
    starts = [row.line.start for row in rows if row.part == ARTICLE]
    spans = [(_line_at(starts, mark.start), _line_at(starts, max(mark.start, mark.end - 1)) + 1) for mark in marks]
    return {mark.id: lane for mark, lane in zip(marks, assign_lanes(spans), strict=True)}


def _line_at(starts: Sequence[int], position: int) -> int:
    return max(0, bisect_left(starts, position + 1) - 1)


def planned(
    pages: Sequence[Sequence[Row]], marks: Sequence[CodingMark], lanes: Mapping[str, int], room: float,
    notes: Sequence[tuple[int, str]] = (),
) -> list[Sheet]:  # fmt: skip
    """Return the pages with what stands beside their text; names may go `room` below the last line.

    `notes` are put beside the line that holds their position.
    """
    return [_sheet(tuple(rows), marks, lanes, room, notes) for rows in pages]


def _sheet(
    rows: tuple[Row, ...], marks: Sequence[CodingMark], lanes: Mapping[str, int], room: float,
    notes: Sequence[tuple[int, str]],
) -> Sheet:  # fmt: skip
    lines = [row.line for row in rows if row.part == ARTICLE]
    if not lines:
        return Sheet(rows)
    start, end = lines[0].start, lines[-1].end
    here = tuple(mark for mark in marks if mark.start < end and mark.end > start)
    beside = [(start, f"{mark.title}, continued") for mark in here if mark.start < start]
    beside += [note for note in notes if start <= note[0] < end]
    return Sheet(rows, here, fitted(margin_plan(lines, here, lanes, notes=beside), lines[-1].bottom + room))


def fitted(plan: MarginPlan, bottom: float) -> MarginPlan:
    """Return the plan without names below a height; the last one that fits counts them instead ("+3")."""
    fit = [row for row in plan.rows if row.top + ROW <= bottom]
    if len(fit) == len(plan.rows) or not fit:
        return plan
    last = fit.pop()
    hidden = tuple(mark for row in (last, *plan.rows[len(fit) + 1 :]) for mark in _marks(row))
    return replace(plan, rows=(*fit, NameRow(last.top, None, hidden)))


def unnamed(sheet: Sheet) -> tuple[CodingMark, ...]:
    """Return the codings that begin on a page and have no name beside it."""
    return tuple(mark for row in sheet.margin.rows for mark in row.more)


def _marks(row: NameRow) -> tuple[CodingMark, ...]:
    return row.more if row.bar is None else (row.bar.mark,)
