"""Ends that are being changed are kept by whatever goes on without Esc: a digit, undo, a click, an article, closing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journeys.analyst import SENTENCE

from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeys.analyst import Analyst

NEXT = "Each keeps its own accounts for a year."
TWO = f"{SENTENCE} {NEXT}"


@pytest.fixture
def changing(ann: Analyst) -> Analyst:
    """Return Ann with a second coding further down, changing the ends of the first one."""
    ann.press("J", "J", "1", "J", "J", "2", "Shift+N", "E", "Shift+J")
    assert ann.window.page.view.ends_mode is not None
    assert _first(ann) == SENTENCE, "nothing is written yet"
    return ann


def _first(ann: Analyst) -> str:
    return next(quote for label, quote in ann.coded() if label == "C11")


def test_a_digit_keeps_the_ends_and_codes_the_passage_with_them(changing: Analyst) -> None:
    changing.press("3")
    assert [quote for _, quote in changing.coded() if quote in (SENTENCE, TWO)] == [TWO, TWO]
    assert changing.window.page.view.ends_mode is None
    changing.press("4")
    assert len([quote for _, quote in changing.coded() if quote == TWO]) == 3, "the passage stays for another code"
    changing.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert _first(changing) == SENTENCE


def test_a_click_on_a_code_keeps_the_ends_and_gives_the_code_too(changing: Analyst) -> None:
    changing.window.page.codes.switch.only_used_picked.emit(False)
    changing.click_code("G3")
    assert sorted(label for label, quote in changing.coded() if quote == TWO) == ["C11", "G3"]


def test_undo_takes_back_the_changed_ends_first_and_redo_has_them(changing: Analyst) -> None:
    changing.press("Ctrl+Z")
    assert changing.echo() == "Undone: Move ends: C11 Mixed model"
    assert _first(changing) == SENTENCE
    changing.press("Ctrl+Shift+Z")
    assert _first(changing) == TWO


@pytest.mark.parametrize("key", ["N", "S", "C", "Ctrl+J"])
def test_going_on_to_something_else_keeps_the_ends(changing: Analyst, key: str) -> None:
    opened = changing.project
    article = changing.codings()[0].article
    changing.press(key)
    quotes = [coding.quote for coding in opened.codings(articles=[article])]
    assert TWO in quotes
    assert SENTENCE not in quotes


def test_making_another_coding_current_keeps_the_ends_and_stays_there(changing: Analyst) -> None:
    other = next(coding for coding in changing.codings() if coding.quote != SENTENCE)
    changing.window.page.view.coding_clicked.emit(other.id)
    assert _first(changing) == TWO
    assert changing.workspace.current.coding == other


def test_a_click_in_the_text_only_moves_the_caret_and_enter_still_keeps(changing: Analyst) -> None:
    view = changing.window.page.view
    changing.click(view.viewport(), view.passage_rect(view.text.index("joint"), view.text.index("joint") + 2).center())
    assert view.passage() is None
    assert view.ends_mode is not None
    assert changing.window.page.hint.isVisible()
    changing.press("Return")
    assert _first(changing) == TWO


def test_removing_takes_the_coding_with_its_new_ends_and_undo_brings_back_both(changing: Analyst) -> None:
    changing.press("X")
    assert "C11" not in [label for label, _ in changing.coded()]
    changing.press("Ctrl+Z")
    assert _first(changing) == TWO


@pytest.mark.parametrize("leave", [lambda ann: ann.window.close(), lambda ann: ann.window.commands.show_start_page()])
def test_closing_keeps_the_ends(changing: Analyst, leave: Callable[[Analyst], object]) -> None:
    path = changing.project.path
    leave(changing)
    with Project.open(path) as project:
        assert TWO in [coding.quote for coding in project.codings()]


def test_ends_that_clash_are_told_and_the_digit_still_codes(ann: Analyst) -> None:
    view = ann.window.page.view
    start = view.text.index(SENTENCE)
    for length in (len(TWO), len(SENTENCE)):
        view.setFocus()
        view.select_passage(start, start + length)
        ann.press("1")
    ann.press("E", "Shift+J", "3")
    assert "so the ends stay" in ann.notice()
    assert sorted(quote for label, quote in ann.coded() if label == "C11") == [SENTENCE, TWO]
    assert [quote for label, quote in ann.coded() if label != "C11"] == [TWO]
