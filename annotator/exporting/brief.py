"""How extracts are laid out as a brief: a chapter for each family, a section for each code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from annotator.model.counting import counted
from annotator.model.records import PATH_SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.exporting.outgoing import Outgoing
    from annotator.model.records import Article, Code

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_NO_COLOUR = "#8a867c"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NAMES_IN_A_SENTENCE = 5
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


class Section(NamedTuple):
    """One code with its extracts. `name` is its path below the family."""

    code: Code
    name: str
    colour: str
    extracts: list[Outgoing]


class Chapter(NamedTuple):
    """One family with the sections that hold extracts."""

    name: str
    colour: str
    sections: list[Section]

    @property
    def size(self) -> int:
        """Return how many extracts the chapter holds."""
        return sum(len(section.extracts) for section in self.sections)


def chapters(extracts: Iterable[Outgoing], codes: Sequence[Code]) -> list[Chapter]:
    """Return the extracts by family and code, in the order of the scheme; within a code as they came."""
    by_code: dict[str, list[Outgoing]] = {}
    for outgoing in extracts:
        by_code.setdefault(outgoing.extract.code.id, []).append(outgoing)
    order = {code.id: place for place, code in enumerate(codes)}
    found: dict[str, Chapter] = {}
    for code_id in sorted(by_code, key=lambda one: order.get(one, len(order))):
        _add_section(found, by_code[code_id])
    colours = {code.name: _colour(code) for code in reversed(codes) if code.parent is None}
    return [chapter._replace(colour=colours.get(name, chapter.colour)) for name, chapter in found.items()]


def citation(article: Article) -> list[tuple[str, str]]:
    """Return author, title, publication and date, each with what it is; what is unknown is left out."""
    parts = [
        ("author", article.author),
        ("title", f"“{article.title}”" if article.title else ""),
        ("publication", article.publication),
        ("date", day(article.published)),
    ]
    return [(kind, words) for kind, words in parts if words]


def day(published: str) -> str:
    """Return `19 May 2016` for `2016-05-19`; anything else as it is."""
    found = _DAY.match(published)
    if not found or not 1 <= int(found[2]) <= len(_MONTHS):
        return published
    return f"{int(found[3])} {_MONTHS[int(found[2]) - 1]} {found[1]}"


def listed(names: Sequence[str]) -> str:
    """Return `Ann, Ben and Cat`; with more than five names only how many coders they are."""
    if len(names) > _NAMES_IN_A_SENTENCE:
        return counted(len(names), "coder")
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _add_section(found: dict[str, Chapter], extracts: list[Outgoing]) -> None:
    extract = extracts[0].extract
    family, below = extract.path[0], extract.path[1:]
    colour = _colour(extract.code)
    chapter = found.setdefault(family, Chapter(family, colour, []))
    chapter.sections.append(Section(extract.code, PATH_SEPARATOR.join(below) or family, colour, extracts))


def _colour(code: Code) -> str:
    """Return the code's colour, grey where it is not `#rrggbb`: it goes into a style sheet."""
    return code.colour if _COLOUR.fullmatch(code.colour) else _NO_COLOUR
