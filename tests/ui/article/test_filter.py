"""A filter fades what does not pass, and nothing moves."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from annotator.ui.article.margin_plan import margin_plan
from annotator.ui.theme import theme

from .test_margin_plan import LINES, coding

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.article.article_view import ArticleView
    from annotator.ui.article.marks import CodingMark


def tinted(view: ArticleView) -> set[str]:
    return {tint.coding for line in view.codings.painted(view.visible_lines()) for tint in line.tints}


def underlined(view: ArticleView) -> set[str]:
    return {under.coding for line in view.codings.painted(view.visible_lines()) for under in line.underlines}


def test_what_does_not_pass_has_no_tint_and_a_faint_bar_and_lanes_stay(
    view: ArticleView, mark: Callable[..., CodingMark]
) -> None:
    view.set_marks([mark("a", "plans to move budgets"), mark("b", "budgets", hue="#5635b6"), mark("c", "A group")])
    lanes = {identity: view.codings.lane(identity) for identity in "abc"}
    assert (tinted(view), underlined(view)) == ({"a", "b", "c"}, {"a"})
    bar = view.margin.bar_rect(view.margin.plan().bars[1]).center().toPoint() + QPoint(0, 6)
    solid = view.margin.grab().toImage().pixelColor(bar)
    view.set_faded(lambda each: each.name == "Code a")
    assert (tinted(view), underlined(view)) == ({"a"}, set())
    assert {identity: view.codings.lane(identity) for identity in "abc"} == lanes
    assert [(each.mark.id, each.faded) for each in view.margin.plan().bars] == [("a", False), ("b", True), ("c", True)]
    faint = view.margin.grab().toImage().pixelColor(bar)
    paper = theme().colour("paper")
    assert abs(faint.red() - paper.red()) < abs(solid.red() - paper.red()) / 2
    view.set_faded(None)
    assert tinted(view) == {"a", "b", "c"}
    assert view.margin.grab().toImage().pixelColor(bar) == solid


def test_the_current_coding_is_drawn_in_full_whether_or_not_it_passes(
    view: ArticleView, mark: Callable[..., CodingMark]
) -> None:
    view.set_marks([mark("a", "plans to move budgets"), mark("b", "A group")])
    view.set_faded(lambda _: False)
    assert tinted(view) == set()
    view.set_current("b")
    assert tinted(view) == {"b"}
    assert [bar.faded for bar in view.margin.plan().bars] == [True, False]


def test_a_coding_that_comes_while_a_filter_is_on_obeys_it(view: ArticleView, mark: Callable[..., CodingMark]) -> None:
    view.set_faded(lambda each: each.name == "Code a")
    view.put_mark(mark("a", "plans to move"))
    view.put_mark(mark("b", "A group"))
    assert tinted(view) == {"a"}


def test_in_a_crowd_what_passes_is_drawn_and_named_though_its_lane_is_not() -> None:
    marks = [coding(f"m{n:02}", n, 120) for n in range(30)]
    lanes = {mark.id: n for n, mark in enumerate(marks)}
    plan = margin_plan(LINES, marks, lanes, passes=lambda mark: mark.id == "m20")
    assert [bar.mark.id for bar in plan.bars if not bar.faded] == ["m20"]
    assert "m20" in [row.bar.mark.id for row in plan.rows if row.bar]


def test_a_single_name_that_has_to_give_way_stays_and_a_number_of_faded_ones_is_faded_too() -> None:
    marks = [coding(f"m{n}", n, 120) for n in range(3)]
    lanes = {mark.id: n for n, mark in enumerate(marks)}
    rows = margin_plan(LINES, marks, lanes, passes=lambda mark: mark.id == "m0").rows
    assert [(row.bar.mark.id, row.faded) for row in rows if row.bar] == [("m0", False), ("m1", True), ("m2", True)]
    marks += [coding(f"m{n}", n, 120) for n in range(3, 12)]
    lanes = {mark.id: n for n, mark in enumerate(marks)}
    rows = margin_plan(LINES, marks, lanes, passes=lambda mark: mark.id == "m0").rows
    assert [(len(row.more), row.faded) for row in rows if row.more] == [(10, True)]
    rows = margin_plan(LINES, marks, lanes, passes=lambda mark: mark.id in ("m0", "m11")).rows
    assert [row.faded for row in rows if row.bar] == [False, True, False]


def test_of_thousands_that_pass_only_those_get_a_bar_that_have_room_for_it() -> None:
    marks = [coding(f"m{n:04}", n // 3, n // 3 + 120) for n in range(3_000)]
    lanes = {mark.id: n % 400 for n, mark in enumerate(marks)}
    plan = margin_plan(LINES, marks, lanes, passes=lambda _: True)
    beyond = [bar.mark for bar in plan.bars if lanes[bar.mark.id] >= 8]
    assert beyond
    assert all(above.end <= below.start for above, below in pairwise(beyond))
    named = [row.bar.mark.id for row in plan.rows if row.bar]
    assert len(named) + sum(len(row.more) for row in plan.rows) == len(marks)


def test_a_stance_is_a_sign_beside_the_name(view: ArticleView, mark: Callable[..., CodingMark]) -> None:
    pictures = []
    for stance in ("", "supports", "opposes", "mixed"):
        view.set_marks([mark("a", "She was asked", stance=stance)])
        view.margin.grab()
        pictures.append(view.margin.grab().toImage())
    assert all(one != other for n, one in enumerate(pictures) for other in pictures[n + 1 :])
