"""Which units of an article each coder marked with which code: what all counts of agreement are made of.

Units are sentences, paragraphs, or for characters the stretches between all borders, each with its length. A unit is
marked when a passage covers one of its characters; several passages of one code in it count once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from annotator.reviewing.pair_counts import Floats, Span, Unit

Rows = dict[int, list["Span"]]  # number of a code's row -> passages


@dataclass(frozen=True, slots=True)
class Marks:
    """`marked[coder, row, unit]`; `weights[unit]` the length; `drawn[unit, block]` the length in the block it is in."""

    marked: NDArray[np.bool_]
    weights: Floats
    drawn: Floats

    def table(self, one: int, other: int) -> Floats:
        """Return blocks x rows x (both, only one, only other, neither) of two coders."""
        a, b = self.marked[one], self.marked[other]
        cells = [(part @ self.drawn).T for part in (a & b, a & ~b, ~a & b, ~a & ~b)]
        return np.stack(cells, axis=-1)


def marks_of(units: Sequence[Span], blocks: Sequence[Span], coders: Sequence[Rows], rows: int, unit: Unit) -> Marks:
    """Return what each coder marked. `blocks`: what intervals draw; blocks and units come in the order of the text."""
    pieces = list(_pieces(units, coders)) if unit == "character" else list(units)
    starts, ends = [start for start, _ in pieces], [end for _, end in pieces]
    marked = np.zeros((len(coders), rows, len(pieces)), dtype=bool)
    for coder, by_row in enumerate(coders):
        for row, spans in by_row.items():
            for start, end in spans:
                marked[coder, row, bisect_right(ends, start) : bisect_left(starts, end)] = True
    weights = np.array([end - start if unit == "character" else 1 for start, end in pieces], dtype=float)
    drawn = np.zeros((len(pieces), len(blocks)))
    drawn[np.arange(len(pieces)), _blocks(starts, blocks)] = weights
    return Marks(marked, weights, drawn)


def spans_by_row(codings: Iterable[tuple[str, Span]], rows: Mapping[str, Sequence[int]]) -> Rows:
    """Return the passages of each row. `rows`: code -> the rows in which it counts, none for what is not looked at."""
    found: Rows = {}
    for code, span in codings:
        for row in rows.get(code, ()):
            found.setdefault(row, []).append(span)
    return found


def _blocks(starts: Sequence[int], blocks: Sequence[Span]) -> NDArray[np.int64]:
    found = np.searchsorted([start for start, _ in blocks], starts, side="right") - 1
    return np.maximum(found, 0).astype(np.int64)


def _pieces(units: Sequence[Span], coders: Iterable[Rows]) -> Iterable[Span]:
    """Yield the units cut at every border of a passage."""
    borders = {border for by_row in coders for spans in by_row.values() for span in spans for border in span}
    cuts = sorted(borders)
    for start, end in units:
        inside = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
        yield from zip([start, *inside], [*inside, end], strict=True)
