"""A code is found by three letters, its label or what it means; a missing one is made where it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journeys.analyst import SENTENCE

if TYPE_CHECKING:
    from journeys.analyst import Analyst


@pytest.mark.parametrize(("typed", "label"), [("f3", "F3"), ("mix", "C11"), ("veto", "G8"), ("funding > pooled", "F2")])
def test_a_few_letters_and_enter_code_the_sentence(ann: Analyst, typed: str, label: str) -> None:
    ann.press("J", "J", "Return")
    ann.type(typed)
    ann.press("Return")
    assert ann.coded() == [(label, SENTENCE)]
    assert ann.window.page.finder.isHidden()
    assert ann.window.page.view.hasFocus()


def test_shift_enter_stays_for_another_code(ann: Analyst) -> None:
    ann.press("J", "J", "Return")
    ann.type("f3")
    ann.press("Shift+Return")
    assert ann.window.page.finder.isVisible()
    ann.type("veto")
    ann.press("Return")
    assert [label for label, _ in ann.coded()] == ["F3", "G8"]


def test_escape_codes_nothing_and_gives_the_focus_back(ann: Analyst) -> None:
    ann.press("J", "J", "Return")
    ann.type("f3")
    ann.press("Esc")
    assert ann.coded() == []
    assert ann.window.page.view.hasFocus()


def test_a_new_code_is_made_and_given_as_one_gesture(ann: Analyst) -> None:
    before = len(ann.project.codes())
    ann.press("J", "J", "Return")
    ann.type("Joint accounts")
    ann.press("Return")
    assert ann.coded() == [("Joint accounts", SENTENCE)]
    ann.press("Ctrl+Z")
    assert ann.coded() == []
    assert len(ann.project.codes()) == before, "one undo takes both back"


def test_a_new_code_that_comes_back_by_redo_is_defined_again(ann: Analyst) -> None:
    ann.press("J", "J", "Return")
    ann.type("Devolved budgets")
    ann.press("Return")
    ann.press("Ctrl+Z", "Ctrl+Shift+Z")
    assert [words for _, words in ann.coded()] == [SENTENCE]
    assert ann.window.page.codes.tree.current_code() == ann.codings()[0].code


def test_the_words_of_the_text_name_a_new_code(ann: Analyst) -> None:
    ann.select("buy care together")
    ann.press("Return", "Tab", "Return")
    assert ann.coded() == [("buy care together", "buy care together")]


def test_while_the_finder_is_open_the_passage_stays_outlined_and_no_coding_is_current(ann: Analyst) -> None:
    ann.press("J", "J", "1", "M")
    ann.type("a thought")
    ann.press("Esc", "Return")
    assert ann.window.page.codes.memo.editor.toPlainText().startswith("No coding is current")
    ann.press("Esc")
    assert ann.window.page.codes.memo.editor.toPlainText() == "a thought"


def test_in_an_article_just_opened_enter_outlines_the_first_sentence_and_asks(ann: Analyst) -> None:
    ann.press("Return")
    assert ann.window.page.finder.isVisible()
    assert ann.window.page.view.sentence() == (0, 27)


def test_digits_code_nothing_that_was_not_outlined_before(ann: Analyst) -> None:
    ann.press("1")
    assert ann.coded() == [], "the first press only shows what would be coded"
    ann.press("1")
    assert ann.coded() == [("C11", "Boards may share one budget")]


def test_a_sentence_out_of_sight_is_first_only_shown(reader: Analyst) -> None:
    reader.press("J", "J")
    bar = reader.window.page.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    reader.press("1")
    assert reader.coded() == []
    assert reader.window.page.view.sentence_is_shown()
    reader.press("1")
    assert reader.coded() == [("C11", "Paragraph 1 tells how the boards met for the 1th time.")]


def test_a_selection_out_of_sight_is_first_only_shown(reader: Analyst) -> None:
    reader.select("Nothing was settled there.")
    bar = reader.window.page.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    reader.press("1")
    assert reader.coded() == []
    reader.press("1")
    assert reader.coded() == [("C11", "Nothing was settled there.")]
