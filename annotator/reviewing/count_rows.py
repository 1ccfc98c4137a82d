"""The counts that a comparison is reckoned from, for each article, code and two coders: anyone can recompute it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from annotator.reviewing.comparison import ArticleWork, Counts
from annotator.reviewing.segments import STRICT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from annotator.reviewing.comparison import Below, Unit
    from annotator.reviewing.several import SharedArticle


@dataclass(frozen=True, slots=True)
class CountRow:
    """How many units of an article two coders gave a code; of passages nobody can count those that neither has."""

    article: str
    code: str
    a: str
    b: str
    both: int
    a_only: int
    b_only: int
    neither: int


def count_rows(
    work: Sequence[ArticleWork],
    coders: tuple[str, str],
    codes: Sequence[str],
    unit: Unit = "sentence",
    threshold: float = STRICT,
    *,
    below: Below | None = None,
    not_comparable: Collection[tuple[str, str]] = (),
) -> Iterator[CountRow]:
    """Yield the counts of two coders, article by article; what is not comparable has no row."""
    counts = Counts(work, codes, unit, threshold, below=below, not_comparable=not_comparable)
    for one, part in zip(work, counts.of_articles, strict=True):
        for code, cells in zip(codes, part.sum(axis=0), strict=True):
            if (code, one.article) not in not_comparable:
                both, a_only, b_only, neither = (round(float(cell)) for cell in cells)
                yield CountRow(one.article, code, *coders, both, a_only, b_only, neither)


def pairs_of(
    work: Sequence[SharedArticle], coders: Sequence[str]
) -> Iterator[tuple[tuple[str, str], list[ArticleWork]]]:
    """Yield each two of several coders with the articles that both have finished."""
    for a, b in combinations(coders, 2):
        both = [one for one in work if a in one.codings and b in one.codings]
        yield (a, b), [ArticleWork(one.article, one.text, one.codings[a], one.codings[b], one.aside) for one in both]
