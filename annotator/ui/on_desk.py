"""What the desk reads of a project, in one go and as plain values, so that another thread can do it too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.ui.coding_counts import CodingCounts
from annotator.ui.codings_in_order import CodingsInOrder
from annotator.ui.marking import Marking

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.model.records import Article, Reading, Verdict
    from annotator.project.project import Project
    from annotator.ui.article.marks import CodingMark


@dataclass(frozen=True, slots=True)
class OnDesk:
    """Scheme, articles and counts; of one article one's own codings and those of the colleagues in `shown`.

    `marks` is what the article shows of all of them.
    """

    marking: Marking
    articles: dict[str, Article]
    readings: dict[str, Reading]
    counts: CodingCounts
    article: str
    shown: frozenset[str]
    own: CodingsInOrder
    others: CodingsInOrder
    marks: list[CodingMark]


def read_desk(project: Project, coder: str, article: str, shown: frozenset[str]) -> OnDesk:
    """Return what a coder's desk has with an article open; without one there are no codings."""
    marking = Marking(project.coders(), project.codes(), coder)
    marking.judged = judged(project, article, coder) if shown else {}
    own, others = standing(project, article, [coder]), standing(project, article, shown)
    return OnDesk(
        marking=marking,
        articles={one.id: one for one in project.articles()},
        readings={reading.article: reading for reading in project.readings() if reading.coder == coder},
        counts=CodingCounts(project, coder),
        article=article,
        shown=shown,
        own=own,
        others=others,
        marks=[marking.mark(coding) for codings in (own, others) for coding in codings.by_id.values()],
    )


def standing(project: Project, article: str, coders: Iterable[str]) -> CodingsInOrder:
    """Return coders' codings that have a place in the text; lost ones point at nothing that could be marked."""
    asked = sorted(coders)
    there = project.codings(articles=[article], coders=asked) if article and asked else []
    return CodingsInOrder(coding for coding in there if coding.place != "lost")


def judged(project: Project, article: str, coder: str) -> dict[str, Verdict]:
    """Return a coder's own verdicts on colleagues' codings of an article, by the id of the coding."""
    said = project.verdicts(article) if article else []
    return {one.a: one for one in said if one.kind == "coding" and one.coder == coder}
