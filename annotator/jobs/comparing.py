"""Which articles of a project two coders can be compared on, and what the comparison tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.jobs.passes import NotCompared as NotCompared
from annotator.jobs.passes import Passes
from annotator.model.scheme_tree import with_sub_codes as with_all_below
from annotator.reviewing.comparison import ArticleWork, Comparison, Unit, compare, compare_work
from annotator.reviewing.several import SharedArticle, SharedComparison, compare_several

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.records import Article, Code, Coder
    from annotator.project.reads import ProjectReads
    from annotator.reviewing.differences import Compared
    from annotator.reviewing.pair_counts import Unit as SharedUnit


@dataclass(frozen=True, slots=True)
class ComparedWork:
    """What both coders did in the articles that were compared, which were left out, and what came of it.

    `seen` are those that both have finished, but not both blind: no figure counts them, yet they are there to settle.
    """

    work: tuple[ArticleWork, ...]
    left_out: tuple[NotCompared, ...]
    comparison: Comparison
    seen: tuple[tuple[ArticleWork, Compared], ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that were compared."""
        return tuple(one.article for one in self.work)

    @property
    def to_settle(self) -> tuple[ArticleWork, ...]:
        """All that both have finished, blind or not."""
        return (*self.work, *(one for one, _ in self.seen))

    @property
    def places(self) -> dict[str, Compared]:
        """Where the two match and differ, by article, in all that both have finished."""
        return {**dict(self.comparison.compared), **{one.article: found for one, found in self.seen}}


@dataclass(frozen=True, slots=True)
class SharedWork:
    """The same of three coders and more. An article counts for those who have finished it, where two have."""

    work: tuple[SharedArticle, ...]
    left_out: tuple[NotCompared, ...]
    comparison: SharedComparison


def compare_coders(
    project: ProjectReads,
    a: Coder,
    b: Coder,
    *,
    unit: Unit = "sentence",
    overlap: float,
    codes: Sequence[str] | None = None,
    articles: Sequence[str] | None = None,
    with_sub_codes: bool = False,
) -> ComparedWork:
    """Compare two coders on the articles that both have finished, blind. Figures count only such passes.

    `codes` and `articles` are ids, None for all. *Agreed* has no pass of its own, so its work counts as it stands.
    """
    passes = Passes(project, (a, b))
    chosen = [one for one in project.articles() if articles is None or one.id in articles]
    why = {one.id: passes.why_not(one, a) or passes.why_not(one, b) for one in chosen}
    work = tuple(_of_two(passes, one, a, b) for one in chosen if not why[one.id])
    scheme = project.codes()
    known = [code for code in scheme if codes is None or code.id in codes]
    found = compare(
        work, [code.id for code in known], unit, overlap, below=sub_codes(known, scheme) if with_sub_codes else None,
        not_comparable=passes.too_new([one.article for one in work], known),
    )  # fmt: skip
    both = [one for one in chosen if why[one.id] and passes.finished(one, a) and passes.finished(one, b)]
    ids = [code.id for code in known]
    seen = tuple((one, compare_work(one, ids, overlap)) for one in (_of_two(passes, each, a, b) for each in both))
    return ComparedWork(work, tuple(NotCompared(row, reason) for row, reason in why.items() if reason), found, seen)


def compare_all_coders(
    project: ProjectReads,
    coders: Sequence[Coder],
    *,
    unit: SharedUnit = "sentence",
    codes: Sequence[str] | None = None,
    articles: Sequence[str] | None = None,
    with_sub_codes: bool = False,
) -> SharedWork:
    """Compare several coders on the articles that two of them or more have finished, blind.

    `codes` and `articles` are ids, None for all.
    """
    passes = Passes(project, coders)
    chosen = [one for one in project.articles() if articles is None or one.id in articles]
    why = {one.id: [passes.why_not(one, coder) for coder in coders] for one in chosen}
    left_out = [one.id for one in chosen if why[one.id].count("") < 2]
    work = tuple(
        SharedArticle(one.id, passes.text(one), {
            coder.id: passes.codings(one.id, coder)
            for coder, reason in zip(coders, why[one.id], strict=True) if not reason
        }, passes.aside(one.id))
        for one in chosen if one.id not in left_out
    )  # fmt: skip
    scheme = project.codes()
    known = [code for code in scheme if codes is None or code.id in codes]
    found = compare_several(
        work, [coder.id for coder in coders], [code.id for code in known], unit,
        below=sub_codes(known, scheme) if with_sub_codes else None,
        not_comparable=passes.too_new([one.article for one in work], known),
    )  # fmt: skip
    reasons = (NotCompared(row, "; ".join(filter(None, why[row]))) for row in left_out)
    return SharedWork(work, tuple(reasons), found)


def _of_two(passes: Passes, article: Article, a: Coder, b: Coder) -> ArticleWork:
    ours, theirs = passes.codings(article.id, a), passes.codings(article.id, b)
    return ArticleWork(article.id, passes.text(article), ours, theirs, passes.aside(article.id))


def sub_codes(codes: Sequence[Code], scheme: Sequence[Code]) -> dict[str, tuple[str, ...]]:
    """Return code -> itself and all codes below it: what a row counts with sub-codes."""
    return {code.id: tuple(with_all_below([code.id], scheme)) for code in codes}
