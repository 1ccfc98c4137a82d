"""Which coder, article or code is meant by a name; what is unknown is answered with the nearest names."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from rapidfuzz import fuzz, process

from annotator.model.errors import NotFound
from annotator.model.records import PATH_SEPARATOR, Article, Code, Coder
from annotator.model.scheme_tree import joined, name_paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Named = TypeVar("Named", Article, Code, Coder)
NEAREST = 3


def find_coder(coders: Sequence[Coder], name: str) -> Coder:
    """Return the coder with this name or id, without regard to case.

    Raises NotFound with the nearest names.
    """
    folded = " ".join(name.split()).casefold()
    found = [coder for coder in coders if coder.id == name or coder.name.casefold() == folded]
    if found:
        return found[0]
    raise _not_found("coder", name, [coder.name for coder in coders])


def find_article(articles: Sequence[Article], name: str) -> Article:
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
            message = f"{len(found)} articles are called “{name}”, so none was taken. Name it by its id."
            raise NotFound(message)
        if found:
            return found[0]
    raise _not_found("article", name, [name for article in articles for name in (article.title, article.file)])


class CodeNames:
    """The codes of a scheme by path and by label."""

    def __init__(self, codes: Sequence[Code]) -> None:
        self._paths = {code_id: joined(path) for code_id, path in name_paths(codes).items()}
        self._labels = [code.label for code in codes if code.label]
        self._by_name: dict[str, list[Code]] = {}
        for code in codes:
            for name in {_folded(self._paths[code.id]), code.label.casefold(), code.id} - {""}:
                self._by_name.setdefault(name, []).append(code)

    def find(self, name: str) -> Code:
        """Return the code with this path (`Governance > Delegation`), label or id, without regard to case.

        Raises NotFound with the nearest paths.
        """
        found = self._by_name.get(_folded(name), [])
        if len(found) == 1:
            return found[0]
        if found:
            message = f"{len(found)} codes are called “{name}”, so none was taken. Name it by its path."
            raise NotFound(message)
        raise _not_found("code", name, [*self._paths.values(), *self._labels])

    def path(self, code_id: str) -> str:
        """Return the path of a code as one line."""
        return self._paths[code_id]


def _folded(path: str) -> str:
    return PATH_SEPARATOR.join(" ".join(part.split()) for part in path.casefold().split(PATH_SEPARATOR.strip()))


def _not_found(what: str, name: str, known: Iterable[str]) -> NotFound:
    choices = list(dict.fromkeys(known))
    if not choices:
        return NotFound(f"There is no {what} “{name}”: the project has none yet. Nothing was done.")
    near = [choice for choice, _, _ in process.extract(name, choices, scorer=fuzz.WRatio, limit=NEAREST)]
    shown = ", ".join(f"“{choice}”" for choice in near)
    return NotFound(f"There is no {what} “{name}” in the project, so nothing was done. Nearest: {shown}.")
