"""Two coders' work on some articles compared: figures for each code and over all, and the differences."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from math import isnan
from typing import TYPE_CHECKING, Literal, cast

import numpy as np

from annotator.model.passages import trim
from annotator.reviewing import pair_counts
from annotator.reviewing.differences import Compared, compare_codings
from annotator.reviewing.intervals import FEWEST_ARTICLES, Interval, interval_of_runs, intervals, too_few, weights
from annotator.reviewing.marks import marks_of, spans_by_row
from annotator.reviewing.pair_counts import A_ONLY, B_ONLY, BOTH, blocks_of, units_of
from annotator.reviewing.segments import STRICT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model.records import Coding
    from annotator.reviewing.pair_counts import Floats, Span

Unit = Literal["sentence", "character", "paragraph", "segment"]
NO_VARIATION = "no variation: nobody, or everybody, coded everything"
NO_NEITHER = "passages have no places that nobody coded, so chance cannot be corrected for"
NOTHING = "neither coded anything"
NEWER = "the code was made after one of them had finished"
Below = Mapping[str, Collection[str]]  # code -> codes counted with it, itself included


@dataclass(frozen=True, slots=True)
class ArticleWork:
    """An article as two coders coded it. `aside`: what is set aside and does not count."""

    article: str
    text: str
    a: tuple[Coding, ...]
    b: tuple[Coding, ...]
    aside: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """What is told of a code, or of all together: shares from 0 to 1, None where undefined; counts are of units."""

    code: str
    percent: float | None
    alpha: float | None
    interval: Interval
    kappa: float | None
    f1: float | None
    a_only: int
    both: int
    b_only: int
    undefined: str = ""

    @property
    def chance_corrected(self) -> float | None:
        """Cohen's kappa, as the kappa of several coders is Fleiss'."""
        return self.kappa


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything a comparison tells. `drawn`: what the intervals draw, articles or paragraphs.

    `not_comparable`: (code, article) where the code was made after somebody had finished; they do not count.
    """

    unit: Unit
    threshold: float
    rows: tuple[Figures, ...]
    pooled: Figures
    compared: tuple[tuple[str, Compared], ...]
    drawn: str
    not_comparable: frozenset[tuple[str, str]] = frozenset()


def compare(
    work: Sequence[ArticleWork],
    codes: Sequence[str],
    unit: Unit = "sentence",
    threshold: float = STRICT,
    *,
    below: Below | None = None,
    not_comparable: Collection[tuple[str, str]] = (),
) -> Comparison:
    """Return how two coders' work compares. `codes`, in the order of the scheme, are those looked at.

    Only codes that one of the two used get a row. Several places of one code in a unit count once. With `below` a row
    tells of a code with its sub-codes; the figures over all codes still count each coding once.
    """
    compared = [(one.article, compare_work(one, codes, threshold)) for one in work]
    used = {coding.code for one in work for coding in (*one.a, *one.b)}
    counts = Counts(work, [code for code in codes if code in used], unit, threshold, not_comparable=not_comparable)
    rows = counts
    if below is not None:
        wider = [code for code in codes if not used.isdisjoint(below.get(code, ()))]
        rows = Counts(work, wider, unit, threshold, below=below, not_comparable=not_comparable)
    return Comparison(
        unit, threshold, tuple(rows.figures()), counts.pooled(), tuple(compared), counts.drawn,
        frozenset(not_comparable),
    )  # fmt: skip


def compare_work(one: ArticleWork, codes: Sequence[str], threshold: float) -> Compared:
    """Return where two coders' work on one article matches and differs; only these codes are looked at."""
    known = set(codes)
    a, b = ([coding for coding in codings if coding.code in known] for codings in (one.a, one.b))
    return compare_codings(a, b, threshold)


class Counts:
    """The counts of a comparison: blocks x codes x (both, A only, B only, neither)."""

    def __init__(
        self,
        work: Sequence[ArticleWork],
        codes: Sequence[str],
        unit: Unit,
        threshold: float = STRICT,
        *,
        below: Below | None = None,
        not_comparable: Collection[tuple[str, str]] = (),
    ) -> None:
        self.codes, self.unit, self._threshold = codes, unit, threshold
        self._below = {code: below.get(code, (code,)) if below else (code,) for code in codes}
        self.of_articles = [self._of_passages(one) if unit == "segment" else self._of_units(one) for one in work]
        for one, part in zip(work, self.of_articles, strict=True):
            part[:, [place for place, code in enumerate(codes) if (code, one.article) in not_comparable]] = 0
        enough = len(work) >= FEWEST_ARTICLES
        self.drawn = "articles" if enough else "paragraphs"
        blocks = [part.sum(axis=0, keepdims=True) for part in self.of_articles] if enough else self.of_articles
        self.sums = np.concatenate(blocks) if blocks else np.zeros((0, len(codes), 4))

    def figures(self) -> list[Figures]:
        """Return a row for each code."""
        total = self.sums.sum(axis=0)
        if self.unit == "segment":
            return [self._row(code, counts, None) for code, counts in zip(self.codes, total, strict=True)]
        found = intervals(self.sums, pair_counts.alpha)
        return [self._row(*one) for one in zip(self.codes, total, found, strict=True)]

    def pooled(self) -> Figures:
        """Return the figures over all codes: alpha from summed disagreements, the others from summed counts."""
        total = self.sums.sum(axis=0)
        row = self._row("", total.sum(axis=0), None)
        if self.unit == "segment" or not len(self.codes):
            return row
        alpha = _known(pair_counts.pooled_alpha(total))
        return Figures(
            "", row.percent, alpha, self._pooled_interval(), row.kappa, row.f1, row.a_only, row.both, row.b_only,
            "" if alpha is not None else NO_VARIATION,
        )  # fmt: skip

    def _pooled_interval(self) -> Interval:
        why = too_few(len(self.sums))
        if why:
            return Interval(None, None, why)
        drawn = np.tensordot(weights(len(self.sums)), self.sums, axes=1)
        return interval_of_runs(pair_counts.pooled_alpha(drawn))

    def _row(self, code: str, counts: Floats, interval: Interval | None) -> Figures:
        segments = self.unit == "segment"
        percent, alpha, kappa = (
            None if segments else _known(figure(counts))
            for figure in (pair_counts.percent, pair_counts.alpha, pair_counts.kappa)
        )
        f1 = _known(pair_counts.f1(counts))
        why = NO_NEITHER if segments else NO_VARIATION if alpha is None else NOTHING if f1 is None else ""
        why = why if counts.sum() or segments else NEWER
        interval = interval or Interval(None, None, why)
        a_only, both, b_only = (round(counts[kind]) for kind in (A_ONLY, BOTH, B_ONLY))
        return Figures(code, percent, alpha, interval, kappa, f1, a_only, both, b_only, why)

    def _of_units(self, one: ArticleWork) -> Floats:
        unit = cast("pair_counts.Unit", self.unit)
        rows = rows_of(self._below)
        coders = [spans_by_row(passages(codings, one.text), rows) for codings in (one.a, one.b)]
        units, blocks = units_of(one.text, unit, one.aside), blocks_of(one.text)
        return marks_of(units, blocks, coders, len(self.codes), unit).table(0, 1)

    def _of_passages(self, one: ArticleWork) -> Floats:
        """Count passages: both where two match, else one side only; in the block in which they begin."""
        starts = [start for start, _ in blocks_of(one.text)]
        found = np.zeros((len(starts), len(self.codes), 4))
        for row, code in enumerate(self.codes):
            a, b = ([replace(each, code=code) for each in codings if each.code in self._below[code]]
                    for codings in (one.a, one.b))  # fmt: skip
            compared = compare_codings(a, b, self._threshold)
            sides = [(pair[0], BOTH) for pair in compared.matched]
            sides += [(coding, A_ONLY) for each in compared.differences for coding in each.a]
            sides += [(coding, B_ONLY) for each in compared.differences for coding in each.b]
            for coding, kind in sides:
                block = max(0, int(np.searchsorted(starts, coding.start, side="right")) - 1)
                found[block, row, kind] += 1
        return found


def rows_of(below: Below) -> dict[str, list[int]]:
    """Return code -> the rows in which its codings count. `below`: code of a row -> codes counted in it."""
    found: dict[str, list[int]] = {}
    for row, codes in enumerate(below.values()):
        for code in codes:
            found.setdefault(code, []).append(row)
    return found


def passages(codings: Iterable[Coding], text: str) -> list[tuple[str, Span]]:
    """Return (code, passage) of codings that have a place, without white space at the ends."""
    return [(one.code, trim(text, one.start, one.end)) for one in codings if one.place != "lost"]


def _known(value: Floats) -> float | None:
    number = float(value)
    return None if isnan(number) else number
