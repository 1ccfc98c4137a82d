"""Words are found in the article from the keyboard, stepped through, and coded where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeys.analyst import Analyst


def count(ann: Analyst) -> str:
    return ann.workspace.finding.here.bar.count.text()


def test_words_are_found_as_they_are_typed_and_escape_stays_at_the_hit(ann: Analyst) -> None:
    ann.press("Ctrl+F")
    ann.type("board")
    assert count(ann) == "1 of 4"
    ann.press("Return", "Return")
    assert count(ann) == "3 of 4"
    ann.press("Shift+Return")
    assert count(ann) == "2 of 4"
    ann.press("Esc")
    view = ann.window.page.view
    start = view.text.index("board")  # the first hit is in the headline: Boards
    assert view.hasFocus()
    assert view.passage() == (start, start + len("board"))
    assert ann.workspace.finding.here.bar.isHidden()


def test_f3_in_the_text_selects_the_next_hit_so_that_a_digit_codes_it(ann: Analyst) -> None:
    ann.press("Ctrl+F")
    ann.type("money")
    ann.press("Esc", "F3", "1")
    assert [quote for _, quote in ann.coded()] == ["money"]
    assert ann.window.page.view.hasFocus()
    ann.press("Esc")
    assert ann.workspace.finding.here.bar.isHidden(), "Esc in the text closes the search"


def test_whole_words_leave_out_what_only_holds_them(ann: Analyst) -> None:
    ann.press("Ctrl+F")
    ann.type("vote")
    assert count(ann) == "1 of 1"
    ann.press("Ctrl+A")
    ann.type("ear")
    assert count(ann) == "1 of 1"
    ann.workspace.finding.here.bar.whole.click()
    assert count(ann) == "Not found"


def test_a_selection_is_what_is_looked_for_and_another_article_is_searched_anew(ann: Analyst) -> None:
    ann.select("The")
    ann.press("Ctrl+F")
    assert ann.workspace.finding.here.bar.field.text() == "The"
    found = count(ann)
    ann.press("Ctrl+J")
    assert count(ann)
    assert count(ann) != found
    ann.press("Ctrl+F")
    ann.type("July")
    assert count(ann) == "1 of 1"
    ann.window.close_project()
    assert ann.window.workspace is None


def test_the_text_keeps_its_line_when_the_strip_comes_and_goes(reader: Analyst) -> None:
    view = reader.window.page.view
    view.scroll_to(3000, 3001)
    line = view.mapToGlobal(view.cursorRect().topLeft()).y()
    value = view.verticalScrollBar().value()
    reader.press("Ctrl+F")
    reader.qtbot.waitUntil(lambda: view.verticalScrollBar().value() > value)
    assert view.mapToGlobal(view.cursorRect().topLeft()).y() == line
    reader.press("Esc")
    reader.qtbot.waitUntil(lambda: view.verticalScrollBar().value() == value)
