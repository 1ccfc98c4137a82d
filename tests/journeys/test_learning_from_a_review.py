"""What a coder learns: her reviewed codings with reasons beside her work, her answers, and the news of a review."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from journeys.test_every_window_for_everyone import assert_for_everyone, faint_texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.jobs.sample import sample_in
from annotator.model import edits
from annotator.model.changes import Change, ChangeSet
from annotator.model.records import AGREED_ID
from annotator.project.project import Project
from annotator.ui.learning.labels import LONGEST
from annotator.ui.theme import theme
from annotator.ui.tokens import PALETTES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journeys.analyst import Analyst

    from annotator.model.records import Answer
    from annotator.ui.learning.reviewed_window import ReviewedWindow
    from annotator.ui.learning.shown import ShownReviewed

REASON = "attribution left out"
DECIDED = 8


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return sample_in(tmp_path)


@pytest.fixture
def reviewed(analyst: Analyst, path: Path) -> Analyst:
    """Return Coder A, after Coder B has settled eight differences of the sample, the first with a reason."""
    analyst.window.open_project(path, "Coder B")
    analyst.press("Ctrl+2", "M")
    analyst.type(REASON)
    analyst.press("Ctrl+Return")
    for _ in range(DECIDED):
        settle(analyst)
    analyst.window.open_project(path, "Coder A")
    return analyst


def settle(reviewer: Analyst) -> None:
    """Agree on what the reviewer coded, who is A of the two; else on nothing."""
    desk = reviewer.window.reviewing.desk
    assert desk is not None
    assert desk.difference is not None
    reviewer.press("A" if desk.difference.place.a else "X")


def window_of(coder: Analyst) -> ReviewedWindow:
    coder.press("Ctrl+Shift+Y")
    window = coder.workspace.learning.reviewed.window
    assert window is not None
    coder.qtbot.waitUntil(window.isActiveWindow)
    return window


def current(window: ReviewedWindow) -> ShownReviewed:
    one = window.list.current()
    assert one is not None
    return one


def look_at(window: ReviewedWindow, wanted: Callable[[ShownReviewed], bool]) -> ShownReviewed:
    one = next(one for one in window.rows.listed() if wanted(one))
    window.list.go_to(one.verdict)
    return one


def answers(coder: Analyst) -> list[Answer]:
    return coder.project.answers()


def test_each_of_her_codings_stands_under_its_code_with_what_became_of_it(reviewed: Analyst) -> None:
    window = window_of(reviewed)
    shown = window.rows.listed()
    assert len(shown) == DECIDED
    verdicts = {one.id: one for one in reviewed.project.verdicts()}
    agreed = reviewed.project.codings(coders=[AGREED_ID])
    for one in shown:
        verdict = verdicts[one.verdict]
        side = verdict.a if verdict.a_coder == reviewed.workspace.desk.coder else verdict.b
        settled = any(coding.verdict == verdict.id for coding in agreed)
        assert (one.own is not None, one.agreed is not None) == (bool(side), settled)
        if settled and not side:
            assert one.outcome == "missed"
    order = list(reviewed.workspace.desk.codes)
    codes = [one.code for one in shown]
    assert codes == sorted(codes, key=order.index), "in the order of the scheme"
    assert window.said.text().endswith(".")
    assert sum(int(part.split()[0]) for part in window.said.text().rstrip(".").split(", ")) == DECIDED


def test_the_reason_the_definition_and_who_decided_stand_beside_the_passage(reviewed: Analyst) -> None:
    window = window_of(reviewed)
    one = look_at(window, lambda one: bool(one.reason))
    code = reviewed.workspace.desk.codes[one.code]
    assert window.detail.reason.text() == f"“{REASON}”"
    assert window.detail.meaning.text() == code.definition
    assert window.detail.decided.text().startswith("Decided by Coder B, today")
    window.with_reason.click()
    assert [row.verdict for row in window.rows.listed()] == [one.verdict]
    window.with_answers.click()
    assert window.rows.listed() == []
    assert window.empty.isVisibleTo(window)


def test_an_outcome_can_be_asked_for_alone(reviewed: Analyst) -> None:
    window = window_of(reviewed)
    wanted = window.rows.listed()[0].outcome
    number = sum(one.outcome == wanted for one in window.rows.listed())
    window.outcome.setCurrentIndex(window.outcome.findData(wanted))
    assert {one.outcome for one in window.rows.listed()} == {wanted}
    assert len(window.rows.listed()) == number
    assert window.outcome.currentText().endswith(f"({number})")


def test_enter_goes_to_the_place_in_the_article(reviewed: Analyst) -> None:
    window = window_of(reviewed)
    mine = look_at(window, lambda one: one.own is not None)
    window.list.setFocus()
    reviewed.press("Return")
    reviewed.qtbot.waitUntil(reviewed.window.isActiveWindow)
    coding = reviewed.workspace.desk.coding(reviewed.workspace.selection.coding)
    assert coding is not None
    assert mine.own is not None
    assert coding.quote == mine.own.words
    assert reviewed.window.page.view.hasFocus()


def test_where_there_is_no_room_beside_the_text_the_window_makes_way_and_comes_back_as_it_was(
    reviewed: Analyst,
) -> None:
    window = window_of(reviewed)
    second = window.rows.listed()[1]
    window.list.go_to(second.verdict)
    window.list.setFocus()
    window.setGeometry(reviewed.window.geometry())
    reviewed.press("Return")
    assert not window.isVisible()
    reviewed.qtbot.waitUntil(reviewed.window.isActiveWindow)
    assert window_of(reviewed).isVisible()
    assert current(window).verdict == second.verdict
    window.move(reviewed.window.geometry().bottomRight())
    window.list.setFocus()
    reviewed.press("Return")
    assert window.isVisible(), "it stays where the text is in sight"


def test_what_she_missed_is_selected_there_so_that_a_key_codes_it(reviewed: Analyst) -> None:
    window = window_of(reviewed)
    missed = look_at(window, lambda one: one.outcome == "missed")
    window.list.scrollTo(window.list.currentIndex())
    spot = window.list.visualRect(window.list.currentIndex()).center()
    QTest.mouseClick(window.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    passage = reviewed.window.page.view.passage()
    assert passage is not None
    assert missed.agreed is not None
    assert reviewed.workspace.desk.text[slice(*passage)] == missed.agreed.words


def test_coding_after_having_looked_ends_blindness(reviewed: Analyst) -> None:
    window = window_of(reviewed)
    missed = look_at(window, lambda one: one.outcome == "missed")
    window.list.setFocus()
    reviewed.press("Return")
    reviewed.qtbot.waitUntil(reviewed.window.isActiveWindow)
    reviewed.press("1")
    reading = reviewed.workspace.desk.readings[missed.article]
    assert reading.seen


def test_an_answer_is_typed_changed_and_emptied(reviewed: Analyst) -> None:
    window = window_of(reviewed)
    one = look_at(window, lambda one: bool(one.reason))
    window.detail.answers.field.setFocus()
    reviewed.type("I read it otherwise")
    reviewed.press("Ctrl+Return")
    assert [(answer.verdict, answer.text) for answer in answers(reviewed)] == [(one.verdict, "I read it otherwise")]
    reviewed.qtbot.waitUntil(lambda: len(window.detail.answers.change_buttons) == 1)
    assert window.detail.answers.field.text() == ""

    window.detail.answers.change_buttons[answers(reviewed)[0].id].click()
    reviewed.type("Now: ")
    window.detail.answers.keep.click()
    assert [answer.text for answer in answers(reviewed)] == ["Now: I read it otherwise"]

    reviewed.qtbot.waitUntil(lambda: current(window).answers[0].text.startswith("Now"))
    window.detail.answers.change_buttons[answers(reviewed)[0].id].click()
    window.detail.answers.field.selectAll()
    reviewed.press("Delete", "Ctrl+Return")
    assert answers(reviewed) == []
    reviewed.qtbot.waitUntil(lambda: not current(window).answers)


def test_what_is_being_typed_is_kept_by_going_on_and_by_closing(reviewed: Analyst) -> None:
    window = window_of(reviewed)
    first, second = window.rows.listed()[:2]
    window.list.go_to(first.verdict)
    window.detail.answers.field.setFocus()
    reviewed.type("why")
    window.list.go_to(second.verdict)
    assert [(answer.verdict, answer.text) for answer in answers(reviewed)] == [(first.verdict, "why")]
    assert window.detail.answers.field.text() == "", "it was said to the other one"
    window.detail.answers.field.setFocus()
    reviewed.type("and here")
    window.reject()
    assert {(answer.verdict, answer.text) for answer in answers(reviewed)} == {
        (first.verdict, "why"), (second.verdict, "and here"),
    }  # fmt: skip
    assert not window.isVisible()


def test_an_answer_waits_while_others_go_on_deciding(reviewed: Analyst, path: Path) -> None:
    window = window_of(reviewed)
    window.detail.answers.field.setFocus()
    reviewed.type("half a sen")
    verdict = window.rows.listed()[-1].verdict
    somebody_answers(path, verdict, "Because of the rule.")
    reviewed.workspace.session.follow()
    reviewed.qtbot.waitUntil(lambda: any(one.answers for one in window.rows.all))
    assert window.detail.answers.field.text() == "half a sen"
    assert [answer.text for answer in answers(reviewed)] == ["Because of the rule."]


def test_undo_takes_an_answer_back(reviewed: Analyst) -> None:
    window = window_of(reviewed)
    window.detail.answers.field.setFocus()
    reviewed.type("why")
    reviewed.press("Ctrl+Return")
    assert reviewed.menu_text("undo") == "Undo Answer"
    reviewed.window.activateWindow()
    reviewed.qtbot.waitUntil(reviewed.window.isActiveWindow)
    reviewed.press("Ctrl+Z")
    assert answers(reviewed) == []


def somebody_answers(path: Path, verdict_id: str, text: str) -> None:
    """Answer as Coder B, in another window."""
    with Project.open(path) as project:
        coder, _ = project.join("Coder B")
        verdict = next(one for one in project.verdicts() if one.id == verdict_id)
        project.do(edits.answer_verdict(verdict=verdict, text=text, coder=coder))


def test_the_news_of_a_review_is_told_with_the_way_there(analyst: Analyst, path: Path) -> None:
    analyst.window.open_project(path, "Coder A")
    with Project.open(path) as project:
        coder, _ = project.join("Coder B")
        coded = [one for one in project.codings() if one.coder != coder.id][:3]
        codes = {code.id: code for code in project.codes()}
        for coding in coded:
            project.do(edits.judge_coding(coding=coding, code=codes[coding.code], reviewer=coder, decision="agree"))
    analyst.workspace.session.follow()
    assert analyst.notice() == "Coder B looked at 3 codings of yours."
    analyst.window.notices.buttons[0].click()
    window = analyst.workspace.learning.reviewed.window
    assert window is not None
    assert window.isVisible()
    assert [one.outcome for one in window.rows.listed()] == ["agreed with"] * 3


def test_one_s_own_decisions_are_no_news(analyst: Analyst, path: Path) -> None:
    analyst.window.open_project(path, "Coder B")
    analyst.press("Ctrl+2")
    settle(analyst)
    assert analyst.notice() == ""


def test_before_any_review_the_window_says_what_will_be_there(analyst: Analyst, path: Path) -> None:
    analyst.window.open_project(path, "Coder A")
    window = window_of(analyst)
    assert window.said.text().startswith("Nothing of yours has been reviewed yet.")
    assert not window.outcome.isEnabled()
    assert not window.detail.answers.isVisible()


def test_nothing_is_shown_of_an_article_whose_blind_pass_is_not_finished(reviewed: Analyst) -> None:
    article = reviewed.project.verdicts()[0].article
    there = sum(one.article == article for one in reviewed.project.verdicts())
    reviewed.workspace.open_article(article)
    reviewed.press("Ctrl+Shift+Return")  # taken up again
    window = window_of(reviewed)
    assert all(one.article != article for one in window.rows.listed())
    assert f"{there} decision" in window.said.text()
    assert "you have not finished" in window.said.text()


def test_codings_older_than_the_definition_lead_to_the_form_of_the_code(reviewed: Analyst) -> None:
    one = window_of(reviewed).rows.listed()[-1]
    code = reviewed.workspace.desk.codes[one.code]
    reviewed.workspace.session.do(edits.describe_code(code=code, definition="Otherwise."))
    window = window_of(reviewed)
    reviewed.qtbot.waitUntil(lambda: any(row.before for row in window.rows.listed()))
    look_at(window, lambda row: bool(row.before))
    assert window.detail.history.isVisible()
    window.detail.history.click()
    editor = reviewed.workspace.scheme.describing.editor
    assert editor is not None
    assert editor.history.codings.count() == current(window).before


@pytest.mark.parametrize("choice", PALETTES)
def test_the_filled_window_is_for_everyone(reviewed: Analyst, choice: str) -> None:
    theme().choose(choice)  # type: ignore[arg-type]
    window = window_of(reviewed)
    look_at(window, lambda one: bool(one.reason))
    window.detail.answers.field.setFocus()
    reviewed.type("why")
    reviewed.press("Ctrl+Return")
    reviewed.qtbot.waitUntil(lambda: bool(window.detail.answers.change_buttons))
    assert faint_texts(window) == []
    assert_for_everyone(reviewed, window)


def test_of_an_endless_reason_the_beginning_is_shown(reviewed: Analyst, path: Path) -> None:
    with Project.open(path) as other:
        other.join("Coder B")
        first = other.verdicts()[0]
        longer = replace(first, reason="because " * 50_000)
        other.do(ChangeSet("Write reason", (Change(first, longer),)))
    reviewed.workspace.session.follow()
    window = window_of(reviewed)
    look_at(window, lambda one: one.verdict == first.id)
    assert window.detail.reason.text().startswith("“because because")
    assert len(window.detail.reason.text()) < LONGEST + 10
