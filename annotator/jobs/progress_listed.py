"""How far each coder is with each article, as `list progress` tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.model.progress import progress
from annotator.model.zones import aside_spans, that_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.model.records import Article, Coding, Reading
    from annotator.project.project import Project


def progress_listed(project: Project, coders: list[str] | None) -> list[dict[str, Any]]:
    """Return a row for each article and coder; words set aside do not count. `coders` None: all of them."""
    people = [coder for coder in project.coders() if coders is None or coder.id in coders]
    readings = {(one.article, one.coder): one for one in project.readings()}
    rows = []
    for article in project.articles():
        codings = project.codings(articles=[article.id])
        told = _told(project, article, codings, [coder.id for coder in people])
        for coder, counted in zip(people, told, strict=True):
            state = _state(readings.get((article.id, coder.id)), counted["codings"])
            rows.append({"article": article.id, "title": article.title, "coder": coder.name, "state": state, **counted})
    return rows


def _told(project: Project, article: Article, codings: list[Coding], coders: list[str]) -> Iterator[dict[str, int]]:
    text, aside = project.text(article.text_sha256), aside_spans(project.zones(article.id))
    for coder in coders:
        own = [coding for coding in codings if coding.coder == coder]
        found = progress(text, own, aside)
        yield {"codings": len(that_count(own, aside, text)), "words": found.words, "words_coded": found.coded}


def _state(reading: Reading | None, codings: int) -> str:
    return reading.state if reading is not None else "in progress" if codings else "new"
