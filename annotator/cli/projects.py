"""`new`, `check`, `purge`, `undo`, `redo`: the project file as a whole."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.answers import DONE, IN_PART, json_option, leave, print_json, say
from annotator.cli.opening import act, coder_option, project_argument, writing
from annotator.cli.schemes import take_scheme
from annotator.importing.scheme_csv import SchemeFile, read_scheme
from annotator.jobs.naming import find_article
from annotator.model.errors import AnnotatorError, Refused
from annotator.project.checking import check_project
from annotator.project.project import Project


@click.command()
@project_argument
@click.option("--scheme", type=click.Path(path_type=Path), help="A scheme to begin with.")
@coder_option
def new(project_path: Path, scheme: Path | None, coder: str | None) -> None:
    """Make a new project file."""
    file = read_scheme(scheme) if scheme else None
    try:
        with Project.create(project_path) as project:
            act(project, coder, may_join=True)
            if file is not None:
                _begin_with(project, file)
    except AnnotatorError:
        raise
    except BaseException:
        project_path.unlink(missing_ok=True)
        raise
    say(f"Made {project_path}.")


def _begin_with(project: Project, file: SchemeFile) -> None:
    merge = take_scheme(project, file)
    project.do(merge.change_set)
    say(f"The scheme has {len(project.codes()):,} codes.")
    for note in file.notes:
        say(note)


@click.command()
@project_argument
@json_option
def check(project_path: Path, as_json: bool) -> None:
    """Look whether the file is whole: integrity, texts, passages, history. Never writes."""
    problems = check_project(project_path)
    if as_json:
        print_json({"ok": not problems, "problems": [{"what": one.what, "where": one.where} for one in problems]})
    else:
        for one in problems:
            say(f"{one.where}: {one.what}")
        click.echo("Sound." if not problems else f"{len(problems):,} problems found.")
    leave(IN_PART if problems else DONE)


@click.command()
@project_argument
@click.option("--article", required=True, help="Id, title or file name.")
@coder_option
@json_option
def purge(project_path: Path, article: str, coder: str | None, as_json: bool) -> None:
    """Take an article out of the file, its history and its search for good."""
    with writing(project_path, coder, may_join=False) as project:
        found = find_article(project.articles(), article)
        purged = project.purge(found)
    if as_json:
        print_json({"purged": found.id, "codings": purged.codings, "history_changes": purged.history_changes})
    say(f"“{found.title}” is out of the project for good, with {purged.codings:,} codings. Backups still hold it.")


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
    with writing(path, coder, may_join=False) as project:
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
