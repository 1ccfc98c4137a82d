"""How the sample project is made from what travels with the program."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from platformdirs import user_documents_path

from annotator.importing.found_in_text import find_in_text
from annotator.importing.scheme_csv import read_scheme
from annotator.jobs.bringing_in import import_change_set
from annotator.jobs.coding_file import code_from_file
from annotator.model import edits
from annotator.model.canonical import canonical
from annotator.model.edits.articles import NewArticle
from annotator.model.errors import Refused
from annotator.project.project import Project
from annotator.shipped import shipped_folder

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE_FILE = "Annotator sample.annotator"
SAMPLE_NAME = "Commissioning in England"
SAMPLE_CODERS = {"Coder A": "codings-coder-a.csv", "Coder B": "codings-coder-b.csv"}


def scheme_file() -> Path:
    """Return the scheme that ships."""
    return shipped_folder("seeds") / "scheme.csv"


def sample_folder() -> Path:
    """Return where the sample lies unless another folder is named: in the analyst's documents."""
    return user_documents_path() / "Annotator sample"


def sample_in(folder: Path) -> Path:
    """Return the sample project of a folder, made when there is none; one that is there is left as it is.

    Raises Refused where another project lies, CannotWrite when the folder cannot be written.
    """
    path = folder / SAMPLE_FILE
    if path.exists():
        return path
    others = sorted(other.name for other in folder.glob("*.annotator"))
    if others:
        message = f"{folder} holds {others[0]}, which is not the sample. Nothing was written. Name another folder."
        raise Refused(message)
    unfinished = folder / f"{SAMPLE_FILE}.partial"
    unfinished.unlink(missing_ok=True)
    with Project.create(unfinished, SAMPLE_NAME) as project:
        fill_with_sample(project)
    unfinished.rename(path)
    return path


def fill_with_sample(project: Project) -> None:
    """Put scheme, articles and the two coders' work into a new project. None of it is the analyst's to undo."""
    for coder in SAMPLE_CODERS:
        project.join(coder)
    first, _ = project.join(next(iter(SAMPLE_CODERS)))
    file = read_scheme(scheme_file())
    merge = edits.import_scheme(rows=file.rows, codes=project.codes(), coder=first, has_keys=file.has_keys)
    project.do(merge.change_set, kind="setup")
    memo = (shipped_folder("seeds") / "scheme-memo.md").read_text(encoding="utf-8")
    project.do(edits.write_note(about="project", text=memo, coder=first), kind="setup")
    project.do(import_change_set(project, list(_articles())), kind="setup")
    for coder, codings in SAMPLE_CODERS.items():
        project.join(coder)
        code_from_file(project, shipped_folder("seeds") / codings, kind="setup")
        _finish_all(project)


def _articles() -> list[NewArticle]:
    seeds = shipped_folder("seeds")
    with (seeds / "metadata.csv").open(encoding="utf-8", newline="") as file:
        rows: list[dict[str, Any]] = list(csv.DictReader(file))
    articles = []
    for row in rows:
        original = (seeds / "articles" / row["file"]).read_bytes()
        text = canonical(original.decode("utf-8"))
        inside = find_in_text(text)
        articles.append(
            NewArticle(text=text, original=original, zones=inside.zones, quotations=inside.quotations, **row)
        )
    return articles


def _finish_all(project: Project) -> None:
    coder = project.coder
    if coder is not None:
        finished = edits.finish_reading(articles=project.articles(), readings=project.readings(), coder=coder)
        project.do(finished, kind="setup")
