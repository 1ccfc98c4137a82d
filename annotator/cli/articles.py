"""`import`, `code` and `finish`: articles in, passages coded from a file, articles finished."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.answers import Progress, answer, json_option, say
from annotator.cli.opening import coder_option, project_argument, writing
from annotator.jobs.bringing_in import BroughtIn, bring_in
from annotator.jobs.coding_file import CodedFromFile, code_from_file
from annotator.jobs.naming import find_article
from annotator.model.edits import finish_reading

if TYPE_CHECKING:
    from annotator.model.records import Reading
    from annotator.project.project import Project


@click.command("import")
@project_argument
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@coder_option
@json_option
def import_(project_path: Path, paths: tuple[Path, ...], coder: str | None, as_json: bool) -> None:
    """Import article files and folders (.txt, .md, .html, .docx)."""
    progress = Progress("Importing")
    with writing(project_path, coder, may_join=True) as project:
        report = bring_in(project, paths, progress=progress)
    progress.finish()
    for note in report.notes:
        say(f"{note.file}: {note.why}")
    for skipped in report.skipped:
        say(f"{skipped.file}: skipped, {skipped.why}.")
    say(f"Imported {len(report.imported):,}, skipped {len(report.skipped):,}, failed {len(report.failed):,}.")
    document = _import_document(report)
    answer(document, as_json=as_json, failed=document["failed"], done=bool(report.imported or report.skipped))


def _import_document(report: BroughtIn) -> dict[str, Any]:
    imported = [
        {"id": article.id, "title": article.title, "file": file, "characters": characters, "zones": 0, "quotations": 0}
        for article, file, characters in zip(report.imported, report.files, report.characters, strict=True)
    ]
    left_out = {
        name: [{"file": one.file, "why": one.why} for one in ones]
        for name, ones in (("skipped", report.skipped), ("failed", report.failed))
    }
    return {"imported": imported, **left_out}


@click.command()
@project_argument
@click.argument("file", type=click.Path(path_type=Path))
@coder_option
@json_option
def code(project_path: Path, file: Path, coder: str | None, as_json: bool) -> None:
    """Code passages from a csv or jsonl file: article, code, start, end [, coder, quote, memo, stance]."""
    with writing(project_path, coder, may_join=True) as project:
        report = code_from_file(project, file)
    for name in report.new_coders:
        say(f"{name} is new in this project and was added as a coder.")
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
    """Say that this coder has finished articles, or reopens them."""
    with writing(project_path, coder, may_join=True) as project:
        finished, reopened = _finish(project, names, reopen=reopen, seen=seen)
    say(f"Finished {len(finished):,}, reopened {len(reopened):,}.")
    answer({"finished": finished, "reopened": reopened}, as_json=as_json, failed=[], done=True)


def _finish(project: Project, names: tuple[str, ...], *, reopen: bool, seen: bool) -> tuple[list[str], list[str]]:
    articles = project.articles()
    chosen = [find_article(articles, name) for name in names] or articles
    coder = project.coder
    if coder is None:
        return [], []
    change_set = finish_reading(articles=chosen, readings=project.readings(), coder=coder, seen=seen, reopen=reopen)
    if change_set:
        project.do(change_set)
    touched: list[Reading] = [change.after for change in change_set.changes]  # type: ignore[misc]
    ids = [reading.article for reading in touched]
    return ([], ids) if reopen else (ids, [])
