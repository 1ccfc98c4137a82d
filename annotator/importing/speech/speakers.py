"""Who speaks in each quotation, how sure that is, and why.

The rules are tried in order, the surest first: a turn (`Name: “...”`), an attribution right behind the quotation or at
the end of its sentence, a cue before it in the sentence, the rest of the paragraph, and what is carried over from the
paragraph before. Titles and pronouns stand for the people named before them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.importing.speech.cues import Cue, attribution_after, cues_and_according, cues_of
from annotator.importing.speech.people import People, is_body
from annotator.importing.speech.quotation_spans import QuotationSpan, quotation_spans
from annotator.model.passages import paragraphs
from annotator.model.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.importing.speech.subjects import Phrase
    from annotator.model.passages import Span
    from annotator.model.records import Grade

_TURN = re.compile(r"[\s•‣◦▪*>–—-]*((?:[^\W\d_][\w.’'&()/-]*[ \u00a0]?){1,6}):\s*$")
_WORD = re.compile(r"\w+")
_TERM = 3  # words; a term in marks without a cue has no speaker
_LONGEST_TERM = 80
_HEADLINE = 120
LONGEST_PARAGRAPH = 20_000  # characters; in longer ones nobody is looked for
TOO_LONG = "the paragraph is too long to tell"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quotation with its speaker: `printed` is the form that the text has, `reason` why it is thought so."""

    start: int
    end: int
    kind: str
    speaker: str = ""
    grade: Grade = "none"
    reason: str = "nobody is named"
    via: str = ""
    printed: str = ""


def spoken(text: str, aside: Iterable[Span] = ()) -> list[Spoken]:
    """Return the quotations of a text with their speakers. `aside` are the stretches that are set aside."""
    article = _Article(text, quotation_spans(text), aside)
    found = article.read()
    if article.people.again():
        found = article.read()
    return found


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    cues: list[Cue]
    according: Phrase | None


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    end: int
    spans: list[QuotationSpan]
    sentences: list[_Sentence]
    aside: bool
    question: bool


class _Article:
    """One article, read paragraph by paragraph."""

    def __init__(self, text: str, spans: Sequence[QuotationSpan], aside: Iterable[Span]) -> None:
        self.text, self.people = text, People(text)
        self.masked = masked(text, spans)
        self.paragraphs: list[_Paragraph] = list(self._paragraphs(spans, Stretches(aside)))

    def read(self) -> list[Spoken]:
        """Return the quotations with their speakers, knowing what an earlier reading learned of the cast."""
        found: list[Spoken] = []
        before: list[Spoken] = []
        was_question = False
        for paragraph in self.paragraphs:
            done = self._read(paragraph)
            if not paragraph.aside:
                done = self._carried(paragraph.start, done, before, question=was_question)
                was_question = paragraph.question and not paragraph.spans
                before = [one for one in done if one.kind != "nested"] or self._still_speaking(paragraph, before)
            found += done
        return self._only_one(found)

    def _paragraphs(self, spans: Sequence[QuotationSpan], aside: Stretches) -> Iterator[_Paragraph]:
        starts = [span.start for span in spans]
        for low, high in paragraphs(self.text):
            inside = list(spans[bisect_right(starts, low - 1) : bisect_right(starts, high - 1)])
            parts = list(self._sentences(low, high)) if high - low <= LONGEST_PARAGRAPH else []
            question = self.text[max(low, high - 20) : high].rstrip().endswith("?")
            yield _Paragraph(low, high, inside, parts, aside.holds(low, high), question)

    def _sentences(self, low: int, high: int) -> Iterator[_Sentence]:
        starts = [low, *(start for start, _ in sentences(self.masked, low, high)[1:])]
        for start, end in zip(starts, [*starts[1:], high], strict=True):
            cues, according = cues_and_according(self.masked, start, end)
            named = [cue for cue in cues if not cue.heading or self.people.knows(cue.who.text)]
            yield _Sentence(start, end, named, according)

    def _read(self, paragraph: _Paragraph) -> list[Spoken]:
        if not paragraph.sentences:
            return [Spoken(one.start, one.end, one.kind, reason=TOO_LONG) for one in paragraph.spans]
        done: list[Spoken] = []
        spans = deque(paragraph.spans)
        for part in paragraph.sentences:
            cues = deque(part.cues)
            while spans and spans[0].start < part.end:
                span = spans.popleft()
                self._meet(cues, span.start)
                done.append(self._named(span, part, paragraph))
            self._meet(cues, part.end)
        return _beside(done)

    def _meet(self, cues: deque[Cue], before: int) -> None:
        while cues and cues[0].at < before:
            cue = cues.popleft()
            self.people.met(cue.who.text, cue.who.start)
            if cue.asked is not None:
                self.people.met(cue.asked.text, cue.asked.start)

    def _named(self, span: QuotationSpan, part: _Sentence, paragraph: _Paragraph) -> Spoken:
        one = Spoken(span.start, span.end, span.kind)
        if span.kind == "nested":
            return replace(one, reason="words inside another quotation")
        named = self._turn(one) or self._behind(one, part, paragraph) or self._cue_before(one, part) or one
        if named.speaker:
            return named
        kind = "asked" if paragraph.question and span.kind == "quotation" else self._kind(one)
        return replace(one, kind=kind)

    def _turn(self, one: Spoken) -> Spoken | None:
        low = self.text.rfind("\n", 0, one.start) + 1
        turn = _TURN.match(self.text, low, one.start) if one.start - low < _HEADLINE else None
        if turn is None or any(not cue.heading for cue in cues_of(self.text, low, turn.end(1))):
            return None
        printed = turn[1].strip()
        return self._by(one, printed, low, "sure", "the name stands before the words, with a colon")

    def _behind(self, one: Spoken, part: _Sentence, paragraph: _Paragraph) -> Spoken | None:
        cue = attribution_after(self.masked, one.end, min(paragraph.end, max(part.end, one.end + 120)))
        if cue is not None and not self._new_sentence(one):
            reason = f"“{self._words(cue)}” stands right behind"
            return self._by(one, cue.who.text, cue.who.start, "sure", reason)
        tail = next((cue for cue in part.cues[:-4:-1] if cue.strong and self._ends_sentence(cue, one, part)), None)
        if tail is not None:
            reason = f"“{self._words(tail)}” ends the sentence"
            return self._by(one, tail.who.text, tail.who.start, "sure", reason)
        who = part.according
        return self._by(one, who.text, who.start, "sure", f"according to {who.text}") if who else None

    def _new_sentence(self, one: Spoken) -> bool:
        """Tell a full stop inside the marks, behind which a sentence of its own begins."""
        following = self.text[one.end : one.end + 2].strip()
        return self.masked[one.end - 2 : one.end - 1] == "." and following[:1].isupper()

    def _ends_sentence(self, cue: Cue, one: Spoken, part: _Sentence) -> bool:
        """Tell `..., she has said.` at the end of the quotation's sentence."""
        if cue.who.start < one.end or len(_WORD.findall(self.masked[cue.end : part.end])) > _TERM:
            return False
        return self.masked[one.end : cue.who.start].rstrip().endswith((",", "–", "—"))

    def _cue_before(self, one: Spoken, part: _Sentence) -> Spoken | None:
        before = part.cues[: bisect_right(part.cues, one.start - 1, key=lambda cue: cue.at)]
        if not before:
            return None
        cue = before[-1]
        named = self._by(
            one, cue.who.text, cue.who.start, "likely", f"“{self._words(cue)}” stands before in the sentence"
        )
        if named is None or len(before) < 2:
            return named
        first = self.people.meant(before[0].who.text, before[0].who.start)
        return replace(named, via=first) if first and first != named.speaker and before[0].strong else named

    def _by(self, one: Spoken, printed: str, at: int, grade: Grade, reason: str) -> Spoken | None:
        speaker = self.people.met(printed, at)
        return replace(one, speaker=speaker, grade=grade, reason=reason, printed=printed) if speaker else None

    def _words(self, cue: Cue) -> str:
        low, high = min(cue.at, cue.who.start), max(cue.end, cue.who.end)
        return " ".join(self.masked[low:high].split()) if high - low < 80 else cue.who.text

    def _kind(self, one: Spoken) -> str:
        words = self.text[one.start + 1 : one.end - 1]
        short = len(words) < _LONGEST_TERM and len(_WORD.findall(words)) <= _TERM
        return "term" if one.kind == "quotation" and short and words[-1] not in ".?!…" else one.kind

    # from paragraph to paragraph

    def _carried(self, low: int, done: list[Spoken], before: list[Spoken], *, question: bool) -> list[Spoken]:
        first = next((one for one in done if one.kind != "nested"), None)
        if first is None or first.speaker or first.kind == "term" or not before:
            return done
        opens = not self.text[low : first.start].strip(" \t\u00a0•‣◦▪*>–—-")
        last = before[-1]
        if not opens or not last.speaker:
            return done
        if last.kind == "running":
            grade, reason = "likely", "goes on from the paragraph before, which is not closed"
        elif question:
            grade, reason = "guess", "answers the question before it"
        else:
            grade, reason = "guess", "spoke in the paragraph before"
        return [
            replace(one, speaker=last.speaker, grade=grade, reason=reason, printed=last.printed, via=last.via)  # type: ignore[arg-type]
            if not one.speaker and one.kind not in ("nested", "term", "asked")
            else one
            for one in done
        ]

    def _still_speaking(self, paragraph: _Paragraph, before: list[Spoken]) -> list[Spoken]:
        """Return who may go on speaking behind a paragraph without quotations: whoever it names, else as before."""
        if not any(part.cues for part in paragraph.sentences) or paragraph.spans:
            return before
        name = self.people.last(paragraph.end)
        return [Spoken(paragraph.start, paragraph.end, "named", speaker=name, grade="guess")] if name else before

    def _only_one(self, found: list[Spoken]) -> list[Spoken]:
        """Guess the one person who speaks in the whole article for longer words that nobody is named for."""
        spoke = Counter(one.speaker for one in found if one.grade in ("sure", "likely"))
        if not spoke:
            return found
        name, often = spoke.most_common(1)[0]
        if often < 3 or often < 0.8 * spoke.total() or is_body(name):
            return found
        return [
            replace(one, speaker=name, grade="guess", reason="nearly everything quoted here is said by one person")
            if not one.speaker and one.kind in ("quotation", "running", "unclosed")
            else one
            for one in found
        ]


def _beside(done: list[Spoken]) -> list[Spoken]:
    """Give what has no speaker yet that of the nearest quotation of the paragraph, the earlier one first."""
    near = next((one for one in done if one.speaker), None)
    if near is None:
        return done
    named = []
    for one in done:
        if one.speaker:
            near = one
        elif one.kind not in ("nested", "term", "asked"):
            reason = "speaks elsewhere in the paragraph"
            one = replace(one, speaker=near.speaker, grade="likely", reason=reason, printed=near.printed)
        named.append(one)
    return named


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
