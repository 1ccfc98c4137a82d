"""`import`, `code` and `finish`: articles in, passages coded from a file, articles finished."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.answers import Progress, answer, json_option, say
from annotator.cli.opening import coder_option, join, newcomer, project_argument, say_new, writing
from annotator.cli.paths import ANY_FILE
from annotator.importing.formats.endings import endings_in_words
from annotator.jobs.bringing_in import BroughtIn, bring_in
from annotator.jobs.coding_file import CodedFromFile, code_from_file
from annotator.jobs.naming import find_article, find_file
from annotator.model.edits import finish_reading
from annotator.model.passage_speech import REPORTED

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.model.records import Article, Reading
    from annotator.project.project import Project

IMPORT_HELP = f"""Import files and folders ({endings_in_words()}).

Folders are read with all that lies in them, by name. Each row of a table (.csv or .xlsx) whose column of texts is
named so (text, body, content, Volltext and the like) is an article. An article whose text is there already is
skipped, and said.
"""


@click.command("import", help=IMPORT_HELP, short_help="Import files and folders.")
@project_argument
@click.argument("paths", nargs=-1, required=True, type=ANY_FILE)
@coder_option
@json_option
def import_(project_path: Path, paths: tuple[Path, ...], coder: str | None, as_json: bool) -> None:
    """Import articles and say what came of each file."""
    progress = Progress("Importing")
    with writing(project_path) as project:
        report = bring_in(project, paths, progress=progress, before_writing=partial(join, project, newcomer(coder)))
        document = _import_document(project, report)
    progress.finish()
    for note in report.notes:
        say(f"{note.file}: {note.why}")
    for skipped in report.skipped:
        say(f"{skipped.file}: skipped, {skipped.why}.")
    say(f"Imported {len(report.imported):,}, skipped {len(report.skipped):,}, failed {len(report.failed):,}.")
    answer(document, as_json=as_json, failed=document["failed"], done=bool(report.imported or report.skipped))


def _quoted(project: Project, article: str) -> int:
    """Count the quotations of an article; reported speech stands in no marks and is none."""
    return sum(one.kind != REPORTED for one in project.quotations(article))


def _import_document(project: Project, report: BroughtIn) -> dict[str, Any]:
    imported = [
        {
            "id": article.id, "title": article.title, "file": file, "characters": characters,
            "zones": len(project.zones(article.id)), "quotations": _quoted(project, article.id),
        }
        for article, file, characters in zip(report.imported, report.files, report.characters, strict=True)
    ]  # fmt: skip
    left_out = {
        name: [{"file": one.file, "why": one.why} for one in ones]
        for name, ones in (("skipped", report.skipped), ("failed", report.failed))
    }
    return {"imported": imported, **left_out}


@click.command()
@project_argument
@click.argument("file", type=ANY_FILE)
@coder_option
@json_option
def code(project_path: Path, file: Path, coder: str | None, as_json: bool) -> None:
    """Code the passages of a csv or jsonl file.

    Columns: article, code, start, end [, coder, quote, memo, stance]. `article` is an id, title or file name; `code`
    a path or label; start and end count characters (code points) from 0, end exclusive.
    """
    with writing(project_path) as project:
        progress = Progress("Coding")
        report = code_from_file(project, find_file(file), coder=newcomer(coder), progress=progress)
        progress.finish()
    for name in report.new_coders:
        say_new(name)
    document = _code_document(report)
    for moved in document["moved"]:
        say(f"Row {moved['row']}: stored at {moved['to']} instead of {moved['from']}.")
    say(f"Coded {report.coded:,}, same {report.same:,}, failed {len(report.failed):,}.")
    answer(document, as_json=as_json, failed=document["failed"], done=bool(report.coded or report.same))


def _code_document(report: CodedFromFile) -> dict[str, Any]:
    moved = [
        {"row": one.row, "article": one.article, "from": list(one.given), "to": list(one.stored)}
        for one in report.moved
    ]
    failed = [{"row": one.row, "why": one.why} for one in report.failed]
    return {"coded": report.coded, "same": report.same, "moved": moved, "failed": failed}


@click.command()
@project_argument
@click.option("--article", "names", multiple=True, help="Id, title or file name; default: all articles.")
@click.option("--reopen", is_flag=True, help="Take finished articles up again.")
@click.option("--seen", is_flag=True, help="Others' codings had been seen: the pass was not blind.")
@coder_option
@json_option
def finish(
    project_path: Path, names: tuple[str, ...], reopen: bool, seen: bool, coder: str | None, as_json: bool
) -> None:
    """Say that this coder has finished articles."""
    with writing(project_path) as project:
        articles = project.articles()
        chosen = list(dict.fromkeys(find_article(articles, name) for name in names)) or articles
        join(project, newcomer(coder))
        finished, reopened = _finish(project, chosen, reopen=reopen, seen=seen)
    say(f"Finished {len(finished):,}, reopened {len(reopened):,}.")
    answer({"finished": finished, "reopened": reopened}, as_json=as_json, failed=[], done=True)


def _finish(project: Project, chosen: list[Article], *, reopen: bool, seen: bool) -> tuple[list[str], list[str]]:
    coder = project.coder
    if coder is None:
        return [], []
    change_set = finish_reading(articles=chosen, readings=project.readings(), coder=coder, seen=seen, reopen=reopen)
    if change_set:
        project.do(change_set)
    touched: list[Reading] = [change.after for change in change_set.changes]  # type: ignore[misc]
    ids = [reading.article for reading in touched]
    return ([], ids) if reopen else (ids, [])
