"""The counts of a review say how much was kept, changed, added, removed, and agreed with, by coder and code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.records import AGREED_ID, Coding, Verdict, new_id
from annotator.reviewing.judged_counts import JudgedCounts, in_all, judged_counts

if TYPE_CHECKING:
    from annotator.model.review_records import Decision, VerdictKind

DAY = "2026-02-03"


def coding(coder: str, code: str, start: int, verdict: str | None = None, length: int = 10) -> Coding:
    return Coding(
        id=new_id(), article="a", code=code, coder=coder, start=start, end=start + length, quote="x" * length,
        verdict=verdict, created=DAY, modified=DAY,
    )  # fmt: skip


def verdict(
    a: Coding | None, b: Coding | None, decision: Decision, kind: VerdictKind = "boundary", reason: str = ""
) -> Verdict:
    code = next(one.code for one in (a, b) if one is not None)
    return Verdict(
        id=new_id(), article="a", kind=kind, code=code, start=0, end=10, a_coder="ann", b_coder="ben",
        a=a.id if a else "", b=b.id if b else "", judged="", decision=decision, reason=reason, coder="eve",
        created=DAY, modified=DAY,
    )  # fmt: skip


def test_each_decision_counts_once_for_each_coder_under_her_code() -> None:
    kept, gone = coding("ann", "g1", 0), coding("ann", "g1", 20)
    moved, missed = coding("ben", "g1", 0, length=5), coding("ben", "g2", 40)
    verdicts = [
        verdict(kept, moved, "A"), verdict(gone, None, "neither", "missing in B"),
        verdict(None, missed, "B", "missing in A"),
    ]  # fmt: skip
    agreed = [coding(AGREED_ID, "g1", 0, verdicts[0].id), coding(AGREED_ID, "g2", 40, verdicts[2].id)]
    rows = judged_counts(["ann", "ben"], ["g1", "g2"], verdicts, [kept, gone, moved, missed, *agreed])
    assert rows == [
        JudgedCounts("ann", "g1", codings=2, kept=1, removed=1),
        JudgedCounts("ann", "g2", codings=0, added=1),
        JudgedCounts("ben", "g1", codings=1, changed=1),
        JudgedCounts("ben", "g2", codings=1, kept=1),
    ]
    assert in_all(rows, "ann", 2) == JudgedCounts("ann", "", codings=2, kept=1, added=1, removed=1)


def test_a_reader_with_the_coding_in_sight_agrees_disagrees_or_comments() -> None:
    ours = [coding("ann", "g1", start) for start in (0, 20, 40, 60)]
    said: list[tuple[Decision, str]] = [("agree", ""), ("disagree", "the plan"), ("", "reads alone?"), ("", "")]
    verdicts = [
        verdict(one, None, decision, "coding", reason) for one, (decision, reason) in zip(ours, said, strict=True)
    ]
    assert judged_counts(["ann"], ["g1"], verdicts, ours) == [
        JudgedCounts("ann", "g1", codings=4, agreed=1, disagreed=1, commented=1)
    ]


def test_what_is_open_and_what_was_rightly_left_uncoded_are_no_decision_about_a_coding() -> None:
    theirs, ours = coding("ben", "g1", 0), coding("ann", "g1", 40)
    verdicts = [verdict(None, theirs, "neither", "missing in A"), verdict(ours, None, "", "missing in B", "why?")]
    assert judged_counts(["ann"], ["g1"], verdicts, [theirs, ours]) == []
