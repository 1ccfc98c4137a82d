"""Where the words that an analyst looks for stand in a text, and what stands around them.

Typed are plain words, the beginning of a word (`integrat*`) and phrases (`"pooled budget"`). All of them must be in
the text; then each place of each counts. Capitals, diacritics and the kind of quotation mark or dash do not matter.
Positions are Unicode code points of the text itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from annotator.model.folding import fold
from annotator.model.passages import paragraph_at, snap_to_graphemes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.records import Article

Span = tuple[int, int]

MOST_WORDS = 200  # of one search; the words beyond are not looked for

_TYPED = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]?(\*?)|([^\s"“”„«»]+)')
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad])*")
_BETWEEN = r"[\W_]+"  # what may stand between two words of a phrase
_STARTS, _ENDS, _REST = r"(?<![^\W_])", r"(?![^\W_])", r"[^\W_]*"


@dataclass(frozen=True, slots=True)
class ArticleHits:
    """An article, its text, and where in it the words stand."""

    article: Article
    text: str
    hits: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Term:
    """A word or phrase as typed; `open_end`: words that only begin so count too."""

    typed: str
    open_end: bool

    @property
    def words(self) -> list[str]:
        return [word.replace("\u00ad", "") for word in _WORD.findall(self.typed)]


def hits_in(text: str, words: str, *, whole_words: bool = False) -> list[Span]:
    """Return where the words stand, in order; none unless each of them is somewhere in the text.

    With `whole_words` a word counts as the search in all articles counts it: from its beginning to its end, with
    any spaces and marks between the words of a phrase. Otherwise letters inside a longer word count too, and marks.
    """
    patterns = _patterns(words, whole_words=whole_words)
    if not patterns:
        return []
    folded = fold(text)
    found: set[Span] = set()
    for pattern in patterns:
        places = [match.span() for match in pattern.finditer(folded.text)]
        if not places:
            return []
        found.update(places)
    return [folded.span(*place) for place in _without_inner(sorted(found, key=lambda place: (place[0], -place[1])))]


def _without_inner(places: Sequence[Span]) -> list[Span]:
    """Leave out what lies wholly inside the place before it: a word of a phrase that was looked for as well."""
    kept: list[Span] = []
    for place in places:
        if not kept or place[1] > kept[-1][1]:
            kept.append(place)
    return kept


def in_context(text: str, hit: Span, width: int = 40) -> tuple[str, str, str]:
    """Return what stands before the hit in its paragraph, the hit, and what follows: at most `width` code points.

    No word is cut at the far ends where a whole one is left, and no visible character.
    """
    start, end = hit
    low, high = paragraph_at(text, start)[0], paragraph_at(text, end)[1]
    first, last = max(low, start - width), min(high, end + width)
    if first > low and not text[first - 1].isspace():
        first = _next_word(text, first, start)
    if last < high and not text[last].isspace():
        last = _last_word(text, end, last)
    return text[first:start], text[start:end], text[end:last]


def _next_word(text: str, first: int, start: int) -> int:
    space = re.search(r"\s+(?=\S)", text[first:start])
    return first + space.end() if space else min(start, snap_to_graphemes(text, first, first)[1])


def _last_word(text: str, end: int, last: int) -> int:
    kept = re.match(r".*\S(?=\s)", text[end:last], re.DOTALL)
    return end + kept.end() if kept else max(end, snap_to_graphemes(text, last, last)[0])


def search_expression(words: str) -> str:
    """Return what is typed as an FTS5 expression that cannot go wrong; empty when no word is in it.

    Phrases and beginnings stay what they are; whatever else FTS5 would read as an operator is a word like any other.
    """
    terms = (term for term in _terms(words) if term.words)
    return " ".join(f'"{" ".join(term.words)}"{" *" if term.open_end else ""}' for term in terms)


@lru_cache(maxsize=64)
def _terms(words: str) -> tuple[_Term, ...]:
    found = []
    for typed in _TYPED.finditer(words):
        phrase = typed[3] if typed[1] is None else typed[1]
        bare = phrase.rstrip("* ")
        if bare.strip():
            found.append(_Term(bare.strip(), open_end=bool(typed[2]) or phrase.rstrip().endswith("*")))
    return tuple(dict.fromkeys(found))[:MOST_WORDS]


@lru_cache(maxsize=64)
def _patterns(words: str, *, whole_words: bool) -> tuple[re.Pattern[str], ...]:
    make = _whole if whole_words else _anywhere
    return tuple(re.compile(pattern) for pattern in dict.fromkeys(map(make, _terms(words))) if pattern)


def _whole(term: _Term) -> str:
    if not term.words:
        return ""
    letters = _BETWEEN.join(re.escape(fold(word).text) for word in term.words)
    return _STARTS + letters + (_REST if term.open_end else _ENDS)


def _anywhere(term: _Term) -> str:
    parts = (fold(part).text for part in term.typed.split())
    letters = r"\s+".join(re.escape(part) for part in parts if part)
    if not letters or not term.open_end:
        return letters
    return (_STARTS if term.typed[0].isalnum() else "") + letters + _REST
