"""How each coder's use of the codes moves over time: what is seen before figures tell it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.model.records import Coding

LIKELY_BY_CHANCE = 3.0  # standard errors, as in control charts


@dataclass(frozen=True, slots=True)
class CodeUse:
    """How often a coder gave a code in each week, and of how many codings in all. Weeks are their Mondays."""

    coder: str
    code: str
    given: Mapping[date, int]
    of: Mapping[date, int]

    @property
    def share(self) -> float:
        """The code's share of all the coder's codings, 0 to 1."""
        whole = sum(self.of.values())
        return sum(self.given.values()) / whole if whole else 0.0

    def strange_weeks(self) -> list[date]:
        """Return the weeks in which the share lies further from the coder's own than chance makes likely.

        Further than three standard errors of a share, as in a control chart for shares (Shewhart).
        """
        share = self.share
        return [
            week for week, number in self.of.items()
            if abs(self.given.get(week, 0) / number - share)
            > LIKELY_BY_CHANCE * (share * (1 - share) / number) ** 0.5 + 1e-9
        ]  # fmt: skip


def code_use(codings: Iterable[Coding]) -> list[CodeUse]:
    """Return for each coder and code how its use moved, in order of coder and code id; weeks in order of time."""
    given: dict[tuple[str, str], Counter[date]] = {}
    of: dict[str, Counter[date]] = {}
    for coding in codings:
        week = week_of(coding.created)
        given.setdefault((coding.coder, coding.code), Counter())[week] += 1
        of.setdefault(coding.coder, Counter())[week] += 1
    return [
        CodeUse(coder, code, _in_order(found), _in_order(of[coder])) for (coder, code), found in sorted(given.items())
    ]


def week_of(time: str) -> date:
    """Return the Monday of the week of a time in UTC, ISO 8601."""
    day = date.fromisoformat(time[:10])
    return day - timedelta(days=day.weekday())


def _in_order(counts: Counter[date]) -> dict[date, int]:
    return dict(sorted(counts.items()))
