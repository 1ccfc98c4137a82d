"""Which further sentences are like those that the analyst gave a code.

The words of the coded passages, weighted by how rare they are among the sentences (TF-IDF: Salton and Buckley 1988,
term frequency dampened by a logarithm), make one centroid; sentences are ranked by the cosine of their words with it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING

from annotator.model.folding import fold
from annotator.model.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

Span = tuple[int, int]
Place = tuple[str, int, int]  # article id, start, end

FEWEST = 5  # codings of a code before anything is suggested
_FEWEST_WORDS = 4  # a sentence of fewer different words tells too little
_WORD = re.compile(r"[^\W\d_]{2,}")
_ENDINGS = re.compile(r"(?<=\w{3})(?:ations?|ings?|ments?|ers?|ed|es|s)$")
_STOP_WORDS = """
about above after again all also am an and any are as at be because been before being below between both but by
can could did do does doing down during each few for from further had has have having he her here hers him his
how if in into is it its just like made make many may me might more most much must my no nor not now of off on
once one only or other our out over own per put said same say says she should so some such than that the their
them then there these they this those through to too two under until up upon us very was way we well were what
when where whether which while who whom why will with within without would yet you your"""
_STOPS = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article; `start` and `end` in code points of its text."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A sentence like the coded ones. `score` from 0 to 1; `words` are the places, in the article, that matched."""

    article: str
    start: int
    end: int
    score: float
    words: tuple[Span, ...]


_Weights = dict[str, float]


def sentences_of(article: str, text: str) -> Iterator[Sentence]:
    """Yield the sentences of an article."""
    for start, end in sentences(text):
        yield Sentence(article, start, end, text[start:end])


def suggest(
    code_passages: Sequence[str],
    sentences: Iterable[Sentence],
    *,
    rejected: Collection[Place] = (),
    coded: Mapping[str, Sequence[Span]] | None = None,
    limit: int = 50,
) -> list[Suggestion]:
    """Return the sentences most like the passages of one code, best first; none with fewer than five passages.

    Left out are `rejected` sentences and those that touch a passage in `coded` (article id -> spans with the code).
    """
    if len(code_passages) < FEWEST:
        return []
    known = list(sentences)
    stems = [list(map(_stem, words)) for words in (_words(sentence.text) for sentence in known)]
    rarity = _rarity(stems)
    centroid = _centroid([_weighed([_stem(word) for word in _words(one)], rarity) for one in code_passages])
    ranked: list[tuple[float, int, Sentence]] = []
    for sentence, counted in zip(known, stems, strict=True):
        score = _likeness(counted, rarity, centroid)
        if score > 0 and not _left_out(sentence, rejected, coded or {}):
            ranked.append((-score, len(ranked), sentence))
    ranked.sort(key=lambda one: one[:2])
    return [
        Suggestion(one.article, one.start, one.end, -score, _matched(one, rarity, centroid))
        for score, _, one in ranked[:limit]
    ]


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(fold(text).text) if word not in _STOPS]


def _stem(word: str) -> str:
    return _ENDINGS.sub("", word)


def _rarity(stems: Sequence[Sequence[str]]) -> _Weights:
    """Return the inverse document frequency of each stem: the logarithm of sentences over sentences with it."""
    seen = Counter(stem for counted in stems for stem in dict.fromkeys(counted))
    return {stem: log((1 + len(stems)) / (1 + count)) for stem, count in seen.items()}


def _weighed(stems: Sequence[str], rarity: _Weights) -> _Weights:
    """Return the weights of a passage's stems, of length 1 together. Stems that no sentence has do not count."""
    weights = {
        stem: (1 + log(count)) * rarity[stem] for stem, count in Counter(stems).items() if rarity.get(stem, 0) > 0
    }
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {stem: weight / length for stem, weight in weights.items()} if length else {}


def _centroid(passages: Sequence[_Weights]) -> _Weights:
    total: _Weights = {}
    for weights in passages:
        for stem, weight in weights.items():
            total[stem] = total.get(stem, 0.0) + weight
    length = sqrt(sum(weight * weight for weight in total.values()))
    return {stem: weight / length for stem, weight in total.items()} if length else {}


def _likeness(stems: Sequence[str], rarity: _Weights, centroid: _Weights) -> float:
    if len(set(stems)) < _FEWEST_WORDS or centroid.keys().isdisjoint(stems):
        return 0.0
    return sum(weight * centroid.get(stem, 0.0) for stem, weight in _weighed(stems, rarity).items())


def _left_out(sentence: Sentence, rejected: Collection[Place], coded: Mapping[str, Sequence[Span]]) -> bool:
    if (sentence.article, sentence.start, sentence.end) in rejected:
        return True
    return any(start < sentence.end and end > sentence.start for start, end in coded.get(sentence.article, ()))


def _matched(sentence: Sentence, rarity: _Weights, centroid: _Weights) -> tuple[Span, ...]:
    folded = fold(sentence.text)
    places = (
        folded.span(*found.span())
        for found in _WORD.finditer(folded.text)
        if found[0] not in _STOPS and _stem(found[0]) in centroid
    )
    return tuple((sentence.start + start, sentence.start + end) for start, end in places)
