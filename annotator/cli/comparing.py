"""`compare`: two coders' work, in figures and place by place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from annotator.cli.answers import json_option, print_json, print_line, say
from annotator.cli.comparing_several import print_shared, shared_document
from annotator.cli.opening import project_argument, reading, refuse_itself
from annotator.cli.paths import NAMED_FILE
from annotator.jobs.naming import CodeNames, find_article, find_coder
from annotator.model.counting import counted
from annotator.model.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotator.jobs.comparing import ComparedWork, SharedWork
    from annotator.model.records import Coder, Coding
    from annotator.project.project import Project
    from annotator.reviewing.comparison import Figures
    from annotator.reviewing.differences import Difference

UNITS = click.Choice(["sentence", "character", "paragraph", "segment"])
_COLUMNS = ("percent", "alpha", "alpha_low", "alpha_high", "kappa", "f1")


@click.command()
@project_argument
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.argument("more", metavar="[C]...", nargs=-1)
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
@click.option("--with-subcodes", is_flag=True, help="Count a code with what lies below it.")
@click.option("--counts", "counts", type=NAMED_FILE, metavar="FILE.csv", help="Write the counts behind the figures.")
@click.option("--report", type=NAMED_FILE, metavar="FILE", help="Write figures and decisions of two (html, docx).")
@json_option
def compare(
    project_path: Path, a: str, b: str, more: tuple[str, ...], unit: Any, overlap: float, codes: tuple[str, ...],  # noqa: ANN401
    articles: tuple[str, ...], with_subcodes: bool, counts: Path | None, report: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Compare the work of two coders or more, by code and by place.

    Only articles that all have finished, blind, are compared. One row for each code that one of them used, worst
    first, and one over all; then the places where two differ, or of three and more the figures of each two.
    """
    from annotator.jobs.comparing import compare_all_coders, compare_coders  # loads numpy

    with reading(project_path) as project:
        names, known = CodeNames(project.codes()), project.articles()
        coders = [find_coder(project.coders(), name) for name in (a, b, *more)]
        _check(coders, unit, report)
        chosen: dict[str, Any] = {
            "unit": unit, "codes": [names.find(name).id for name in codes] or None,
            "articles": [find_article(known, name).id for name in articles] or None, "with_sub_codes": with_subcodes,
        }  # fmt: skip
        for out in (counts, report):
            if out is not None:
                refuse_itself(out, project_path)
        work: ComparedWork | SharedWork = (
            compare_all_coders(project, coders, **chosen) if more
            else compare_coders(project, coders[0], coders[1], overlap=overlap, **chosen)
        )  # fmt: skip
        if counts is not None:
            _write_counts(project, counts, work, coders, with_sub_codes=with_subcodes)
        if report is not None:
            _write_report(project, report, work, coders)
    titles = {article.id: article.title for article in known}
    _tell(work, names, titles, {coder.id: coder.name for coder in coders}, as_json=as_json)
    for one in work.left_out:
        say(f"{titles[one.article]}: left out, {one.why}.")


def _check(coders: Sequence[Coder], unit: str, report: Path | None) -> None:
    if len({coder.id for coder in coders}) < len(coders):
        message = "Somebody is named twice, so nothing was compared. Name different coders."
        raise Refused(message)
    if len(coders) > 2 and unit == "segment":
        message = "Passages are matched between two coders, so nothing was compared. Name two, or take another unit."
        raise Refused(message)
    if len(coders) > 2 and report is not None:
        message = "A report is of two coders and what was decided between them, so nothing was written. Name two."
        raise Refused(message)


def _write_counts(
    project: Project, out: Path, work: ComparedWork | SharedWork, coders: Sequence[Coder], *, with_sub_codes: bool
) -> None:
    from annotator.jobs.counts_out import write_counts

    rows = write_counts(project, out, work, coders, with_sub_codes=with_sub_codes)
    say(f"Wrote {counted(rows, 'row')} of counts to {out}.")


def _write_report(project: Project, out: Path, work: ComparedWork | SharedWork, coders: Sequence[Coder]) -> None:
    from annotator.exporting.agreement_report import write_report
    from annotator.jobs.comparing import ComparedWork
    from annotator.jobs.reporting import report_of

    assert isinstance(work, ComparedWork)
    report = report_of(project, work, coders[0], coders[1], name=project.name)
    write_report(report, out)
    say(f"Wrote figures of {counted(len(report.rows), 'code')} and {report.list_title} to {out}.")


def _tell(
    work: ComparedWork | SharedWork, names: CodeNames, titles: dict[str, str], coders: dict[str, str], *, as_json: bool
) -> None:
    from annotator.jobs.comparing import SharedWork

    if isinstance(work, SharedWork):
        print_json(shared_document(work, names, coders)) if as_json else print_shared(work, names, coders)
    elif as_json:
        print_json(_document(work, names))
    else:
        _print(work, names, titles)


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
