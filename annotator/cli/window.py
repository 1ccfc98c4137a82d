"""`open`, `demo` and `picture`: the commands that bring up Qt, and only when they run."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.answers import say
from annotator.cli.opening import CODER_VARIABLE, project_argument, refuse_itself
from annotator.cli.paths import NAMED_FILE
from annotator.exporting.safe_file import replacing
from annotator.jobs.naming import find_file
from annotator.model.counting import counted
from annotator.model.errors import CannotWrite, NotFound, Refused
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

OUTPUTS = ("extracts.csv", "extracts.html", "window.png")
_SIZE = re.compile(r"(\d{3,5})x(\d{3,5})")
_LARGEST = 8_000  # pixels a side, after scaling: more than any screen, and 256 MB at most


@click.command("open")
@click.argument("project_path", metavar="[PROJECT]", required=False, type=NAMED_FILE)
@click.option("--coder", metavar="NAME", help="Who codes.")
def open_(project_path: Path | None = None, coder: str | None = None) -> None:
    """Open a project in the window."""
    if project_path is not None:
        Project.open(find_file(project_path, "project"), read_only=True).close()
    from annotator.ui.launching import launch

    launch(project_path, coder=coder or os.environ.get(CODER_VARIABLE))


@click.command()
@click.argument("folder", metavar="[FOLDER]", required=False, type=NAMED_FILE)
def demo(folder: Path | None) -> None:
    """Make the sample project and open it.

    FOLDER is by default one in the documents; a sample that is there is used and never overwritten. Without a screen
    the extracts and a picture of the window are written beside it.
    """
    from annotator.jobs.sample import sample_folder, sample_in

    folder = folder or sample_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"{folder} cannot be made: {error.strerror}. Nothing was written. Name another folder."
        raise CannotWrite(message) from error
    from annotator.ui.screen import has_screen

    shown = has_screen()
    if not shown:
        _refuse_strange_outputs(folder)
    path = sample_in(folder)
    if shown:
        from annotator.ui.application import run

        say(f"The sample project is {path}.")
        run(path, sample=True)
        return
    _without_screen(path, folder)


def _refuse_strange_outputs(folder: Path) -> None:
    """Keep what lies under the names that the demo writes, unless the sample beside it tells that it is ours."""
    there = [name for name in OUTPUTS if (folder / name).exists()]
    if there and not any(folder.glob("*.annotator")):
        message = f"{folder} holds {', '.join(there)} already, so nothing was written over it. Name another folder."
        raise Refused(message)


def _without_screen(path: Path, folder: Path) -> None:
    from annotator.exporting.export import export_extracts
    from annotator.exporting.options import ExportOptions
    from annotator.jobs.sample import SAMPLE_CODERS
    from annotator.jobs.taking_out import export_source
    from annotator.model.extracts import ExtractFilter

    say(f"There is no screen here. The sample project is {path}.")
    with Project.open(path, read_only=True) as project:
        for name in OUTPUTS[:2]:
            manifest = export_extracts(folder / name, export_source(project, ExtractFilter()), ExportOptions())
            say(f"Wrote {counted(manifest.counts['extracts'], 'extract')} to {folder / name}.")
    _picture(path, folder / OUTPUTS[2], coder=next(iter(SAMPLE_CODERS)))
    say(f"Wrote a picture of the window to {folder / OUTPUTS[2]}.")


@click.command()
@project_argument
@click.argument("out", metavar="OUT.png", type=NAMED_FILE)
@click.option("--page", default="code", type=click.Choice(["code", "review", "extracts", "start"]), show_default=True)
@click.option("--article", help="Id, title or file name.")
@click.option("--coder", metavar="NAME", help="Whose codings are shown.")
@click.option("--size", default="1280x800", show_default=True, help="Width x height in device-independent pixels.")
@click.option("--scale", default=1.0, type=click.FloatRange(0.5, 4.0), help="Pixels for each of them.")
@click.option("--theme", "theme_name", default="light", type=click.Choice(["light", "dark"]), show_default=True)
def picture(project_path: Path, out: Path, page: str, size: str, **chosen: Any) -> None:  # noqa: ANN401
    """Render a page to a PNG, without a screen."""
    if page == "extracts":
        message = f"There is no {page} page yet, so no picture was made. Use --page code, review or start."
        raise NotFound(message)
    find_file(project_path, "project")
    refuse_itself(out, project_path)
    _picture(project_path, out, page=page, size=_pixels(size, chosen["scale"]), **chosen)
    say(f"Wrote {out}.")


def _picture(project_path: Path, out: Path, **chosen: Any) -> None:  # noqa: ANN401
    """Write a picture that takes its name when it is whole; a project of that name stays."""
    from annotator.ui.picture import take_picture

    with replacing(out) as (part,):
        take_picture(project_path, part, **chosen)


def _pixels(size: str, scale: float) -> tuple[int, int]:
    """Return width and height in device-independent pixels.

    Raises Refused for what is no size, and for one too small for the window or too large for a picture.
    """
    found = _SIZE.fullmatch(size)
    if not found:
        message = f"“{size}” is no size, so no picture was made. Write it as 1280x800."
        raise Refused(message)
    from annotator.ui.main_window import SMALLEST

    width, height = int(found[1]), int(found[2])
    if width < SMALLEST[0] or height < SMALLEST[1]:
        message = f"The window is never smaller than {SMALLEST[0]}x{SMALLEST[1]}, so no picture was made."
        raise Refused(message)
    if max(width, height) * scale > _LARGEST:
        message = f"A picture has at most {_LARGEST:,} pixels a side, so none was made. Choose a smaller size or scale."
        raise Refused(message)
    return width, height
