"""How what a file tells about its article is written down: one line each, the best source of each fact first."""

from __future__ import annotations

import re
from dataclasses import InitVar, dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from annotator.importing.file_bytes import printable
from annotator.importing.read_records import Told
from annotator.importing.titles import one_line
from annotator.model.canonical import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable

_DAY = re.compile(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")
_LINK = re.compile(r"https?://[^\s<>\"]{1,2000}", re.IGNORECASE)
_MOST = 20  # facts of one name


@dataclass(slots=True)
class Facts:
    """Collects what is told, after `first`; what is empty, too long, told before or no date or link is left out."""

    first: InitVar[tuple[Told, ...]] = ()
    _told: dict[tuple[str, str], Told] = field(default_factory=dict)

    def __post_init__(self, first: tuple[Told, ...]) -> None:
        self._told = {(fact.name, fact.value): fact for fact in first}

    def add(self, name: str, value: object, where: str) -> None:
        """Add a fact: `name` is a field of Article; only text counts as a value."""
        line = _tidy(name, value) if isinstance(value, str) else ""
        if line and sum(1 for told, _ in self._told if told == name) < _MOST:
            self._told.setdefault((name, line), Told(name=name, value=line, where=where))

    def extend(self, told: Iterable[Told]) -> None:
        """Add facts that are already written down."""
        for fact in told:
            self._told.setdefault((fact.name, fact.value), fact)

    def told(self) -> tuple[Told, ...]:
        """Return the facts in the order in which they were added."""
        return tuple(self._told.values())


def is_of_properties(told: Told) -> bool:
    """Tell what stands in a file's properties: often the person or program that saved it, so the text outdoes it."""
    return "properties" in told.where


def title_of(told: tuple[Told, ...]) -> str:
    """Return the first title that was told; else an empty string."""
    return next((fact.value for fact in told if fact.name == "title"), "")


def _tidy(name: str, value: str) -> str:
    line = printable(one_line(canonical(value[:5_000])))
    if name == "published":
        return _day(line)
    if name == "link":
        return line if _LINK.fullmatch(line) else ""
    if name in {"author", "publication"} and line.lower().startswith(("http:", "https:")):
        return ""
    return line


def _day(text: str) -> str:
    """Return the day that a machine-written time begins with, as YYYY-MM-DD; nothing is guessed."""
    found = _DAY.match(text)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat() if found else ""
    except ValueError:
        return ""
