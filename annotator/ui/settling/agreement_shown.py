"""What the agreement table and the band show of a comparison of two coders, as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.review.agreement_rows import Agreement, AgreementRow, ArticleColumn
from annotator.ui.review.band import LeftOut
from annotator.ui.scheme.scheme_nodes import nodes_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from annotator.jobs.comparing import ComparedWork, SharedWork
    from annotator.model.records import Article, Code, Coder
    from annotator.reviewing.comparison import Figures
    from annotator.reviewing.worklist import Worklist


def agreement_of(
    work: ComparedWork,
    listed: Worklist,
    coders: tuple[Coder, Coder],
    codes: Mapping[str, Code],
    articles: Mapping[str, Article],
) -> Agreement:
    """Return the rows in the order of the scheme, and all codes pooled."""
    cells = Cells(listed, work.comparison.not_comparable, work.articles)
    names, hues = (coders[0].name, coders[1].name), hues_of(codes)
    rows = [
        _row(figures, codes[figures.code], hues[figures.code], cells.of(figures.code), _note(figures, names))
        for figures in work.comparison.rows if figures.code in codes
    ]  # fmt: skip
    found = work.comparison.pooled
    pooled = AgreementRow(
        "", "", "", "", (found.a_only, found.both, found.b_only), found.percent, found.alpha, found.interval.low,
        found.interval.high, found.kappa, found.f1, cells.in_all,
    )  # fmt: skip
    return Agreement(tuple(rows), pooled, columns_of(work.articles, articles), names)


class Cells:
    """The heat map: open differences of the two by code and article, none where a code could not be compared."""

    def __init__(self, listed: Worklist, not_comparable: Collection[tuple[str, str]], articles: Sequence[str]) -> None:
        self._waiting, self._listed = listed.open_by_place(), listed
        self._not_comparable, self._articles = not_comparable, articles

    @property
    def in_all(self) -> int:
        """How many differences are open in all."""
        return sum(self._waiting.values())

    def of(self, code: str) -> tuple[int | None, ...]:
        """Return the cells of a code."""
        return tuple(self._cell(code, article) for article in self._articles)

    def _cell(self, code: str, article: str) -> int | None:
        if (code, article) in self._not_comparable or article not in self._listed.ground.work:
            return None
        return self._waiting.get((code, article), 0)


def columns_of(there: Iterable[str], articles: Mapping[str, Article]) -> tuple[ArticleColumn, ...]:
    """Return the columns of the heat map; an article that is gone keeps its place."""
    return tuple(ArticleColumn(one, articles[one].title if one in articles else "") for one in there)


def hues_of(codes: Mapping[str, Code]) -> dict[str, str]:
    """Return each code's own hue, or its family's."""
    return {node.code.id: node.hue for node in nodes_of(codes.values())}


def left_out_of(work: ComparedWork | SharedWork, articles: Mapping[str, Article]) -> list[LeftOut]:
    """Return the articles that do not count, each with its reason."""
    return [LeftOut(articles[one.article].title, one.why) for one in work.left_out if one.article in articles]


def _row(figures: Figures, code: Code, hue: str, cells: tuple[int | None, ...], note: str) -> AgreementRow:
    return AgreementRow(
        code.id, code.label, code.shown_name, hue, (figures.a_only, figures.both, figures.b_only), figures.percent,
        figures.alpha, figures.interval.low, figures.interval.high, figures.kappa, figures.f1,
        sum(cell or 0 for cell in cells), note, cells,
    )  # fmt: skip


def _note(figures: Figures, names: tuple[str, str]) -> str:
    """Return what stands in place of a drawn interval."""
    if not figures.both and bool(figures.a_only) != bool(figures.b_only):
        return f"only {names[0] if figures.a_only else names[1]} used this code"
    return f"undefined: {figures.undefined}" if figures.undefined and figures.alpha is None else ""
