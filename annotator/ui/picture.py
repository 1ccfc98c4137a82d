"""How a page is rendered to a PNG without a screen."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from annotator.jobs.naming import find_article, find_coder
from annotator.model.errors import CannotWrite, NotFound
from annotator.preferences import load_preferences
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.model.records import Coder
    from annotator.preferences import ThemeChoice


def take_picture(
    path: Path,
    out: Path,
    *,
    page: str = "code",
    article: str | None = None,
    coder: str | None = None,
    size: tuple[int, int] = (1280, 800),
    scale: float = 1.0,
    theme_name: ThemeChoice = "light",
) -> None:
    """Write a picture of a page. The project is only read, and nothing is remembered.

    Raises NotFound for an unknown article or coder, CannotWrite when the file cannot be written.
    """
    if not out.absolute().parent.is_dir():
        message = f"The folder {out.parent} is not there, so no picture was made. Make the folder first."
        raise CannotWrite(message)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    project = Project.open(path, read_only=True)
    try:
        chosen = find_article(project.articles(), article).id if article else ""
        project.act_as(_whose(project, coder))
        _render(project, out, page, chosen, size, theme_name)
    finally:
        project.close()


def _render(
    project: Project, out: Path, page: str, article: str, size: tuple[int, int], theme_name: ThemeChoice
) -> None:
    from annotator.ui.application import application
    from annotator.ui.main_window import MainWindow

    app = application(theme_name)
    window = MainWindow(remembers=False)
    window.resize(*size)
    if page != "start":
        window.show_project(project, article)
    window.show()
    if page == "review":
        window.show_page("review")
    for _ in range(3):
        app.processEvents()
    saved = window.grab().save(str(out), "PNG")
    window.workspace = None
    window.close()
    window.deleteLater()
    app.processEvents()
    if not saved:
        message = f"{out} could not be written, so there is no picture. Check the place."
        raise CannotWrite(message)


def _whose(project: Project, name: str | None) -> Coder:
    """Return whose codings are shown: the one named, else oneself, else whoever coded most."""
    coders = project.coders()
    if name:
        return find_coder(coders, name)
    own = os.environ.get("ANNOTATOR_CODER") or load_preferences().coder
    for coder in coders:
        if own and coder.name.casefold() == own.casefold():
            return coder
    counts = project.counts_by_coder()
    if not coders:
        message = "The project has no coder yet, so there is nothing to picture. Make one with --coder NAME."
        raise NotFound(message)
    return max(coders, key=lambda coder: counts.get(coder.id, 0))
