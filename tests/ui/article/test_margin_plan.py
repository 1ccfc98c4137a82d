"""Names stand at their bars, make room for each other, and never run off the page."""

from __future__ import annotations

from dataclasses import replace

from annotator.ui.article.lines import Line
from annotator.ui.article.margin_plan import MOST_PUSHED, ROW, margin_plan
from annotator.ui.article.marks import CodingMark

LINES = [Line(n * 80, n * 80 + 80, 48, 600, 100 + 24 * n, 1.0, n, 0) for n in range(20)]


def coding(identity: str, start: int, end: int) -> CodingMark:
    return CodingMark(identity, start, end, "#6bd4f9", identity, identity)


def test_a_bar_goes_from_its_first_to_its_last_line_and_its_name_stands_at_the_first() -> None:
    plan = margin_plan(LINES, [coding("a", 10, 200)], {"a": 0})
    assert [(bar.top, bar.bottom) for bar in plan.bars] == [(90, 158)]
    assert [row.middle for row in plan.rows] == [100]


def test_names_at_one_line_are_pushed_down_row_by_row() -> None:
    marks = [coding(identity, n, 100) for n, identity in enumerate("abc")]
    plan = margin_plan(LINES, marks, {"a": 0, "b": 1, "c": 2})
    assert [row.top for row in plan.rows] == [91, 91 + ROW, 91 + 2 * ROW]
    assert plan.rows[2].leader == plan.rows[2].bar.bottom - 3  # type: ignore[union-attr]


def test_after_eight_lanes_the_rest_is_counted_and_no_name_strays_far_from_its_bar() -> None:
    marks = [coding(f"m{n:02}", n, 120) for n in range(30)]
    plan = margin_plan(LINES, marks, {mark.id: n for n, mark in enumerate(marks)})
    named = [row for row in plan.rows if row.bar]
    counted = [row for row in plan.rows if row.more]
    assert len(plan.bars) == 8
    assert len(counted) == 1
    assert len(named) + len(counted[0].more) == 30
    assert max(row.top for row in named) <= 91 + MOST_PUSHED


def test_the_current_coding_is_named_however_crowded_the_place() -> None:
    marks = [coding(f"m{n:02}", n, 120) for n in range(30)]
    plan = margin_plan(LINES, marks, {mark.id: n for n, mark in enumerate(marks)}, current="m29")
    assert [row.bar.mark.id for row in plan.rows if row.bar][-1] == "m29"


def test_a_coding_that_began_above_reaches_out_of_the_picture_without_a_name() -> None:
    plan = margin_plan(LINES[5:], [coding("a", 10, 600)], {"a": 0})
    assert plan.bars[0].top < LINES[5].top
    assert plan.rows == ()


def by(who: str, identity: str, start: int, end: int, *, code: str = "c1", **more: str | bool) -> CodingMark:
    mark = replace(coding(identity, start, end), code=code, coder_id=who, initials="" if who == "me" else who)
    return replace(mark, **more)  # type: ignore[arg-type]


def names(*marks: CodingMark, current: str | None = None) -> list[list[str]]:
    lanes = {mark.id: n for n, mark in enumerate(marks)}
    return [[mark.id for mark in row.marks] for row in margin_plan(LINES, marks, lanes, current).rows]


def test_one_name_is_enough_for_one_code_of_several_coders_on_a_line() -> None:
    assert names(by("BO", "b", 0, 40), by("me", "a", 4, 60), by("CF", "c", 6, 20)) == [["a", "b", "c"]]
    assert names(by("BO", "b", 0, 40), by("CF", "c", 6, 20)) == [["b", "c"]], "without one's own the first has it"
    assert len(margin_plan(LINES, [by("me", "a", 0, 9), by("BO", "b", 0, 9)], {"a": 0, "b": 1}).bars) == 2


def test_what_is_not_the_same_has_a_name_of_its_own() -> None:
    own = by("me", "a", 0, 40)
    for other in (
        by("BO", "b", 4, 40, code="c2"), by("BO", "b", 90, 120), by("BO", "b", 4, 40, stance="opposes"),
        by("BO", "b", 4, 40, memo=True), by("me", "b", 4, 40),
    ):  # fmt: skip
        assert names(own, other) == [["a"], ["b"]]


def test_names_stay_where_they_are_whichever_coding_is_current_and_that_one_is_named() -> None:
    own, theirs, below = by("me", "a", 0, 40), by("BO", "b", 4, 40), by("me", "d", 5, 60, code="c2")
    assert names(own, theirs, below, current="a") == [["a", "b"], ["d"]]
    assert names(own, theirs, below, current="b") == [["b", "a"], ["d"]]
    assert names(own, theirs, below, current="d") == [["a", "b"], ["d"]]
