"""How article files get into a project: read, known texts left out, one gesture."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.importing.articles import read_articles
from annotator.importing.file_bytes import printable
from annotator.importing.found_in_text import find_in_text
from annotator.importing.read_records import FailedFile, ReadArticle
from annotator.importing.told import is_of_properties
from annotator.jobs.naming import find_file
from annotator.model.canonical import text_sha256
from annotator.model.edits.articles import NewArticle, import_articles
from annotator.model.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.model.changes import ChangeSet
    from annotator.model.records import Article, Coder
    from annotator.project.project import Project


_TOLD = ("title", "author", "published", "publication")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that did not go in, and why."""

    file: str
    why: str


@dataclass(slots=True)
class BroughtIn:
    """What came of an import. `files` has the path as given for each imported article."""

    imported: list[Article] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    characters: list[int] = field(default_factory=list)
    notes: list[LeftOut] = field(default_factory=list)
    skipped: list[LeftOut] = field(default_factory=list)
    failed: list[LeftOut] = field(default_factory=list)
    cancelled: bool = False


def bring_in(
    project: Project,
    paths: Sequence[Path],
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    before_writing: Callable[[], None] | None = None,
) -> BroughtIn:
    """Import files and folders as one gesture; articles whose text is there already are skipped.

    `before_writing` is called when there is something to import, so that nobody joins for nothing.
    Cancelling changes nothing. Raises what `Project.do` raises.
    """
    report = BroughtIn()
    found: list[NewArticle] = []
    known = {article.text_sha256: article.title for article in project.articles()}
    for read in read_articles(paths, progress=progress, cancelled=cancelled):
        if isinstance(read, FailedFile):
            report.failed.append(LeftOut(read.path, why_failed(read)))
        else:
            _take(read, known, found, report)
    if cancelled is not None and cancelled():
        return BroughtIn(cancelled=True)
    if found:
        if before_writing is not None:
            before_writing()
        _do(project, found, report)
    return report


def why_failed(read: FailedFile) -> str:
    """Return why a file failed; for a missing one with the nearest names."""
    try:
        find_file(Path(read.path), outcome="it was left out")
    except NotFound as error:
        return error.sentence
    return read.why


def _take(read: ReadArticle, known: dict[str, str], found: list[NewArticle], report: BroughtIn) -> None:
    sha256 = text_sha256(read.text)
    if sha256 in known:
        report.skipped.append(LeftOut(read.path, f"same text as “{known[sha256]}”, which is in the project"))
        return
    known[sha256] = read.title
    found.append(new_article(read))
    report.files.append(read.path)
    report.characters.append(len(read.text))
    report.notes += [LeftOut(read.path, note) for note in read.notes]


def new_article(read: ReadArticle) -> NewArticle:
    """Return the article of a file that was read: with what its file and its text tell, and what rules find in it."""
    return described(read)[0]


def described(read: ReadArticle) -> tuple[NewArticle, dict[str, str]]:
    """Return the article of a file that was read, and of each of its facts the place that told it."""
    inside = find_in_text(read.text, read.blocks)
    head = {name: (found.value, found.reason) for name in _TOLD if (found := getattr(inside.head, name)) is not None}
    said = [one for one in reversed(read.told) if one.value]
    weak = {one.name: (one.value, one.where) for one in said if is_of_properties(one)}
    told = {one.name: (one.value, one.where) for one in said if not is_of_properties(one)}
    known = {name: fact for name, fact in (weak | head | told).items() if name in (*_TOLD, "link")}
    named_by_file = read.title == printable(Path(read.file).stem)
    if not (named_by_file and "title" in known) and known.get("title", ("", ""))[0] != read.title:
        known["title"] = read.title, "the name of the file" if named_by_file else "the headline in the file"
    facts = {name: value for name, (value, _) in known.items()}
    article = NewArticle(
        **facts, file=read.file, text=read.text, original=read.original, zones=inside.zones,
        quotations=inside.quotations, blocks=read.blocks,
    )  # fmt: skip
    return article, {name: where for name, (_, where) in known.items()}


def _do(project: Project, found: Sequence[NewArticle], report: BroughtIn) -> None:
    change_set = import_change_set(project, found)
    project.do(change_set)
    added = {change.record.id for change in change_set.changes}
    report.imported = [article for article in project.articles() if article.id in added]


def import_change_set(project: Project, found: Sequence[NewArticle]) -> ChangeSet:
    """Return the gesture that adds these articles after those that are there."""
    coder: Coder | None = project.coder
    if coder is None:
        message = "an import needs an acting coder"
        raise ValueError(message)
    position = max((article.position for article in project.articles()), default=-1) + 1
    return import_articles(articles=found, coder=coder, position=position)
