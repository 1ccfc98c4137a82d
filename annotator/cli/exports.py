"""`export`: coded extracts as a file."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.answers import Progress, answer, json_option, print_json, say
from annotator.cli.opening import project_argument, reading, refuse_itself
from annotator.cli.paths import NAMED_FILE
from annotator.exporting.errors import WrittenWithoutManifest
from annotator.exporting.export import export_extracts
from annotator.exporting.manifest import manifest_path
from annotator.exporting.options import ExportOptions
from annotator.jobs.naming import CodeNames, find_article, find_coder, find_groups, find_speaker
from annotator.jobs.taking_out import export_source, told_filters
from annotator.model.counting import counted
from annotator.model.errors import Refused
from annotator.model.extracts import ExtractFilter
from annotator.model.passage_speech import VOICES
from annotator.model.scheme_tree import with_sub_codes

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.exporting.manifest import Manifest
    from annotator.project.project import Project

_OPTIONS = ("context", "anonymous", "safe_cells", "without_texts", "marking")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_VOICES = click.Choice(VOICES)
_STANCES = click.Choice(["supports", "opposes", "mixed", "none"])


@click.command()
@project_argument
@click.argument("out", type=NAMED_FILE)
@click.option("--format", "form", help="csv, jsonl or html; default: by the ending of OUT.")
@click.option("--code", "codes", multiple=True, metavar="PATH", help="Path or label; repeatable.")
@click.option("--with-subcodes", is_flag=True, help="With what lies below these codes.")
@click.option("--article", "articles", multiple=True, help="Id, title or file name; repeatable.")
@click.option("--coder", "coders", multiple=True, metavar="NAME", help="Whose work; repeatable.")
@click.option("--publication", "publications", multiple=True, help="Repeatable.")
@click.option("--group", "groups", multiple=True, metavar="NAME", help="A group of articles; repeatable.")
@click.option("--since", default="", metavar="YYYY-MM-DD", help="Published on this day or later.")
@click.option("--until", default="", metavar="YYYY-MM-DD", help="Published on this day or earlier.")
@click.option("--search", default="", help="Words in passage or memo.")
@click.option("--speaker", "speakers", multiple=True, metavar="NAME", help="Who is known to speak; repeatable.")
@click.option("--via", "vias", multiple=True, metavar="NAME", help="Who passes the words on; repeatable.")
@click.option("--voice", "voices", multiple=True, type=_VOICES, help="Whose words they are; repeatable.")
@click.option("--stance", "stances", multiple=True, type=_STANCES, help="Repeatable.")
@click.option("--agreed", is_flag=True, help="Only what was agreed in review.")
@click.option("--with-set-aside", "set_aside", is_flag=True, help="With codings wholly in captions and the like.")
@click.option("--context", default=0, type=click.IntRange(0, 50), help="Sentences on either side.")
@click.option("--anonymous", is_flag=True, help="Coders as A, B, in notes too.")
@click.option("--safe-cells", is_flag=True, help="In CSV: an apostrophe before what a spreadsheet would run.")
@click.option("--without-texts", is_flag=True, help="No words of the articles.")
@click.option("--marking", default="", help="A protective marking.")
@json_option
def export(project_path: Path, out: Path, form: str | None, as_json: bool, **chosen: Any) -> None:  # noqa: ANN401
    """Write coded extracts (csv, jsonl, html).

    A manifest is written beside them: filters, counts, scheme version, rule of the offsets, SHA-256 of each text.
    """
    with reading(project_path) as project:
        refuse_itself(out, project_path)
        try:
            manifest = _write(project, out, form, chosen)
        except WrittenWithoutManifest as error:
            failed = [{"file": str(manifest_path(out)), "why": error.sentence}]
            answer({"file": str(out), "manifest": None, "failed": failed}, as_json=as_json, failed=failed, done=True)
            return
    if as_json:
        print_json(_document(out, manifest))
    _tell(out, manifest)


def _write(project: Project, out: Path, form: str | None, chosen: dict[str, Any]) -> Manifest:
    wanted = _filter(project, chosen)
    options = ExportOptions(filters=told_filters(project, wanted), **{name: chosen[name] for name in _OPTIONS})
    source = export_source(project, wanted)
    total = sum(1 for _ in source.extracts())
    bars = {"writing": Progress("Writing"), "checking": Progress("Checking")}
    manifest = export_extracts(out, source, options, format=form, progress=lambda at, n: bars[at](n, total))
    for bar in bars.values():
        bar.finish()
    return manifest


def _tell(out: Path, manifest: Manifest) -> None:
    counts = manifest.counts
    say(f"Wrote {counted(counts['extracts'], 'extract')} from {counted(counts['articles'], 'article')} to {out}.")
    if manifest.lost:
        say(f"Not in the file: {'; '.join(manifest.lost)}.")
    for note in manifest.notes:
        say(f"Note: {note}")


def _document(out: Path, manifest: Manifest) -> dict[str, Any]:
    return {
        "file": str(out), "manifest": str(manifest_path(out)), "format": manifest.format, **manifest.counts,
        "not_carried": list(manifest.lost), "notes": list(manifest.notes),
    }  # fmt: skip


def _filter(project: Project, chosen: dict[str, Any]) -> ExtractFilter:
    names, articles, coders = CodeNames(project.codes()), project.articles(), project.coders()
    codes = [names.find(name).id for name in chosen["codes"]]
    if chosen["with_subcodes"]:
        codes = with_sub_codes(codes, project.codes())
    for day in (chosen["since"], chosen["until"]):
        if day and not _is_date(day):
            message = f"“{day}” is no date, so nothing was written. Write it as YYYY-MM-DD."
            raise Refused(message)
    return ExtractFilter(
        codes=tuple(codes),
        articles=tuple(find_article(articles, name).id for name in chosen["articles"]),
        coders=tuple(find_coder(coders, name).id for name in chosen["coders"]),
        groups=tuple(group.id for name in chosen["groups"] for group in find_groups(project.groups(), name)),
        **{
            name: chosen[name]
            for name in ("publications", "since", "until", "search", "voices", "stances", "set_aside")
        },
        speakers=tuple(find_speaker(project, name) for name in chosen["speakers"]),
        vias=tuple(find_speaker(project, name, passing=True) for name in chosen["vias"]),
        agreed=chosen["agreed"],
    )


def _is_date(day: str) -> bool:
    try:
        return bool(_DATE.fullmatch(day) and date.fromisoformat(day))
    except ValueError:
        return False
