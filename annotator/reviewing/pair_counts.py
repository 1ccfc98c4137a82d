"""How many units two coders coded: both, only one, neither; and the agreement that follows. All of it adds up.

Units are sentences (the default), paragraphs, or characters. A sentence or paragraph is coded when a coding covers
one of its characters. Counts stand by block, so that intervals can draw blocks anew.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from annotator.model.passages import paragraphs
from annotator.model.progress import covered
from annotator.model.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Unit = Literal["sentence", "character", "paragraph"]
Span = tuple[int, int]
Floats = NDArray[np.float64]
BOTH, A_ONLY, B_ONLY, NEITHER = range(4)


def blocks_of(text: str) -> list[Span]:
    """Return the paragraphs of a text: what intervals draw where there are few articles."""
    return paragraphs(text)


def units_of(text: str, unit: Unit, aside: Iterable[Span] = ()) -> list[Span]:
    """Return the sentences or paragraphs of a text; for characters the text between what is set aside."""
    whole = paragraphs(text) if unit != "sentence" else sentences(text)
    away = covered(aside)
    if unit == "character":
        return [left for span in whole for left in _without(span, away)]
    starts = [start for start, _ in away]
    return [span for span in whole if not _holds(away, starts, span)]


def percent(counts: Floats) -> Floats:
    """Return the share of units on which the two agree; NaN without units. The last axis holds the four counts."""
    with np.errstate(invalid="ignore", divide="ignore"):
        share: Floats = (counts[..., BOTH] + counts[..., NEITHER]) / counts.sum(axis=-1)
    return share


def disagreements(counts: Floats) -> tuple[Floats, Floats]:
    """Return Krippendorff's D_o and D_e of one code, present or absent."""
    n = 2 * counts.sum(axis=-1)
    ones = 2 * counts[..., BOTH] + counts[..., A_ONLY] + counts[..., B_ONLY]
    with np.errstate(invalid="ignore", divide="ignore"):
        observed = 2 * (counts[..., A_ONLY] + counts[..., B_ONLY]) / n
        return observed, 2 * ones * (n - ones) / (n * (n - 1))


def alpha(counts: Floats) -> Floats:
    """Return Krippendorff's alpha; NaN where nobody, or everybody, coded everything."""
    observed, expected = disagreements(counts)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(expected > 0, 1 - observed / expected, np.nan)


def pooled_alpha(counts: Floats) -> Floats:
    """Return 1 - sum of D_o / sum of D_e over the last axis but one, the codes; never a mean of alphas."""
    observed, expected = (np.nansum(part, axis=-1) for part in disagreements(counts))
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(expected > 0, 1 - observed / expected, np.nan)


def kappa(counts: Floats) -> Floats:
    """Return Cohen's kappa; NaN where chance alone would give full agreement."""
    total = counts.sum(axis=-1)
    with np.errstate(invalid="ignore", divide="ignore"):
        a, b = (counts[..., BOTH] + counts[..., A_ONLY]) / total, (counts[..., BOTH] + counts[..., B_ONLY]) / total
        expected = a * b + (1 - a) * (1 - b)
        return np.where(np.abs(1 - expected) > 1e-12, (percent(counts) - expected) / (1 - expected), np.nan)


def f1(counts: Floats) -> Floats:
    """Return 2 both / (A + B); NaN where neither coded anything."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return 2 * counts[..., BOTH] / (2 * counts[..., BOTH] + counts[..., A_ONLY] + counts[..., B_ONLY])


def _without(span: Span, away: Sequence[Span]) -> Iterable[Span]:
    start, end = span
    for low, high in away[max(0, bisect_right(away, (start, start)) - 1) :]:
        if low >= end:
            break
        if low > start:
            yield start, low
        start = max(start, high)
    if start < end:
        yield start, end


def _holds(away: Sequence[Span], starts: Sequence[int], span: Span) -> bool:
    place = bisect_right(starts, span[0]) - 1
    return place >= 0 and away[place][1] >= span[1]
