"""Where a sentence says that somebody speaks: the verb or noun that tells it, and whom it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.importing.speech.subjects import Phrase, subject_after, subject_before, tokens_of
from annotator.importing.speech.words import (
    CUES,
    DETERMINERS,
    OPINIONS,
    POSSESSIVES,
    PRONOUNS,
    ROLE_HEADS,
    SPEAKING,
    is_role,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.importing.speech.subjects import Token

_LETTERS = re.compile(r"[^\W\d_]+")
_ASKING = frozenset(["asked", "asks", "pressed", "told", "tells"])
_DONE_TO = _ASKING | {"described", "called", "named", "promised", "urged", "warned", "assured", "advised"}
_GOING = frozenset(["went", "goes"])
_ALONE = words("one another some many several most each both two three four other others any these those this that")
_PASSIVE = frozenset(["was", "were", "been", "being", "is", "are"])
_INCISE = re.compile(r", (?=([^\W\d_]{2,20}(?:-t)?-(?:il|elle)s?\b|[^\W\d_]{3,20} (?:M\.|Mme|[A-ZÀ-Þ])))")
_ROLE_WORDS = 4
_HIS = {"m": "he", "f": "she", "p": "they"}


@dataclass(frozen=True, slots=True)
class Cue:
    """Somebody is named as speaking. `at`: of the verb. `strong`: the verb itself means speaking.

    `asked` is whom a question is put to: the next to speak. `heading`: the name stands before a colon, if it is one.
    """

    at: int
    end: int
    who: Phrase
    strong: bool
    asked: Phrase | None = None
    heading: bool = False


def cues_and_according(text: str, start: int, end: int) -> tuple[list[Cue], Phrase | None]:
    """Return what tells of speaking in a sentence, and whom `according to` names there."""
    told = text[start:end]
    found = set(_LETTERS.findall(told))
    some = ":" in told or not found.isdisjoint(CUES) or not found.isdisjoint(OPINIONS)
    according = "ccording " in told or "elon " in told or "aut " in told
    return cues_of(text, start, end) if some else [], according_to(text, start, end) if according else None


def cues_of(text: str, start: int, end: int) -> list[Cue]:
    """Return what tells of speaking in a stretch (a sentence whose quotations are blanked out)."""
    tokens = tokens_of(text, start, end)
    return [cue for at in range(len(tokens)) for cue in _cue_at(tokens, at)]


def attribution_after(text: str, start: int, end: int) -> Cue | None:
    """Return who is named right behind a quotation: `, said the chair`, `the chair has added`, `, as X put it`."""
    tokens = tokens_of(text, start, min(end, start + 200))
    at = 0
    while at < len(tokens) and tokens[at].text in ",–—-":
        at += 1
    if at < len(tokens) and tokens[at].word in {"as", "a", "ont", "wie"}:
        at += 1
    if at >= len(tokens):
        return None
    if inverted := _inverted(tokens[at]):
        return inverted
    if tokens[at].word in SPEAKING:
        who = subject_after(tokens, at, any_role=True)
        return Cue(tokens[at].start, tokens[at].end, who, strong=True) if who else None
    return _name_then_verb(tokens, at)


def inside(text: str, start: int, end: int) -> Cue | None:
    """Return who is named inside French marks: `« Non, explique-t-elle. Et après ? »`."""
    for found in _INCISE.finditer(text, start, end):
        tokens = tokens_of(text, found.start(1), min(end, found.start(1) + 120))
        cue = _inverted(tokens[0]) if tokens else None
        if cue is None and tokens and tokens[0].word in SPEAKING:
            who = subject_after(tokens, 0)
            cue = Cue(tokens[0].start, tokens[0].end, who, strong=True) if who and who.text[0].isupper() else None
        if cue:
            return cue
    return None


def _inverted(token: Token) -> Cue | None:
    """Return `explique-t-elle` as what it is: a verb and a pronoun."""
    verb, _, pronoun = token.text.rpartition("-")
    verb = verb.removesuffix("-t")
    if pronoun not in {"il", "elle", "ils", "elles"} or verb.lower() not in SPEAKING:
        return None
    place = token.end - len(pronoun)
    return Cue(token.start, place, Phrase(place, token.end, pronoun.rstrip("s")), strong=True)


def according_to(text: str, start: int, end: int) -> Phrase | None:
    """Return who is named by `according to X` in a stretch."""
    tokens = tokens_of(text, start, end)
    for at, token in enumerate(tokens[:-1]):
        if token.word in {"according", "selon", "laut"}:
            return subject_after(tokens, at + 1 if tokens[at + 1].word == "to" else at, any_role=True)
    return None


def _name_then_verb(tokens: Sequence[Token], first: int) -> Cue | None:
    """Return `she has also said` where nothing but the name stands before the verb."""
    for at in range(first + 1, min(len(tokens), first + 24)):
        if tokens[at].text in ".;:?!":
            return None
        if tokens[at].word in SPEAKING:
            who = subject_before(tokens, at)
            if who is None or not _leads_up(tokens, first, who) or tokens[min(at + 1, len(tokens) - 1)].text == ":":
                return None
            return Cue(tokens[at].start, tokens[at].end, who, strong=True)
    return None


def _leads_up(tokens: Sequence[Token], first: int, who: Phrase) -> bool:
    """Tell whether a name stands first, or behind nothing but a role: `board chair Ann Holm`."""
    before = [token for token in tokens[first : first + _ROLE_WORDS + 2] if token.start < who.start]
    plain = all(token.text[0].isalpha() and token.word not in CUES for token in before)
    role = not before or before[-1].word in ROLE_HEADS or is_role(before[-1].word)
    return who.start <= tokens[first].end or (len(before) <= _ROLE_WORDS and plain and role)


def _cue_at(tokens: Sequence[Token], at: int) -> Iterator[Cue]:
    token = tokens[at]
    if token.word in CUES and token.text[0].islower() and not _is_noun(tokens, at):
        yield from _verb(tokens, at)
    elif token.word in _GOING and at + 1 < len(tokens) and tokens[at + 1].word == "on":
        who = subject_before(tokens, at)
        if who:
            yield Cue(token.start, tokens[at + 1].end, who, strong=True)
    elif token.word in OPINIONS and at:
        who = _owner(tokens, at)
        if who:
            yield Cue(token.start, token.end, who, strong=False)
    elif token.text == ":" and at:
        who = _heading(tokens, at)
        if who:
            yield Cue(token.start, token.end, who, strong=False, heading=True)


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """Tell `their own say` and `a call` from verbs: an article or a possessive stands before them."""
    before = tokens[at - 1].word if at else ""
    return (before in DETERMINERS and before not in _ALONE) or before in POSSESSIVES or before == "own"


def _by_whom(tokens: Sequence[Token], verb: int) -> int | None:
    """Return where `by` stands in `was called “unworkable” by the union`: right behind the verb, or the marks."""
    for at in range(verb + 1, min(len(tokens), verb + 8)):
        if tokens[at].word == "by":
            return at
        blanked = set(tokens[at].text) == {"x"}
        if not (tokens[at].mark or blanked or tokens[at].word.endswith("ly")):
            return None
    return None


def _verb(tokens: Sequence[Token], at: int) -> Iterator[Cue]:
    token = tokens[at]
    asked = subject_after(tokens, at) if token.word in _ASKING else None
    floated_by = at + 1 < len(tokens) and tokens[at + 1].word == "by" and token.word.endswith("ed")
    passive = floated_by or (at > 0 and tokens[at - 1].word in _PASSIVE and token.word in _DONE_TO)
    if passive:
        by = _by_whom(tokens, at)
        who = subject_after(tokens, by) if by is not None else None
    else:
        who = subject_before(tokens, at)
    if who:
        yield Cue(token.start, token.end, who, strong=token.word in SPEAKING, asked=asked)


def _owner(tokens: Sequence[Token], noun: int) -> Phrase | None:
    """Return whose view or call it is: `His approach`, `Mr Hall’s desire`."""
    before = tokens[noun - 1]
    if before.word in POSSESSIVES:
        return Phrase(before.start, before.end, _HIS[POSSESSIVES[before.word]])
    if before.text.endswith(("’s", "'s", "s’", "s'")) or (before.text in "’'" and noun > 1):
        at = noun if before.text not in "’'" else noun - 1
        who = subject_before(tokens, at)
        return Phrase(who.start, who.end, who.text.rstrip("’'")) if who else None
    return None


def _heading(tokens: Sequence[Token], colon: int) -> Phrase | None:
    """Return who is named at the beginning before a colon: `Hall interview: ...`."""
    words = tokens[:colon]
    if words and words[-1].word in {"interview", "exclusive"}:
        words = words[:-1]
    plain = 0 < len(words) <= 4 and all(token.capital and not token.mark for token in words)
    if not plain or words[0].word in PRONOUNS:
        return None
    return Phrase(words[0].start, words[-1].end, " ".join(token.text for token in words))
