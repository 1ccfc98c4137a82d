"""How many extracts a choice would take: read once from the project, then told at once for every choice."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.model.extracts import Extract, ExtractFilter
    from annotator.project.project import Project

Count = tuple[int, int, int]


class Sort(NamedTuple):
    """What a choice can tell extracts apart by. `speakers` and `vias` are folded."""

    coder: str
    code: str
    article: str
    voice: str
    speakers: tuple[str, ...]
    vias: tuple[str, ...]
    aside: bool


@dataclass(frozen=True, slots=True)
class OutgoingCounts:
    """How many extracts there are of each sort, and which articles are in each group."""

    sorts: Mapping[Sort, int]
    groups: Mapping[str, frozenset[str]]

    def count(self, chosen: ExtractFilter) -> Count:
        """Return how many extracts, coders and articles a choice leaves."""
        passes = self._passing(chosen)
        number, coders, articles = 0, set(), set()
        for sort, there in self.sorts.items():
            if passes(sort):
                number += there
                coders.add(sort.coder)
                articles.add(sort.article)
        return number, len(coders), len(articles)

    def _passing(self, chosen: ExtractFilter) -> Callable[[Sort], bool]:
        coders, codes, articles, voices, speakers, vias = (frozenset(chosen_ones) for chosen_ones in (
            chosen.coders, chosen.codes, chosen.articles, chosen.voices,
            (name.casefold() for name in chosen.speakers), (name.casefold() for name in chosen.vias),
        ))  # fmt: skip
        gathered = frozenset().union(*(self.groups.get(group, frozenset()) for group in chosen.groups))
        return lambda sort: (
            (not coders or sort.coder in coders)
            and (not codes or sort.code in codes)
            and (not articles or sort.article in articles)
            and (not chosen.groups or sort.article in gathered)
            and (not voices or sort.voice in voices)
            and (not speakers or not speakers.isdisjoint(sort.speakers))
            and (not vias or not vias.isdisjoint(sort.vias))
            and (chosen.set_aside or not sort.aside)
        )


def outgoing_counts(
    project: Project, base: ExtractFilter, cancelled: Callable[[], bool] = lambda: False
) -> OutgoingCounts:
    """Count the extracts that `base` leaves by everything that a choice tells apart.

    What a choice is made of, such as coders and voices, is not taken from `base`. Where `cancelled` says so, counting
    ends with what is counted so far.
    """
    everything = replace(
        base, coders=(), codes=(), articles=(), groups=(), speakers=(), vias=(), voices=(), set_aside=True
    )  # fmt: skip
    sorts: Counter[Sort] = Counter()
    for extract in project.extracts(everything):
        sorts[_sort(extract)] += 1
        if cancelled():
            break
    groups: dict[str, set[str]] = {}
    for one in project.memberships():
        groups.setdefault(one.group, set()).add(one.article)
    return OutgoingCounts(sorts, {group: frozenset(there) for group, there in groups.items()})


def _sort(extract: Extract) -> Sort:
    facts, coding = extract.facts, extract.coding
    speakers, vias = (tuple(name.casefold() for name in names) for names in (facts.speakers, facts.vias))
    return Sort(coding.coder, coding.code, coding.article, facts.voice, speakers, vias, extract.is_aside)
