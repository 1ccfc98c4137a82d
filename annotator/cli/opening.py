"""Which project and which coder a command works with."""

from __future__ import annotations

import getpass
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.answers import say
from annotator.jobs.naming import find_coder
from annotator.model.errors import NotFound
from annotator.preferences import load_preferences
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator

CODER_VARIABLE = "ANNOTATOR_CODER"

project_argument = click.argument("project_path", metavar="PROJECT", type=click.Path(path_type=Path))
coder_option = click.option("--coder", metavar="NAME", help="Who codes; else ANNOTATOR_CODER, else the preferences.")


def named_coder(option: str | None) -> str | None:
    """Return the coder's name from the option, the environment or the preferences."""
    return option or os.environ.get(CODER_VARIABLE) or load_preferences().coder or None


@contextmanager
def reading(path: Path) -> Iterator[Project]:
    """Open a project for a command that only reads."""
    project = Project.open(path, read_only=True)
    try:
        yield project
    finally:
        project.close()


@contextmanager
def writing(path: Path, coder: str | None, *, may_join: bool) -> Iterator[Project]:
    """Open a project with the acting coder; `may_join` adds a new name and says so.

    Raises NotFound for an unknown name elsewhere.
    """
    with Project.open(path) as project:
        act(project, coder, may_join=may_join)
        yield project


def act(project: Project, option: str | None, *, may_join: bool) -> None:
    """Act as the coder; without any name the system's is taken, and said."""
    name = named_coder(option)
    if name is None and not may_join:
        message = "Nobody is named as the coder, so nothing was done. Say who you are with --coder NAME."
        raise NotFound(message)
    if not may_join:
        project.act_as(find_coder(project.coders(), str(name)))
        return
    coder, is_new = project.join(name or system_name())
    if is_new:
        say(f"{coder.name} is new in this project and was added as a coder.")


def system_name() -> str:
    """Return the name of whoever runs the program, as the system knows it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "Coder"


def chosen_coders(project: Project, names: tuple[str, ...]) -> list[str] | None:
    """Return the ids of the coders named by --coder, None when all are meant."""
    coders = project.coders()
    return [find_coder(coders, name).id for name in names] or None
