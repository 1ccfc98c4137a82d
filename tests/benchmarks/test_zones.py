"""How long the analyst waits when much is set aside: 2,000 lines of a long article shown, one flipped, walked over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from benchmarks.test_painting import MEGABYTE, made_text, middle, opened, paint, seconds, show, views

from annotator.model.passages import paragraphs
from annotator.ui.article import keyboard
from annotator.ui.article.marks import AsideMark

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.article.article_view import ArticleView

__all__ = ["views"]  # a fixture

pytestmark = pytest.mark.benchmark
LINES = 2_000


def made_lines(text: str) -> list[AsideMark]:
    return [AsideMark(start, end, "caption", "caption, set aside") for start, end in paragraphs(text)[10 : LINES + 10]]


def test_two_thousand_lines_set_aside_cost_at_most_twice_the_bare_text(
    benchmark: Any, views: Callable[[], ArticleView]
) -> None:
    text, view = made_text(MEGABYTE), views()
    lines = made_lines(text)
    floor = middle([seconds(lambda: show(view, text, [])) for _ in range(5)])

    def show_with_lines() -> None:
        view.show_article(text, title="Title", facts="Facts")
        view.set_aside(lines)
        paint(view)

    benchmark.pedantic(show_with_lines, rounds=5)
    benchmark.extra_info["bare text"] = floor
    assert len(view.aside_marks) == LINES
    assert benchmark.stats.stats.median <= 2 * floor


def test_flipping_one_among_two_thousand_costs_no_more_than_showing_the_text(
    benchmark: Any, views: Callable[[], ArticleView]
) -> None:
    text = made_text(MEGABYTE)
    lines = made_lines(text)
    floor_view = views()
    floor = middle([seconds(lambda: show(floor_view, text, [])) for _ in range(5)])
    view = opened(views(), text, [])
    view.set_aside(lines)
    view.scroll_to(lines[1_000].start, lines[1_000].end)
    paint(view)
    states = iter([lines[:1_000] + lines[1_001:], lines] * 20)

    def flip_and_paint() -> None:
        view.set_aside(next(states))
        paint(view)

    benchmark.pedantic(flip_and_paint, rounds=20)
    benchmark.extra_info["showing the text"] = floor
    assert benchmark.stats.stats.median <= floor


def test_j_passes_over_two_thousand_lines_at_once(benchmark: Any, views: Callable[[], ArticleView]) -> None:
    text = made_text(MEGABYTE)
    lines = made_lines(text)
    view = opened(views(), text, [])
    view.set_aside(lines)

    def pass_over() -> None:
        view.place_caret(lines[0].start - 3)
        keyboard.next_sentence(view)

    benchmark.pedantic(pass_over, rounds=3)
    sentence = view.sentence()
    assert sentence is not None
    assert sentence[0] >= lines[-1].end
