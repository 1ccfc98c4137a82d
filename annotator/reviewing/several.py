"""Three and more coders' work compared: figures for each code and over all, and how each two of them agree.

Articles that only some have finished count for those. Alpha and percent take every unit with two values or more;
Fleiss' kappa only the articles that all have finished; F1 is the mean over pairs.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import isnan
from typing import TYPE_CHECKING

import numpy as np

from annotator.reviewing import pair_counts
from annotator.reviewing.comparison import NEWER, NO_VARIATION, passages, rows_of
from annotator.reviewing.intervals import FEWEST_ARTICLES, Interval, interval_of_runs, intervals, too_few, weights
from annotator.reviewing.marks import marks_of, spans_by_row
from annotator.reviewing.pair_counts import blocks_of, units_of
from annotator.reviewing.shared_sums import ALL, SOME, SUMS, UNITS, alpha, fleiss, percent, pooled_alpha, shared_sums

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from annotator.model.records import Coding
    from annotator.reviewing.comparison import Below
    from annotator.reviewing.pair_counts import Floats, Span, Unit


@dataclass(frozen=True, slots=True)
class SharedArticle:
    """An article as those coded it who have finished it, by coder. `aside`: what is set aside and does not count."""

    article: str
    text: str
    codings: Mapping[str, tuple[Coding, ...]]
    aside: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedFigures:
    """What is told of a code, or of all: shares from 0 to 1, None where undefined; counts are of units.

    `some` were coded by somebody, `all` by everybody who had finished. `used_by`: the coders who used the code.
    """

    code: str
    percent: float | None
    alpha: float | None
    interval: Interval
    fleiss: float | None
    f1: float | None
    some: int
    all: int
    used_by: tuple[str, ...] = ()
    undefined: str = ""

    @property
    def chance_corrected(self) -> float | None:
        """Fleiss' kappa, as the kappa of two coders is Cohen's."""
        return self.fleiss


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """How two of the coders agree over all codes, on how many articles."""

    a: str
    b: str
    articles: int
    percent: float | None
    alpha: float | None
    f1: float | None


@dataclass(frozen=True, slots=True)
class SharedComparison:
    """Everything a comparison of several coders tells. `drawn`: what the intervals draw."""

    unit: Unit
    coders: tuple[str, ...]
    rows: tuple[SharedFigures, ...]
    pooled: SharedFigures
    pairs: tuple[PairAgreement, ...]
    drawn: str
    not_comparable: frozenset[tuple[str, str]] = frozenset()


def compare_several(
    work: Sequence[SharedArticle],
    coders: Sequence[str],
    codes: Sequence[str],
    unit: Unit = "sentence",
    *,
    below: Below | None = None,
    not_comparable: Collection[tuple[str, str]] = (),
) -> SharedComparison:
    """Return how the coders' work compares. Articles that fewer than two have finished are left out.

    `codes` in the order of the scheme; only those that somebody used get a row. With `below` a row tells of a code
    with its sub-codes; the figures over all codes still count each coding once.
    """
    shared = [one for one in work if sum(coder in one.codings for coder in coders) > 1]
    used = {each.code for one in shared for coder in coders for each in one.codings.get(coder, ())}
    counts = SharedCounts(shared, coders, [code for code in codes if code in used], unit, None, not_comparable)
    rows = counts
    if below is not None:
        wider = [code for code in codes if not used.isdisjoint(below.get(code, ()))]
        rows = SharedCounts(shared, coders, wider, unit, below, not_comparable)
    return SharedComparison(
        unit, tuple(coders), tuple(rows.figures()), counts.pooled(), tuple(counts.pairs()), counts.drawn,
        frozenset(not_comparable),
    )  # fmt: skip


class SharedCounts:
    """The sums of a comparison: blocks x codes x sums, and of each two coders blocks x codes x four counts."""

    def __init__(
        self,
        work: Sequence[SharedArticle],
        coders: Sequence[str],
        codes: Sequence[str],
        unit: Unit,
        below: Below | None,
        not_comparable: Collection[tuple[str, str]],
    ) -> None:
        self.codes, self.coders = codes, coders
        self._below = {code: below.get(code, (code,)) if below else (code,) for code in codes}
        self._pairs: dict[tuple[str, str], tuple[int, Floats]] = {}
        self._used = np.zeros((len(coders), len(codes)), dtype=bool)
        enough = len(work) >= FEWEST_ARTICLES
        self.drawn = "articles" if enough else "paragraphs"
        found = [self._article(one, unit, not_comparable, whole=enough) for one in work]
        self.sums = np.concatenate(found) if found else np.zeros((0, len(codes), SUMS))

    def figures(self) -> list[SharedFigures]:
        """Return a row for each code."""
        found = intervals(self.sums, alpha)
        each = enumerate(zip(self.codes, self._total, found, strict=True))
        return [self._row(code, sums, interval, self._f1[at], self._users(at)) for at, (code, sums, interval) in each]

    def pooled(self) -> SharedFigures:
        """Return the figures over all codes: alpha from summed disagreements, the others from summed counts."""
        tables = [counts.sum(axis=0) for _, counts in self._pairs.values()]
        total = self._total.sum(axis=0)
        row = self._row("", total, Interval(None, None), _mean(tables), tuple(self.coders))
        value = _known(pooled_alpha(self._total)) if len(self.codes) else None
        return SharedFigures(
            "", row.percent, value, self._pooled_interval(), row.fleiss, row.f1, row.some, row.all, row.used_by,
            "" if value is not None else NO_VARIATION,
        )  # fmt: skip

    def pairs(self) -> list[PairAgreement]:
        """Return how each two agree on the articles that both have finished."""
        found = []
        for one, other in combinations(self.coders, 2):
            articles, counts = self._pairs.get((one, other), (0, np.zeros((len(self.codes), 4))))
            whole = counts.sum(axis=0)
            value = _known(pair_counts.pooled_alpha(counts)) if len(counts) else None
            figures = _known(pair_counts.percent(whole)), value, _known(pair_counts.f1(whole))
            found.append(PairAgreement(one, other, articles, *figures))
        return found

    def _article(
        self, one: SharedArticle, unit: Unit, not_comparable: Collection[tuple[str, str]], *, whole: bool
    ) -> Floats:
        present = [coder for coder in self.coders if coder in one.codings]
        rows = rows_of(self._below)
        by_coder = [spans_by_row(passages(one.codings[coder], one.text), rows) for coder in present]
        blocks = [(0, len(one.text))] if whole else blocks_of(one.text)
        marks = marks_of(units_of(one.text, unit, one.aside), blocks, by_coder, len(self.codes), unit)
        compared = np.array([(code, one.article) not in not_comparable for code in self.codes], dtype=bool)
        for (a, coder), (b, other) in combinations(enumerate(present), 2):
            articles, counts = self._pairs.get((coder, other), (0, np.zeros((len(self.codes), 4))))
            table = marks.table(a, b).sum(axis=0) * compared[:, None]
            self._pairs[coder, other] = articles + 1, counts + table
        for coder, marked in zip(present, marks.marked, strict=True):
            self._used[self.coders.index(coder)] |= marked.any(axis=1)
        found: Floats = shared_sums(marks, len(self.coders)) * compared[None, :, None]
        return found

    def _users(self, row: int) -> tuple[str, ...]:
        return tuple(coder for coder, used in zip(self.coders, self._used[:, row], strict=True) if used)

    @cached_property
    def _total(self) -> Floats:
        total: Floats = self.sums.sum(axis=0)
        return total

    @cached_property
    def _f1(self) -> list[float | None]:
        tables = [counts for _, counts in self._pairs.values()]
        return [_mean([counts[row] for counts in tables]) for row in range(len(self.codes))]

    def _row(
        self, code: str, sums: Floats, interval: Interval, f1: float | None, used_by: tuple[str, ...]
    ) -> SharedFigures:
        value = _known(alpha(sums))
        why = NEWER if not sums[UNITS] else NO_VARIATION if value is None else ""
        return SharedFigures(
            code, _known(percent(sums)), value, interval, _known(fleiss(sums)), f1, round(float(sums[SOME])),
            round(float(sums[ALL])), used_by, why,
        )  # fmt: skip

    def _pooled_interval(self) -> Interval:
        why = too_few(len(self.sums))
        if why or not self.codes:
            return Interval(None, None, why or NO_VARIATION)
        return interval_of_runs(pooled_alpha(np.tensordot(weights(len(self.sums)), self.sums, axes=1)))


def _mean(tables: Sequence[Floats]) -> float | None:
    """Return the mean F1 over pairs of coders, those left out who coded nothing."""
    known = [one for one in (_known(pair_counts.f1(table)) for table in tables) if one is not None]
    return sum(known) / len(known) if known else None


def _known(value: Floats) -> float | None:
    number = float(value)
    return None if isnan(number) else number
