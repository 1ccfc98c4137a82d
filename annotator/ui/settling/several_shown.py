"""What the Review page shows of three coders and more, as plain values: table, sentence, matrix of pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.counting import counted
from annotator.model.figures import coefficient
from annotator.ui.review.agreement_rows import Agreement, AgreementRow
from annotator.ui.review.pairwise_matrix import PairFigures
from annotator.ui.settling.agreement_shown import Cells, columns_of, hues_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.jobs.comparing import SharedWork
    from annotator.model.records import Article, Code, Coder
    from annotator.reviewing.several import SharedFigures
    from annotator.reviewing.worklist import Worklist


def agreement_of_all(
    shared: SharedWork,
    listed: Worklist,
    coders: Mapping[str, Coder],
    codes: Mapping[str, Code],
    articles: Mapping[str, Article],
) -> Agreement:
    """Return the rows in the order of the scheme, and all codes pooled; open differences are those of A and B."""
    found = shared.comparison
    there, hues = [one.article for one in shared.work], hues_of(codes)
    cells = Cells(listed, found.not_comparable, there)
    names = {coder: coders[coder].name for coder in found.coders}
    rows = [
        _row(figures, codes[figures.code], hues[figures.code], cells.of(figures.code), _note(figures, names))
        for figures in found.rows if figures.code in codes
    ]  # fmt: skip
    pooled = _figures(found.pooled, "", "", "", "", cells.in_all, "", ())
    return Agreement(tuple(rows), pooled, columns_of(there, articles), tuple(names.values()))


def sentence_of_all(shared: SharedWork, coders: Mapping[str, Coder]) -> str:
    """Return in plain words who are compared, and which two are nearest and furthest."""
    found = shared.comparison
    said = f"{len(found.coders)} coders on {counted(len(shared.work), 'article')}"
    known = sorted((pair for pair in found.pairs if pair.alpha is not None), key=lambda pair: pair.alpha or 0.0)
    if len(known) < 2:
        return f"{said}."
    (least, low), (most, high) = (
        (f"{coders[pair.a].name} and {coders[pair.b].name}", coefficient(pair.alpha)) for pair in (known[0], known[-1])
    )
    return f"{said}: {most} are nearest to each other ({high}), {least} furthest apart ({low})."


def pairs_of_all(shared: SharedWork) -> list[PairFigures]:
    """Return how each two agree."""
    return [PairFigures(pair.a, pair.b, pair.alpha, pair.f1) for pair in shared.comparison.pairs]


def _row(figures: SharedFigures, code: Code, hue: str, cells: tuple[int | None, ...], note: str) -> AgreementRow:
    waiting = sum(cell or 0 for cell in cells)
    return _figures(figures, code.id, code.label, code.shown_name, hue, waiting, note, cells)


def _figures(
    figures: SharedFigures,
    code: str,
    label: str,
    name: str,
    hue: str,
    waiting: int,
    note: str,
    cells: tuple[int | None, ...],
) -> AgreementRow:
    return AgreementRow(
        code, label, name, hue, (figures.some - figures.all, figures.all), figures.percent, figures.alpha,
        figures.interval.low, figures.interval.high, figures.fleiss, figures.f1, waiting, note, cells,
    )  # fmt: skip


def _note(figures: SharedFigures, names: Mapping[str, str]) -> str:
    """Return what stands in place of a drawn interval."""
    if len(figures.used_by) == 1:
        return f"only {names[figures.used_by[0]]} used this code"
    return f"undefined: {figures.undefined}" if figures.undefined and figures.alpha is None else ""
