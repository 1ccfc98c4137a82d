"""Every action is found by a few letters of its name, and done with Enter; what cannot be done now says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analyst import SENTENCE

from annotator.ui.finding.action_finder import ActionFinder

if TYPE_CHECKING:
    from journeys.analyst import Analyst


def finder(ann: Analyst) -> ActionFinder:
    found = ann.window.findChild(ActionFinder)
    assert found is not None
    return found


def test_an_action_is_found_by_a_few_letters_and_done_with_enter(ann: Analyst) -> None:
    ann.press("J", "J", "1", "Ctrl+Shift+P")
    ann.type("unsu")
    assert finder(ann).model.row_at(0).text == "Unsure, to discuss"
    ann.press("Return")
    assert finder(ann).isHidden()
    assert ann.codings()[0].unsure
    assert ann.window.page.view.hasFocus()


def test_a_misspelt_name_a_key_and_what_it_does_are_found_too(ann: Analyst) -> None:
    ann.press("Ctrl+Shift+P")
    for typed, name in (("higlighter", "Highlighter"), ("ctrl+e", "Export extracts…"), ("28 pt", "Larger text")):
        ann.press("Ctrl+A")
        ann.type(typed)
        assert finder(ann).model.row_at(0).text == name
    ann.press("Esc")
    assert ann.window.page.view.hasFocus()


def test_what_cannot_be_done_now_stays_and_says_why(ann: Analyst, heard: list[str]) -> None:
    ann.press("J", "J", "Ctrl+Shift+P")
    ann.type("remove coding")
    assert "no coding is current" in heard[-1]
    ann.press("Return")
    assert finder(ann).isVisible()
    ann.press("Esc", "1")
    assert [quote for _, quote in ann.coded()] == [SENTENCE]


def test_undo_is_listed_by_what_it_takes_back(ann: Analyst) -> None:
    ann.press("J", "J", "1", "Ctrl+Shift+P")
    ann.type("undo")
    assert finder(ann).model.row_at(0).text.startswith("Undo Code passage")
    ann.press("Return")
    assert ann.coded() == []


def test_it_opens_on_the_start_page_with_a_click_for_enter(analyst: Analyst) -> None:
    analyst.press("Ctrl+Shift+P")
    analyst.type("keys")
    view = finder(analyst).list
    analyst.click(view.viewport(), view.visualRect(view.model().index(0, 0)).center())
    assert finder(analyst).isHidden()
    analyst.qtbot.waitUntil(lambda: analyst.window.focusWidget() is not None)
