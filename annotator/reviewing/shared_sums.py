"""What adds up over articles when several coders are compared, and the coefficients that follow from the sums.

The formulas are those of `agreement.py` for a code that is present or absent (Krippendorff 2004, Fleiss 1971), put so
that the sums of articles, and of codes, only have to be added, or weighted for an interval.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from annotator.reviewing.marks import Marks
    from annotator.reviewing.pair_counts import Floats

SUMS = 10
VALUES, ONES, APART, ALIKE, UNITS, SOME, ALL, WHOLE, WHOLE_ONES, WHOLE_ALIKE = range(SUMS)


def alpha(sums: Floats) -> Floats:
    """Return Krippendorff's alpha of one code, present or absent; NaN where nobody varied."""
    observed, expected = _disagreements(sums)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(expected > 0, 1 - observed / expected, np.nan)


def pooled_alpha(sums: Floats) -> Floats:
    """Return 1 - sum of D_o / sum of D_e over the codes, the last axis but one."""
    observed, expected = (np.nansum(part, axis=-1) for part in _disagreements(sums))
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(expected > 0, 1 - observed / expected, np.nan)


def percent(sums: Floats) -> Floats:
    """Return the mean over units of the share of pairs of coders that agree."""
    with np.errstate(invalid="ignore", divide="ignore"):
        share: Floats = sums[..., ALIKE] / sums[..., UNITS]
    return share


def fleiss(sums: Floats) -> Floats:
    """Return Fleiss' kappa over the units that all coders have read."""
    with np.errstate(invalid="ignore", divide="ignore"):
        observed, share = sums[..., WHOLE_ALIKE] / sums[..., WHOLE], sums[..., WHOLE_ONES] / sums[..., WHOLE]
        expected = share**2 + (1 - share) ** 2
        return np.where(np.abs(1 - expected) > 1e-12, (observed - expected) / (1 - expected), np.nan)


def _disagreements(sums: Floats) -> tuple[Floats, Floats]:
    n, ones = sums[..., VALUES], sums[..., ONES]
    with np.errstate(invalid="ignore", divide="ignore"):
        return sums[..., APART] / n, 2 * ones * (n - ones) / (n * (n - 1))


def shared_sums(marks: Marks, coders: int) -> Floats:
    """Return blocks x codes x sums of an article that `r` of all the coders have finished."""
    r = marks.marked.shape[0]
    k = marks.marked.sum(axis=0, dtype=float)  # codes x units
    whole = 1.0 if r == coders else 0.0
    one = np.ones_like(k)
    alike = (k * (k - 1) + (r - k) * (r - k - 1)) / (r * (r - 1))
    parts = {
        VALUES: one * r, ONES: k, APART: 2 * k * (r - k) / (r - 1), ALIKE: alike, UNITS: one, SOME: k > 0, ALL: k == r,
        WHOLE: one * whole, WHOLE_ONES: k / r * whole, WHOLE_ALIKE: alike * whole,
    }  # fmt: skip
    return np.stack([(parts[kind] @ marks.drawn).T for kind in range(SUMS)], axis=-1)
