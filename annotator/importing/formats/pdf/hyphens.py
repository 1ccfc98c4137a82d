"""How a line goes on in the next: with a space, or with a word that was parted at its end."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from annotator.importing.formats.pdf.printed_lines import HYPHEN

if TYPE_CHECKING:
    from collections.abc import Sequence

SOFT_HYPHEN = "\u00ad"
_WORD = re.compile(r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)*")
_PARTED = re.compile(rf"([^\W\d_]+)[{HYPHEN}{SOFT_HYPHEN}‐-]$")
_SIGNS = (HYPHEN, SOFT_HYPHEN, "-", "‐")
_LONGEST_PART = 60  # characters
_GOES_ON = re.compile(r"[^\W\d_]+")
_HYPHENATING = 0.015  # of the lines end in a hyphen where words are parted as a rule
_CLOSE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")


class Hyphens:
    """Knows the words of a text, and with them which hyphens at line ends only part a word."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._words = Counter(word.casefold().replace("‐", "-") for line in lines for word in _WORD.findall(line))
        parted = sum(_parted(line) is not None for line in lines)
        self._as_a_rule = parted > _HYPHENATING * len(lines)

    def joined(self, lines: Sequence[str]) -> str:
        """Return lines as one; a hyphen between two goes only where it surely parts a word."""
        written = list(lines[:1])
        for after in lines[1:]:
            written[-1], between = self._joint(written[-1], after)
            written += [between, after]
        return "".join(written)

    def _joint(self, before: str, after: str) -> tuple[str, str]:
        """Return how a line ends when another follows, and what stands between the two."""
        parted, goes_on = _parted(before), _GOES_ON.match(after)
        if parted is None or goes_on is None:
            close = _CLOSE.match(before[-1:]) and _CLOSE.match(after)
            dash = before.endswith((HYPHEN, "-", "‐")) and not before.endswith((" -", " ‐"))
            return before, "" if close or dash else " "
        if self._parts_a_word(parted[1].casefold(), goes_on[0], before[-1]):
            return before[:-1], ""
        return (f"{before[:-1]}-" if before[-1] in (HYPHEN, SOFT_HYPHEN) else before), ""

    def _parts_a_word(self, first: str, second: str, sign: str) -> bool:
        if sign == SOFT_HYPHEN:
            return True
        if self._words[first + second.casefold()]:
            return True
        if self._words[f"{first}-{second.casefold()}"] or not second[0].islower():
            return False
        known = self._words[second.casefold()] and self._words[first] > 1
        return sign == HYPHEN and self._as_a_rule and not known


def _parted(line: str) -> re.Match[str] | None:
    """Return the part of a word that a hyphen ends at the end of a line; of a long line only the end is looked at."""
    return _PARTED.search(line[-_LONGEST_PART:]) if line.endswith(_SIGNS) else None
