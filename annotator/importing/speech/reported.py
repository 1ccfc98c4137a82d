"""Which sentences report without quotation marks what somebody said, as in `He said that nobody had asked`.

Found are a verb of speech with `that`, `whether` or a clause behind it, `according to X`, and `..., the chair said.`
at the end. It is a suggestion: a grade is never more than likely, and reported words are never put into marks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.importing.speech.subjects import tokens_of
from annotator.importing.speech.words import BETWEEN, PREPOSITIONS, PRONOUNS, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.importing.speech.cues import Cue
    from annotator.importing.speech.parts import Sentence
    from annotator.importing.speech.quotation_spans import QuotationSpan
    from annotator.importing.speech.subjects import Phrase, Token
    from annotator.model.passages import Span

_CLAUSE = words(
    "that whether if how why what when where who que qu dass daß ob comment pourquoi",
)
_WITHOUT_THAT = words(
    "said says saying added adds insisted insists thinks thought believes believed reckons reckoned claims claimed ",
    "admits admitted argues argued suggested suggests stressed stresses estimated estimates hopes hoped predicts ",
    "predicted fears feared maintains maintained conceded concedes felt feels sagte sagt meinte meint ",
)
_TO_SOMEBODY = words("told tells warned warns assured assures reminded asked advised informed")
_SOMEBODY = words("me us him her them you reporters journalists councillors members parents staff")
_WINDOW = 160  # characters behind the verb
_FAR = 9  # words between the verb and its `that`
_LEAST = 3  # words of a clause
_SOUNDS = words("laughed laughs sighed sighs smiled smiles snapped snaps whispered shouted cried muttered fumed raged")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_MARKS = '“”„‟"«»‘‚'


def who_is_reported(text: str, part: Sentence) -> tuple[Phrase, str] | None:
    """Return who is named as having said what a sentence tells, and the words of it; `text` has its quotations blanked.

    None where the sentence is no statement (a headline), or where what is said stands in quotation marks.
    """
    if not text[part.start : part.end].rstrip(' \n"”’»“*_)]0123456789[').endswith((".", "?", "!", "…")):
        return None
    for cue in part.cues:
        own = PRONOUNS.get(cue.who.text.lower()) == "s"
        if (
            cue.strong
            and not cue.heading
            and not own
            and (_clause_behind(text, cue, part.end) or _at_the_end(text, cue, part))
        ):
            return cue.who, text[min(cue.at, cue.who.start) : max(cue.end, cue.who.end)]
    if (
        part.according
        and _words_outside(text, part.according.end, part.end) + _words_outside(text, part.start, part.according.start)
        >= 2 * _LEAST
    ):
        return part.according, f"according to {part.according.text}"
    return None


def stretches_outside(text: str, part: Sentence, spans: Sequence[QuotationSpan]) -> Iterator[Span]:
    """Return the stretches of a sentence, three words at least, that stand in no quotation."""
    at = part.start
    for low, high in [*((span.start, span.end) for span in spans), (part.end, part.end)]:
        start, end = at, min(low, part.end)
        while start < end and not text[start].isalnum():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start and text[end - 1] != ":" and len(_WORD.findall(text, start, end)) >= _LEAST:
            yield start, end
        at = max(at, high)


def _clause_behind(text: str, cue: Cue, end: int) -> bool:
    tokens = tokens_of(text, cue.end, min(end, cue.end + _WINDOW))
    verb = text[cue.at : cue.end].lower()
    at = 0
    while at < len(tokens) and (tokens[at].word in BETWEEN or tokens[at].text.endswith("ly")):
        at += 1
    if verb in _TO_SOMEBODY:
        if at < len(tokens) and tokens[at].word in _SOMEBODY and _clause(tokens, at + 1):
            return True
    elif verb in _WITHOUT_THAT and _clause(tokens, at):
        return True
    for place, token in enumerate(tokens[: at + _FAR]):
        if token.text in _MARKS or token.text in ".:;,?!":
            return False
        if token.word in _CLAUSE or token.text.lower().startswith("qu'"):
            return _long_enough(tokens, place + 1)
    return False


def _clause(tokens: Sequence[Token], at: int) -> bool:
    """Tell a clause from an adverbial: `he had waited`, not `on Monday`."""
    return at < len(tokens) and not tokens[at].mark and tokens[at].word not in PREPOSITIONS and _long_enough(tokens, at)


def _long_enough(tokens: Sequence[Token], at: int) -> bool:
    following = tokens[at : at + _LEAST]
    return len(following) == _LEAST and not any(token.text in _MARKS or token.text in ".:;?!" for token in following)


def _at_the_end(text: str, cue: Cue, part: Sentence) -> bool:
    """Tell a sentence like `The work will start late, the county said yesterday`."""
    before = text[max(part.start, cue.who.start - 3) : cue.who.start].rstrip()
    rest = _words_outside(text, cue.end, part.end)
    if text[cue.at : cue.end].lower() in _SOUNDS:
        return False
    return before.endswith(",") and rest <= _LEAST and _words_outside(text, part.start, cue.who.start) >= _LEAST


def _words_outside(text: str, start: int, end: int) -> int:
    """Count words, none of a sentence that holds marks: what is said stands in them."""
    if any(mark in text[start:end] for mark in _MARKS):
        return 0
    return len(_WORD.findall(text, start, end))
