"""How a comparison of three and more coders is told: as JSON, and as a table with one line for each two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.cli.answers import print_line, say
from annotator.model.counting import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.jobs.comparing import SharedWork
    from annotator.jobs.naming import CodeNames
    from annotator.reviewing.several import PairAgreement, SharedFigures

_COLUMNS = ("percent", "alpha", "alpha_low", "alpha_high", "fleiss", "f1")
_PAIR_COLUMNS = ("percent", "alpha", "f1")


def shared_document(work: SharedWork, names: CodeNames, coders: Mapping[str, str]) -> dict[str, Any]:
    """Return the comparison for a JSON document. `coders`: id -> name."""
    found = work.comparison
    return {
        "articles": {
            "compared": [one.article for one in work.work],
            "left_out": [{"article": one.article, "why": one.why} for one in work.left_out],
        },
        "coders": list(coders.values()),
        "codes": [{"code": names.path(row.code), **_figures(row, coders)} for row in found.rows],
        "pooled": _figures(found.pooled, coders),
        "pairs": [_pair(pair, coders) for pair in found.pairs],
    }


def print_shared(work: SharedWork, names: CodeNames, coders: Mapping[str, str]) -> None:
    """Print the figures, those of the codes worst first, then those of each two coders."""
    found = work.comparison
    say(f"Compared on {counted(len(work.work), 'article')}, by {found.unit}.")
    print_line("\t".join(("code", *_COLUMNS, "some", "all")))
    for row in sorted(found.rows, key=lambda row: (row.alpha is None, row.alpha or 0.0)):
        print_line(_line(names.path(row.code), row, coders))
    print_line(_line("all codes", found.pooled, coders))
    for pair in found.pairs:
        told = _pair(pair, coders)
        figures = (_shown(told[column]) for column in _PAIR_COLUMNS)
        print_line("\t".join((told["a"], told["b"], counted(pair.articles, "article"), *figures)))


def _figures(row: SharedFigures, coders: Mapping[str, str]) -> dict[str, Any]:
    told: dict[str, Any] = {
        "percent": row.percent, "alpha": row.alpha, "alpha_low": row.interval.low, "alpha_high": row.interval.high,
        "fleiss": row.fleiss, "f1": row.f1, "some": row.some, "all": row.all,
        "used_by": [coders[coder] for coder in row.used_by],
    }  # fmt: skip
    why = row.undefined or row.interval.why
    return {**told, "undefined": why} if why and None in told.values() else told


def _pair(pair: PairAgreement, coders: Mapping[str, str]) -> dict[str, Any]:
    return {
        "a": coders[pair.a], "b": coders[pair.b], "articles": pair.articles, "percent": pair.percent,
        "alpha": pair.alpha, "f1": pair.f1,
    }  # fmt: skip


def _line(name: str, row: SharedFigures, coders: Mapping[str, str]) -> str:
    told = _figures(row, coders)
    return "\t".join((name, *(_shown(told[column]) for column in _COLUMNS), str(row.some), str(row.all)))


def _shown(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.3f}"
