"""How a text reads without capitals, diacritics and typographic marks, and where each letter of it stood.

Positions are Unicode code points. Folding can change lengths (ﬁ, ß, e + combining accent), so a map leads back.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

_TYPEWRITTEN = str.maketrans("‘’‚‛“”„‟‐‑‒–—―−\u00a0\u202f", "''''\"\"\"\"-------  ")
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")  # soft hyphen, zero-width marks


class _Letters(dict[int, str]):
    """Code point -> what it reads as; filled while reading."""

    def __missing__(self, point: int) -> str:
        read = self[point] = _read(chr(point))
        return read


def _read(character: str) -> str:
    if character in _UNSEEN:
        return ""
    if "가" <= character <= "힣":  # a Korean syllable is not the letters it is made of
        return character
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    return "".join(part for part in parts if not "\u0300" <= part <= "\u036f").translate(_TYPEWRITTEN)


_LETTERS = _Letters()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, and of each character that changed its length where it is, where it stood, and the new length."""

    text: str
    at: tuple[int, ...] = ()
    stood: tuple[int, ...] = ()
    lengths: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the folded passage stands in the text itself, accents at its end included."""
        if not self.at:
            return start, max(start, end)
        return self._place(start), self._after(self._place(end - 1)) if end > start else self._place(start)

    def _place(self, position: int) -> int:
        """Return the place of the character that holds a folded position."""
        index = bisect_right(self.at, position) - 1
        if index < 0:
            return position
        beyond = position - self.at[index] - self.lengths[index]
        return self.stood[index] if beyond < 0 else self.stood[index] + 1 + beyond

    def _after(self, place: int) -> int:
        """Return the end of the character at a place and of the marks on it, which read as nothing."""
        index = bisect_right(self.stood, place)
        end = place + 1
        while index < len(self.stood) and self.stood[index] == end and not self.lengths[index]:
            index, end = index + 1, end + 1
        return end


def fold(text: str) -> Folded:
    """Return the text in small plain letters, straight quotation marks and plain hyphens, with the way back."""
    if text.isascii():
        return Folded(text.lower())
    odd = "".join(character for character in set(text) if len(_LETTERS[ord(character)]) != 1)
    if not odd:
        return Folded(text.translate(_LETTERS))
    stood = tuple(found.start() for found in re.finditer(f"[{re.escape(odd)}]", text))
    lengths = tuple(len(_LETTERS[ord(text[place])]) for place in stood)
    grown = accumulate((length - 1 for length in lengths), initial=0)
    at = tuple(place + more for place, more in zip(stood, grown, strict=False))
    return Folded(text.translate(_LETTERS), at, stood, lengths)
