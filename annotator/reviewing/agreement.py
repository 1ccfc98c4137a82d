"""How far coders agree on units that each of them gave one value: the coefficients of the literature.

A unit carries a weight (its length, where units are stretches of text). `counts[i, k]` says how many coders gave unit
i the value k; gaps are allowed. Each function returns None where a coefficient is undefined (0/0): nobody varied.
Notation and formulas: Cohen 1960, Scott 1955, Fleiss 1971, Conger 1980, Brennan and Prediger 1981, Gwet 2008,
Krippendorff 2004, chapter 11.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

Floats = NDArray[np.float64]
MISSING = -1


@dataclass(frozen=True, slots=True)
class Values:
    """What each coder gave each unit: `codes[i, j]` is the place of coder j's value among `categories`, -1 a gap."""

    codes: NDArray[np.int64]
    weights: Floats
    categories: tuple[Hashable, ...]

    @property
    def coders(self) -> int:
        """How many coders there are."""
        return int(self.codes.shape[1])

    def counts(self) -> Floats:
        """Return how many coders gave each unit each value: units x categories."""
        found = np.zeros((self.codes.shape[0], len(self.categories)))
        for coder in range(self.coders):
            present = self.codes[:, coder] != MISSING
            found[np.flatnonzero(present), self.codes[present, coder]] += 1
        return found

    def complete(self) -> Values:
        """Return the units that every coder gave a value."""
        whole = (self.codes != MISSING).all(axis=1)
        return Values(self.codes[whole], self.weights[whole], self.categories)


def values_of(
    by_coder: Sequence[Sequence[Any]], categories: Sequence[Hashable] = (), weights: Sequence[float] | None = None
) -> Values:
    """Return what the coders gave the units; None is a gap. `categories`: all there are, used or not."""
    known = tuple(categories) or tuple(dict.fromkeys(v for row in by_coder for v in row if v is not None))
    place = {value: at for at, value in enumerate(known)}
    rows = [[MISSING if value is None else place[value] for value in row] for row in by_coder]
    codes = np.array(rows, dtype=np.int64).T
    return Values(codes, np.ones(len(codes)) if weights is None else np.array(weights, dtype=float), known)


def values_of_table(table: Sequence[Sequence[int]], categories: Sequence[Hashable]) -> Values:
    """Return the units of a table of two coders: rows the first one's values, columns the second one's."""
    cells = [(a, b, count) for a, row in enumerate(table) for b, count in enumerate(row) if count]
    codes = np.array([(a, b) for a, b, _ in cells], dtype=np.int64)
    return Values(codes, np.array([count for *_, count in cells], dtype=float), tuple(categories))


def percent_agreement(values: Values) -> float | None:
    """Return the mean over units with two values or more of the share of pairs of coders that agree."""
    counts = values.counts()
    number = counts.sum(axis=1)
    paired = number >= 2
    pairs = number[paired] * (number[paired] - 1)
    shares = (counts[paired] * (counts[paired] - 1)).sum(axis=1) / pairs
    return _share(float(shares @ values.weights[paired]), float(values.weights[paired].sum()))


def cohen_expected_agreement(values: Values) -> float | None:
    """Return the agreement that two coders' own shares of the values would give by chance."""
    whole = values.complete()
    shares = [_shares(whole, coder) for coder in range(2)]
    return None if not len(whole.weights) else float(shares[0] @ shares[1])


def cohen_kappa(values: Values) -> float | None:
    """Return Cohen's kappa of two coders over the units that both gave a value."""
    whole = values.complete()
    return _corrected(percent_agreement(whole), cohen_expected_agreement(whole))


def conger_expected_agreement(values: Values) -> float | None:
    """Return the mean over pairs of coders of the agreement that their own shares of the values would give."""
    whole = values.complete()
    if not len(whole.weights):
        return None
    shares = [_shares(whole, coder) for coder in range(whole.coders)]
    expected = [float(one @ other) for one, other in combinations(shares, 2)]
    return sum(expected) / len(expected)


def conger_kappa(values: Values) -> float | None:
    """Return Conger's kappa: Cohen's for any number of coders."""
    return _corrected(percent_agreement(values.complete()), conger_expected_agreement(values))


def fleiss_expected_agreement(values: Values) -> float | None:
    """Return the agreement that all coders' shares of the values together would give."""
    pooled = _pooled(values.complete())
    return None if pooled is None else float(pooled @ pooled)


def fleiss_kappa(values: Values) -> float | None:
    """Return Fleiss' kappa over the units that all coders gave a value; for two coders it is Scott's pi."""
    return _corrected(percent_agreement(values.complete()), fleiss_expected_agreement(values))


scott_pi = fleiss_kappa


def fleiss_kappa_category(values: Values, category: Hashable) -> float | None:
    """Return Fleiss' kappa of one value: (P_k - p_k) / (1 - p_k)."""
    whole = values.complete()
    counts, pooled = whole.counts()[:, whole.categories.index(category)], _pooled(whole)
    given = float(counts @ whole.weights)
    if pooled is None or not given:
        return None
    both = float((counts * (counts - 1)) @ whole.weights) / (given * (whole.coders - 1))
    return _corrected(both, float(pooled[whole.categories.index(category)]))


def brennan_prediger(values: Values) -> float | None:
    """Return (Po - 1/q) / (1 - 1/q), where q counts the values there are, not those used."""
    return _corrected(percent_agreement(values), even_expected_agreement(values))


def even_expected_agreement(values: Values) -> float | None:
    """Return 1/q: the agreement where all values there are, used or not, are given alike often."""
    q = len(values.categories)
    return 1 / q if q > 1 else None


def gwet_ac1(values: Values) -> float | None:
    """Return Gwet's AC1: chance is small where nearly all units have one value."""
    return _corrected(percent_agreement(values), gwet_expected_agreement(values))


def gwet_expected_agreement(values: Values) -> float | None:
    """Return the sum of pi_k (1 - pi_k) / (q - 1), where pi_k is the mean share of value k in a unit."""
    counts = values.counts()
    number = counts.sum(axis=1)
    rated = number >= 1
    q = len(values.categories)
    if not rated.any() or q < 2:
        return None
    weights = values.weights[rated]
    pi = (counts[rated] / number[rated, None] * weights[:, None]).sum(axis=0) / weights.sum()
    return float((pi * (1 - pi)).sum() / (q - 1))


def alpha_observed_disagreement(values: Values) -> float | None:
    """Return Krippendorff's D_o for nominal values: the share of pairs within units that differ."""
    found = _disagreements(values)
    return None if found is None else found[0]


def alpha_expected_disagreement(values: Values) -> float | None:
    """Return Krippendorff's D_e for nominal values: the share of all pairs that differ."""
    found = _disagreements(values)
    return None if found is None else found[1]


def krippendorff_alpha_nominal(values: Values) -> float | None:
    """Return Krippendorff's alpha for nominal values: 1 - D_o / D_e over units with two values or more."""
    found = _disagreements(values)
    return None if found is None or not found[1] else 1 - found[0] / found[1]


def alpha_over_codes(codes: Sequence[Values]) -> float | None:
    """Return 1 - sum of D_o / sum of D_e over codes, each a value present or absent: never a mean of alphas."""
    found = [one for one in map(_disagreements, codes) if one is not None]
    expected = sum(one[1] for one in found)
    return 1 - sum(one[0] for one in found) / expected if expected else None


def corrected_over_codes(codes: Sequence[Values], expected: Callable[[Values], float | None]) -> float | None:
    """Return 1 - sum of (1 - Po) / sum of (1 - Pe) over codes, each a value present or absent: never a mean."""
    found = [(percent_agreement(one), expected(one)) for one in codes]
    known = [(observed, chance) for observed, chance in found if observed is not None and chance is not None]
    beyond = sum(1 - chance for _, chance in known)
    return 1 - sum(1 - observed for observed, _ in known) / beyond if beyond > 1e-12 else None


def holsti_units(values: Values) -> float | None:
    """Return the mean over pairs of coders of 2M / (N1 + N2) on fixed units."""
    shares = []
    for one, other in combinations(range(values.coders), 2):
        both = (values.codes[:, one] != MISSING) & (values.codes[:, other] != MISSING)
        same = both & (values.codes[:, one] == values.codes[:, other])
        shares.append(_share(float(values.weights[same].sum()), float(values.weights[both].sum())))
    known = [share for share in shares if share is not None]
    return sum(known) / len(known) if known else None


def _disagreements(values: Values) -> tuple[float, float] | None:
    counts = values.counts()
    number = counts.sum(axis=1)
    paired = number >= 2
    counts, number, weights = counts[paired], number[paired], values.weights[paired]
    n = float(number @ weights)
    if n <= 1:
        return None
    within = (number**2 - (counts**2).sum(axis=1)) / (number - 1)
    totals = (counts * weights[:, None]).sum(axis=0)
    return float(within @ weights) / n, float(n**2 - (totals**2).sum()) / (n * (n - 1))


def _shares(values: Values, coder: int) -> Floats:
    found = np.bincount(values.codes[:, coder], weights=values.weights, minlength=len(values.categories))
    return np.asarray(found / max(values.weights.sum(), 1e-300), dtype=np.float64)


def _pooled(values: Values) -> Floats | None:
    totals = (values.counts() * values.weights[:, None]).sum(axis=0)
    return totals / totals.sum() if totals.sum() else None


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _corrected(observed: float | None, expected: float | None) -> float | None:
    """Return (Po - Pe) / (1 - Pe), None where chance alone would give full agreement."""
    if observed is None or expected is None or abs(1 - expected) < 1e-12:
        return None
    return (observed - expected) / (1 - expected)
