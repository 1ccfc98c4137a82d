"""The further measures of a comparison, under heads: all codes, then each family whose codes exclude each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.jobs.comparing import SharedWork
from annotator.model.counting import counted
from annotator.model.scheme_tree import below
from annotator.reviewing.family_measures import double_coded, measures_of_family
from annotator.reviewing.more_measures import MoreMeasure, measures_of_all
from annotator.reviewing.several import SharedArticle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.jobs.comparing import ComparedWork
    from annotator.model.records import Code
    from annotator.reviewing.family_measures import DoubleCoded

ALL_CODES = "All codes, pooled"


@dataclass(frozen=True, slots=True)
class MeasuresOf:
    """The measures of all codes or of a family, by its title. A family with places coded twice has none, but these."""

    title: str
    family: str
    measures: tuple[MoreMeasure, ...]
    refused: tuple[DoubleCoded, ...] = ()

    @property
    def why(self) -> str:
        """Why there are no measures, in words; empty where there are."""
        if not self.refused:
            return ""
        return f"refused: {counted(len(self.refused), 'place')} with two of its codes by one coder"


def more_measures(work: ComparedWork | SharedWork, coders: Sequence[str], scheme: Sequence[Code]) -> list[MeasuresOf]:
    """Return the measures over all codes, then of each family of which two codes were used.

    `coders` are the ids of those compared. Whether a family's codes are meant to exclude each other only its makers
    can say; where somebody gave a place two of them it is refused.
    """
    articles = shared_articles(work, coders)
    used = {one.code for each in articles for codings in each.codings.values() for one in codings}
    codes = [code.id for code in scheme if code.id in used]
    over_all = measures_of_all(articles, coders, codes, work.comparison.pooled.interval)
    found = [MeasuresOf(ALL_CODES, "", tuple(over_all))]
    for family in (code for code in scheme if code.parent is None):
        itself = [family] if family.id in used else []
        members = {code.id: code.title for code in (*itself, *below(family, scheme))}
        if len(used & members.keys()) > 1:
            found.append(_of_family(family, members, articles, coders))
    return found


def shared_articles(work: ComparedWork | SharedWork, coders: Sequence[str]) -> list[SharedArticle]:
    """Return what was compared as articles of any number of coders."""
    if isinstance(work, SharedWork):
        return list(work.work)
    a, b = coders
    return [SharedArticle(one.article, one.text, {a: one.a, b: one.b}, one.aside) for one in work.work]


def _of_family(
    family: Code, members: dict[str, str], articles: Sequence[SharedArticle], coders: Sequence[str]
) -> MeasuresOf:
    double = double_coded(articles, coders, tuple(members))
    measures = () if double else measures_of_family(articles, coders, members)
    return MeasuresOf(family.title, family.id, tuple(measures), tuple(double))
