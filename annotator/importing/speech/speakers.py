"""Who speaks in each quotation, how sure that is, and why.

The rules are tried in order, the surest first: a turn (`Name: “...”`), an attribution right behind the quotation or at
the end of its sentence, a cue before it in the sentence, the rest of the paragraph, and what is carried over from the
paragraph before. Titles and pronouns stand for the people named before them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING

from annotator.importing.speech.cues import Cue, attribution_after, cues_of, inside
from annotator.importing.speech.nearby import INTRODUCED, beside, only_one
from annotator.importing.speech.parts import Paragraph, Sentence, masked, parts_of
from annotator.importing.speech.people import People, is_body
from annotator.importing.speech.quotation_spans import QuotationSpan, quotation_spans
from annotator.importing.speech.reported import stretches_outside, who_is_reported
from annotator.importing.speech.turns import label_names, turns_of
from annotator.importing.speech.words import DOCUMENTS, JUDGING, SPEAKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.importing.speech.subjects import Phrase
    from annotator.importing.speech.turns import Turn
    from annotator.model.passages import Span
    from annotator.model.records import Grade

_TURN = re.compile(r"[\s•‣◦▪*>–—-]*([^\W\d_][\w.’'&()/-]*(?:[ \u00a0][^\W\d_][\w.’'&()/-]*){0,5}[ \u00a0]?):\s*$")
_WORD = re.compile(r"\w+")
_TERM = 3  # words; a term in marks without a cue has no speaker
_LONGEST_TERM = 80
_HEADLINE = 120
_LEAD_IN = 160
_PRONOUN = re.compile(r"\W*(he|she|il|elle|er|sie)\b", re.IGNORECASE)
_NAMING = re.compile(
    r"(?:, (?:called|named|nicknamed|titled|entitled)|known as|so-called|the (?:word|term|phrase|title))\s*$"
)
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


def spoken(
    text: str, aside: Iterable[Span] = (), *, reported: bool = False, cast: Mapping[str, str] | None = None
) -> list[Spoken]:
    """Return the quotations of a text with their speakers. `aside` are the stretches that are set aside.

    `reported`: speech without quotation marks as well, of the kind `reported`. `cast` says of forms of names, folded,
    whom they stand for.
    """
    aside = list(aside)
    article = _Article(text, quotation_spans(text), aside, turns_of(text, aside), cast or {})
    found = article.read()
    if article.people.again():
        found = article.read()
    return sorted([*found, *article.reported], key=lambda one: (one.start, -one.end)) if reported else found


class _Article:
    """One article, read paragraph by paragraph."""

    def __init__(
        self,
        text: str,
        spans: Sequence[QuotationSpan],
        aside: Iterable[Span],
        turns: Sequence[Turn],
        cast: Mapping[str, str],
    ) -> None:
        self.text, self.turns = text, {turn.line: turn for turn in turns}
        said = [QuotationSpan(turn.start, turn.end, "unclosed") for turn in turns]
        self.masked = masked(text, sorted([*spans, *said], key=lambda span: (span.start, -span.end)))
        self.people = People(text, self.masked, cast)
        self.answers = self._interviewed(turns[0].line) if turns else ""
        self.paragraphs = list(parts_of(self.text, self.masked, spans, aside, self.people.knows))
        self._behind_it = cache(partial(attribution_after, self.masked))  # the second reading asks the same again
        self._told_in: dict[int, tuple[Phrase, str] | None] = {}

    def read(self) -> list[Spoken]:
        """Return the quotations with their speakers, knowing what an earlier reading learned of the cast."""
        found: list[Spoken] = []
        self.reported: list[Spoken] = []
        before: list[Spoken] = []
        was_question = False
        for paragraph in self.paragraphs:
            done = self._read(paragraph)
            if not paragraph.aside:
                done = self._carried(paragraph.start, done, before, question=was_question)
                was_question = paragraph.question and not paragraph.spans
                before = [one for one in done if one.kind != "nested"] or self._still_speaking(paragraph, before)
            found += done
        return only_one(found)

    def _interviewed(self, end: int) -> str:
        """Return the one person whom the lines before the first turn name; nobody where there are more."""
        named = {named for _, named in self.people.names.named_between(0, end)}
        return named.pop() if len(named) == 1 else ""

    def _turn_of(self, turn: Turn, spans: Sequence[QuotationSpan]) -> list[Spoken]:
        reason = f"the turn begins with “{turn.label}:”"
        kind = "asked" if turn.asks else "turn"
        one = Spoken(turn.start, turn.end, kind, turn.label, "sure", reason, printed=turn.label)
        if turn.answers and self.answers:
            one = replace(one, speaker=self.answers, grade="likely", reason=f"{reason}; {self.answers} is interviewed")
        elif not turn.asks and not turn.answers:
            known = self.people.met(turn.label.title() if turn.label.isupper() else turn.label, turn.line)
            one = replace(one, speaker=known if known.casefold() != turn.label.casefold() else turn.label)
        nested = [Spoken(span.start, span.end, "nested", reason="words inside a turn") for span in spans]
        return [one, *nested]

    def _read(self, paragraph: Paragraph) -> list[Spoken]:
        if turn := self.turns.get(paragraph.start):
            return self._turn_of(turn, paragraph.spans)
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
            if not paragraph.aside:
                self.reported += self._reported(part, paragraph.spans)
        return beside(done)

    def _reported(self, part: Sentence, spans: Sequence[QuotationSpan]) -> list[Spoken]:
        if part.start not in self._told_in:
            self._told_in[part.start] = who_is_reported(self.masked, part)
        told = self._told_in[part.start]
        if told is None:
            return []
        who, words = told
        name = self.people.meant(who.text, who.start)
        one = Spoken(0, 0, "reported", name, "likely" if name else "none", f"“{words}” reports it", printed=who.text)
        return [replace(one, start=low, end=high) for low, high in stretches_outside(self.text, part, spans)]

    def _meet(self, cues: deque[Cue], before: int) -> None:
        while cues and cues[0].at < before:
            cue = cues.popleft()
            self.people.met(cue.who.text, cue.who.start)
            if cue.asked is not None:
                self.people.met(cue.asked.text, cue.asked.start)

    def _named(self, span: QuotationSpan, part: Sentence, paragraph: Paragraph) -> Spoken:
        one = Spoken(span.start, span.end, span.kind)
        if span.kind == "nested":
            return replace(one, reason="words inside another quotation")
        named = self._turn(one) or self._within(one) or self._behind(one, part, paragraph)
        named = named or self._cue_before(one, part) or self._lead_in(one, part) or one
        if named.speaker and not self._only_named(named):
            return named
        if self._introduced(one):
            one = replace(one, reason=INTRODUCED)
        kind = "asked" if paragraph.question and span.kind == "quotation" else self._kind(one)
        return replace(one, kind=kind)

    def _turn(self, one: Spoken) -> Spoken | None:
        low = self.text.rfind("\n", 0, one.start) + 1
        turn = _TURN.match(self.text, low, one.start) if one.start - low < _HEADLINE and self._introduced(one) else None
        if turn is None or any(not cue.heading for cue in cues_of(self.text, low, turn.end(1))):
            return None
        printed = turn[1].strip()
        if not label_names(printed):
            return None
        return self._by(one, printed, low, "sure", "the name stands before the words, with a colon")

    def _within(self, one: Spoken) -> Spoken | None:
        cue = inside(self.text, one.start, one.end) if self.text[one.start] == "«" else None
        return self._by(one, cue.who.text, cue.who.start, "sure", f"“{cue.who.text}” stands inside") if cue else None

    def _behind(self, one: Spoken, part: Sentence, paragraph: Paragraph) -> Spoken | None:
        cue = self._behind_it(one.end, min(paragraph.end, max(part.end, one.end + 120)))
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

    def _ends_sentence(self, cue: Cue, one: Spoken, part: Sentence) -> bool:
        """Tell `..., she has said.` at the end of the quotation's sentence."""
        if cue.who.start < one.end or len(_WORD.findall(self.masked[cue.end : part.end])) > _TERM:
            return False
        return self.masked[one.end : cue.who.start].rstrip().endswith((",", "–", "—"))

    def _cue_before(self, one: Spoken, part: Sentence) -> Spoken | None:
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

    def _lead_in(self, one: Spoken, part: Sentence) -> Spoken | None:
        """Return the one person named in what leads up to the words with a colon: `Ann Holm hit back: “...”`."""
        if not self._introduced(one) or one.start - part.start > _LEAD_IN:
            return None
        named = self.people.names.named_between(part.start, one.start)
        opening = _PRONOUN.match(self.text, part.start, one.start)
        if len({name for _, name in named}) == 1:
            printed, at = named[0][1], named[0][0]
        elif opening and not named:
            printed, at = opening[1], part.start
        else:
            return None
        return self._by(one, printed, at, "likely", f"“{printed}” leads up to the words with a colon")

    def _introduced(self, one: Spoken) -> bool:
        return self.text[max(0, one.start - 3) : one.start].rstrip().endswith(":")

    def _only_named(self, one: Spoken) -> bool:
        """Tell a term that is a name for something, `the bird, called “Professor”`, or that a body or paper uses."""
        if self._kind(one) != "term" or one.grade != "likely":
            return False
        told = set(_WORD.findall(one.reason))
        weak = not told & SPEAKING and (not told & JUDGING or bool(told & DOCUMENTS))
        return bool(_NAMING.search(self.masked, max(0, one.start - 40), one.start)) or (weak and is_body(one.speaker))

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

    def _still_speaking(self, paragraph: Paragraph, before: list[Spoken]) -> list[Spoken]:
        """Return who may go on speaking behind a paragraph without quotations: whoever it names, else as before."""
        if not any(part.cues for part in paragraph.sentences) or paragraph.spans:
            return before
        name = self.people.last(paragraph.end)
        return [Spoken(paragraph.start, paragraph.end, "named", speaker=name, grade="guess")] if name else before
