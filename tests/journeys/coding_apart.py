"""People who code the same articles apart, each blind, and finish: what the journeys of a review begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analyst import BOARDS, WARDS, make_project

from annotator.model import edits
from annotator.model.changes import ChangeSet
from annotator.model.sentences import sentences
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from annotator.model.records import Article, Coder

# coder -> (number of a sentence, label of a code)
WORK: dict[str, list[tuple[int, str]]] = {
    "Ann": [(1, "C4"), (2, "F2"), (3, "G1"), (6, "G5"), (8, "G1")],
    "Ben": [(1, "C4"), (2, "F2"), (3, "G3"), (6, "G5"), (7, "W3")],
    "Cem": [(1, "C4"), (2, "F1"), (3, "G1"), (6, "G5"), (8, "G1")],
}


def coded_apart(path: Path, work: Mapping[str, Sequence[tuple[int, str]]], articles: int = 2) -> Path:
    """Make a project in which these people have coded every article alike, and finished it."""
    texts = {f"Boards, {number}": f"{BOARDS}\n\nNote {number}." for number in range(articles - 1)}
    make_project(path, {**texts, "Wards close for the summer": WARDS})
    with Project.open(path) as project:
        for name, codes in work.items():
            project.join(name)
            assert project.coder is not None
            for article in project.articles():
                code_sentences(project, article, project.coder, codes)
            gesture = edits.finish_reading(
                articles=project.articles(), readings=project.readings(), coder=project.coder
            )  # fmt: skip
            project.do(gesture)
    return path


def code_sentences(project: Project, article: Article, coder: Coder, codes: Sequence[tuple[int, str]]) -> None:
    """Code sentences of an article by their numbers; those it does not have are left out."""
    text, scheme = project.text(article.text_sha256), {code.label or code.name: code for code in project.codes()}
    spans = sentences(text)
    gestures = [
        edits.code_passage(
            article=article, text=text, start=spans[number][0], end=spans[number][1], code=scheme[label], coder=coder
        )
        for number, label in codes if number < len(spans)
    ]  # fmt: skip
    project.do(ChangeSet("Code", tuple(change for one in gestures for change in one.changes)))
