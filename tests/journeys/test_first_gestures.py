"""The first drag and digit, the first slip, a second code on one sentence: what decides whether somebody stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analyst import SENTENCE
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from journeys.analyst import Analyst


def test_a_drag_and_a_digit_code_exactly_what_was_selected(ann: Analyst) -> None:
    ann.select("buy care together")
    ann.press("1")
    assert ann.coded() == [("C11", "buy care together")]
    assert ann.echo() == "C11 Mixed model"
    assert ann.window.page.view.hasFocus()
    assert ann.saved().startswith("All saved, ")


def test_a_second_digit_adds_a_second_code_and_both_are_named(ann: Analyst) -> None:
    ann.press("J", "J", "1", "2")
    assert sorted(ann.coded()) == [("C11", SENTENCE), ("C4", SENTENCE)]
    margin = ann.window.page.view.margin
    assert {row.bar.mark.label for row in margin.plan().rows if row.bar} == {"C11", "C4"}


def test_after_a_slip_undo_goes_back_to_the_place_and_names_it(ann: Analyst) -> None:
    ann.press("J", "J", "1")
    assert ann.menu_text("undo") == "Undo Code passage: C11 Mixed model"
    ann.press("Ctrl+J")
    assert ann.workspace.desk.text.startswith("Wards")
    ann.press("Ctrl+Z")
    assert ann.workspace.desk.text.startswith("Boards")
    assert ann.window.page.view.sentence() == (29, 29 + len(SENTENCE))
    assert ann.echo() == "Undone: Code passage: C11 Mixed model"
    assert ann.coded() == []
    ann.press("3")
    assert ann.coded() == [("G3", SENTENCE)], "the right key goes to the place of the slip"


def test_a_click_on_a_code_codes_the_selection_and_gives_the_focus_back(ann: Analyst) -> None:
    ann.window.page.codes.switch.only_used_picked.emit(False)
    ann.select("the council decides")
    ann.click_code("G3")
    assert ann.coded() == [("G3", "the council decides")]
    assert ann.window.page.view.hasFocus()


def test_a_click_on_a_code_without_a_selection_only_makes_it_current(ann: Analyst) -> None:
    ann.window.page.codes.switch.only_used_picked.emit(False)
    ann.press("J", "J")
    ann.click_code("G3")
    assert ann.coded() == []
    assert ann.workspace.selection.code == ann.code("G3").id


def test_clicking_the_tree_then_a_digit_still_codes(ann: Analyst) -> None:
    ann.window.page.codes.switch.only_used_picked.emit(False)
    ann.press("J", "J")
    ann.click_code("G3")
    ann.press("1")
    ann.click_code("Governance")
    ann.press("2")
    assert {label for label, _ in ann.coded()} == {"C11", "C4"}


def test_what_is_copied_is_exactly_what_stands_in_the_article(ann: Analyst) -> None:
    ann.select("“Patients see one service.”")
    ann.press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "“Patients see one service.”"


def test_a_key_without_a_code_says_so_until_the_next_gesture(ann: Analyst) -> None:
    pinned = {code.key for code in ann.project.codes()}
    assert pinned >= set(range(1, 10)), "all nine keys are taken in the scheme that ships"
    ann.press("J", "J", "1", "1")
    assert ann.coded() == [("C11", SENTENCE)]
    assert "coded C11 Mixed model already" in ann.notice()
    ann.press("2")
    assert ann.notice() == ""
