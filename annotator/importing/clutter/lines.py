"""The lines of a text as the rules for zones see them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from annotator.model.passages import paragraphs

_STOPS = re.compile(r"[.?!…:;。！？][\"'”’»›)\]*_]*(?:\[\d{1,3}\])?$")
_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
_BULLET = re.compile(r"[\s>]*(?:[•‣◦▪●·*\uf0b7]|[-–—](?=\s*\D))\s*(?=\S)")
SHORT = 140  # characters
FEW = 22  # words


@dataclass(frozen=True)
class Line:
    """A line with something on it: `start` and `end` in code points, without the white space around."""

    start: int
    end: int
    text: str

    @cached_property
    def words(self) -> int:
        """How many words it has, counted no further than is needed."""
        return sum(1 for _, _ in zip(_WORD.finditer(self.text[: 4 * SHORT]), range(4 * FEW), strict=False))

    @cached_property
    def short(self) -> bool:
        """Whether it could be a heading, a caption or a link."""
        return len(self.text) <= SHORT and self.words <= FEW

    @cached_property
    def stopped(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_STOPS.search(self.text[-12:]))

    @cached_property
    def bullet(self) -> bool:
        """Whether it begins with a bullet mark."""
        return bool(_BULLET.match(self.text[:12]))

    @cached_property
    def body(self) -> bool:
        """Whether it reads as running text."""
        return self.stopped and not self.bullet and (self.words > 8 or not self.short)


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text that are not blank."""
    found = []
    for start, end in paragraphs(text):
        line = text[start:end]
        lead = len(line) - len(line.lstrip())
        found.append(Line(start + lead, start + len(line.rstrip()), line.strip()))
    return found
