"""Projects and records for tests, made through the same door as everybody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.model.edits.articles import NewArticle
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.model.records import Article, Code, Coder, Coding

TEXT = "The board decides. It buys care for its area.\n\nOthers may join it later, he said."


def join(project: Project, name: str) -> Coder:
    """Add a coder and return the record."""
    before = project.coder
    coder, _ = project.join(name)
    if before is not None:
        project.act_as(before)
    return coder


def add_article(project: Project, text: str = TEXT, title: str = "A briefing", file: str = "briefing.txt") -> Article:
    """Import one article and return its record."""
    assert project.coder is not None
    project.do(
        edits.import_articles(
            articles=[NewArticle(title=title, file=file, text=text)],
            coder=project.coder,
            position=len(project.articles()),
        )
    )
    return project.articles()[-1]


def add_code(project: Project, name: str, parent: Code | None = None) -> Code:
    """Add one code and return its record."""
    assert project.coder is not None
    change_set = edits.add_code(
        name=name, codes=project.codes(), coder=project.coder, parent=parent.id if parent else None
    )
    project.do(change_set)
    return change_set.changes[0].after  # type: ignore[return-value]


def code(project: Project, article: Article, start: int, end: int, with_code: Code) -> Coding:
    """Code a passage and return the coding."""
    assert project.coder is not None
    change_set = edits.code_passage(
        article=article, text=project.text(article.text_sha256), start=start, end=end, code=with_code,
        coder=project.coder, existing=project.codings(articles=[article.id], coders=[project.coder.id]),
    )  # fmt: skip
    project.do(change_set)
    return change_set.changes[0].after  # type: ignore[return-value]


def reopened(project: Project) -> Project:
    """Close the project and open it again as the same coder."""
    path, coder = project.path, project.coder
    project.close()
    project = Project.open(path)
    if coder is not None:
        project.act_as(coder)
    return project


def project_file(folder: Path, name: str = "evidence") -> Path:
    """Return where a test's project lies."""
    return folder / f"{name}.annotator"
