"""What follows from a verdict: which passages are agreed, and which decisions a difference leaves open.

Pure: a verdict and the codings it was passed on give the passages, so what one verdict wrote can be told from what
another did, and taken back without losing what both hold.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.model.passages import Span, trim, union

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotator.model.records import Coding, Stance
    from annotator.model.review_records import Decision, Verdict, VerdictKind

AgreedKey = tuple[str, int, int]  # code, start, end: never twice in an article
_AROUND = 12  # characters before a passage that tell it from the same words elsewhere
_ENDS: frozenset[Decision] = frozenset({"A", "B", "widest", "shared", "neither", "other"})
_MEANINGFUL: dict[VerdictKind, frozenset[Decision]] = {
    "missing in A": frozenset({"B", "neither", "other"}),
    "missing in B": frozenset({"A", "neither", "other"}),
    "boundary": _ENDS,
    "split": _ENDS | {"both"},
    "code": frozenset({"A", "B", "both", "neither", "other"}),
    "stance": frozenset({"A", "B", "neither"}),
    "match": _ENDS,
    "coding": frozenset({"agree", "disagree"}),
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with the codings it was passed on, as far as they are still there."""

    verdict: Verdict
    a: tuple[Coding, ...]
    b: tuple[Coding, ...]


@dataclass(frozen=True, slots=True)
class AgreedPassage:
    """A passage that follows from a verdict, and the ids of the codings it was taken from."""

    code: str
    start: int
    end: int
    stance: Stance = ""
    memo: str = ""
    sources: tuple[str, ...] = ()

    @property
    def key(self) -> AgreedKey:
        """What makes it the same passage as another's."""
        return self.code, self.start, self.end


def judgements(verdicts: Iterable[Verdict], codings: Mapping[str, Coding]) -> list[Judgement]:
    """Return the verdicts with their codings. `codings` are all there are, by id."""
    return [
        Judgement(one, *(tuple(codings[row] for row in side.split("\n") if row in codings) for side in (one.a, one.b)))
        for one in verdicts
    ]


def fingerprint(codings: Iterable[Coding]) -> str:
    """Return the sign of what was judged: codes, words, stances, not where in the article they stand.

    So correcting another part of the text leaves a verdict as it is; changing a coding does not.
    """
    told = sorted((one.id, one.code, one.stance, one.before[-_AROUND:], one.quote) for one in codings)
    return hashlib.sha256("\x1f".join(part for one in told for part in one).encode()).hexdigest()[:32]


def meaningful(kind: VerdictKind, a: Sequence[Coding] = (), b: Sequence[Coding] = ()) -> frozenset[Decision]:
    """Return the decisions that a difference leaves open. Where a passage is missing, its absence is `neither`.

    Where the ends are the same, widest and shared part say nothing that A and B do not.
    """
    found = _MEANINGFUL[kind]
    if kind == "match" and {(one.start, one.end) for one in a} == {(one.start, one.end) for one in b}:
        return found - {"widest", "shared"}
    return found


def wider_decision(kind: VerdictKind) -> Decision:
    """Return what taking from both means: both codes, or the widest passage."""
    return "both" if kind == "code" else "widest"


def follows(judgement: Judgement, text: str) -> list[AgreedPassage]:
    """Return the passages that are agreed by a verdict, each once, in the order of the text."""
    found: dict[AgreedKey, AgreedPassage] = {}
    for one in _passages(judgement, text):
        found.setdefault(one.key, one)
    return sorted(found.values(), key=lambda one: (one.start, one.end, one.code))


def _passages(judgement: Judgement, text: str) -> Iterator[AgreedPassage]:
    verdict, a, b = judgement.verdict, judgement.a, judgement.b
    if not a and not b:
        return
    decision = verdict.decision
    if decision in ("A", "B", "both"):
        yield from _taken(verdict, a, b)
    elif decision == "widest":
        yield _agreed((a or b)[0].code, hull((*a, *b)), (*a, *b))
    elif decision == "shared":
        for one, other in _crossing(a, b):
            start, end = trim(text, max(one.start, other.start), min(one.end, other.end))
            if start < end:
                yield _agreed(one.code, (start, end), (one, other))
    elif decision == "other":
        yield _chosen(verdict, (*a, *b))
    elif decision == "neither" and verdict.kind == "stance":
        one = (a or b)[0]
        yield replace(_agreed(one.code, (one.start, one.end), (*a, *b)), stance="")


def _taken(verdict: Verdict, a: Sequence[Coding], b: Sequence[Coding]) -> Iterator[AgreedPassage]:
    """Yield the codings of one side, or of both. Where the passages match, both sides' notes are kept."""
    sides = {"A": (a,), "B": (b,), "both": (a, b)}[verdict.decision]
    for one in (coding for side in sides for coding in side):
        sources = (*a, *b) if verdict.kind in ("match", "stance") else (one,)
        passage = _agreed(one.code, (one.start, one.end), sources)
        yield replace(passage, stance=one.stance) if verdict.kind == "stance" else passage


def _crossing(a: Iterable[Coding], b: Sequence[Coding]) -> Iterator[tuple[Coding, Coding]]:
    return ((one, other) for one in a for other in b if max(one.start, other.start) < min(one.end, other.end))


def _chosen(verdict: Verdict, codings: Sequence[Coding]) -> AgreedPassage:
    """Return what a reviewer put in place of both: the verdict is filed there. Notes stay with their code."""
    same = [one for one in codings if one.code == verdict.code]
    carried = _agreed(verdict.code, (verdict.start, verdict.end), same)
    return replace(carried, sources=carried.sources or tuple(one.id for one in codings))


def _agreed(code: str, span: Span, codings: Sequence[Coding]) -> AgreedPassage:
    """Return a passage with the notes of what it was taken from, and with their stance where they do not differ."""
    memo = "\n\n".join(dict.fromkeys(one.memo for one in codings if one.memo))
    stances = {one.stance for one in codings if one.stance}
    stance: Stance = stances.pop() if len(stances) == 1 else ""
    return AgreedPassage(code, *span, stance, memo, tuple(one.id for one in codings))


def hull(codings: Sequence[Coding]) -> Span:
    """Return from the first to the last character of some codings."""
    span = codings[0].start, codings[0].end
    for one in codings[1:]:
        span = union(span, (one.start, one.end))
    return span
