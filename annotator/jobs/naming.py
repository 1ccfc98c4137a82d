"""Which coder, article, code or file is meant by a name; what is unknown is answered with the nearest names."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

from annotator.model.errors import NotFound
from annotator.model.records import PATH_SEPARATOR, Article, Code, Coder, Group
from annotator.model.scheme_tree import joined, name_paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from annotator.project.project import Project

Named = TypeVar("Named", Article, Code, Coder)
NEAREST = 3
UNDONE = "nothing was done"  # what a wrong name means for the work, unless the caller says otherwise
ALIKE = 60  # of 100: file names less alike than this are not worth showing


def find_coder(coders: Sequence[Coder], name: str) -> Coder:
    """Return the coder with this name or id, without regard to case.

    Raises NotFound with the nearest names.
    """
    folded = " ".join(name.split()).casefold()
    found = [coder for coder in coders if coder.id == name or coder.name.casefold() == folded]
    if found:
        return found[0]
    raise _not_found("coder", name, [coder.name for coder in coders])


def find_speaker(project: Project, name: str, *, passing: bool = False) -> str:
    """Return the speaker with this name as the project writes it, without regard to case; or whoever passes words on.

    Raises NotFound with the nearest names.
    """
    said = [one.via if passing else one.speaker for one in project.quotations()]
    names = {one.casefold(): one for one in said if one}
    found = names.get(" ".join(name.split()).casefold())
    if found is None:
        raise _not_found("speaker", name, names.values(), "no file was written")
    return found


def find_article(articles: Sequence[Article], name: str, *, outcome: str = UNDONE) -> Article:
    """Return the article with this id, title or file name, exactly.

    Raises NotFound with the nearest names, or when two articles bear the name.
    """
    tests: tuple[Callable[[Article], bool], ...] = (
        lambda article: article.id == name,
        lambda article: article.title == name,
        lambda article: article.file == name,
    )
    for fits in tests:
        found = [article for article in articles if fits(article)]
        if len(found) > 1:
            message = f"{len(found)} articles are called “{name}”, so {outcome}. Name it by its id."
            raise NotFound(message)
        if found:
            return found[0]
    raise _not_found("article", name, [name for article in articles for name in (article.title, article.file)], outcome)


def find_groups(groups: Sequence[Group], name: str) -> list[Group]:
    """Return the groups of articles with this name or id, without regard to case; two may bear one name.

    Raises NotFound with the nearest names.
    """
    folded = " ".join(name.split()).casefold()
    found = [group for group in groups if group.id == name or group.name.casefold() == folded]
    if found:
        return found
    raise _not_found("group of articles", name, [group.name for group in groups])


class CodeNames:
    """The codes of a scheme by path and by label."""

    def __init__(self, codes: Sequence[Code]) -> None:
        self._paths = {code_id: joined(path) for code_id, path in name_paths(codes).items()}
        self._labels = [code.label for code in codes if code.label]
        self._by_name: dict[str, list[Code]] = {}
        for code in codes:
            for name in {_folded(self._paths[code.id]), code.label.casefold(), code.id} - {""}:
                self._by_name.setdefault(name, []).append(code)

    def find(self, name: str, *, outcome: str = UNDONE) -> Code:
        """Return the code with this path (`Governance > Delegation`), label or id, without regard to case.

        Raises NotFound with the nearest paths.
        """
        found = self._by_name.get(_folded(name), [])
        if len(found) == 1:
            return found[0]
        if found:
            message = f"{len(found)} codes are called “{name}”, so {outcome}. Name it by its whole path or its id."
            raise NotFound(message)
        raise _not_found("code", name, [*self._paths.values(), *self._labels], outcome)

    def path(self, code_id: str) -> str:
        """Return the path of a code as one line."""
        return self._paths[code_id]


def _folded(path: str) -> str:
    return PATH_SEPARATOR.join(" ".join(part.split()) for part in path.casefold().split(PATH_SEPARATOR.strip()))


def find_file(path: Path, what: str = "file", *, outcome: str = UNDONE) -> Path:
    """Return the path when something is there.

    Raises NotFound with the nearest names in its folder.
    """
    if os.path.lexists(path):
        return path
    message = f"There is no {what} at {path}, so {outcome}."
    near = _nearest(path.name, _names_in(path.parent), whole=True)
    raise NotFound(f"{message} Nearest there: {near}." if near else f"{message} Check the name and the folder.")


def _names_in(folder: Path) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError:
        return []


def _not_found(what: str, name: str, known: Iterable[str], outcome: str = UNDONE) -> NotFound:
    choices = list(dict.fromkeys(known))
    if not choices:
        return NotFound(f"There is no {what} “{name}”, so {outcome}: the project has none yet.")
    near = _nearest(name, choices)
    return NotFound(f"There is no {what} “{name}” in the project, so {outcome}. Nearest: {near}.")


def _nearest(name: str, choices: Sequence[str], *, whole: bool = False) -> str:
    """Return the names most like this one; `whole` takes only those that are alike from end to end."""
    from rapidfuzz import fuzz, process, utils

    scorer, at_least = (fuzz.ratio, ALIKE) if whole else (fuzz.WRatio, 0)
    near = process.extract(
        name, choices, scorer=scorer, processor=utils.default_process, limit=NEAREST, score_cutoff=at_least
    )
    return ", ".join(f"“{choice}”" for choice, _, _ in near)
