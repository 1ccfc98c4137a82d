"""Into which paragraphs and sentences a text falls for the question who speaks in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.importing.speech.cues import Cue, cues_and_according
from annotator.importing.speech.names import LONGEST_PARAGRAPH
from annotator.model.passages import paragraphs
from annotator.model.sentences import later_starts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from annotator.importing.speech.quotation_spans import QuotationSpan
    from annotator.importing.speech.subjects import Phrase
    from annotator.model.passages import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, with what in it tells of speaking."""

    start: int
    end: int
    cues: list[Cue]
    according: Phrase | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line, with the quotations in it; no sentences where it is too long to tell."""

    start: int
    end: int
    spans: list[QuotationSpan]
    sentences: list[Sentence]
    aside: bool
    question: bool


def parts_of(
    text: str, blanked: str, spans: Sequence[QuotationSpan], aside: Iterable[Span], knows: Callable[[str], bool]
) -> Iterator[Paragraph]:
    """Return the paragraphs of a text. `blanked` is the text as `masked` gives it, `knows` tells a name of the cast."""
    starts = [span.start for span in spans]
    gone = Stretches(aside)
    for low, high in paragraphs(text):
        inside = list(spans[bisect_right(starts, low - 1) : bisect_right(starts, high - 1)])
        told = list(_sentences(blanked, low, high, knows)) if high - low <= LONGEST_PARAGRAPH else []
        question = text[max(low, high - 20) : high].rstrip().endswith("?")
        yield Paragraph(low, high, inside, told, gone.holds(low, high), question)


def _sentences(blanked: str, low: int, high: int, knows: Callable[[str], bool]) -> Iterator[Sentence]:
    starts = [low, *later_starts(blanked, low, high)]
    for start, end in zip(starts, [*starts[1:], high], strict=True):
        cues, according = cues_and_according(blanked, start, end)
        named = [cue for cue in cues if not cue.heading or knows(cue.who.text)]
        yield Sentence(start, end, named, according)


class Stretches:
    """Stretches of a text, asked whether one of them holds a paragraph."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def holds(self, start: int, end: int) -> bool:
        """Tell whether the stretch beginning at or before `start` reaches to `end`, but for white space."""
        place = bisect_right(self._starts, start + 2) - 1
        return place >= 0 and self._spans[place][1] >= end - 2


def masked(text: str, spans: Sequence[QuotationSpan]) -> str:
    """Return the text with the words of its quotations blanked out, equal in length, their last stop kept."""
    parts, at = [], 0
    for span in spans:
        if span.kind == "nested" or span.start < at:
            continue
        closed = span.kind == "quotation"
        inner, close = (span.start + 1, span.end - 1) if closed else (span.start + 1, span.end)
        stop = close - 1 if close > inner and text[close - 1] in ".?!…" else close
        parts += [text[at:inner], "x" * (stop - inner), text[stop:close]]
        at = close
    return "".join([*parts, text[at:]])
