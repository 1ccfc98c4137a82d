"""`compare`: two coders' work, in figures and place by place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from annotator.cli.answers import json_option, print_json, print_line, say
from annotator.cli.opening import project_argument, reading
from annotator.jobs.naming import CodeNames, find_article, find_coder
from annotator.model.counting import counted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotator.jobs.comparing import ComparedWork
    from annotator.model.records import Coding
    from annotator.reviewing.comparison import Figures
    from annotator.reviewing.differences import Difference

UNITS = click.Choice(["sentence", "character", "paragraph", "segment"])
_COLUMNS = ("percent", "alpha", "alpha_low", "alpha_high", "kappa", "f1")


@click.command()
@project_argument
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.option("--unit", type=UNITS, default="sentence", show_default=True, help="What is counted.")
@click.option(
    "--overlap",
    type=click.FloatRange(0.01, 1),
    default=0.9,
    show_default=True,
    metavar="SHARE",
    help="The shared part from which two passages are the same.",
)
@click.option("--code", "codes", multiple=True, metavar="PATH", help="Path or label; repeatable.")
@click.option("--article", "articles", multiple=True, help="Id, title or file name; repeatable.")
@json_option
def compare(
    project_path: Path, a: str, b: str, unit: Any, overlap: float, codes: tuple[str, ...], articles: tuple[str, ...],  # noqa: ANN401
    as_json: bool,
) -> None:  # fmt: skip
    """Compare two coders' work, by code and by place.

    Only articles that both have finished, blind, are compared. One row for each code that one of them used, worst
    first, and one over all; then the places where they differ.
    """
    from annotator.jobs.comparing import compare_coders  # loads numpy

    with reading(project_path) as project:
        names = CodeNames(project.codes())
        known = project.articles()
        work = compare_coders(
            project, find_coder(project.coders(), a), find_coder(project.coders(), b), unit=unit, overlap=overlap,
            codes=[names.find(name).id for name in codes] or None,
            articles=[find_article(known, name).id for name in articles] or None,
        )  # fmt: skip
    titles = {article.id: article.title for article in known}
    if as_json:
        print_json(_document(work, names))
    else:
        _print(work, names, titles)
    for one in work.left_out:
        say(f"{titles[one.article]}: left out, {one.why}.")


def _document(work: ComparedWork, names: CodeNames) -> dict[str, Any]:
    found = work.comparison
    return {
        "articles": {
            "compared": list(work.articles),
            "left_out": [{"article": one.article, "why": one.why} for one in work.left_out],
        },
        "codes": [{"code": names.path(row.code), **_figures(row)} for row in found.rows],
        "pooled": _figures(found.pooled),
        "differences": [
            _difference(article, one, names) for article, compared in found.compared for one in compared.differences
        ],
    }


def _figures(row: Figures) -> dict[str, Any]:
    told: dict[str, Any] = {
        "percent": row.percent, "alpha": row.alpha, "alpha_low": row.interval.low, "alpha_high": row.interval.high,
        "kappa": row.kappa, "f1": row.f1, "a_only": row.a_only, "both": row.both, "b_only": row.b_only,
    }  # fmt: skip
    why = row.undefined or row.interval.why
    return {**told, "undefined": why} if why and None in told.values() else told


def _difference(article: str, one: Difference, names: CodeNames) -> dict[str, Any]:
    return {
        "article": article, "kind": one.kind, "code": names.path(one.code), "a": _span(one.a), "b": _span(one.b),
        "overlap": one.overlap, "code_b": names.path(one.b[0].code) if one.kind == "code" else None,
    }  # fmt: skip


def _span(codings: Sequence[Coding]) -> list[int] | None:
    return [min(one.start for one in codings), max(one.end for one in codings)] if codings else None


def _print(work: ComparedWork, names: CodeNames, titles: dict[str, str]) -> None:
    found = work.comparison
    say(f"Compared on {counted(len(work.articles), 'article')}, by {found.unit}.")
    print_line("\t".join(("code", *_COLUMNS, "a_only", "both", "b_only")))
    for row in sorted(found.rows, key=lambda row: (row.alpha is None, row.alpha or 0.0)):
        print_line(_line(names.path(row.code), row))
    print_line(_line("all codes", found.pooled))
    for article, compared in found.compared:
        for one in compared.differences:
            low, high = one.place
            print_line(f"{titles[article]}\t{low}\t{high}\t{one.kind}\t{names.path(one.code)}\t{one.overlap:.2f}")


def _line(name: str, row: Figures) -> str:
    told = _figures(row)
    shown = ("undefined" if told[column] is None else f"{told[column]:.3f}" for column in _COLUMNS)
    return "\t".join((name, *shown, str(row.a_only), str(row.both), str(row.b_only)))
