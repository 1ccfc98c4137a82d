"""Who does the saying: the words before or after a verb of speech that name somebody.

Only a bounded number of words around the verb is looked at, so that the time stays linear on any input.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.importing.speech.words import (
    BETWEEN,
    BODIES,
    CUES,
    DETERMINERS,
    LINKS,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_HEADS,
    STOPS_SUBJECT,
    TITLES,
    is_role,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN = re.compile(r"[A-ZÀ-Þ]\.(?=[ \u00a0][A-ZÀ-Þ])|(?:Jr|Sr)\.|[^\W_](?:[\w’'&/-]|\.(?=[^\W\d]))*|[^\s\w]")
_PARTICLES = words("de van von der den la al bin di da le du")
_LEADING = BETWEEN | STOPS_SUBJECT | words("yesterday today but and later elsewhere earlier afterwards also as")
_NOBODY = words("it this that there what which nobody everyone everybody anyone anybody")
_MOST_WORDS = 12
_APPOSITION = 16
_LONGEST_NAME = 5


@dataclass(slots=True, eq=False)  # not frozen: an article makes thousands, and setting frozen ones takes twice as long
class Token:
    """A word or a single mark of a text, with its place in code points; `word` in small letters, without `’s`."""

    start: int
    end: int
    text: str
    word: str

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital, as a name is."""
        return self.text[0].isupper()

    @property
    def mark(self) -> bool:
        """Whether it is no word."""
        return not (self.text[0].isalnum())


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words that name whoever speaks, as printed, and where they stand."""

    start: int
    end: int
    text: str


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Return the words and marks of a stretch."""
    found = _TOKEN.finditer(text, start, end)
    return [Token(one.start(), one.end(), one[0], _without_s(one[0].lower())) for one in found]


def _without_s(word: str) -> str:
    return word[:-2] if word.endswith(("’s", "'s")) else word


def subject_before(tokens: Sequence[Token], verb: int) -> Phrase | None:
    """Return who stands before the verb at a place in `tokens`: `the chair, who is a nurse, has also said`."""
    at = _past_small_words(tokens, verb - 1)
    if at < 0:
        return None
    if tokens[at].text in ",)–—":
        return _before_apposition(tokens, at)
    return _named(tokens, _left_bound(tokens, at), at + 1)


def subject_after(tokens: Sequence[Token], verb: int, *, any_role: bool = False) -> Phrase | None:
    """Return who stands behind the verb at a place in `tokens`: `said the head of the trust on Monday`.

    `any_role`: whatever stands there with an article speaks, known as a role or not.
    """
    first = verb + 1
    end = first
    while end < min(len(tokens), first + _MOST_WORDS):
        token = tokens[end]
        if token.text == "." and end > first and tokens[end - 1].word in TITLES:
            end += 1
            continue
        stops = token.word in STOPS_SUBJECT or (token.word in PREPOSITIONS and token.word not in LINKS)
        on = token.word in {"on", "in", "at", "to", "with"} and end > first
        if token.mark or stops or on or token.word in CUES or (end > first and token.word in BETWEEN):
            break
        end += 1
    who = _named(tokens, first, end) or (_any_role(tokens, first, end) if any_role else None)
    beside = _name_beside(tokens, end) if who and who.text.split()[-1][0].islower() else None
    return beside or who


def _name_beside(tokens: Sequence[Token], comma: int) -> Phrase | None:
    """Return the name behind a role, as in `said the chair, Ann Holm`."""
    if comma >= len(tokens) or tokens[comma].text != ",":
        return None
    end = comma + 1
    while end < min(len(tokens), comma + 2 + _LONGEST_NAME) and (tokens[end].capital or tokens[end].text in _PARTICLES):
        end += 1
    closed = end >= len(tokens) or tokens[end].text in ",.;:–—"
    return _only_a_name(tokens, comma + 1, end) if closed else None


def _any_role(tokens: Sequence[Token], low: int, high: int) -> Phrase | None:
    """Return what stands with an article behind a verb of speech: it speaks, whatever it is called."""
    if high - low < 2 or tokens[low].word not in DETERMINERS or tokens[high - 1].word in _NOBODY:
        return None
    return _phrase(tokens, low, high)


def _past_small_words(tokens: Sequence[Token], at: int) -> int:
    while at >= 0 and (tokens[at].word in BETWEEN or _is_adverb(tokens[at])):
        at -= 1
    return at


def _is_adverb(token: Token) -> bool:
    return len(token.text) > 4 and token.text.endswith("ly") and token.text.islower()


def _before_apposition(tokens: Sequence[Token], comma: int) -> Phrase | None:
    """Return who stands before `, who runs the trust,` or `, however,`; at its end there is a comma, too."""
    pairs = {",": ",", ")": "(", "–": "–", "—": "—"}
    for at in range(comma - 1, max(-1, comma - _APPOSITION), -1):
        if tokens[at].text == pairs[tokens[comma].text]:
            return _head_or_name(tokens, at, comma)
        if tokens[at].text in ".!?:;":
            return None
    return None


def _head_or_name(tokens: Sequence[Token], comma: int, end: int) -> Phrase | None:
    """Return the name that stands beside a role, `our engineer, Ann Holm,`, else what stands before the comma."""
    if not comma:
        return None
    if comma > 1 and tokens[comma - 1].text.isdigit() and tokens[comma - 2].text == ",":  # an age
        comma -= 2
    head = _named(tokens, _left_bound(tokens, comma - 1), comma) if comma else None
    name = _only_a_name(tokens, comma + 1, end)
    return name if name and (head is None or _is_role_before(tokens, head, comma)) else head


def _is_role_before(tokens: Sequence[Token], head: Phrase, comma: int) -> bool:
    """Tell whether what stands before a comma is a role: `the chair`, `Fraktionschef der Freien Liste`."""
    before = {token.word for token in tokens[_left_bound(tokens, comma - 1) : comma]}
    parts = head.text.split()
    small = parts[0].lower() in DETERMINERS or parts[-1][0].islower()
    return small or bool(before & ROLE_HEADS) or any(is_role(word) for word in before)


def _only_a_name(tokens: Sequence[Token], low: int, high: int) -> Phrase | None:
    """Return the name that fills a stretch: two to five words with capitals, titles among them."""
    inside = [token for token in tokens[low:high] if token.text != "."]
    capitals = sum(token.capital for token in inside)
    plain = all(token.capital or token.text in _PARTICLES for token in inside)
    if not 2 <= len(inside) <= _LONGEST_NAME or capitals < 2 or not plain:
        return None
    return None if {token.word for token in inside} & BODIES else _phrase(tokens, low, high)


def _left_bound(tokens: Sequence[Token], at: int) -> int:
    low = at + 1
    while low > max(0, at + 1 - _MOST_WORDS):
        token = tokens[low - 1]
        if token.text == "." and low > 1 and tokens[low - 2].word in TITLES:
            low -= 1
            continue
        joins = token.word == "and" and low > 1 and tokens[low - 2].capital and low <= at and tokens[low].capital
        if token.mark or (token.word in STOPS_SUBJECT and not joins) or (token.word in CUES and not token.capital):
            break
        low -= 1
    return low


def _named(tokens: Sequence[Token], low: int, high: int) -> Phrase | None:
    """Return the part of the tokens that names somebody: a pronoun, a name, or a role."""
    while low < high and (tokens[low].word in _LEADING or _is_adverb(tokens[low])) and tokens[low].word not in TITLES:
        low += 1
    if low >= high or tokens[high - 1].word in _NOBODY:
        return None
    if tokens[high - 1].word in PRONOUNS:
        return _phrase(tokens, high - 1, high)
    person = _name_with_place(tokens, low, high)
    if person:
        return person
    name = _name_start(tokens, low, high)
    if name < high and not _belongs(tokens, low, name):
        return _phrase(tokens, name, high)
    return _role(tokens, low, high)


def _belongs(tokens: Sequence[Token], low: int, name: int) -> bool:
    """Tell whether a name only says where somebody is from: `the head of the Freight Guild`."""
    before = name - 1 if name - 1 > low and tokens[name - 1].word in DETERMINERS else name
    return before > low and tokens[before - 1].word in LINKS


def _name_start(tokens: Sequence[Token], low: int, high: int) -> int:
    """Return where the run of capitals begins with which the tokens end; `high` when they end otherwise."""
    start = high
    while start > low:
        token = tokens[start - 1]
        particle = token.text in _PARTICLES and start < high and start - 1 > low and tokens[start - 2].capital
        dot = token.text == "." and start - 1 > low and tokens[start - 2].word in TITLES
        small = token.word in DETERMINERS | PREPOSITIONS and not particle
        if not (token.capital or particle or dot) or small:
            break
        start -= 1
        if token.word in TITLES and start < high - 1:
            break
    return start


def _role(tokens: Sequence[Token], low: int, high: int) -> Phrase | None:
    """Return the noun phrase with which the tokens end: `the head of the trust`, `critics`."""
    start = next((at for at in range(high - 1, low - 1, -1) if tokens[at].word in DETERMINERS), low)
    while start > low and tokens[start - 1].word in LINKS:
        earlier = range(start - 2, low - 1, -1)
        start = next((at for at in earlier if tokens[at].word in DETERMINERS), low)
    while start < high and tokens[start].word in PREPOSITIONS:
        start += 1
    found = {token.word for token in tokens[start:high]}
    last = tokens[high - 1].text if start < high else ""
    known = found & (ROLE_HEADS | BODIES) or any(is_role(word) for word in found)
    if not known and not last.endswith("s") and not found & {"others", "some", "one", "another", "staff"}:
        return None
    return _phrase(tokens, start, high)


def _name_with_place(tokens: Sequence[Token], low: int, high: int) -> Phrase | None:
    """Return `Ann Holm` of `Ann Holm of the University of Stour`."""
    end = next((at for at in range(low, high) if tokens[at].word in LINKS), high)
    if end == high or tokens[end].text not in {"of", "from", "at", "de", "von", "vom"}:
        return None
    start = _name_start(tokens, low, end)
    found = {token.word for token in tokens[start:end]} - TITLES
    bare = [token for token in tokens[start:end] if token.word not in TITLES and token.text != "."]
    named = len(bare) >= 2 and not found & (BODIES | ROLE_HEADS)
    return _phrase(tokens, start, end) if start == low and named else None


def _phrase(tokens: Sequence[Token], low: int, high: int) -> Phrase | None:
    if low >= high:
        return None
    printed = " ".join(token.text for token in tokens[low:high]).replace(" .", "")
    return Phrase(tokens[low].start, tokens[high - 1].end, printed.removesuffix("’s").removesuffix("'s"))
