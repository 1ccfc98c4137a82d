"""The tenth moment: two coders' work compared for the first time, one real difference settled by one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from annotator.jobs.sample import SAMPLE_CODERS, sample_in
from annotator.model.records import AGREED_ID

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst

    from annotator.reviewing.listed import Listed
    from annotator.ui.review.review_page import ReviewPage
    from annotator.ui.settling.review_desk import ReviewDesk


@pytest.fixture
def reviewer(analyst: Analyst, tmp_path: Path) -> Analyst:
    """Return somebody before the Review page of the sample, as one of its two coders."""
    path = sample_in(tmp_path)
    analyst.window.open_project(path, next(iter(SAMPLE_CODERS)))
    analyst.press("Ctrl+2")
    return analyst


def desk_of(reviewer: Analyst) -> ReviewDesk:
    desk = reviewer.window.reviewing.desk
    assert desk is not None
    return desk


def page_of(reviewer: Analyst) -> ReviewPage:
    return reviewer.window.reviewing.page


def current(reviewer: Analyst) -> Listed:
    each = desk_of(reviewer).difference
    assert each is not None
    return each


def agreed(reviewer: Analyst) -> list[tuple[str, str]]:
    return [(one.code, one.quote) for one in reviewer.project.codings(coders=[AGREED_ID])]


def test_one_key_settles_a_difference_its_echo_stays_and_undo_returns_there(reviewer: Analyst) -> None:
    page, first = page_of(reviewer), current(reviewer)
    assert page.text.hasFocus()
    assert first.state == "open"
    only = (first.place.a or first.place.b)[0]

    reviewer.press("A" if first.place.a else "B")

    assert agreed(reviewer) == [(only.code, only.quote)]
    assert current(reviewer).key != first.key, "on to the next"
    assert current(reviewer).state == "open"
    assert page.article.text.echo.isVisible()
    assert page.band.decided.text().startswith("1 of ")
    decided = desk_of(reviewer).find(first.key)
    assert decided is not None
    assert decided.state == "decided"

    reviewer.press("Ctrl+Z")

    assert agreed(reviewer) == []
    assert current(reviewer).key == first.key, "undo returns there"
    assert current(reviewer).state == "open"
    assert "Undone" in page.article.text.echo.text


def test_twenty_differences_take_hardly_more_than_twenty_keys(reviewer: Analyst) -> None:
    pressed = 0
    while desk_of(reviewer).list.progress().decided < 20:  # type: ignore[union-attr]
        place = current(reviewer).place
        reviewer.press("A" if place.a else "X")
        pressed += 1
        assert pressed <= 25
    assert pressed == 20


def test_after_each_decision_the_next_difference_is_in_sight_in_whatever_article_it_stands(reviewer: Analyst) -> None:
    text, articles = page_of(reviewer).text, set()
    for _ in range(20):
        reviewer.press("A" if current(reviewer).place.a else "X")
        place = current(reviewer).place
        first = (place.a or place.b)[0]
        assert text.is_shown(first.start, first.end), "the next passage is seen, not the top of its article"
        articles.add(current(reviewer).article)
    assert len(articles) > 1


def test_a_difference_stays_in_sight_when_window_table_or_text_take_another_size(reviewer: Analyst) -> None:
    text, desk = page_of(reviewer).text, desk_of(reviewer)
    assert desk.list is not None
    for each in desk.list.ordered()[:8]:
        desk.go_to(each.key)
        first = (each.place.a or each.place.b)[0]
        for change in ("Ctrl+Shift+G", "small", "Ctrl++", "Ctrl++", "large", "Ctrl+0", "Ctrl+Shift+G"):
            if change in ("small", "large"):
                reviewer.window.resize(*((1024, 700) if change == "small" else (1280, 800)))
            else:
                reviewer.press(change)
            reviewer.qtbot.wait(20)
            assert text.is_shown(first.start, first.start + 1), change


def test_what_is_undone_from_the_code_page_is_named_on_the_review_page(reviewer: Analyst) -> None:
    reviewer.press("Ctrl+1", "J", "J", "J", "1")
    own = len(reviewer.project.codings())
    reviewer.press("Ctrl+2", "Ctrl+Z")
    assert len(reviewer.project.codings()) == own - 1
    echo = page_of(reviewer).text.echo
    assert echo.isVisible()
    assert echo.text.startswith("Undone: ")


def test_keys_that_say_nothing_about_a_difference_do_nothing(reviewer: Analyst) -> None:
    desk = desk_of(reviewer)
    assert desk.list is not None
    missing = next(each for each in desk.list.ordered() if each.kind == "missing in A")
    desk.go_to(missing.key)
    reviewer.press("A", "U", "I")
    assert agreed(reviewer) == []
    assert current(reviewer).key == missing.key
    reviewer.press("X")
    assert agreed(reviewer) == []
    found = desk.find(missing.key)
    assert found is not None
    assert found.verdict is not None
    assert found.verdict.decision == "neither", "rightly uncoded is a decision"


def test_a_reason_is_typed_kept_and_offered_again(reviewer: Analyst) -> None:
    page, first = page_of(reviewer), current(reviewer)
    reviewer.press("M")
    reviewer.type("reads alone")
    reviewer.press("Ctrl+Return")
    assert page.text.hasFocus()
    reviewer.press("X", "N")
    found = desk_of(reviewer).find(first.key)
    assert found is not None
    assert found.own is not None
    assert (found.own.reason, found.own.decision) == ("reads alone", "neither")
    assert "reads alone" in [chip.text() for chip in page.dock.reason.chips]


def test_a_digit_and_the_finder_agree_on_another_code(reviewer: Analyst) -> None:
    first = current(reviewer)
    code = reviewer.workspace.desk.code_of_key(1)
    assert code is not None
    reviewer.press("1")
    assert agreed(reviewer) == [(code.id, (first.place.a or first.place.b)[0].quote)]
    reviewer.press("Ctrl+Z", "Return")
    reviewer.type("vet")
    reviewer.press("Return")
    assert [reviewer.workspace.desk.codes[code].label for code, _ in agreed(reviewer)] == ["G8"]


def test_the_coders_own_work_stays_as_it_was_and_so_do_the_figures(reviewer: Analyst) -> None:
    desk, before = desk_of(reviewer), reviewer.project.codings()
    assert desk.work is not None
    figures = desk.work.comparison.pooled
    for _ in range(5):
        reviewer.press("A" if current(reviewer).place.a else "B")
    assert [one for one in reviewer.project.codings() if one.coder != AGREED_ID] == before
    desk.compare()
    assert desk.work.comparison.pooled == figures
    assert desk.list is not None
    assert desk.list.progress().decided == 5, "comparing again keeps decisions"


def test_the_keys_of_the_code_page_rest_and_those_of_every_page_do_not(reviewer: Analyst) -> None:
    actions, page = reviewer.window.actions_.by_id, page_of(reviewer)
    for action in ("next_article", "fold_codes", "finish_article", "find_in_article", "code_with_key_1"):
        assert not actions[action].isEnabled(), action
    for action in ("export_extracts", "larger_text", "find_everywhere", "undo", "next_pane"):
        assert actions[action].isEnabled() or action == "undo", action
    reviewer.press("F6")
    assert page.dock.reason.field.hasFocus()
    reviewer.press("Shift+F6")
    assert page.text.hasFocus()
    reviewer.press("Ctrl+1")
    assert actions["next_article"].isEnabled()
    assert reviewer.window.page.view.hasFocus()


def test_what_is_selected_is_copied_as_it_stands_in_the_article(reviewer: Analyst) -> None:
    text = page_of(reviewer).article.text
    place = current(reviewer).place
    text.select_passage(place.start, place.end)
    reviewer.press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == (place.a or place.b)[0].quote
