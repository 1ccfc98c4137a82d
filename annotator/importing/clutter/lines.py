"""The lines of a text as the rules for zones see them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from annotator.model.passages import paragraphs

_STOPS = re.compile(r"[.?!…:;。！？][\"'”’»›)\]*_]*(?:\[\d{1,3}\])?$")
_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
_BULLET = re.compile(r"[\s>]*(?:[•‣◦▪●·*\uf0b7]|[-–—](?=\s*\D))\s*(?=\S)")
SHORT = 140  # characters
FEW = 22  # words


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it: `start` and `end` in code points, without the white space around.

    `words` are counted no further than is needed; `short`: it could be a heading, a caption or a link; `stopped`: it
    ends as a sentence does; `bullet`: it begins with a bullet mark; `body`: it reads as running text.
    """

    start: int
    end: int
    text: str
    words: int
    short: bool
    stopped: bool
    bullet: bool
    body: bool


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text that are not blank."""
    found = []
    for start, end in paragraphs(text):
        line = text[start:end]
        found.append(_line(start + len(line) - len(line.lstrip()), line.strip()))
    return found


def _line(start: int, text: str) -> Line:
    words = min(4 * FEW, len(_WORD.findall(text[: 4 * SHORT])))
    short = len(text) <= SHORT and words <= FEW
    stopped = bool(_STOPS.search(text[-12:]))
    bullet = bool(_BULLET.match(text[:12]))
    body = stopped and not bullet and (words > 8 or not short)
    return Line(start, start + len(text), text, words, short, stopped, bullet, body)
