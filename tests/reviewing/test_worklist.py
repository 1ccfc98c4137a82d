"""The list of what to settle finds each decision again, whatever is compared anew, and says where something changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviewing_two import ANN, ARTICLE, BEN, EVE, TEXT, Review, coder, coding

from annotator.model import edits
from annotator.model.changes import Change, ChangeSet
from annotator.model.settled import meaningful
from annotator.reviewing.comparison import ArticleWork
from annotator.reviewing.differences import compare_codings
from annotator.reviewing.worklist import worklist

if TYPE_CHECKING:
    from annotator.model.edits.agreed_work import Case
    from annotator.model.records import Coder

DECIDES, BUYS = "The board decides.", "It buys care for its area."
BOTH = f"{DECIDES} {BUYS}"
HANS = coder("Hans")


def decided(review: Review, decision: str, at: int = 0, who: Coder = EVE, **more: object) -> None:
    review.do(edits.decide(
        case=review.case(at, who), standing=review.standing(), decision=decision, reviewer=who, **more  # type: ignore[arg-type]
    ))  # fmt: skip


def states(review: Review, who: Coder = EVE) -> list[tuple[str, str]]:
    return [(one.kind, one.state) for one in review.list(who).ordered("place")]


def test_a_decision_is_followed_without_comparing_again() -> None:
    review = Review([coding(ANN, DECIDES)], [coding(BEN, (4, 30))])
    before = review.list()

    decided(review, "A")
    followed = before.after(review.verdicts)

    assert followed.listed == review.list().listed
    assert (followed.progress().decided, before.progress().decided) == (1, 0)
    assert followed.after([], gone=[review.verdicts[0].id]).listed == before.listed


def test_one_article_coded_otherwise_is_looked_at_alone() -> None:
    review = Review([coding(ANN, DECIDES)], [])
    before = review.list()
    more = coding(BEN, BUYS)
    review.tables["coding"][more.id] = more
    work = ArticleWork(ARTICLE, TEXT, tuple(review.codings(ANN)), tuple(review.codings(BEN)))

    assert before.after_coding(work, compare_codings(work.a, work.b)).listed == review.list().listed
    assert len(review.list().listed) == 2


def test_a_decision_in_one_article_leaves_the_lines_of_another_as_they_are() -> None:
    review = Review([coding(ANN, DECIDES)], [])
    elsewhere = replace(coding(ANN, BUYS), id="elsewhere", article="other")
    ours, theirs = tuple(review.codings(ANN)), tuple(review.codings(BEN))
    work = [ArticleWork(ARTICLE, TEXT, ours, theirs), ArticleWork("other", TEXT, (elsewhere,), ())]
    compared = {one.article: compare_codings(one.a, one.b) for one in work}
    before = worklist(
        work, compared, codes=list(review.list().ground.codes.values()), verdicts=(), coders=(ANN.id, BEN.id),
        reviewer=EVE.id,
    )  # fmt: skip

    decided(review, "A")
    after = before.after(review.verdicts)

    assert [(one.article, one.state) for one in after.listed] == [(ARTICLE, "decided"), ("other", "open")]
    assert after.listed[1] is before.listed[1]


def test_decisions_outlive_another_threshold() -> None:
    review = Review([coding(ANN, BOTH)], [coding(BEN, (0, 30)), coding(BEN, (31, 45))])
    assert states(review) == [("split", "open")]
    decided(review, "B")

    review.threshold = 0.5

    assert states(review) == [("missing in A", "decided")]
    review.threshold = 0.9
    assert states(review) == [("split", "decided")]


def test_what_was_decided_and_now_matches_is_not_listed_until_it_changes() -> None:
    review = Review([coding(ANN, (0, 18))], [coding(BEN, (0, 14))])
    decided(review, "A")
    review.threshold = 0.5
    assert states(review) == []
    assert review.list().adoptable() == []

    longer = replace(review.b[0], end=16, quote=TEXT[:16])
    review.tables["coding"][longer.id] = longer

    assert states(review) == [("boundary", "stale")]


@pytest.mark.parametrize("change", ["other words", "other code", "other stance"])
def test_a_coding_that_changed_makes_its_decision_stale_and_deciding_again_makes_it_fresh(change: str) -> None:
    review = Review([coding(ANN, DECIDES)], [])
    decided(review, "A")
    changes = {"other words": {"end": 17, "quote": TEXT[:17]}, "other code": {"code": "plan"},
               "other stance": {"stance": "opposes"}}  # fmt: skip
    changed = replace(review.a[0], **changes[change])  # type: ignore[arg-type]
    review.tables["coding"][changed.id] = changed
    assert states(review) == [("missing in B", "stale")]
    assert review.list().progress().stale == 1

    decided(review, "A")

    assert states(review) == [("missing in B", "decided")]
    assert [(one.code, one.quote, one.stance) for one in review.agreed] == [
        (changed.code, changed.quote, changed.stance)
    ]


def test_a_memo_or_a_text_corrected_elsewhere_changes_nothing() -> None:
    review = Review([coding(ANN, BUYS)], [])
    decided(review, "A")

    moved = replace(review.a[0], start=22, end=48, memo="a second thought")
    review.tables["coding"][moved.id] = moved

    assert states(review) == [("missing in B", "decided")]


def test_a_coding_added_at_the_place_of_a_decision_is_seen() -> None:
    review = Review([coding(ANN, DECIDES)], [])
    decided(review, "neither")
    late = coding(BEN, (0, 12))
    review.tables["coding"][late.id] = late

    assert states(review) == [("boundary", "stale")]
    decided(review, "widest")
    assert states(review) == [("boundary", "decided")]
    assert len(review.verdicts) == 1


def test_of_a_match_that_came_after_neither_nothing_is_adopted_unseen() -> None:
    review = Review([coding(ANN, DECIDES)], [])
    decided(review, "neither")
    late = coding(BEN, DECIDES)
    review.tables["coding"][late.id] = late

    assert states(review) == [("missing in B", "stale")]
    assert review.list().adoptable() == []


def test_a_decision_whose_codings_are_gone_is_kept_and_can_be_taken_back() -> None:
    review = Review([coding(ANN, DECIDES)], [])
    decided(review, "A", reason="clear")
    del review.tables["coding"][review.a[0].id]

    listed = review.list().ordered()[0]
    assert (listed.state, listed.gone, listed.code, listed.place.start, listed.place.end) == (
        "stale", True, "law", 0, 18,
    )  # fmt: skip
    review.do(edits.reopen(cases=[review.list().case(listed.key)], standing=review.standing()))

    assert review.agreed == []
    assert review.list().ordered() == []
    assert review.verdicts[0].reason == "clear"


def test_a_decision_on_a_code_that_has_left_the_scheme_can_be_taken_back() -> None:
    review = Review([coding(ANN, DECIDES, "gone")], [])
    listed = review.list().ordered()[0]
    review.do(edits.decide(case=review.list().case(listed.key), standing=review.standing(), decision="A", reviewer=EVE))
    del review.tables["coding"][review.a[0].id]

    case = review.list().case(review.list().ordered()[0].key)
    assert case.code.title == "a code no longer there"
    review.do(edits.reopen(cases=[case], standing=review.standing()))
    assert review.list().ordered() == []


def test_ones_own_verdict_counts_and_anothers_is_shown() -> None:
    review = Review([coding(ANN, DECIDES)], [coding(BEN, (4, 30))])
    decided(review, "B", who=HANS)
    listed = review.list(EVE).ordered()[0]
    assert (listed.state, listed.own, listed.verdict.decision) == ("decided", None, "B")  # type: ignore[union-attr]

    decided(review, "A", who=EVE)

    listed = review.list(EVE).ordered()[0]
    assert listed.verdict == listed.own
    assert [one.decision for one in listed.others] == ["B"]
    assert review.list(HANS).ordered()[0].verdict.decision == "B"  # type: ignore[union-attr]


def test_compared_the_other_way_round_a_decision_reads_so_too() -> None:
    review = Review([coding(ANN, DECIDES)], [])
    decided(review, "A")

    turned = review.list(a=BEN, b=ANN).ordered()[0]

    assert (turned.kind, turned.state) == ("missing in A", "decided")
    assert turned.verdict is not None
    assert (turned.verdict.decision, turned.verdict.kind) == ("B", "missing in A")
    review.do(edits.decide(case=review.list(a=BEN, b=ANN).case(turned.key), standing=review.standing(), decision="B",
                           reviewer=EVE))  # fmt: skip
    assert len(review.verdicts) == 1
    assert review.verdicts[0].a_coder == "ben"
    assert states(review) == [("missing in B", "decided")]


def test_those_nearly_the_same_are_counted_while_they_wait() -> None:
    again = TEXT.rindex("The board")
    review = Review(
        [coding(ANN, (0, 17)), coding(ANN, (again, again + 18)), coding(ANN, BUYS), coding(ANN, (4, 17), "plan")], []
    )

    alike = {one.place.start: len(one.alike) for one in review.list().ordered() if one.code == "law"}
    assert alike == {0: 1, again: 1, 19: 0}
    decided(review, "A")
    assert [len(one.alike) for one in review.list().ordered() if one.code == "law"] == [1, 0, 0]


def test_a_family_and_its_own_code_are_told_apart_from_two_others() -> None:
    ours = [coding(ANN, DECIDES, "law"), coding(ANN, BUYS, "law")]
    review = Review(ours, [coding(BEN, DECIDES, "bills"), coding(BEN, BUYS, "plan")])

    found = review.list().ordered("place")
    assert [(one.kind, one.place.related) for one in found] == [("code", True), ("code", False)]


def test_the_orders() -> None:
    mixed = coding(ANN, (0, 9), "law", stance="mixed")
    review = Review([coding(ANN, DECIDES, "plan"), coding(ANN, BUYS, "law"), mixed], [coding(BEN, (0, 9), "law")])

    found = review.list()
    assert [(one.code, one.kind) for one in found.ordered("code")] == [
        ("law", "missing in B"), ("plan", "missing in B"), ("law", "stance"),
    ]  # fmt: skip
    assert [one.code for one in found.ordered("place")] == ["plan", "law", "law"]
    assert found.progress().all == 2
    assert found.open_by_place() == {("law", ARTICLE): 1, ("plan", ARTICLE): 1}


def test_a_difference_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        Review([], []).list().case("|gone|")


SPANS = st.tuples(st.integers(0, 60), st.integers(3, 40)).map(lambda one: (one[0], one[0] + one[1]))
WORK = st.lists(st.tuples(SPANS, st.sampled_from(["law", "bills", "plan"])), max_size=6, unique=True)
ACTS = st.lists(
    st.tuples(
        st.integers(0, 9), st.sampled_from(["A", "B", "widest", "neither", "reopen", "discuss", "recode", "remove"]),
        st.sampled_from([EVE, HANS]),
    ),
    max_size=12,
)  # fmt: skip


def change_a_coding(review: Review, at: int, act: str) -> None:
    """Let Ann think again about one of her codings."""
    own = review.codings(ANN)
    if own:
        one = own[at % len(own)]
        after = None if act == "remove" else replace(one, code="pay")
        review.do(ChangeSet(act, (Change(one, after),)))


def judge(review: Review, case: Case, act: str, who: Coder) -> None:
    """Decide, reopen or discuss, where that says something of the difference."""
    if act == "reopen":
        review.do(edits.reopen(cases=[case], standing=review.standing()))
    elif act == "discuss" and (case.a or case.b):
        review.do(edits.discuss(case=case, reviewer=who))
    elif act in meaningful(case.kind) and (case.a or case.b):
        review.do(edits.decide(case=case, standing=review.standing(), decision=act, reviewer=who))  # type: ignore[arg-type]


@given(WORK, WORK, ACTS)
def test_followed_step_by_step_the_list_is_what_it_is_when_made_anew(
    a: list[tuple[tuple[int, int], str]], b: list[tuple[tuple[int, int], str]], acts: list[tuple[int, str, Coder]]
) -> None:
    review = Review(*([coding(who, span, code) for span, code in work] for who, work in ((ANN, a), (BEN, b))))
    followed = review.list()
    for at, act, who in acts:
        before = {one.id: one for one in review.verdicts}
        listed = review.list(who).ordered()
        if act in ("recode", "remove"):
            change_a_coding(review, at, act)
            work = ArticleWork(ARTICLE, TEXT, tuple(review.codings(ANN)), tuple(review.codings(BEN)))
            followed = followed.after_coding(work, compare_codings(work.a, work.b))
        elif listed:
            judge(review, review.case(at % len(listed), who), act, who)
        followed = followed.after([one for one in review.verdicts if before.get(one.id) != one])

        anew = review.list()
        assert (followed.listed, followed.stances) == (anew.listed, anew.stances)
        assert followed.progress() == anew.progress()
        assert len({one.key for one in anew.ordered()}) == len(anew.ordered())
        shown = {one.id for each in anew.ordered() for one in (each.own, each.verdict, *each.others) if one is not None}
        matching = {row for place in anew.ground.matches() for row in place.ids}
        for one in review.verdicts:
            kept = one.id in shown or not one.decision
            assert kept or set(one.coding_ids) <= matching, "a decision is lost from sight"
