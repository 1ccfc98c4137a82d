"""`open`, `demo` and `picture`: the commands that bring up Qt, and only when they run."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.answers import say
from annotator.cli.opening import CODER_VARIABLE
from annotator.exporting.export import export_extracts
from annotator.exporting.options import ExportOptions
from annotator.jobs.sample import SAMPLE_CODERS, sample_in
from annotator.jobs.taking_out import export_source
from annotator.model.errors import CannotWrite, NotFound, Refused
from annotator.model.extracts import ExtractFilter
from annotator.project.project import Project

if TYPE_CHECKING:
    from annotator.preferences import ThemeChoice

_SIZE = re.compile(r"(\d{3,5})x(\d{3,5})")


@click.command("open")
@click.argument("project_path", metavar="PROJECT", required=False, type=click.Path(path_type=Path))
@click.option("--coder", metavar="NAME", help="Who codes.")
def open_(project_path: Path | None = None, coder: str | None = None) -> None:
    """Open a project in the window."""
    if project_path is not None:
        Project.open(project_path, read_only=True).close()
    from annotator.ui.screen import require_screen

    require_screen()
    from annotator.ui.application import run

    run(project_path, coder=coder or os.environ.get(CODER_VARIABLE))


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def demo(folder: Path | None) -> None:
    """Make the sample project and open it; without a screen, do the whole job and say what was written."""
    folder = folder or _documents()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"{folder} cannot be made: {error.strerror}. Nothing was written. Name another folder."
        raise CannotWrite(message) from error
    path = sample_in(folder)
    from annotator.ui.screen import has_screen

    if has_screen():
        from annotator.ui.application import run

        say(f"The sample project is {path}.")
        run(path, sample=True)
        return
    _without_screen(path, folder)


def _without_screen(path: Path, folder: Path) -> None:
    say(f"There is no screen here. The sample project is {path}.")
    with Project.open(path, read_only=True) as project:
        for name in ("extracts.csv", "extracts.html"):
            manifest = export_extracts(folder / name, export_source(project, ExtractFilter()), ExportOptions())
            say(f"Wrote {manifest.counts['extracts']:,} extracts to {folder / name}.")
    from annotator.ui.picture import take_picture

    take_picture(path, folder / "window.png", coder=next(iter(SAMPLE_CODERS)))
    say(f"Wrote a picture of the window to {folder / 'window.png'}.")


@click.command()
@click.argument("project_path", metavar="PROJECT", type=click.Path(path_type=Path))
@click.argument("out", metavar="OUT.png", type=click.Path(path_type=Path))
@click.option("--page", default="code", type=click.Choice(["code", "review", "extracts", "start"]))
@click.option("--article", help="Id, title or file name.")
@click.option("--coder", metavar="NAME", help="Whose codings are shown.")
@click.option("--size", default="1280x800", help="Width x height in device-independent pixels.")
@click.option("--scale", default=1.0, type=click.FloatRange(0.5, 4.0), help="Pixels for each of them.")
@click.option("--theme", default="light", type=click.Choice(["light", "dark"]))
def picture(
    project_path: Path,
    out: Path,
    page: str,
    article: str | None,
    coder: str | None,
    size: str,
    scale: float,
    theme: ThemeChoice,
) -> None:
    """Render a page to a PNG, without a screen."""
    if page in ("review", "extracts"):
        message = f"There is no {page} page yet, so no picture was made. Use --page code or start."
        raise NotFound(message)
    found = _SIZE.fullmatch(size)
    if not found:
        message = f"“{size}” is no size, so no picture was made. Write it as 1280x800."
        raise Refused(message)
    from annotator.ui.picture import take_picture

    width, height = int(found[1]), int(found[2])
    take_picture(
        project_path, out, page=page, article=article, coder=coder, size=(width, height), scale=scale, theme_name=theme
    )
    say(f"Wrote {out}.")


def _documents() -> Path:
    from platformdirs import user_documents_path

    return user_documents_path() / "Annotator sample"
