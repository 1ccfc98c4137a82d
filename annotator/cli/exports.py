"""`export`: coded extracts as a file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.answers import Progress, say
from annotator.cli.opening import project_argument, reading
from annotator.exporting.export import export_extracts
from annotator.exporting.options import ExportOptions
from annotator.jobs.naming import CodeNames, find_article, find_coder
from annotator.jobs.taking_out import export_source, told_filters
from annotator.model.errors import Refused
from annotator.model.extracts import ExtractFilter
from annotator.model.scheme_tree import with_sub_codes

if TYPE_CHECKING:
    from annotator.project.project import Project

_AS_GIVEN = ("publications", "since", "until", "search", "speakers", "voices", "stances", "agreed")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_VOICES = click.Choice(["quoted", "reported", "narrative", "question", "mixed"])
_STANCES = click.Choice(["supports", "opposes", "mixed", "none"])


@click.command()
@project_argument
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--format", "form", help="csv, jsonl or html; default: by the ending of OUT.")
@click.option("--code", "codes", multiple=True, metavar="PATH", help="Path or label; repeatable.")
@click.option("--with-subcodes", is_flag=True, help="With what lies below these codes.")
@click.option("--article", "articles", multiple=True, help="Id, title or file name; repeatable.")
@click.option("--coder", "coders", multiple=True, metavar="NAME", help="Whose work; repeatable.")
@click.option("--publication", "publications", multiple=True, help="Repeatable.")
@click.option("--since", default="", metavar="YYYY-MM-DD", help="Published on this day or later.")
@click.option("--until", default="", metavar="YYYY-MM-DD", help="Published on this day or earlier.")
@click.option("--search", default="", help="Words in passage or memo.")
@click.option("--speaker", "speakers", multiple=True, help="Who speaks; repeatable.")
@click.option("--voice", "voices", multiple=True, type=_VOICES, help="Repeatable.")
@click.option("--stance", "stances", multiple=True, type=_STANCES, help="Repeatable.")
@click.option("--agreed", is_flag=True, help="Only what was agreed in review.")
@click.option("--context", default=0, type=click.IntRange(0, 50), help="Sentences on either side.")
@click.option("--anonymous", is_flag=True, help="Coders as A, B, in notes too.")
@click.option("--safe-cells", is_flag=True, help="In CSV: an apostrophe before what a spreadsheet would run.")
@click.option("--without-texts", is_flag=True, help="No words of the articles.")
@click.option("--marking", default="", help="A protective marking.")
def export(project_path: Path, out: Path, form: str | None, **chosen: Any) -> None:  # noqa: ANN401
    """Write coded extracts with a manifest beside them (csv, jsonl, html)."""
    with reading(project_path) as project:
        if out.exists() and project_path.exists() and out.samefile(project_path):
            message = f"{out.name} is the project itself, so nothing was written. Choose another name."
            raise Refused(message)
        wanted = _filter(project, chosen)
        options = ExportOptions(
            filters=told_filters(project, wanted),
            **{name: chosen[name] for name in ("context", "anonymous", "safe_cells", "without_texts", "marking")},
        )
        source = export_source(project, wanted)
        total = sum(1 for _ in source.extracts())
        bars = {"writing": Progress("Writing"), "checking": Progress("Checking")}
        manifest = export_extracts(out, source, options, format=form, progress=lambda at, n: bars[at](n, total))
        for bar in bars.values():
            bar.finish()
    counts = manifest.counts
    say(f"Wrote {counts['extracts']:,} extracts from {counts['articles']:,} articles to {out}.")
    if manifest.lost:
        say(f"Not in the file: {'; '.join(manifest.lost)}.")
    for note in manifest.notes:
        say(f"Note: {note}")


def _filter(project: Project, chosen: dict[str, Any]) -> ExtractFilter:
    names, articles, coders = CodeNames(project.codes()), project.articles(), project.coders()
    codes = [names.find(name).id for name in chosen["codes"]]
    if chosen["with_subcodes"]:
        codes = with_sub_codes(codes, project.codes())
    for date in (chosen["since"], chosen["until"]):
        if date and not _DATE.fullmatch(date):
            message = f"“{date}” is no date, so nothing was written. Write it as YYYY-MM-DD."
            raise Refused(message)
    return ExtractFilter(
        codes=tuple(codes),
        articles=tuple(find_article(articles, name).id for name in chosen["articles"]),
        coders=tuple(find_coder(coders, name).id for name in chosen["coders"]),
        **{
            name: chosen[name] for name in ("publications", "since", "until", "search", "speakers", "voices", "stances")
        },
        agreed=chosen["agreed"],
    )
