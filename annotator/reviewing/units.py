"""How passages become units that can be counted: stretches between all borders, each with its length.

Passages are half open spans of code points. Those of one coder and code are united first, so that coding a place twice
counts once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from annotator.model.progress import covered
from annotator.reviewing.agreement import Values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    _Share = Callable[[float, float, float], float]

Span = tuple[int, int]


def character_units(spans_by_coder: Sequence[Iterable[Span]], begin: int, end: int) -> Values:
    """Return the text from `begin` to `end` cut at every border: value 1 where a coder coded, 0 elsewhere."""
    united = [_within(covered(spans), begin, end) for spans in spans_by_coder]
    borders = sorted({begin, end, *(border for spans in united for span in spans for border in span)})
    starts = np.array(borders[:-1], dtype=np.int64)
    codes = np.zeros((len(starts), len(united)), dtype=np.int64)
    for coder, spans in enumerate(united):
        for start, stop in spans:
            codes[np.searchsorted(starts, start) : np.searchsorted(starts, stop), coder] = 1
    return Values(codes, np.diff(np.array(borders, dtype=float)), (0, 1))


def united(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in order, those that overlap made one; those that only touch stay two."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def pooled(parts: Sequence[Values]) -> Values:
    """Return the units of several texts together; all must have the same coders."""
    return Values(
        np.concatenate([part.codes for part in parts]),
        np.concatenate([part.weights for part in parts]),
        parts[0].categories,
    )


def overlap_f1(values: Values) -> float | None:
    """Return 2 both / (A + B) in characters, the mean over pairs of coders; uncoded text does not count."""
    return _of_pairs(values, lambda both, one, other: 2 * both / (one + other))


def overlap_jaccard(values: Values) -> float | None:
    """Return both / (A or B) in characters, the mean over pairs of coders."""
    return _of_pairs(values, lambda both, one, other: both / (one + other - both))


def _of_pairs(values: Values, share: _Share) -> float | None:
    found = []
    coded = values.codes == 1
    for one in range(values.coders):
        for other in range(one + 1, values.coders):
            both = float(values.weights[coded[:, one] & coded[:, other]].sum())
            alone = float(values.weights[coded[:, one]].sum()), float(values.weights[coded[:, other]].sum())
            if sum(alone):
                found.append(share(both, *alone))
    return sum(found) / len(found) if found else None


def _within(spans: Iterable[Span], begin: int, end: int) -> list[Span]:
    cut = ((max(begin, start), min(end, stop)) for start, stop in spans)
    return [(start, stop) for start, stop in cut if start < stop]
