"""What several coders gave the units of all their articles, for measures that need every unit and not only sums."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from annotator.reviewing.agreement import MISSING, Values
from annotator.reviewing.comparison import passages
from annotator.reviewing.marks import marks_of, spans_by_row
from annotator.reviewing.pair_counts import units_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from annotator.reviewing.pair_counts import Floats, Unit
    from annotator.reviewing.several import SharedArticle


@dataclass(frozen=True, slots=True)
class MarkedUnits:
    """`given[coder, code, unit]` is 1 where a coder gave a unit the code, 0 where not, -1 where it was not finished."""

    given: NDArray[np.int64]
    weights: Floats
    codes: tuple[str, ...]

    def present(self) -> list[Values]:
        """Return for each code the units as having it or not."""
        return [Values(self.given[:, row].T, self.weights, (0, 1)) for row in range(len(self.codes))]

    def one_of(self) -> Values:
        """Return the units with the one code that a coder gave them, or none; no unit may have two of a coder's."""
        numbers = np.arange(1, len(self.codes) + 1)[:, None]
        missing = (self.given == MISSING).any(axis=1)
        values = np.where(missing, MISSING, (self.given * numbers).sum(axis=1))
        return Values(values.T, self.weights, ("", *self.codes))

    def sets(self) -> list[list[frozenset[str] | None]]:
        """Return for each coder the set of codes of each unit, None where it was not finished."""
        return [list(self._sets_of(coder)) for coder in range(len(self.given))]

    def _sets_of(self, coder: int) -> Iterator[frozenset[str] | None]:
        for column in self.given[coder].T:
            missing = bool((column == MISSING).any())
            yield None if missing else frozenset(self.codes[row] for row in np.flatnonzero(column))


def marked_units(work: Sequence[SharedArticle], coders: Sequence[str], codes: Sequence[str], unit: Unit) -> MarkedUnits:
    """Return what the coders gave the units of their articles; for characters with the length of each stretch."""
    parts = [_of_article(one, coders, codes, unit) for one in work]
    given = [one for one, _ in parts] or [np.zeros((len(coders), len(codes), 0), dtype=np.int64)]
    weights = [one for _, one in parts] or [np.zeros(0)]
    return MarkedUnits(np.concatenate(given, axis=2), np.concatenate(weights), tuple(codes))


def _of_article(
    one: SharedArticle, coders: Sequence[str], codes: Sequence[str], unit: Unit
) -> tuple[NDArray[np.int64], Floats]:
    rows = {code: (row,) for row, code in enumerate(codes)}
    by_coder = [spans_by_row(passages(one.codings.get(coder, ()), one.text), rows) for coder in coders]
    units = units_of(one.text, unit, one.aside)
    marks = marks_of(units, [(0, len(one.text))], by_coder, len(codes), unit)
    given = marks.marked.astype(np.int64)
    given[[place for place, coder in enumerate(coders) if coder not in one.codings]] = MISSING
    return given, marks.weights
