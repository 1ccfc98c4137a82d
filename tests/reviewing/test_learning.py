"""The coder learns what became of each of her codings, under its code, with the reason and what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.model.records import AGREED_ID, Answer, Coding, Verdict, new_id
from annotator.reviewing.learning import by_code, reviewed_codings

if TYPE_CHECKING:
    from annotator.model.review_records import Decision, VerdictKind

DAY = "2026-02-03"


def coding(coder: str, code: str, start: int, end: int, verdict: str | None = None) -> Coding:
    return Coding(
        id=new_id(), article="a", code=code, coder=coder, start=start, end=end, quote="x" * (end - start),
        verdict=verdict, created=DAY, modified=DAY,
    )  # fmt: skip


def verdict(
    a: list[Coding], b: list[Coding], decision: Decision = "A", kind: VerdictKind = "boundary", reason: str = ""
) -> Verdict:
    sides = ["\n".join(one.id for one in side) for side in (a, b)]
    return Verdict(
        id=new_id(), article="a", kind=kind, code="g1", start=0, end=30, a_coder="ann", b_coder="ben", a=sides[0],
        b=sides[1], judged="", decision=decision, reason=reason, coder="ann", created=DAY, modified=DAY,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("settled", "ann", "ben"),
    [
        ([("g1", 0, 20)], "kept", "moved"),
        ([("g1", 0, 10)], "moved", "kept"),
        ([("g1", 5, 15)], "moved", "moved"),
        ([("g2", 0, 20)], "recoded", "recoded"),
        ([], "dropped", "dropped"),
    ],
)
def test_what_became_of_a_difference_in_the_ends(settled: list[tuple[str, int, int]], ann: str, ben: str) -> None:
    ours, theirs = coding("ann", "g1", 0, 20), coding("ben", "g1", 0, 10)
    decided = verdict([ours], [theirs], reason="reads alone")
    agreed = [coding(AGREED_ID, *place, verdict=decided.id) for place in settled]
    for coder, outcome in (("ann", ann), ("ben", ben)):
        (found,) = reviewed_codings(coder, [decided], [ours, theirs, *agreed])
        assert found.outcome == outcome
        assert (found.verdict.reason, found.agreed, found.code) == ("reads alone", tuple(agreed), "g1")


def test_what_only_the_other_had_coded_was_missed_or_rightly_left() -> None:
    theirs = coding("ben", "g3", 0, 10)
    missed, left = (verdict([], [theirs], decision, "missing in A") for decision in ("B", "neither"))
    agreed = coding(AGREED_ID, "g3", 0, 10, missed.id)
    assert [one.outcome for one in reviewed_codings("ann", [missed, left], [theirs, agreed])] == ["missed", "kept"]
    assert [one.outcome for one in reviewed_codings("ben", [missed, left], [theirs, agreed])] == ["kept", "dropped"]


def test_of_a_split_one_part_may_be_kept() -> None:
    parts, whole = [coding("ann", "g1", 0, 9), coding("ann", "g1", 10, 20)], coding("ben", "g1", 0, 20)
    decided = verdict(parts, [whole], "other", "split")
    agreed = coding(AGREED_ID, "g1", 0, 9, decided.id)
    assert [one.outcome for one in reviewed_codings("ann", [decided], [*parts, whole, agreed])] == ["both ways"]


def test_what_is_open_is_not_told_unless_somebody_asks() -> None:
    ours = coding("ann", "g1", 0, 20)
    waiting = verdict([ours], [], "", "missing in B")
    assert reviewed_codings("ann", [waiting], [ours]) == []
    asked = Answer(id=new_id(), verdict=waiting.id, coder="ben", text="Why here?", created=DAY, modified=DAY)
    (found,) = reviewed_codings("ann", [waiting], [ours], [asked])
    assert (found.answers, found.outcome) == ((asked,), "open")


def test_a_coding_removed_since_is_still_told_under_the_code_of_its_verdict() -> None:
    gone = coding("ann", "g1", 0, 20)
    decided = verdict([gone], [], "neither", "missing in B")
    (found,) = reviewed_codings("ann", [decided], [])
    assert (found.own, found.code, found.outcome) == ((), "g1", "dropped")


def test_a_reviewer_without_a_pass_agrees_or_disagrees() -> None:
    ours = coding("ann", "g1", 0, 20)
    verdicts = [verdict([ours], [], decision, "coding") for decision in ("agree", "disagree")]
    assert [one.outcome for one in reviewed_codings("ann", verdicts, [ours])] == ["agreed with", "questioned"]


def test_a_comment_without_a_decision_is_told_too() -> None:
    ours = coding("ann", "g1", 0, 20)
    comment, nothing = (verdict([ours], [], "", "coding", reason) for reason in ("reads alone?", ""))
    assert [one.outcome for one in reviewed_codings("ann", [comment, nothing], [ours])] == ["commented"]


def test_they_are_grouped_under_their_codes_in_the_order_of_the_scheme() -> None:
    one, two = coding("ann", "g2", 0, 5), coding("ann", "g1", 6, 9)
    found = reviewed_codings("ann", [verdict([one], []), verdict([two], [])], [one, two])
    assert list(by_code(found, ["g1", "g2"])) == ["g1", "g2"]
    assert list(by_code(found, ["g2"])) == ["g2", "g1"], "a code that is gone comes last"
