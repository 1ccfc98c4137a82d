"""Projects and records for tests, made through the same door as everybody's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.model.edits.articles import NewArticle
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotator.model.records import Article, Code, Coder, Coding, Record

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


def everything(project: Project) -> dict[str, dict[str, Record]]:
    """Return all records of all tables, by table and id: what must be equal before and after."""
    tables: dict[str, Sequence[Record]] = {
        "coder": project.coders(), "article": project.articles(), "code": project.codes(),
        "coding": project.codings(), "reading": project.readings(), "memo": project.memos(),
        "declined": project.declined(), "zone": project.zones(), "quotation": project.quotations(),
        "group": project.groups(), "membership": project.memberships(),
        "field": project.fields(), "fieldvalue": project.field_values(),
        "round": project.rounds(), "verdict": project.verdicts(), "answer": project.answers(),
        "person": project.people(),
    }  # fmt: skip
    return {table: {record.id: record for record in records} for table, records in tables.items()}


@dataclass(frozen=True, slots=True)
class Team:
    """Ann, who acts, and Ben on one project with an article and a family of two codes."""

    project: Project
    ann: Coder
    ben: Coder
    article: Article
    family: Code
    decides: Code
    joins: Code

    @property
    def path(self) -> Path:
        """Where the project lies."""
        return self.project.path

    def as_ben(self) -> Team:
        """Let Ben act from now on."""
        self.project.act_as(self.ben)
        return self

    def as_ann(self) -> Team:
        """Let Ann act from now on."""
        self.project.act_as(self.ann)
        return self


def team(folder: Path, name: str = "evidence") -> Team:
    """Make the project of two coders from which most stories start."""
    project = Project.create(project_file(folder, name))
    ann = join(project, "Ann")
    ben = join(project, "Ben")
    project.act_as(ann)
    article = add_article(project)
    family = add_code(project, "Governance")
    decides, joins = add_code(project, "Who decides", family), add_code(project, "Joining", family)
    return Team(project, ann, ben, article, family, decides, joins)
