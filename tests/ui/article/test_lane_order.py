"""One's own bars stay where they are when colleagues' appear, and no two bars of a lane overlap."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.passages import assign_lanes
from annotator.ui.article.lane_order import own_first

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.article.article_view import ArticleView
    from annotator.ui.article.marks import CodingMark

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30), st.booleans()), max_size=40)


@given(drawn=SPANS)
def test_lanes_are_free_and_ones_own_are_those_without_colleagues(drawn: list[tuple[int, int, bool]]) -> None:
    spans = [(start, start + length) for start, length, _ in drawn]
    theirs = [by_other for _, _, by_other in drawn]
    lanes = own_first(spans, theirs)
    own = [number for number, by_other in enumerate(theirs) if not by_other]
    assert [lanes[number] for number in own] == assign_lanes([spans[number] for number in own])
    for one, other in combinations(range(len(spans)), 2):
        overlap = spans[one][0] < spans[other][1] and spans[other][0] < spans[one][1]
        assert not (overlap and lanes[one] == lanes[other])
    if not own:
        assert lanes == assign_lanes(spans)


def test_bars_stay_when_a_colleagues_longer_coding_appears(view: ArticleView, mark: Callable[..., CodingMark]) -> None:
    view.set_marks([mark("a", "She was"), mark("b", "plans to")])
    view.put_mark(mark("theirs", "She was asked about plans", initials="BO"))
    assert [view.codings.lane(coding) for coding in ("a", "b", "theirs")] == [0, 1, 2]
