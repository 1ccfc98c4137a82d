"""Which articles of a project two coders can be compared on, and what the comparison tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.zones import aside_spans
from annotator.reviewing.comparison import ArticleWork, Comparison, Unit, compare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.records import Article, Coder, Reading
    from annotator.project.reads import ProjectReads


@dataclass(frozen=True, slots=True)
class NotCompared:
    """An article that was left out, and why."""

    article: str
    why: str


@dataclass(frozen=True, slots=True)
class ComparedWork:
    """What both coders did in the articles that were compared, which were left out, and what came of it."""

    work: tuple[ArticleWork, ...]
    left_out: tuple[NotCompared, ...]
    comparison: Comparison

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that were compared."""
        return tuple(one.article for one in self.work)


def compare_coders(
    project: ProjectReads,
    a: Coder,
    b: Coder,
    *,
    unit: Unit = "sentence",
    overlap: float,
    codes: Sequence[str] | None = None,
    articles: Sequence[str] | None = None,
) -> ComparedWork:
    """Compare two coders on the articles that both have finished, blind. Figures count only such passes.

    `codes` and `articles` are ids, None for all. *Agreed* has no pass of its own, so its work counts as it stands.
    """
    readings = {(reading.article, reading.coder): reading for reading in project.readings()}
    chosen = [one for one in project.articles() if articles is None or one.id in articles]
    left_out = [NotCompared(one.id, why) for one in chosen if (why := _why_not(one, (a, b), readings))]
    out = {one.article for one in left_out}
    compared = [one for one in chosen if one.id not in out]
    work = tuple(_work(project, one, a, b) for one in compared)
    known = [code.id for code in project.codes() if codes is None or code.id in codes]
    found = compare(work, known, unit, overlap)
    return ComparedWork(work, tuple(left_out), found)


def _why_not(article: Article, coders: Sequence[Coder], readings: dict[tuple[str, str], Reading]) -> str:
    for coder in coders:
        reading = readings.get((article.id, coder.id))
        if coder.kind == "agreed":
            continue
        if reading is None or reading.state != "finished":
            return f"{coder.name} has not finished it"
        if reading.seen:
            return f"{coder.name} had seen others' codings, so that pass was not blind"
    return ""


def _work(project: ProjectReads, article: Article, a: Coder, b: Coder) -> ArticleWork:
    sides = [tuple(project.codings(articles=[article.id], coders=[coder.id])) for coder in (a, b)]
    aside = tuple(aside_spans(project.zones(article.id)))
    return ArticleWork(article.id, project.text(article.text_sha256), sides[0], sides[1], aside)
