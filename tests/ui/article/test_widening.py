"""The selection grows from word to paragraph and comes back the same way; ends step by words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.ui.article.keyboard import move_end, move_start, narrow, paragraph, widen

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.article.article_view import ArticleView

UNITS = [
    "councils",
    "but councils and patients themselves will hold some of the money",
    "Local groups will go on buying most services, but councils and patients themselves will hold some of the money.",
]


def selected(view: ArticleView) -> str | None:
    passage = view.passage()
    return view.text[slice(*passage)] if passage else None


def whole_paragraph(view: ArticleView) -> str:
    return view.text.split("\n\n")[1]


def test_widening_goes_from_word_to_paragraph_and_narrowing_back_to_the_caret(view: ArticleView) -> None:
    caret = view.text.index("councils") + 3
    view.place_caret(caret)
    expected = [*UNITS, whole_paragraph(view)]
    for unit in expected:
        widen(view)
        assert selected(view) == unit
    widen(view)
    assert selected(view) == expected[-1]
    for unit in reversed(expected[:-1]):
        narrow(view)
        assert selected(view) == unit
    narrow(view)
    assert (selected(view), view.caret()) == (None, caret)


def test_a_selection_of_one_s_own_comes_back_after_widening(view: ArticleView) -> None:
    start = view.text.index("patients themselves")
    view.select_passage(start, start + 19)
    widen(view)
    widen(view)
    narrow(view)
    narrow(view)
    assert selected(view) == "patients themselves"


def test_what_was_never_widened_narrows_to_the_units_at_its_start(view: ArticleView) -> None:
    start = view.text.index(whole_paragraph(view))
    view.select_passage(start, start + len(whole_paragraph(view)))
    narrow(view)
    assert selected(view) == ("The plan will not have one way of buying care for at least five years, its author said.")
    narrow(view)
    assert selected(view) == "The plan will not have one way of buying care for at least five years"
    narrow(view)
    assert selected(view) == "The"
    narrow(view)
    assert (selected(view), view.caret()) == (None, start)


def test_a_selection_moved_by_hand_forgets_the_steps_of_the_one_before(view: ArticleView) -> None:
    view.place_caret(view.text.index("councils"))
    widen(view)
    widen(view)
    start = view.text.index("She was asked about")
    view.select_passage(start, start + len("She was asked about"))
    narrow(view)
    assert selected(view) == "She"


def test_the_paragraph_is_selected_in_one_step_and_given_back(view: ArticleView) -> None:
    view.place_caret(view.text.index("councils"))
    paragraph(view)
    assert selected(view) == whole_paragraph(view)
    narrow(view)
    assert selected(view) is None
    start = view.text.index("some of the money")
    view.select_passage(start, view.text.index("She was asked") + 3)
    paragraph(view)
    assert selected(view) == "\n\n".join(view.text.split("\n\n")[1:3])


def test_nothing_widens_or_narrows_in_an_empty_article(view: ArticleView) -> None:
    view.clear_article()
    for step in (widen, paragraph, narrow):
        step(view)
    assert view.passage() is None


Step = tuple[str, str, bool, list[str]]
STEPS: list[Step] = [
    ("end out", "some of the", True, ["some of the money", "some of the money."]),
    ("end in", "some of the", False, ["some of", "some", "some"]),
    ("start out", "patients themselves", True, ["and patients themselves", "councils and patients themselves"]),
    ("start in", "and patients themselves", False, ["patients themselves", "themselves", "themselves"]),
]


@pytest.mark.parametrize(("name", "words", "outward", "expected"), STEPS, ids=[step[0] for step in STEPS])
def test_an_end_steps_word_by_word_and_never_over_the_other(
    view: ArticleView, name: str, words: str, outward: bool, expected: list[str]
) -> None:
    move: Callable[..., tuple[int, int]] = move_start if name.startswith("start") else move_end
    start = view.text.index(words)
    passage = (start, start + len(words))
    for result in expected:
        passage = move(view, *passage, outward)
        assert view.text[slice(*passage)] == result


def test_an_end_steps_over_marks_gaps_and_the_edges_of_the_text(view: ArticleView) -> None:
    text = "“Money,” she said…\n\n\n(in May) 統治 left"
    view.show_article(text)
    passage = (text.index("in"), text.index("in") + 2)
    reached = []
    for _ in range(6):
        passage = move_start(view, *passage, True)
        reached.append(text[passage[0] : passage[0] + 5])
    assert reached == ["(in M", "said…", "she s", "Money", "“Mone", "“Mone"]
    for _ in range(9):
        passage = move_end(view, *passage, True)
    assert passage == (0, len(text))
