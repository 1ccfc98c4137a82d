"""A click on a code, a copied passage, a key twice: the gestures of the first minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analyst import SENTENCE
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from journeys.analyst import Analyst


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
