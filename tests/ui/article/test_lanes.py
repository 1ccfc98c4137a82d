"""Bars that share a line have lanes of their own; lanes stay put while the analyst scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.article import lanes as lanes_module
from annotator.ui.article.marks import CodingMark

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from annotator.ui.article.article_view import ArticleView


def test_codings_that_share_only_a_line_do_not_share_a_lane(view: ArticleView, mark: Callable[..., CodingMark]) -> None:
    view.set_marks([mark("a", "She was"), mark("b", "plans to"), mark("c", "A group")])
    assert [view.codings.lane(identity) for identity in "abc"] == [0, 1, 0]


def test_the_first_to_begin_has_the_first_lane_even_if_it_is_shorter(
    view: ArticleView, mark: Callable[..., CodingMark]
) -> None:
    view.set_marks([mark("short", "The plan"), mark("long", view.text[40:200])])
    assert (view.codings.lane("short"), view.codings.lane("long")) == (0, 1)


def test_adding_gives_the_same_lanes_as_opening_the_article_again(
    view: ArticleView, mark: Callable[..., CodingMark]
) -> None:
    marks = [mark(f"m{n}", view.text[30 + 23 * n : 110 + 23 * n]) for n in range(9)]
    view.set_marks(marks)
    opened = [view.codings.lane(each.id) for each in marks]
    view.set_marks([])
    for each in reversed(marks):
        view.put_mark(each)
        view.grab()
    assert [view.codings.lane(each.id) for each in marks] == opened
    view.remove_mark("m0")
    view.put_mark(marks[0])
    assert [view.codings.lane(each.id) for each in marks] == opened


def test_in_a_crowd_overlapping_codings_still_have_lanes_of_their_own(
    view: ArticleView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lanes_module, "CROWD", 5)
    view.set_marks([CodingMark(f"m{n}", 30 + n, 60 + n, "#6bd4f9") for n in range(20)])
    view.put_mark(CodingMark("late", 49, 60, "#6bd4f9"))
    lanes = [view.codings.lane(coding) for coding in view.codings.marks]
    assert sorted(lanes) == list(range(21))
