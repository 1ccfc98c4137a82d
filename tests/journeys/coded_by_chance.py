"""A project in which three people have coded apart by chance: alike, nearly alike, and otherwise."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

from journeys.analyst import BOARDS, WARDS, make_project

from annotator.model import edits
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.model.records import Article, Coder, Coding

PEOPLE = ("Ann", "Ben", "Cem")
LABELS = ("C4", "F2", "G1", "G3")


def coded_by_chance(path: Path, chance: random.Random) -> Path:
    """Make a project that three people have coded apart and finished: alike, nearly alike, and otherwise."""
    make_project(
        path,
        {"Boards": f"{BOARDS}\n\n\U0001f642 \u05e9\u05dc\u05d5\u05dd.", "Again": f"Again: {BOARDS}", "Wards": WARDS},
    )
    with Project.open(path) as project:
        codes = [code for code in project.codes() if code.label in LABELS]
        for name in PEOPLE:
            project.join(name)
            for article in project.articles():
                text = project.text(article.text_sha256)
                same = random.Random(article.title)
                codings: dict[tuple[object, ...], Coding] = {}
                for _ in range(10):
                    start, length = same.randrange(len(text) - 90), same.randrange(8, 80)
                    made = coded(project, article, start + chance.choice((0, 0, 0, 4)),
                                 start + length + chance.choice((0, 0, 9)), codes[same.randrange(4)].id)  # fmt: skip
                    if chance.random() < 0.15:
                        made = replace(made, code=chance.choice(codes).id)
                    if chance.random() < 0.8 and (made.code, made.start, made.end) not in codings:
                        codings[made.code, made.start, made.end] = made
                project.do(edits.code_passages(codings=list(codings.values()), label="Code"), kind="setup")
            project.do(edits.finish_reading(
                articles=project.articles(), readings=project.readings(), coder=me(project)
            ), kind="setup")  # fmt: skip
    return path


def me(project: Project) -> Coder:
    assert project.coder is not None
    return project.coder


def coded(project: Project, article: Article, start: int, end: int, code: str) -> Coding:
    scheme = next(one for one in project.codes() if one.id == code)
    gesture = edits.code_passage(
        article=article, text=project.text(article.text_sha256), start=start, end=end, code=scheme, coder=me(project)
    )
    return gesture.changes[0].after  # type: ignore[return-value]
