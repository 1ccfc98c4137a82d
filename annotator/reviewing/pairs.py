"""Whose work is compared first, and which articles stay hidden from whoever looks."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model.records import Coder, Reading

Pair = tuple["Coder", "Coder"]


def likely_pair(coders: Sequence[Coder], readings: Iterable[Reading], looking: str) -> Pair | None:
    """Return the two people with most articles finished by both; of equal ones with oneself, then as they joined.

    None where there are not two. `looking` is the id of whoever looks: of a pair she is A.
    """
    people = [coder for coder in coders if coder.kind == "person"]
    done = [(one.coder, one.article) for one in readings if one.state == "finished"]
    finished = {coder.id: {article for by, article in done if by == coder.id} for coder in people}

    def fitness(pair: Pair) -> tuple[int, bool]:
        first, second = pair
        return len(finished[first.id] & finished[second.id]), looking in (first.id, second.id)

    found = max(combinations(people, 2), key=fitness, default=None)  # of equal ones the first
    return found if found is None or found[1].id != looking else (found[1], found[0])


def those_with_passes(coders: Iterable[Coder], readings: Iterable[Reading]) -> list[Coder]:
    """Return the people who have finished an article blind: whose agreement can be reckoned together."""
    passed = {one.coder for one in readings if one.state == "finished" and not one.seen}
    return [coder for coder in coders if coder.kind == "person" and coder.id in passed]


def hidden_articles(
    readings: Iterable[Reading], looking: str, articles: Iterable[str], *, codes_too: bool
) -> frozenset[str]:
    """Return the articles of which no colleague's work is shown: those that a coder has not finished, nor looked at.

    Whoever does not code in the project is a reader, and nothing is hidden. `codes_too`: she has coded something, or is
    in a round; so does whoever has begun a pass.
    """
    own = {one.article: one for one in readings if one.coder == looking and one.state != "new"}
    if not own and not codes_too:
        return frozenset()
    return frozenset(one for one in articles if one not in own or not (own[one].seen or own[one].state == "finished"))
