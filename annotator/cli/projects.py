"""`new`, `check`, `purge`, `undo`, `redo`: the project file as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotator.cli.answers import DONE, IN_PART, Progress, json_option, leave, print_json, print_line, say
from annotator.cli.opening import act, coder_option, join, newcomer, project_argument, writing
from annotator.cli.paths import ANY_FILE
from annotator.cli.schemes import take_scheme
from annotator.importing.scheme_csv import SchemeFile, read_scheme
from annotator.jobs.naming import find_article, find_file
from annotator.model.counting import counted
from annotator.model.errors import Refused
from annotator.project.checking import check_project
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@project_argument
@click.option("--scheme", type=ANY_FILE, help="A scheme (csv) to begin with.")
@coder_option
@json_option
def new(project_path: Path, scheme: Path | None, coder: str | None, as_json: bool) -> None:
    """Make a new project file."""
    file = read_scheme(find_file(scheme)) if scheme else None
    made = Project.create(project_path)
    try:
        with made as project:
            join(project, newcomer(coder))
            if file is not None:
                _begin_with(project, file)
            document = {"id": project.id, "file": str(project_path), "codes": len(project.codes())}
    except BaseException:
        project_path.unlink(missing_ok=True)
        raise
    if as_json:
        print_json(document)
    say(f"Made {project_path}.")


def _begin_with(project: Project, file: SchemeFile) -> None:
    merge = take_scheme(project, file)
    project.do(merge.change_set)
    say(f"The scheme has {counted(len(project.codes()), 'code')}.")
    for note in file.notes:
        say(note)


@click.command()
@project_argument
@json_option
def check(project_path: Path, as_json: bool) -> None:
    """Look whether the file is whole; never writes.

    Integrity, orphans, passages in range, quotes equal to the text, a history that leads to the present state.
    """
    progress = Progress("Checking")
    problems = check_project(find_file(project_path, "project"), progress)
    progress.finish()
    if as_json:
        print_json({"ok": not problems, "problems": [{"what": one.what, "where": one.where} for one in problems]})
    else:
        for one in problems:
            say(f"{one.where}: {one.what}")
        print_line(f"{counted(len(problems), 'problem')} found." if problems else "Sound.")
    leave(IN_PART if problems else DONE)


@click.command()
@project_argument
@click.option("--article", "names", required=True, multiple=True, help="Id, title or file name; repeatable.")
@coder_option
@json_option
def purge(project_path: Path, names: tuple[str, ...], coder: str | None, as_json: bool) -> None:
    """Take articles out of the file for good.

    Their texts and codings leave the history and the search too. This cannot be undone.
    """
    with writing(project_path) as project:
        act(project, coder)
        articles = project.articles()
        chosen = list(dict.fromkeys(find_article(articles, name) for name in names))
        purged = [project.purge(article) for article in chosen]
    document = {
        "purged": [article.id for article in chosen], "codings": sum(one.codings for one in purged),
        "history_changes": sum(one.history_changes for one in purged),
    }  # fmt: skip
    if as_json:
        print_json(document)
    for article, one in zip(chosen, purged, strict=True):
        codings = counted(one.codings, "coding")
        say(f"“{article.title}” is out of the project for good, with {codings}. Backups still hold it.")


@click.command()
@project_argument
@click.option("--steps", default=1, show_default=True, type=click.IntRange(min=1), help="How many gestures.")
@coder_option
@json_option
def undo(project_path: Path, steps: int, coder: str | None, as_json: bool) -> None:
    """Take back this coder's last gestures."""
    _walk(project_path, steps, coder, back=True, as_json=as_json)


@click.command()
@project_argument
@click.option("--steps", default=1, show_default=True, type=click.IntRange(min=1), help="How many gestures.")
@coder_option
@json_option
def redo(project_path: Path, steps: int, coder: str | None, as_json: bool) -> None:
    """Do again what this coder's last undo took back."""
    _walk(project_path, steps, coder, back=False, as_json=as_json)


def _walk(path: Path, steps: int, coder: str | None, *, back: bool, as_json: bool) -> None:
    """Undo or redo step by step; with fewer left than asked for, those that went stay, and the exit code is 1."""
    labels: list[str] = []
    refusal: Refused | None = None
    with writing(path) as project:
        act(project, coder)
        for _ in range(steps):
            try:
                labels.append((project.undo() if back else project.redo()).step.label)
            except Refused as error:
                refusal = error
                break
    if refusal is not None and not labels:
        raise refusal
    if as_json:
        print_json({"steps": labels})
    for label in labels:
        say(label)
    if refusal is not None:
        say(refusal.sentence)
        leave(IN_PART)
