"""Which project and which coder a command works with."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from annotator.cli.answers import say
from annotator.cli.paths import NAMED_FILE
from annotator.jobs.naming import find_coder, find_file
from annotator.model.errors import NotFound, Refused
from annotator.person import system_name
from annotator.preferences import load_preferences
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CODER_VARIABLE = "ANNOTATOR_CODER"

project_argument = click.argument("project_path", metavar="PROJECT", type=NAMED_FILE)
coder_option = click.option("--coder", metavar="NAME", help="Who codes; else ANNOTATOR_CODER, else the preferences.")


def named_coder(option: str | None) -> str | None:
    """Return the coder's name from the option, the environment or the preferences."""
    if option is not None:
        return option
    return os.environ.get(CODER_VARIABLE) or load_preferences().coder or None


def newcomer(option: str | None) -> str:
    """Return the name of whoever acts and may be new; without any name the system's is taken."""
    name = named_coder(option)
    return system_name() if name is None else name


@contextmanager
def reading(path: Path) -> Iterator[Project]:
    """Open a project for a command that only reads."""
    project = Project.open(find_file(path, "project"), read_only=True)
    try:
        yield project
    finally:
        project.close()


@contextmanager
def writing(path: Path) -> Iterator[Project]:
    """Open a project for a command that writes; nobody acts yet. A scheme that is locked on this computer stays so."""
    with Project.open(find_file(path, "project")) as project:
        project.scheme_locked = project.id in load_preferences().locked_schemes
        yield project


def join(project: Project, name: str) -> None:
    """Act as the coder of this name; one named for the first time is added, and said."""
    coder, is_new = project.join(name)
    if is_new:
        say_new(coder.name)


def act(project: Project, option: str | None) -> None:
    """Act as a coder who is in the project already.

    Raises NotFound for an unknown name, and when nobody is named.
    """
    name = named_coder(option)
    if name is not None:
        project.act_as(find_coder(project.coders(), name))
        return
    try:
        project.act_as(find_coder(project.coders(), system_name()))
    except NotFound:
        message = "Nobody is named as the coder, so nothing was done. Say who you are with --coder NAME."
        raise NotFound(message) from None


def refuse_itself(out: Path, project_path: Path) -> None:
    """Refuse to write over the project.

    Raises Refused.
    """
    if out.exists() and out.samefile(project_path):
        message = f"{out.name} is the project itself, so nothing was written. Choose another name."
        raise Refused(message)


def say_new(name: str) -> None:
    """Say that somebody was added as a coder."""
    say(f"{name} is new in this project and was added as a coder.")


def chosen_coders(project: Project, names: tuple[str, ...]) -> list[str] | None:
    """Return the ids of the coders named by --coder, None when all are meant."""
    coders = project.coders()
    return [find_coder(coders, name).id for name in names] or None
