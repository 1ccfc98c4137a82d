"""Which quotations a passage touches with a word, and so whose words it holds."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model.passages import Span
    from annotator.model.records import Quotation, Zone

Voice = Literal["quoted", "reported", "narrative", "question", "mixed"]
VOICES: tuple[Voice, ...] = ("quoted", "reported", "narrative", "question", "mixed")
REPORTED = "reported"
ASKED = "asked"
NOT_SPOKEN = frozenset({"nested", "term"})  # words inside a quotation, and words in marks that nobody speaks
_LETTER = re.compile(r"[^\W_]")


class Speech:
    """The quotations of an article and the questions asked in it, found by place."""

    def __init__(self, text: str, quotations: Iterable[Quotation], zones: Iterable[Zone] = ()) -> None:
        self._text = text
        spoken = (one for one in quotations if one.kind not in NOT_SPOKEN)
        self._spoken = sorted(spoken, key=lambda one: (one.start, one.end))
        self._starts = [one.start for one in self._spoken]
        self._reach = list(accumulate((one.end for one in self._spoken), max))
        self._questions = sorted((zone.start, zone.end) for zone in zones if zone.kind == "question")

    def touched(self, start: int, end: int) -> list[Quotation]:
        """Return the quotations with a letter inside `text[start:end]`, in the order of the text."""
        number, found = bisect_left(self._starts, end) - 1, []
        while number >= 0 and self._reach[number] > start:
            one = self._spoken[number]
            if one.end > start and self._has_letter(max(start, one.start), min(end, one.end)):
                found.append(one)
            number -= 1
        return found[::-1]

    def voice(self, start: int, end: int, touched: Sequence[Quotation]) -> Voice:
        """Return how a passage is told, given the quotations that it touches."""
        if not touched and not self._questions:
            return "narrative"
        kinds: set[Voice] = {_voice(one) for one in touched}
        spans = [(one.start, one.end) for one in touched]
        asked = [
            (low, high) for low, high in self._questions_in(start, end)
            if self._has_letter(max(start, low), min(end, high))
        ]  # fmt: skip
        if asked:
            kinds.add("question")
            spans = sorted([*spans, *asked])
        if not spans or self._letters_outside(start, end, spans):
            kinds.add("narrative")
        return kinds.pop() if len(kinds) == 1 else "mixed"

    def _questions_in(self, start: int, end: int) -> list[Span]:
        last = bisect_left(self._questions, end, key=lambda span: span[0])
        first = max(0, bisect_left(self._questions, start, key=lambda span: span[0]) - 1)
        return [span for span in self._questions[first:last] if span[1] > start]

    def _letters_outside(self, start: int, end: int, spans: Iterable[Span]) -> bool:
        at = start
        for low, high in spans:
            if low > at and self._has_letter(at, low):
                return True
            at = max(at, high)
        return at < end and self._has_letter(at, end)

    def _has_letter(self, start: int, end: int) -> bool:
        return _LETTER.search(self._text, start, end) is not None


def _voice(quotation: Quotation) -> Voice:
    if quotation.kind == ASKED:
        return "question"
    return "reported" if quotation.kind == REPORTED else "quoted"
