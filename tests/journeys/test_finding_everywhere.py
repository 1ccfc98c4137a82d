"""Words are found in all articles, looked at where they stand, and coded all at once after a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from journeys.analyst import Analyst

    from annotator.model.records import Coding
    from annotator.ui.finding.everywhere_window import EverywhereWindow


@pytest.fixture
def search(ann: Analyst) -> EverywhereWindow:
    """Return the window of the search, with `will` found."""
    ann.press("Ctrl+Shift+F")
    window = ann.workspace.finding.everywhere.window
    assert window is not None
    ann.qtbot.waitUntil(lambda: window.isActiveWindow() and window.field.hasFocus())
    ann.type("will")
    ann.press("Return")
    return window


def all_codings(ann: Analyst) -> list[Coding]:
    return ann.project.codings(coders=[ann.workspace.session.coder.id])


def code_all(ann: Analyst, search: EverywhereWindow, typed: str) -> None:
    search.code_button.click()
    ann.type(typed)
    ann.press("Return")


def test_hits_of_all_articles_are_listed_with_what_stands_around_them(ann: Analyst, search: EverywhereWindow) -> None:
    assert search.count.text() == "2 hits in 2 articles"
    first, second = search.rows.row(0), search.rows.row(1)
    assert (first.before, first.words, first.paragraph) == ("The two boards ", "will", 2)
    assert (second.title, second.before) == ("Wards close for the summer", "Three wards ")
    assert search.list.hasFocus()


def test_enter_opens_the_article_at_the_hit_and_a_digit_codes_it(ann: Analyst, search: EverywhereWindow) -> None:
    ann.press("Down", "Return")
    assert ann.workspace.desk.article is not None
    assert ann.workspace.desk.article.title == "Wards close for the summer"
    ann.qtbot.waitUntil(lambda: ann.window.isActiveWindow() and ann.window.page.view.hasFocus())
    ann.press("1")
    assert [quote for _, quote in ann.coded()] == ["will"]


def test_a_click_shows_the_hit_and_leaves_the_list_where_it_is(ann: Analyst, search: EverywhereWindow) -> None:
    view = search.list
    ann.click(view.viewport(), view.visualRect(search.rows.index(1)).center())
    assert ann.workspace.desk.article is not None
    assert ann.workspace.desk.article.title == "Wards close for the summer"
    assert ann.window.page.view.passage() is not None
    assert search.isActiveWindow()


def test_sentences_of_all_hits_are_coded_and_one_undo_takes_them_back(ann: Analyst, search: EverywhereWindow) -> None:
    code_all(ann, search, "f3")
    assert [coding.quote for coding in all_codings(ann)] == [
        "The two boards will buy care together from April.", "Three wards will close in July.",
    ]  # fmt: skip
    assert search.said.text().startswith("Coded 2 passages: F3")
    code_all(ann, search, "f3")
    assert search.said.text() == "Nothing was coded. 2 were left out, since they have this code already."
    assert len(all_codings(ann)) == 2
    ann.window.activateWindow()
    ann.workspace.going.undo()
    assert all_codings(ann) == []


def test_the_finder_says_that_enter_codes_all_that_is_ticked(ann: Analyst, search: EverywhereWindow) -> None:
    search.code_button.click()
    assert search.finder.isVisible()
    assert search.finder.foot.words == ("code all that is ticked",)
    search.finder.close_finder()
    ann.window.page.finder.open_for(search.rect(), [], {}, [], "", None)
    assert ann.window.page.finder.foot.words[0] == "code the passage"
    ann.window.page.finder.close_finder()


def test_what_is_not_ticked_is_left_out_and_only_the_words_are_coded(ann: Analyst, search: EverywhereWindow) -> None:
    ann.press("Space")
    assert search.code_button.text() == "Code 1…"
    search.as_hits.click()
    code_all(ann, search, "f3")
    assert [coding.quote for coding in all_codings(ann)] == ["will"]
    search.undo_button.click()
    assert all_codings(ann) == []


def test_a_new_code_is_made_with_its_passages_as_one_gesture(ann: Analyst, search: EverywhereWindow) -> None:
    before = len(ann.project.codes())
    code_all(ann, search, "Promises")
    assert len(all_codings(ann)) == 2
    search.undo_button.click()
    assert (len(all_codings(ann)), len(ann.project.codes())) == (0, before)


def test_nothing_found_is_said_and_the_window_goes_with_the_project(ann: Analyst, search: EverywhereWindow) -> None:
    search.field.setText("zeppelin")
    search.search_now()
    assert search.count.text() == "Nothing found"
    assert not search.code_button.isEnabled()
    ann.window.close_project()
    assert not search.isVisible()


def test_a_locked_scheme_takes_no_new_code_from_here_either(ann: Analyst, search: EverywhereWindow) -> None:
    before = len(ann.project.codes())
    ann.workspace.scheme.lock.turn()
    code_all(ann, search, "Promises")
    assert (len(all_codings(ann)), len(ann.project.codes())) == (0, before)
