"""The highlighter codes every mouse selection at once, says so all the time, and is off when one goes elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from journeys.analyst import Analyst


@pytest.fixture
def marking(ann: Analyst) -> Analyst:
    """Return Ann with the highlighter on, after one coding with C11."""
    ann.press("J", "J", "1", "H")
    return ann


def test_every_mouse_selection_is_coded_at_once(marking: Analyst) -> None:
    marking.select("the council decides")
    marking.select("hasty")
    assert [quote for _, quote in marking.coded()][1:] == ["the council decides", "hasty"]
    assert marking.window.page.view.passage() is None


def test_a_strip_and_the_cursor_say_that_it_is_on(marking: Analyst) -> None:
    assert marking.window.banner.isVisible()
    assert marking.window.banner.sentence.text() == "Highlighter: every mouse selection is coded C11 Mixed model"
    assert marking.window.page.view.viewport().cursor().shape() == Qt.CursorShape.BitmapCursor
    assert marking.window.actions_.by_id["highlighter"].isChecked()


@pytest.mark.parametrize("keys", [("H",), ("Esc",), ("Ctrl+J",)])
def test_it_goes_off_by_h_escape_and_another_article(marking: Analyst, keys: tuple[str, ...]) -> None:
    marking.press(*keys)
    assert not marking.window.banner.isVisible()
    assert marking.window.page.view.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor
    steps = len(marking.project.history())
    marking.select("start" if "Boards" in marking.workspace.desk.text else "autumn")
    assert len(marking.project.history()) == steps


def test_its_button_turns_it_off(marking: Analyst) -> None:
    marking.click(marking.window.banner.button)
    assert not marking.workspace.coding.highlighting
    assert not marking.window.banner.isVisible()


def test_another_code_given_by_key_is_the_one_it_marks_with_from_then_on(marking: Analyst) -> None:
    marking.press("2")
    assert "C4" in marking.window.banner.sentence.text()
    marking.select("hasty")
    assert ("C4", "hasty") in marking.coded()


def _top_of_sentence(analyst: Analyst) -> int:
    view = analyst.window.page.view
    start, end = view.sentence() or (0, 0)
    return view.viewport().mapTo(analyst.window, view.passage_rect(start, end).topLeft()).y()


def test_the_line_stays_where_it_was_on_the_screen_when_strips_come_and_go(reader: Analyst) -> None:
    reader.press("J", "J", "1", *["J"] * 60)
    pages, before = reader.window.pages, _top_of_sentence(reader)
    at_first = pages.y()
    for strip in ("H", "1", "1"):  # the highlighter, and above it that the passage is coded already
        reader.press(strip)
    reader.qtbot.waitUntil(lambda: pages.y() >= at_first + 80)
    assert _top_of_sentence(reader) == before
    reader.press("Esc")
    reader.qtbot.waitUntil(lambda: pages.y() == at_first)
    assert _top_of_sentence(reader) == before
