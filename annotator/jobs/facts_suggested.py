"""What the texts of articles tell about themselves and nobody has taken yet: each fact with the line it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from annotator.model.records import Article

SUGGESTED = ("title", "author", "publication", "published", "link")
LONGEST_LINE = 160
_LINK = re.compile(r"^\W{0,3}(?:(?:source|link|url|from)\s*:\s*)?<?(https?://[^\s<>\"]{4,500}?)>?\W?$", re.I | re.M)


@dataclass(frozen=True, slots=True)
class Suggested:
    """A fact that the text prints. `line` is the whole line, `number` which one it is, counted from 1."""

    value: str
    line: str
    number: int


@dataclass(frozen=True, slots=True)
class SuggestedFact:
    """A fact of one article: `name` is a field of Article."""

    article: Article
    name: str
    suggested: Suggested


def suggested_facts(article: Article, text: str) -> dict[str, Suggested]:
    """Return what rules find for facts that are not known; for the title while it is only the file's name."""
    from annotator.importing.clutter.head import head_of  # when first used: starting counts
    from annotator.importing.clutter.lines import lines_of

    head = head_of(text, lines_of(text))
    printed = {name: found for name in SUGGESTED[:-1] if (found := getattr(head, name)) is not None}
    places = {name: (found.value, found.start) for name, found in printed.items()}
    links = {link[1]: link.start(1) for link in _LINK.finditer(text)}
    if len(links) == 1:  # of several nobody can tell which is the article's own
        places["link"] = next(iter(links.items()))
    return {
        name: _in_its_line(text, value, start)
        for name, (value, start) in places.items()
        if is_wanted(article, name) and value != getattr(article, name)
    }


def facts_suggested(
    project_path: Path, articles: Sequence[str], progress: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> list[SuggestedFact]:
    """Return what the texts of these articles tell that is not known yet, in the order of the articles."""
    wanted, found = set(articles), []
    with Project.open(project_path, read_only=True) as project:
        there = [article for article in project.articles() if article.id in wanted]
        for done, article in enumerate(there, start=1):
            if cancelled():
                break
            if any(is_wanted(article, name) for name in SUGGESTED):
                told = suggested_facts(article, project.text(article.text_sha256))
                found += [SuggestedFact(article, name, told[name]) for name in SUGGESTED if name in told]
            progress(done, len(there))
    return found


def is_wanted(article: Article, name: str) -> bool:
    """Tell whether a fact is not known; a title that is only the file's name counts as unknown."""
    known = getattr(article, name)
    return not known or (name == "title" and article.file.startswith(f"{known}."))


def _in_its_line(text: str, value: str, at: int) -> Suggested:
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = " ".join(text[start : end if end >= 0 else None].split())
    return Suggested(value, line[:LONGEST_LINE], text.count("\n", 0, start) + 1)
