"""Which codes an analyst means by the few letters typed into the finder.

Small and capital letters and diacritics do not matter. Spans are in code points of the text they belong to.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.model.records import Code

Spans = tuple[tuple[int, int], ...]

(_LABEL, _NAME_START, _WORD_START, _IN_NAME, _LABEL_START, _IN_PATH, _IN_DEFINITION) = range(7)
_SHORTEST_LOOSE = 3
_SHORTEST_MISSPELT = 5
_ALIKE = 82.0  # rapidfuzz partial ratio, 0 to 100, from which a misspelt word counts
_SHORTEST_INSIDE = 3  # shorter queries count only at the start of a word
_NOT_WORD = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Match:
    """A code that answers the query.

    `score` runs from 1 (the label itself) down; `spans` are the letters to mark in `code.shown_name`, `name_spans` in
    `code.name`, `definition_spans` in `code.definition`, `include_spans` in `code.include`. `loose`: the letters stand
    there with gaps, or nearly. `in_definition`: only the definition or the include rule holds a word of the query.
    """

    code: Code
    score: float
    spans: Spans = ()
    name_spans: Spans = ()
    definition_spans: Spans = ()
    include_spans: Spans = ()
    loose: bool = False
    in_definition: bool = False


class _Folded(NamedTuple):
    """A text without capitals and diacritics; `places` leads back, none where it is one to one."""

    text: str
    places: tuple[int, ...] | None


class _Plain(NamedTuple):
    """A code's texts folded, marks made spaces, each text (not the label) with a space before its first word."""

    label: str
    name: str
    short: str
    named: str
    meaning: str
    everything: str


def find_codes(query: str, codes: Sequence[Code], paths: Mapping[str, str]) -> list[Match]:
    """Return the codes that answer the query, best first; all of them in the given order for an empty query.

    Ranked: label; start of the name; starts of its words; inside the name; start of the label; path (by code id);
    definition and include rule; at last letters with gaps and misspelt words in the name.
    """
    words = tuple(_NOT_WORD.sub(" ", _fold(query).text).split())
    if not words:
        return [Match(code, 1.0) for code in codes]
    ranked: list[tuple[int, float, int]] = []
    left: list[int] = []
    for index, code in enumerate(codes):
        rank = _rank(words, code, paths.get(code.id, ""))
        if rank:
            ranked.append((*rank, index))
        else:
            left.append(index)
    loose = _loose(words, [codes[index] for index in left])
    matches = [_strict_match(words, codes[index], rank, penalty) for rank, penalty, index in sorted(ranked)]
    return matches + loose


def _rank(words: tuple[str, ...], code: Code, path: str) -> tuple[int, float] | None:
    """Return the rank and, within it, a penalty; none when a word of the query is nowhere."""
    plain = _plain(code.label, code.name, code.short_name, path, code.definition, code.include)
    compact = "".join(words)
    if plain.label == compact:
        return _LABEL, 0.0
    if compact[-1].isdigit() and plain.label.startswith(compact):
        return _LABEL_START, float(len(plain.label))
    if not all(word in plain.everything for word in words):
        return None
    return _rank_by_name(words, plain) or _rank_by_meaning(words, plain)


def _rank_by_name(words: tuple[str, ...], plain: _Plain) -> tuple[int, float] | None:
    phrase = f" {' '.join(words)}"
    if plain.name.startswith(phrase) or plain.short.startswith(phrase):
        return _NAME_START, float(phrase not in (plain.name, plain.short))
    for text in (plain.name, plain.short):
        if all(f" {word}" in text for word in words):
            return _WORD_START, float(phrase not in text)
    for text in (plain.name, plain.short):
        if all(word in text for word in words):
            return _IN_NAME, float(phrase[1:] not in text)
    return None


def _rank_by_meaning(words: tuple[str, ...], plain: _Plain) -> tuple[int, float] | None:
    if plain.label.startswith("".join(words)):
        return _LABEL_START, float(len(plain.label))
    if all(_holds(plain.named, word) for word in words):
        return _IN_PATH, 0.0
    if all(_holds(plain.named, word) or (len(word) > 1 and _holds(plain.meaning, word)) for word in words):
        return _IN_DEFINITION, float(any(f" {word}" not in plain.meaning for word in words))
    return None


def _holds(text: str, word: str) -> bool:
    return f" {word}" in text or (len(word) >= _SHORTEST_INSIDE and word in text)


@lru_cache(maxsize=16_384)
def _plain(label: str, name: str, short: str, path: str, definition: str, include: str) -> _Plain:
    texts = (name, short, path, f"{definition} {include}")
    name, short, path, meaning = (f" {_NOT_WORD.sub(' ', _fold(text).text).strip()}" for text in texts)
    label = _NOT_WORD.sub("", _fold(label).text)
    named = f" {label}{name}{short}{path}"
    return _Plain(label, name, short, named, meaning, named + meaning)


def _strict_match(words: tuple[str, ...], code: Code, rank: int, penalty: float) -> Match:
    return Match(
        code,
        1.0 - rank / 10 - min(penalty, 9.0) / 100,
        spans=_marked(words, code.shown_name),
        name_spans=_marked(words, code.name),
        definition_spans=_marked(words, code.definition),
        include_spans=_marked(words, code.include),
        in_definition=rank == _IN_DEFINITION,
    )


def _marked(words: Iterable[str], text: str) -> Spans:
    """Return where the words stand in the text, overlapping places joined; at starts of words where there are any."""
    folded = _fold(text)
    found: list[tuple[int, int]] = []
    for word in words:
        places = [m.span() for m in re.finditer(re.escape(word), folded.text)]
        starts = [place for place in places if not place[0] or not folded.text[place[0] - 1].isalnum()]
        found += starts or places
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(_back(folded, start, end) for start, end in joined)


def _loose(words: tuple[str, ...], codes: Sequence[Code]) -> list[Match]:
    """Return the codes with a word that holds the letters with few gaps, then those with a misspelt word."""
    letters = "".join(words)
    if len(letters) < _SHORTEST_LOOSE:
        return []
    names = [_fold(code.name).text for code in codes]
    gapped = re.compile(f"({letters[0]})" + "".join(f"[^\\W{letter}]{{0,3}}({letter})" for letter in letters[1:]))
    found: list[tuple[float, int]] = []
    for index, name in enumerate(names):
        hit = gapped.search(name)
        if hit and hit.end() - hit.start() <= 2 * len(letters) + 2:
            found.append(((hit.end() - hit.start()) / len(letters), index))
    seen = {index for _, index in found}
    if min(map(len, words)) >= _SHORTEST_MISSPELT:
        from rapidfuzz import fuzz, process  # loaded with the first misspelt word

        alike = process.extract(" ".join(words), names, scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, limit=None)
        found += [(100.0 + 100.0 - score, index) for _, score, index in alike if index not in seen]
    return [_loose_match(words, gapped, codes[index], penalty) for penalty, index in sorted(found)]


def _loose_match(words: tuple[str, ...], gapped: re.Pattern[str], code: Code, penalty: float) -> Match:
    spans = [_loose_spans(words, gapped, text) for text in (code.shown_name, code.name)]
    return Match(code, 0.3 - min(penalty, 299.0) / 1000, spans=spans[0], name_spans=spans[1], loose=True)


def _loose_spans(words: tuple[str, ...], gapped: re.Pattern[str], text: str) -> Spans:
    folded = _fold(text)
    hit = gapped.search(folded.text)
    if hit:
        places = [hit.span(group) for group in range(1, gapped.groups + 1)]
        joined = [places[0]]
        for start, end in places[1:]:
            joined[-1:] = [(joined[-1][0], end)] if start == joined[-1][1] else [joined[-1], (start, end)]
        return tuple(_back(folded, start, end) for start, end in joined)
    from rapidfuzz import fuzz

    aligned = fuzz.partial_ratio_alignment(" ".join(words), folded.text, score_cutoff=_ALIKE)
    if aligned is None or aligned.dest_start == aligned.dest_end:
        return ()
    return (_back(folded, aligned.dest_start, aligned.dest_end),)


@lru_cache(maxsize=65_536)
def _fold(text: str) -> _Folded:
    """Return the text without capitals and diacritics, and where each of its characters stood."""
    if text.isascii():
        return _Folded(text.lower(), None)
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in unicodedata.normalize("NFKD", character.casefold()):
            if not unicodedata.combining(letter):
                letters.append(letter)
                places.append(place)
    return _Folded("".join(letters), tuple(places))


def _back(folded: _Folded, start: int, end: int) -> tuple[int, int]:
    return (start, end) if folded.places is None else (folded.places[start], folded.places[end - 1] + 1)
