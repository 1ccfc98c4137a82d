"""What the agreement table and the band show of a comparison, as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.review.agreement_rows import Agreement, AgreementRow, ArticleColumn
from annotator.ui.review.band import LeftOut

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.jobs.comparing import ComparedWork
    from annotator.model.records import Article, Code, Coder
    from annotator.reviewing.comparison import Figures
    from annotator.reviewing.worklist import Worklist

Open = dict[tuple[str, str], int]


def agreement_of(
    work: ComparedWork,
    listed: Worklist,
    coders: tuple[Coder, Coder],
    codes: Mapping[str, Code],
    articles: Mapping[str, Article],
) -> Agreement:
    """Return the rows in the order of the scheme, and all codes pooled."""
    waiting = listed.open_by_place()
    names = coders[0].name, coders[1].name
    rows = [
        _row(figures, codes[figures.code], work.articles, waiting, names)
        for figures in work.comparison.rows if figures.code in codes
    ]  # fmt: skip
    shown = [ArticleColumn(one, articles[one].title) for one in work.articles if one in articles]
    pooled = _figures(work.comparison.pooled, "", "", "", "", sum(waiting.values()), "", ())
    return Agreement(tuple(rows), pooled, tuple(shown), names)


def left_out_of(work: ComparedWork, articles: Mapping[str, Article]) -> list[LeftOut]:
    """Return the articles that do not count, each with its reason."""
    return [LeftOut(articles[one.article].title, one.why) for one in work.left_out if one.article in articles]


def _row(figures: Figures, code: Code, articles: Sequence[str], waiting: Open, names: tuple[str, str]) -> AgreementRow:
    cells = tuple(waiting.get((code.id, article), 0) for article in articles)
    return _figures(
        figures, code.id, code.label, code.shown_name, code.colour, sum(cells), _note(figures, names), cells
    )


def _figures(
    figures: Figures,
    code: str,
    label: str,
    name: str,
    colour: str,
    waiting: int,
    note: str,
    cells: tuple[int | None, ...],
) -> AgreementRow:
    return AgreementRow(
        code, label, name, colour, (figures.a_only, figures.both, figures.b_only), figures.percent, figures.alpha,
        figures.interval.low, figures.interval.high, figures.kappa, figures.f1, waiting, note, cells,
    )  # fmt: skip


def _note(figures: Figures, names: tuple[str, str]) -> str:
    """Return what stands in place of a drawn interval."""
    if not figures.both and bool(figures.a_only) != bool(figures.b_only):
        return f"only {names[0] if figures.a_only else names[1]} used this code"
    return f"undefined: {figures.undefined}" if figures.undefined and figures.alpha is None else ""
