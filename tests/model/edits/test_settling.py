"""A decision writes exactly what follows from it into the work of Agreed, and taking it back takes exactly that."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviewing_two import ANN, BEN, CODES, EVE, TEXT, Review, coding

from annotator.model import edits
from annotator.model.errors import Refused
from annotator.model.records import AGREED_ID, Coder, now
from annotator.model.settled import meaningful

DECIDES, BUYS = "The board decides.", "It buys care for its area."
BOTH = f"{DECIDES} {BUYS}"
LAW, BILLS, PLAN, PAY = CODES
HANS = Coder(id="hans", name="Hans", created="2026-01-01T00:00:00.000Z")


def decided(review: Review, decision: str, at: int = 0, who: Coder = EVE, **more: object) -> None:
    review.do(edits.decide(
        case=review.case(at, who), standing=review.standing(), decision=decision, reviewer=who, **more  # type: ignore[arg-type]
    ))  # fmt: skip


def boundary() -> Review:
    return Review([coding(ANN, DECIDES, memo="why", stance="supports")], [coding(BEN, (4, 30), unsure=True)])


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("A", [DECIDES]), ("B", [TEXT[4:30]]), ("widest", [TEXT[0:30]]), ("shared", [TEXT[4:18]]), ("neither", []),
    ],
)  # fmt: skip
def test_ends_are_settled_by_either_coder_or_a_rule(decision: str, expected: list[str]) -> None:
    review = boundary()

    decided(review, decision)

    assert review.passages == [("law", words) for words in expected]
    assert review.verdicts[0].decision == decision
    assert [one.coder for one in review.agreed] == [AGREED_ID] * len(expected)
    assert not any(one.unsure for one in review.agreed)
    assert {one.id for one in review.codings(ANN) + review.codings(BEN)} == {one.id for one in review.a + review.b}


def test_what_is_agreed_carries_note_stance_context_and_where_it_comes_from() -> None:
    review = boundary()

    decided(review, "A", reason="least that reads alone")

    agreed = review.agreed[0]
    assert (agreed.memo, agreed.stance, agreed.quote, agreed.after) == ("why", "supports", DECIDES, TEXT[18:50])
    assert (agreed.verdict, agreed.adopted_from) == (review.verdicts[0].id, review.a[0].id)
    assert review.verdicts[0].reason == "least that reads alone"


def test_of_a_wider_passage_both_notes_are_kept_and_a_stance_only_where_they_do_not_differ() -> None:
    review = Review([coding(ANN, DECIDES, memo="one", stance="supports")], [coding(BEN, (4, 30), memo="two")])
    against = Review([coding(ANN, DECIDES, stance="supports")], [coding(BEN, (4, 30), stance="opposes")])

    decided(review, "widest")
    decided(against, "widest")

    assert (review.agreed[0].memo, review.agreed[0].stance) == ("one\n\ntwo", "supports")
    assert against.agreed[0].stance == ""


def test_two_codes_on_one_place_can_both_be_right_or_a_third() -> None:
    review = Review([coding(ANN, DECIDES, "law")], [coding(BEN, DECIDES, "plan")])

    decided(review, "both")
    assert review.passages == [("law", DECIDES), ("plan", DECIDES)]
    decided(review, "other", other_code=PAY)
    assert review.passages == [("pay", DECIDES)]
    decided(review, "other", passage=(4, 9))
    assert review.passages == [("law", "board")]
    assert len(review.verdicts) == 1


def test_one_passage_against_several_is_one_decision() -> None:
    review = Review([coding(ANN, BOTH)], [coding(BEN, DECIDES), coding(BEN, BUYS)])

    decided(review, "B")
    assert review.passages == [("law", DECIDES), ("law", BUYS)]
    decided(review, "shared")
    assert review.passages == [("law", DECIDES), ("law", BUYS)]
    decided(review, "widest")
    assert review.passages == [("law", BOTH)]


def test_a_stance_is_settled_on_what_both_coded() -> None:
    review = Review([coding(ANN, DECIDES, stance="supports", memo="a")], [coding(BEN, DECIDES, memo="b")])
    assert review.case().kind == "stance"

    decided(review, "B")
    assert [(one.quote, one.stance, one.memo) for one in review.agreed] == [(DECIDES, "", "a\n\nb")]
    decided(review, "A")
    assert [one.stance for one in review.agreed] == ["supports"]


@pytest.mark.parametrize(("kind", "wrong"), [("missing in B", "B"), ("code", "widest"), ("boundary", "both")])
def test_what_says_nothing_of_a_kind_of_difference_is_refused(kind: str, wrong: str) -> None:
    reviews = {
        "missing in B": Review([coding(ANN, DECIDES)], []), "boundary": boundary(),
        "code": Review([coding(ANN, DECIDES, "law")], [coding(BEN, DECIDES, "plan")]),
    }  # fmt: skip
    assert reviews[kind].case().kind == kind

    with pytest.raises(Refused, match="not greyed"):
        decided(reviews[kind], wrong)
    with pytest.raises(Refused, match="Choose one"):
        decided(reviews[kind], "other")


def test_a_comparison_with_what_is_agreed_settles_nothing() -> None:
    case = replace(boundary().case(), b_coder=AGREED_ID)

    with pytest.raises(Refused, match="agreed already"):
        edits.decide(case=case, standing=Review([], []).standing(), decision="A", reviewer=EVE)


def test_the_same_again_changes_nothing() -> None:
    review = boundary()
    decided(review, "A")

    again = edits.decide(case=review.case(), standing=review.standing(), decision="A", reviewer=EVE)

    assert not again


def twice_agreed() -> Review:
    """A place coded law and plan, decided as pay; and, of the same place, Ann's pay which Ben has not."""
    review = Review([coding(ANN, DECIDES, "law"), coding(ANN, DECIDES, "pay")], [coding(BEN, DECIDES, "plan")])
    kinds = [one.kind for one in review.list().ordered("place")]
    assert sorted(kinds) == ["code", "missing in B"]
    return review


@pytest.mark.parametrize("first", ["code", "missing in B"])
@pytest.mark.parametrize("reopened", ["code", "missing in B"])
def test_a_passage_on_which_two_verdicts_agree_is_there_once_and_stays_while_one_holds(
    first: str, reopened: str
) -> None:
    review = twice_agreed()
    for kind in (first, *({"code", "missing in B"} - {first})):
        at = [one.kind for one in review.list().ordered()].index(kind)
        decided(review, "other", at, other_code=PAY) if kind == "code" else decided(review, "A", at)
    assert review.passages == [("pay", DECIDES)]

    at = [one.kind for one in review.list().ordered()].index(reopened)
    review.do(edits.reopen(cases=[review.case(at)], standing=review.standing()))

    assert review.passages == [("pay", DECIDES)]
    left = next(one for one in review.verdicts if one.decision)
    assert review.agreed[0].verdict == left.id
    review.do(edits.reopen(cases=[review.case(1 - at)], standing=review.standing()))
    assert review.passages == []


def test_of_two_reviewers_the_newer_decides_and_taking_it_back_gives_the_elders_back() -> None:
    review = boundary()
    decided(review, "A", who=EVE)

    decided(review, "B", who=HANS)
    assert review.passages == [("law", TEXT[4:30])]
    assert len(review.verdicts) == 2

    review.do(edits.reopen(cases=[review.case(reviewer=HANS)], standing=review.standing()))
    assert review.passages == [("law", DECIDES)]


def test_what_was_agreed_without_a_verdict_is_not_taken_away_with_one() -> None:
    review = boundary()
    by_hand = replace(coding(ANN, DECIDES), id="by hand", coder=AGREED_ID, adopted_from="elsewhere")
    review.tables["coding"][by_hand.id] = by_hand

    decided(review, "A")
    decided(review, "neither")

    assert review.agreed == [by_hand]


def test_full_matches_are_adopted_at_once_and_boundaries_by_a_rule() -> None:
    review = Review(
        [coding(ANN, DECIDES, memo="a"), coding(ANN, (19, 40)), coding(ANN, (46, 80), "plan")],
        [coding(BEN, DECIDES, memo="b"), coding(BEN, BUYS), coding(BEN, (46, 60), "plan")],
    )

    done = review.do(edits.adopt_matches(cases=review.list().adoptable(), standing=review.standing(), reviewer=EVE))
    assert done.label == "Adopt 1 match"
    assert [(one.quote, one.memo) for one in review.agreed] == [(DECIDES, "a\n\nb")]
    assert review.list().adoptable() == []

    cases = [review.list().case(one.key) for one in review.list().ordered()]
    done = review.do(edits.settle_boundaries(cases=cases, standing=review.standing(), rule="shared", reviewer=EVE))
    assert done.label == "Settle 2 boundaries: shared part"
    assert review.passages == [("law", DECIDES), ("law", TEXT[19:39]), ("plan", TEXT[46:60])]
    assert review.list().progress().decided == 2


def test_those_alike_are_settled_in_one_gesture() -> None:
    again = TEXT.rindex("The board")
    review = Review([coding(ANN, (0, 17)), coding(ANN, (again, again + 17))], [])
    listed = review.list().ordered()[0]
    cases = [review.list().case(key) for key in (listed.key, *listed.alike)]

    done = review.do(edits.settle_alike(cases=cases, standing=review.standing(), decision="A", reviewer=EVE))

    assert done.label == "Settle 2 alike: G0 Law, A's"
    assert len(review.agreed) == 2


def test_a_reason_and_the_wish_to_discuss_wait_for_the_decision() -> None:
    review = boundary()
    review.do(edits.discuss(case=review.case(), reviewer=EVE))
    review.do(edits.write_reason(case=review.case(), reviewer=EVE, reason="ask both"))
    assert review.list().ordered()[0].state == "discuss"

    decided(review, "A")
    assert (review.verdicts[0].reason, review.verdicts[0].discuss) == ("ask both", False)
    review.do(edits.reopen(cases=[review.case()], standing=review.standing()))

    assert (review.verdicts[0].decision, review.verdicts[0].reason) == ("", "ask both")
    assert review.agreed == []


def at_another_time() -> None:
    """Wait until the clock shows another time than before."""
    before = now()
    while now() == before:
        pass


def test_a_word_on_a_decision_does_not_put_it_above_a_newer_one() -> None:
    review = boundary()
    decided(review, "A", who=EVE)
    at_another_time()
    decided(review, "B", who=HANS)
    at_another_time()

    review.do(edits.write_reason(case=review.case(0, EVE), reviewer=EVE, reason="reads alone"))
    review.do(edits.discuss(case=review.case(0, EVE), reviewer=EVE))
    decided(review, "neither", who=ANN)
    review.do(edits.reopen(cases=[review.case(0, ANN)], standing=review.standing()))

    assert review.passages == [("law", TEXT[4:30])], "Hans decided last, whatever Eve wrote to hers"


def test_the_same_decision_again_counts_above_what_another_decided_meanwhile() -> None:
    review = boundary()
    decided(review, "A", who=EVE)
    at_another_time()
    decided(review, "B", who=HANS)
    at_another_time()

    decided(review, "A", who=EVE)

    ages = {one.coder: one.modified for one in review.verdicts}
    assert review.passages == [("law", DECIDES)]
    assert ages["eve"] > ages["hans"]
    steps = edits.decide(case=review.case(0, EVE), standing=review.standing(), decision="A", reviewer=EVE)
    assert not steps, "pressed once more it changes nothing"


def test_what_a_decision_no_longer_judges_is_as_the_decision_before_left_it() -> None:
    """Two differences become one by another threshold and are two again: one decision moves from both to one."""
    review = Review([coding(ANN, (0, 30))], [coding(BEN, (4, 30)), coding(BEN, (0, 3))])
    hans, eve = review.case(0, HANS), review.case(0, EVE)
    review.do(edits.decide(case=hans, standing=review.standing(), decision="B", reviewer=HANS))
    at_another_time()
    review.do(edits.decide(case=eve, standing=review.standing(), decision="A", reviewer=EVE))
    verdict = next(one for one in review.verdicts if one.coder == EVE.id)
    elsewhere = coding(BEN, (50, 60), "plan")
    review.tables["coding"][elsewhere.id] = elsewhere
    moved = replace(eve, kind="missing in A", code=PLAN, a=(), b=(elsewhere,), verdict=verdict)
    at_another_time()

    review.do(edits.decide(case=moved, standing=review.standing(), decision="B", reviewer=EVE))

    assert ("plan", TEXT[50:60]) in review.passages
    assert set(review.passages) > {("law", TEXT[one.start : one.end]) for one in hans.b}


def test_one_coding_is_judged_and_nothing_is_agreed_by_it() -> None:
    review = boundary()

    review.do(edits.judge_coding(coding=review.a[0], code=LAW, reviewer=EVE, decision="disagree", reason="plan"))

    assert (review.verdicts[0].kind, review.verdicts[0].decision) == ("coding", "disagree")
    assert review.agreed == []
    assert review.list().ordered()[0].state == "open"
    with pytest.raises(Refused, match="your own"):
        edits.judge_coding(coding=review.a[0], code=LAW, reviewer=ANN, decision="agree")


SPANS = st.tuples(st.integers(0, 60), st.integers(3, 40)).map(lambda one: (one[0], one[0] + one[1]))
WORK = st.lists(
    st.tuples(SPANS, st.sampled_from(["law", "bills", "plan"]), st.sampled_from(["", "supports", "opposes"])),
    min_size=1, max_size=6, unique_by=lambda one: one[:2],
)  # fmt: skip
ACTS = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from(["A", "B", "both", "widest", "shared", "neither", "other", "reopen"]),
              st.sampled_from([EVE, HANS]), st.sampled_from(CODES)),
    max_size=14,
)  # fmt: skip


@given(WORK, WORK, ACTS)
def test_whatever_is_decided_in_whatever_order_agreed_is_what_the_newest_verdicts_say(
    a: list[tuple[tuple[int, int], str, str]], b: list[tuple[tuple[int, int], str, str]],
    acts: list[tuple[int, str, Coder, object]],
) -> None:  # fmt: skip
    review = Review(*([coding(who, span, code, stance=stance) for span, code, stance in work]
                      for who, work in ((ANN, a), (BEN, b))))  # fmt: skip
    for at, decision, who, code in acts:
        listed = review.list(who).ordered()
        if not listed:
            return
        before, case = review.tables, review.case(at % len(listed), who)
        if decision == "reopen":
            gesture = edits.reopen(cases=[case], standing=review.standing())
        elif decision in meaningful(case.kind, case.a, case.b):
            gesture = edits.decide(
                case=case, standing=review.standing(), decision=decision, reviewer=who,  # type: ignore[arg-type]
                other_code=code if decision == "other" else None,  # type: ignore[arg-type]
            )  # fmt: skip
        else:
            continue
        review.do(gesture)
        after = review.tables
        review.do(gesture.inverse())
        assert review.tables == before
        review.do(gesture)
        assert review.tables == after
        passages = Counter((one.code, one.start, one.end) for one in review.agreed)
        assert set(passages.values()) <= {1}
        owners = {one.verdict for one in review.agreed}
        assert owners <= {one.id for one in review.verdicts if one.decision}
    for who in (EVE, HANS):
        cases = [review.case(at, who) for at in range(len(review.list(who).ordered()))]
        review.do(edits.reopen(cases=cases, standing=review.standing()))
    assert review.agreed == []
