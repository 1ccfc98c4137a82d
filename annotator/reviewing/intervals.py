"""How far a figure can be relied on: percentile bootstrap over articles, or over paragraphs where those are few.

Blocks are drawn again as often as there are blocks, each draw as weights on stored sums, so a run costs one product
of matrices. A fixed seed makes the figures come out the same; it is told in the report.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.reviewing.pair_counts import Floats

RUNS, SEED = 1_000, 20_260
FEWEST_ARTICLES, FEWEST_BLOCKS = 10, 5
MOST_UNDEFINED = 0.1
FAILING = (0.667, 0.8)  # Krippendorff's lines


@dataclass(frozen=True, slots=True)
class Interval:
    """95 % of the runs lie between `low` and `high`; none where `why` says so. `failing`: share below .667 and .800."""

    low: float | None
    high: float | None
    why: str = ""
    failing: tuple[float, float] | None = None
    undefined: int = 0


def weights(blocks: int, runs: int = RUNS, seed: int = SEED) -> Floats:
    """Return runs x blocks: how often each block is drawn in each run."""
    drawn = np.random.default_rng(seed).multinomial(blocks, np.full(blocks, 1 / blocks), size=runs)
    return drawn.astype(np.float64)


def too_few(blocks: int) -> str:
    """Return why no interval is given, empty when there are blocks enough."""
    return f"fewer than {FEWEST_BLOCKS} paragraphs to draw from" if blocks < FEWEST_BLOCKS else ""


def intervals(sums: Floats, figure: Callable[[Floats], Floats], runs: int = RUNS, seed: int = SEED) -> list[Interval]:
    """Return the interval of a figure for each row of `sums` (blocks x rows x counts)."""
    why = too_few(len(sums))
    if why:
        return [Interval(None, None, why) for _ in range(sums.shape[1])]
    drawn = np.tensordot(weights(len(sums), runs, seed), sums, axes=1)  # runs x rows x counts
    found = figure(drawn)
    return [_interval(found[:, row]) for row in range(found.shape[1])]


def interval_of_runs(found: Floats) -> Interval:
    """Return the interval of figures that were computed run by run."""
    return _interval(found)


def _interval(found: Floats) -> Interval:
    known = found[~np.isnan(found)]
    undefined = len(found) - len(known)
    if undefined > MOST_UNDEFINED * len(found):
        return Interval(None, None, "undefined in more than a tenth of the runs", undefined=undefined)
    low, high = np.percentile(known, [2.5, 97.5])
    failing = tuple(float((known < line).mean()) for line in FAILING)
    return Interval(float(low), float(high), failing=(failing[0], failing[1]), undefined=undefined)
