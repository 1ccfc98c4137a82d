"""Which further sentences are like those that the analyst gave a code.

The words of the coded sentences, weighted by how rare they are among all (TF-IDF: Salton and Buckley 1988, term
frequency dampened by a logarithm), make one centroid; half of that of the sentences coded otherwise is taken off it
(Rocchio 1971). Sentences are ranked by the cosine of their words with what is left.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING

from annotator.model.folding import fold
from annotator.model.nothing_to_code import paragraph_key
from annotator.model.progress import covered
from annotator.model.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

Span = tuple[int, int]
Spans = Mapping[str, Sequence[Span]]  # by article id
Signed = tuple[str, str]  # article id, sign of the sentence's words

FEWEST = 5  # codings of a code before anything is suggested
_FEWEST_WORDS = 4  # a sentence of fewer different words tells too little
_OTHERWISE = 0.5  # how much of what is coded otherwise is taken off
_WHOLE = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")  # headlines and list heads do not end like this
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
    """A sentence like the coded ones. `score` is 1 at most; `words` are the places, in the article, that matched.

    `rejected`: it was turned down before; it comes along so that it can be brought back.
    """

    article: str
    start: int
    end: int
    score: float
    words: tuple[Span, ...]
    rejected: bool = False


_Weights = dict[str, float]


def sentences_of(article: str, text: str) -> Iterator[Sentence]:
    """Yield the sentences of an article."""
    for start, end in sentences(text):
        yield Sentence(article, start, end, text[start:end])


def suggest(
    known: Iterable[Sentence],
    coded: Spans,
    *,
    otherwise: Spans | None = None,
    rejected: Collection[Signed] = (),
    within: Collection[str] | None = None,
    limit: int = 50,
) -> list[Suggestion]:
    """Return the sentences most like those with a code, best first; none with fewer than five codings.

    `known` are the sentences of all articles, `coded` the passages with the code, `otherwise` those with another.
    Only articles `within` are suggested from. Sentences `rejected` come along, marked, beyond the limit.
    """
    if sum(map(len, coded.values())) < FEWEST:
        return []
    sentences = list(known)
    weighed = _all_weighed(sentences)
    centroid = _centroid(_touched(sentences, weighed, coded))
    for stem, weight in _centroid(_touched(sentences, weighed, otherwise or {})).items():
        centroid[stem] = centroid.get(stem, 0.0) - _OTHERWISE * weight
    chosen = _Chosen(_joined(coded), rejected, within)
    ranked: list[tuple[float, int]] = []
    for number, (sentence, weights) in enumerate(zip(sentences, weighed, strict=True)):
        score = _likeness(weights, centroid)
        if chosen.may_be_shown(sentence, score):
            ranked.append((-score, number))
    ranked.sort()
    return list(_first([chosen.told(sentences[number], -score, centroid) for score, number in ranked], limit))


@dataclass(frozen=True, slots=True)
class _Chosen:
    """Which sentences can be shown at all, and how one is told."""

    coded: Spans
    rejected: Collection[Signed]
    within: Collection[str] | None

    def may_be_shown(self, sentence: Sentence, score: float) -> bool:
        if (self.within is not None and sentence.article not in self.within) or _touches(sentence, self.coded):
            return False
        return self._is_rejected(sentence) or (score > 0 and _WHOLE.search(sentence.text) is not None)

    def told(self, sentence: Sentence, score: float, centroid: _Weights) -> Suggestion:
        words = _matched(sentence, centroid)
        return Suggestion(sentence.article, sentence.start, sentence.end, score, words, self._is_rejected(sentence))

    def _is_rejected(self, sentence: Sentence) -> bool:
        return bool(self.rejected) and (sentence.article, paragraph_key(sentence.text)) in self.rejected


def _first(found: Iterable[Suggestion], limit: int) -> Iterator[Suggestion]:
    """Yield the first ones up to a limit, and all that were rejected."""
    for one in found:
        limit -= not one.rejected
        if one.rejected or limit >= 0:
            yield one


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(fold(text).text) if word not in _STOPS]


def _stem(word: str) -> str:
    return _ENDINGS.sub("", word)


def _all_weighed(sentences: Sequence[Sentence]) -> list[_Weights]:
    """Return the weights of each sentence's stems; of too short ones none."""
    stems = [list(map(_stem, _words(sentence.text))) for sentence in sentences]
    rarity = _rarity(stems)
    return [_weighed(counted, rarity) if len(set(counted)) >= _FEWEST_WORDS else {} for counted in stems]


def _rarity(stems: Sequence[Sequence[str]]) -> _Weights:
    """Return the inverse document frequency of each stem: the logarithm of sentences over sentences with it."""
    seen = Counter(stem for counted in stems for stem in dict.fromkeys(counted))
    return {stem: log((1 + len(stems)) / (1 + count)) for stem, count in seen.items()}


def _weighed(stems: Sequence[str], rarity: _Weights) -> _Weights:
    """Return the weights of a sentence's stems, of length 1 together."""
    return _of_length_one({stem: (1 + log(count)) * rarity[stem] for stem, count in Counter(stems).items()})


def _centroid(passages: Iterable[_Weights]) -> _Weights:
    total: _Weights = {}
    for weights in passages:
        for stem, weight in weights.items():
            total[stem] = total.get(stem, 0.0) + weight
    return _of_length_one(total)


def _of_length_one(weights: _Weights) -> _Weights:
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {stem: weight / length for stem, weight in weights.items()} if length else {}


def _likeness(weights: _Weights, centroid: _Weights) -> float:
    return sum(weight * centroid.get(stem, 0.0) for stem, weight in weights.items())


def _touched(sentences: Sequence[Sentence], weighed: Sequence[_Weights], spans: Spans) -> Iterator[_Weights]:
    joined = _joined(spans)
    return (weights for sentence, weights in zip(sentences, weighed, strict=True) if _touches(sentence, joined))


def _joined(spans: Spans) -> Spans:
    """Return the stretches that spans cover together, in order."""
    return {article: covered(known) for article, known in spans.items()}


def _touches(sentence: Sentence, joined: Spans) -> bool:
    """Tell whether one of the stretches, in order, touches a sentence."""
    stretches = joined.get(sentence.article, ())
    before = bisect_left(stretches, (sentence.end, 0)) - 1
    return before >= 0 and stretches[before][1] > sentence.start


def _matched(sentence: Sentence, centroid: _Weights) -> tuple[Span, ...]:
    folded = fold(sentence.text)
    places = (
        folded.span(*found.span())
        for found in _WORD.finditer(folded.text)
        if found[0] not in _STOPS and centroid.get(_stem(found[0]), 0.0) > 0
    )
    return tuple((sentence.start + start, sentence.start + end) for start, end in places)
