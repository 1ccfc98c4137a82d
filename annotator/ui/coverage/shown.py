"""What the window of coverage and drift shows, as plain values and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.counting import counted
from annotator.ui.dates import shown_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

HEADS = ("Coder", "Finished", "Paragraphs read or coded", "Words coded", "Codings", "Per 1,000 words")
HIDDEN = "–"
WHY_HIDDEN = "Hidden until you have finished the articles yourself"
MOST_TOLD = 4


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One coder's line of the table."""

    cells: tuple[str, ...]

    def said(self, column: int) -> str:
        """Return a cell as a screen reader says it."""
        return f"{self.cells[0]}, {HEADS[column]}: {self.cells[column].replace(HIDDEN, WHY_HIDDEN)}"


@dataclass(frozen=True, slots=True)
class WeekUse:
    """How often a code was given in a week, of how many codings; `strange`: more or less often than is usual."""

    week: date
    number: int
    of: int
    strange: str = ""

    @property
    def share(self) -> float:
        """The code's share of the week's codings, 0 to 1."""
        return self.number / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class UseRow:
    """One code, week by week. `share`: of all the coder's codings, 0 to 1; the hue is `#rrggbb`."""

    label: str
    name: str
    hue: str
    share: float
    weeks: tuple[WeekUse, ...]

    @property
    def title(self) -> str:
        """Label and name."""
        return f"{self.label} {self.name}".strip()

    def said(self, column: int) -> str:
        """Return a week as a screen reader says it, and as its tip tells it."""
        each = self.weeks[column]
        usual = f", {each.strange} than usual, {self.share:.0%} of all" if each.strange else ""
        return f"{self.title}, {week_of(each.week)}: {each.number:,} of {counted(each.of, 'coding')}{usual}"


def week_of(week: date) -> str:
    """Return a week in words."""
    return f"week of {shown_date(week.isoformat())}"


def strange_in_words(name: str, rows: Sequence[UseRow]) -> str:
    """Return what stands out, and what that means."""
    found = [(row, each) for row in rows for each in row.weeks if each.strange]
    if not rows:
        return f"Nothing of {name}’s coding can be shown yet."
    if not found:
        return f"No week of {name}’s stands out: no code is further from its usual share than chance makes likely."
    told = [
        f"{row.title} {each.strange} in the {week_of(each.week)} ({each.number:,} of {each.of:,})"
        for row, each in found[:MOST_TOLD]
    ]  # fmt: skip
    more = f"; and {len(found) - MOST_TOLD:,} more" if len(found) > MOST_TOLD else ""
    number = f"{counted(len(found), 'week')} of a code {'stands' if len(found) == 1 else 'stand'} out"
    return f"{number}, further from the usual share than chance makes likely: {'; '.join(told)}{more}."
