"""How far a coder is with an article, and which codings were made under another definition of their code.

A word counts as coded when a coding touches it, however many do. The steps of the history order, never the clock.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.model.records import Code, Coding

Span = tuple[int, int]

_WORD = re.compile(r"\S*[^\W_]\S*")


@dataclass(frozen=True, slots=True)
class Progress:
    """Words of an article, those of them that are coded, and codings by code id."""

    words: int
    coded: int
    by_code: Mapping[str, int]

    @property
    def share(self) -> float:
        """The share of the words that is coded, 0 to 1; 0 in a text without words."""
        return self.coded / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True)
class DefinitionChange:
    """A code before and after its definition, include or exclude rule was changed: in which step, and when."""

    seq: int
    time: str
    before: Code
    after: Code


def progress(text: str, codings: Iterable[Coding], aside: Sequence[Span] = ()) -> Progress:
    """Return how much of an article is coded by these codings: one coder's, or a set's. Lost ones cover nothing.

    Words that touch what is set `aside` count neither way; the stretches as `aside_spans` of zones gives them.
    """
    known = list(codings)
    spans = covered((coding.start, coding.end) for coding in known if coding.place != "lost")
    there = words(text, aside)
    return Progress(len(there), _touched(there, spans), dict(Counter(coding.code for coding in known)))


def words(text: str, aside: Sequence[Span] = ()) -> list[Span]:
    """Return the words of a text that count: those that touch nothing set `aside`. Marks alone are no words."""
    found = [found.span() for found in _WORD.finditer(text)]
    starts = [start for start, _ in aside]
    return [word for word in found if not _touches(word, starts, aside)] if aside else found


def covered(spans: Iterable[Span]) -> list[Span]:
    """Return the stretches that the spans cover together, in order, none overlapping or touching another."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _touched(words: Sequence[Span], stretches: Sequence[Span]) -> int:
    """Count the words that a stretch touches; both are in order and do not overlap among themselves."""
    starts = [start for start, _ in stretches]
    return sum(_touches(word, starts, stretches) for word in words)


def _touches(word: Span, starts: Sequence[int], stretches: Sequence[Span]) -> bool:
    """Tell whether one of the stretches, in order and beginning at `starts`, touches a word."""
    index = bisect_right(starts, word[1] - 1) - 1
    return index >= 0 and stretches[index][1] > word[0]


def same_definition(one: Code, other: Code) -> bool:
    """Tell whether definition, include and exclude rule are the same."""
    return (one.definition, one.include, one.exclude) == (other.definition, other.include, other.exclude)


def codings_before_definition(
    changes: Sequence[DefinitionChange], codings: Iterable[Coding], coded_in_step: Mapping[str, int]
) -> list[Coding]:
    """Return the codings of one code that were made while it had another definition than it has now.

    `changes` are those of the code, oldest first; `coded_in_step` is coding id -> seq of the step that gave it the
    code. Under a definition that was taken back and came again, the first time counts as well.
    """
    if not changes:
        return []
    present = changes[-1].after
    steps = [change.seq for change in changes]
    versions = [changes[0].before, *(change.after for change in changes)]

    def outdated(coding: Coding) -> bool:
        return not same_definition(versions[bisect_right(steps, coded_in_step.get(coding.id, 0))], present)

    return [coding for coding in codings if coding.code == present.id and outdated(coding)]
