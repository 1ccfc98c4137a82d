"""Whether a headline, key point or caption says again what the running text says, and where."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from annotator.model.passages import Span, paragraphs
from annotator.model.progress import covered
from annotator.model.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from annotator.model.records import Zone

REPEATING = frozenset({"headline", "standfirst", "key point", "caption"})
RUNNING_TEXT = frozenset({"question"})  # zones that belong to the running text all the same
FEWEST_WORDS = 4
SHARE_OF_WORDS = 0.6  # of the shorter text's different words that must be in the longer one
LIKENESS = 80  # of 100
LONGEST_REPEAT, LONGEST_PARAGRAPH, MOST_PARAGRAPHS = 400, 10_000, 2_000
_WORD = re.compile(r"\w+")


class RunningText:
    """The sentences of an article outside what stands round them, asked which of them a passage repeats."""

    def __init__(self, text: str, zones: Iterable[Zone]) -> None:
        self._text = text
        self._around = covered((zone.start, zone.end) for zone in zones if zone.kind not in RUNNING_TEXT)

    def repeated(self, start: int, end: int) -> Span | None:
        """Return the sentence whose words `text[start:end]` repeats, the most alike; none where none is alike.

        Looked at are the passage's first 400 characters and the first 2,000 paragraphs of the running text.
        """
        words = _words(self._text[start : min(end, start + LONGEST_REPEAT)])
        wanted = set(words)
        if len(wanted) < FEWEST_WORDS:
            return None
        near = []
        for low, high, known in self._paragraphs:
            if _share(wanted, known) and not low <= start < high:
                for span in sentences(self._text, low, high):
                    there = _words(self._text[slice(*span)])
                    if _share(wanted, set(there)):
                        near.append((span, there))
        return _most_alike(" ".join(words), near) if near else None

    @cached_property
    def _paragraphs(self) -> list[tuple[int, int, frozenset[str]]]:
        """The paragraphs of running text, each with its words; a very long one is cut."""
        there = paragraphs(self._text)[:MOST_PARAGRAPHS]
        spans = [(low, min(high, low + LONGEST_PARAGRAPH)) for low, high in there if not self._is_around(low, high)]
        return [(low, high, frozenset(_words(self._text[low:high]))) for low, high in spans]

    def _is_around(self, start: int, end: int) -> bool:
        """Tell whether a stretch touches a zone that stands round the running text."""
        last = bisect_left(self._around, end, key=lambda stretch: stretch[0]) - 1
        return last >= 0 and self._around[last][1] > start


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _share(wanted: AbstractSet[str], there: AbstractSet[str]) -> bool:
    fewer = min(len(wanted), len(there))
    return fewer >= FEWEST_WORDS and len(wanted & there) >= max(FEWEST_WORDS, SHARE_OF_WORDS * fewer)


def _most_alike(words: str, near: Sequence[tuple[Span, list[str]]]) -> Span | None:
    from rapidfuzz import fuzz, process

    choices = [" ".join(there) for _, there in near]
    found = process.extractOne(words, choices, scorer=fuzz.token_set_ratio, score_cutoff=LIKENESS)
    return near[found[2]][0] if found else None
