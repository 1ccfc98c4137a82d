"""What the dock shows of the current difference, as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.edits.settling import DECIDED
from annotator.model.settled import meaningful, wider_decision
from annotator.ui.review.settling_shown import ShownDecision, ShownMeaning, ShownSettling, ShownSide
from annotator.ui.settling.differences_shown import BETWEEN, words_of
from annotator.ui.shortcuts.naming import first_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.model.records import Code, Coding
    from annotator.model.review_records import Decision, Verdict
    from annotator.reviewing.listed import Listed, Place
    from annotator.ui.review.shown import ShownDifference

Span = tuple[int, int]
ACTION_OF: dict[Decision, str] = {
    "A": "take_a", "B": "take_b", "widest": "take_union", "both": "take_union", "shared": "take_shared",
    "neither": "take_neither", "other": "find_agreed_code",
}  # fmt: skip
NOT_HERE = "It says nothing about this kind of difference."
UNLABELLED = 14  # characters of a code's name where it has no label


def settling_of(
    each: Listed,
    shown: ShownDifference,
    *,
    rank: str,
    names: tuple[str, str],
    codes: Mapping[str, Code],
    recent: Sequence[str],
    answers: Sequence[tuple[str, str]],
    others: Sequence[tuple[str, Verdict]],
    open_article: int,
) -> ShownSettling:
    """Return one difference with all that is needed to settle it."""
    place, verdict = each.place, each.verdict
    overlap = f", overlap {shown.percent}" if shown.percent else ""
    return ShownSettling(
        key=each.key, title=shown.title, place=f"{shown.place(open_article)}{overlap}", rank=rank,
        a=_side(place.a, place.b, names[0], "A", codes, each), b=_side(place.b, place.a, names[1], "B", codes, each),
        decisions=decisions_of(place, names), decision=ACTION_OF.get(verdict.decision, "") if verdict else "",
        reason=verdict.reason if verdict else "", recent=tuple(recent), discuss=bool(verdict and verdict.discuss),
        by_both=bool(verdict and verdict.by_both), like=len(each.alike), answers=tuple(answers),
        others=tuple(_decided(name, one, names, codes) for name, one in others if one.decision or one.reason),
        meaning=meaning_of(codes.get(place.code)),
    )  # fmt: skip


def _decided(reviewer: str, verdict: Verdict, names: tuple[str, str], codes: Mapping[str, Code]) -> str:
    """Return what another reviewer decided in one sentence: `Cat decided: neither. “reads alone”`."""
    own = {"A": f"{names[0]}’s", "B": f"{names[1]}’s"}
    decision = own.get(verdict.decision) or DECIDED.get(verdict.decision, "not yet")
    if verdict.decision == "other" and verdict.code in codes:
        decision = codes[verdict.code].title
    reason = f" “{' '.join(verdict.reason.split())}”" if verdict.reason else ""
    return f"{reviewer} decided: {decision}.{reason}"


def decisions_of(place: Place, names: tuple[str, str]) -> tuple[ShownDecision, ...]:
    """Return the six decisions, those greyed that say nothing here."""
    offered = meaningful(place.kind, place.a, place.b) if place.ids else frozenset()
    wider = wider_decision(place.kind)
    wide = ("both codes", "") if wider == "both" else ("widest", "")
    neither = ("no stance", "") if place.kind == "stance" else ("neither", "rightly uncoded")
    words: tuple[tuple[Decision, tuple[str, str]], ...] = (
        ("A", (f"{names[0]}’s", "")), ("B", (f"{names[1]}’s", "")), (wider, wide), ("shared", ("shared part", "")),
        ("neither", neither), ("other", ("another code", "")),
    )  # fmt: skip
    return tuple(
        ShownDecision(
            id=ACTION_OF[decision], text=text, detail=detail, key=first_key(ACTION_OF[decision]),
            enabled=decision in offered, why_not=NOT_HERE,
        )
        for decision, (text, detail) in words
    )  # fmt: skip


def meaning_of(code: Code | None) -> ShownMeaning:
    """Return what a code means."""
    if code is None:
        return ShownMeaning()
    return ShownMeaning(
        label=code.label, name=code.shown_name, hue=code.colour, definition=code.definition, include=code.include,
        exclude=code.exclude,
    )  # fmt: skip


def shared_stretches(own: Sequence[Coding], others: Sequence[Coding]) -> tuple[Span, ...]:
    """Return the stretches of one side's words, as `words_of` joins them, that the other side has too."""
    found: list[Span] = []
    at = 0
    for one in own:
        for other in others:
            start, end = max(one.start, other.start), min(one.end, other.end)
            if start < end and one.place != "lost":
                found.append((at + start - one.start, at + end - one.start))
        at += len(one.quote) + len(BETWEEN)
    return tuple(sorted(found))


def _side(
    own: Sequence[Coding],
    others: Sequence[Coding],
    name: str,
    keycap: str,
    codes: Mapping[str, Code],
    each: Listed,
) -> ShownSide:
    if not own:
        return ShownSide(name=name, keycap=keycap)
    code = codes.get(own[0].code)
    differs = bool(others) and others[0].code != own[0].code
    label = (code.label or code.shown_name[:UNLABELLED]) if code is not None and differs else ""
    return ShownSide(
        name=name, keycap=keycap, words=words_of(own), shared=shared_stretches(own, others),
        hue=code.colour if code else "", label=label,
        memo="; ".join(dict.fromkeys(one.memo for one in own if one.memo)),
        stance=next((one.stance for one in own if one.stance), "no stance" if each.kind == "stance" else ""),
        unsure=any(one.unsure for one in own),
    )  # fmt: skip
