"""Which differences are listed, in what order and under which headings: plain data, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from annotator.ui.review.shown import APART, ShownDifference, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Order = Literal["code", "place", "article"]
ORDERS: dict[Order, str] = {"code": "in code order", "place": "by place", "article": "by article"}


@dataclass(frozen=True, slots=True)
class DifferenceFilter:
    """Which differences are listed; an empty value means all. `code` and `article` are ids."""

    state: State | Literal[""] = ""
    kind: str = ""
    code: str = ""
    article: str = ""

    def fits(self, shown: ShownDifference) -> bool:
        """Tell whether a difference is listed; what is on the agenda or has changed is open as well."""
        if self.state and self.state != shown.state and not (self.state == "open" and shown.is_open):
            return False
        wanted = ((self.kind, shown.kind), (self.code, shown.code), (self.article, shown.article))
        return all(not value or value == there for value, there in wanted)

    @property
    def filters(self) -> bool:
        """Whether anything is left out."""
        return self != DifferenceFilter()


@dataclass(frozen=True, slots=True)
class Section:
    """The heading over some differences: a code or an article, and how many of all its differences are decided."""

    key: str
    label: str
    title: str
    hue: str
    decided: int
    number: int

    @property
    def count(self) -> str:
        """How far it is, as it is printed: `4 of 13`."""
        return f"{self.decided:,} of {self.number:,}"

    @property
    def spoken(self) -> str:
        """The heading in one sentence."""
        return f"{self.label} {self.title}".strip() + f", {self.count} decided"


Row = Section | ShownDifference


def listed(
    differences: Iterable[ShownDifference], order: Order = "code", wanted: DifferenceFilter | None = None
) -> list[Row]:
    """Return the rows. The differences come in the order of their codes; headings count also what is left out."""
    wanted = wanted or DifferenceFilter()
    rows: list[Row] = []
    for key, members in _grouped(differences, order).items():
        shown = [one for one in members if wanted.fits(one)]
        if shown:
            rows += [_section(key, members), *shown]
    return rows


def keys_of(rows: Sequence[Row]) -> list[str]:
    """Return the keys of the differences among the rows."""
    return [row.key for row in rows if isinstance(row, ShownDifference)]


def _grouped(differences: Iterable[ShownDifference], order: Order) -> dict[str, list[ShownDifference]]:
    ordered = list(differences)
    if order == "place":
        ordered.sort(key=lambda one: (one.article_number, one.start, one.end))
    elif order == "article":
        ordered.sort(key=lambda one: one.article_number)
    groups: dict[str, list[ShownDifference]] = {}
    for one in sorted(ordered, key=lambda one: list(APART).index(one.kind) + 1 if one.kind in APART else 0):
        groups.setdefault(_section_key(one, order), []).append(one)
    return groups


def _section_key(shown: ShownDifference, order: Order) -> str:
    if shown.kind in APART:
        return f"apart:{shown.kind}"
    return f"code:{shown.code}" if order == "code" else f"article:{shown.article_number}"


def _section(key: str, members: Sequence[ShownDifference]) -> Section:
    first, kind = members[0], key.partition(":")[0]
    decided = sum(not one.is_open for one in members)
    label, title, hue = {
        "code": (first.code_label, first.code_name, first.hue),
        "article": (str(first.article_number), first.article_title, ""),
        "apart": ("", APART.get(first.kind, ""), ""),
    }[kind]
    return Section(key, label, title, hue, decided, len(members))
