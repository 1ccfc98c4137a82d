"""How far coders agree who give a unit any number of codes: alpha over sets of codes.

Distance by Passonneau 2006: 1 - J * M, where J is the shared part of both sets' union and M is 1 for equal sets, 2/3
where one holds the other, 1/3 where they overlap, 0 where they share nothing. Two empty sets are alike.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Sequence

Codes = frozenset["Hashable"]


def masi_distance(one: Codes, other: Codes) -> float:
    """Return the distance of two sets, 0 to 1."""
    shared = one & other
    if one == other:
        return 0.0
    weight = 2 / 3 if one <= other or other <= one else 1 / 3 if shared else 0.0
    return 1 - len(shared) / len(one | other) * weight


def jaccard_distance(one: Codes, other: Codes) -> float:
    """Return 1 minus the shared part of both sets' union."""
    return 0.0 if one == other else 1 - len(one & other) / len(one | other)


def alpha_of_sets(
    by_coder: Sequence[Sequence[Collection[Hashable] | None]], distance: Callable[[Codes, Codes], float]
) -> float | None:
    """Return Krippendorff's alpha of sets with a distance; None in place of a set is a gap."""
    units = [[frozenset(codes) for codes in unit if codes is not None] for unit in zip(*by_coder, strict=True)]
    paired = [unit for unit in units if len(unit) > 1]
    totals = Counter(codes for unit in paired for codes in unit)
    n = totals.total()
    observed = sum(2 * sum(distance(a, b) for a, b in combinations(unit, 2)) / (len(unit) - 1) for unit in paired)
    expected = 2 * sum(totals[a] * totals[b] * distance(a, b) for a, b in combinations(totals, 2))
    return 1 - observed * (n - 1) / expected if expected else None
