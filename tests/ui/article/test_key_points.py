"""Key points are set in and stand close together; text, positions and the paragraphs round them stay as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.ui.article.marks import AsideMark

if TYPE_CHECKING:
    from annotator.ui.article.article_view import ArticleView
    from annotator.ui.article.lines import Line

GUTTER = 48
POINTS = (
    "• One body buys all care in the north",
    "• " + "Councils ask for the money and for the duty. " * 3,
    "• No vote",
)
TEXT = "The headline\n\n19 May 2016\n\n" + "\n".join(POINTS) + "\n\nThe text begins here.\n\nIt goes on."


@pytest.fixture
def points(view: ArticleView) -> ArticleView:
    """An article with three key points behind its date."""
    view.show_article(TEXT, title="The headline", facts="19 May 2016")
    view.set_aside(_marks(*POINTS))
    return view


def _marks(*words: str) -> list[AsideMark]:
    starts = [TEXT.index(one) for one in words]
    return [
        AsideMark(start, start + len(one), "key points", "", passed=False)
        for start, one in zip(starts, words, strict=True)
    ]


def _line(view: ArticleView, words: str) -> Line:
    line = view.lines.at(TEXT.index(words))
    assert line is not None
    return line


def _gap(view: ArticleView, above: str, below: str) -> float:
    """Return the room between the end of what stands above and the beginning of what stands below."""
    last = view.lines.at(TEXT.index(above) + len(above) - 1)
    assert last is not None
    return _line(view, below).top - last.bottom


def test_they_stand_four_apart_and_sixteen_from_what_is_round_them(points: ArticleView) -> None:
    assert _gap(points, "19 May 2016", POINTS[0]) == 16
    assert [_gap(points, POINTS[0], POINTS[1]), _gap(points, POINTS[1], POINTS[2])] == [4, 4]
    assert _gap(points, POINTS[2], "The text begins") == 16
    assert _gap(points, "The text begins here.", "It goes on") == 12


def test_their_words_begin_twenty_in_on_every_line_and_the_bullet_hangs(points: ArticleView) -> None:
    second = TEXT.index(POINTS[1])
    lines = list(points.lines.over(second, second + len(POINTS[1])))
    assert len(lines) > 1
    words = points.lines.spans(lines[0], second + 2, second + 8)[0][0]
    assert words == pytest.approx(GUTTER + 20, abs=1)
    assert all(line.left == pytest.approx(GUTTER + 20, abs=1) for line in lines[1:])
    assert GUTTER < lines[0].left < GUTTER + 20
    assert max(line.right for line in lines) <= GUTTER + 584


def test_a_passage_in_them_is_where_its_letters_are(points: ArticleView) -> None:
    start = TEXT.index("Councils")
    rect = points.passage_rect(start, start + 8)
    assert points.position_at(rect.center()) in range(start, start + 9)
    points.select_passage(start, start + 8)
    assert points.passage() == (start, start + 8)


def test_one_that_is_none_any_more_stands_like_other_paragraphs(points: ArticleView) -> None:
    points.set_aside(_marks(*POINTS[:2]))
    assert _line(points, POINTS[2]).left == GUTTER
    assert _gap(points, POINTS[0], POINTS[1]) == 4
    assert _gap(points, POINTS[1], POINTS[2]) == 16
    assert _gap(points, POINTS[2], "The text begins") == 12
    points.set_aside([])
    assert _gap(points, "19 May 2016", POINTS[0]) == 12
    assert _gap(points, POINTS[0], POINTS[1]) == 12
    points.set_aside(_marks(*POINTS))
    assert _gap(points, "19 May 2016", POINTS[0]) == 16


def test_the_measures_grow_with_the_reading_size_and_shrink_back(points: ArticleView) -> None:
    for size, factor in ((24, 2), (12, 1)):
        points.set_reading_points(size)
        assert _gap(points, POINTS[0], POINTS[1]) == pytest.approx(4 * factor, abs=1)
        assert _gap(points, POINTS[2], "The text begins") == pytest.approx(16 * factor, abs=1)


def test_right_to_left_ones_are_set_in_at_the_right(view: ArticleView) -> None:
    text = "Headline\n\n• المجلس يشتري كل الرعاية في الشمال\n\nText."
    view.show_article(text, title="Headline")
    start = text.index("•")
    before = view.lines.at(start)
    view.set_aside([AsideMark(start, text.index("\n\nText"), "key points", "", passed=False)])
    after = view.lines.at(start)
    assert before is not None
    assert after is not None
    assert after.right == pytest.approx(before.right - 20, abs=1)
