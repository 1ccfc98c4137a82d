"""Reviewing without a second pass: a colleague's coding in sight is agreed with, disagreed with, commented, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journeys.analyst import SENTENCE
from journeys.test_colleagues_shown import FIRST, SHOW, colleague_codes, finish
from journeys.test_every_window_for_everyone import assert_for_everyone, faint_texts
from PySide6.QtGui import QGuiApplication

from annotator.model import edits
from annotator.model.records import Coding, Verdict
from annotator.project.project import Project
from annotator.ui.article.tips import tip
from annotator.ui.theme import theme
from annotator.ui.tokens import PALETTES

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst

    from annotator.ui.article.marks import CodingMark
    from annotator.ui.learning.talk_sheet import TalkSheet


@pytest.fixture
def reader(ann: Analyst, project_path: Path) -> Analyst:
    """Return Ann before Ben's two codings, his first one current."""
    colleague_codes(project_path, "Ben Ode", (SENTENCE, "C11"), (FIRST, "G3"))
    ann.workspace.session.follow()
    finish(ann)
    ann.press(SHOW)
    ann.workspace.walking.go_to(bens(ann)[0])
    ann.window.page.view.setFocus()
    return ann


def bens(ann: Analyst) -> list[Coding]:
    return sorted(ann.workspace.desk.others.by_id.values(), key=lambda one: one.start)


def said(ann: Analyst) -> list[tuple[str, str]]:
    """Return decision and comment of each verdict on a coding, from the disk."""
    return [(one.decision, one.reason) for one in ann.project.verdicts() if one.kind == "coding"]


def mark(ann: Analyst, number: int = 0) -> CodingMark:
    return ann.window.page.view.codings.marks[bens(ann)[number].id]


def sheet(ann: Analyst) -> TalkSheet:
    shown = ann.workspace.learning.judging.sheet
    assert shown is not None
    ann.qtbot.waitUntil(shown.isActiveWindow)
    return shown


def test_one_key_agrees_another_disagrees_and_the_same_again_takes_it_back(reader: Analyst) -> None:
    before = reader.project.codings()
    reader.press("Y")
    assert said(reader) == [("agree", "")]
    assert reader.echo() == "You agree: C11 Mixed model, by Ben Ode"
    assert mark(reader).remarks == ("check",)
    reader.press("Shift+Y")
    assert said(reader) == [("disagree", "")]
    assert mark(reader).remarks == ("disagree",)
    reader.press("Shift+Y")
    assert said(reader) == [("", "")]
    assert mark(reader).remarks == ()
    assert reader.project.codings() == before, "nobody's coding is touched, and nothing is agreed by it"


def test_undo_and_redo_take_the_word_back_and_say_it_again(reader: Analyst) -> None:
    reader.press("Y")
    assert reader.menu_text("undo") == "Undo Agree: C11 Mixed model"
    reader.press("Ctrl+Z")
    assert said(reader) == []
    assert mark(reader).judged == ""
    reader.press("Ctrl+Shift+Z")
    assert said(reader) == [("agree", "")]
    assert mark(reader).judged == "agree"


def test_m_comments_and_what_was_said_stands_in_the_tip_and_in_the_list(reader: Analyst) -> None:
    reader.press("Y", "M")
    assert reader.window.page.codes.memo.editor.isReadOnly()
    typed = sheet(reader)
    assert typed.head.text() == "C11 Mixed model, by Ben Ode"
    reader.type("reads alone")
    reader.press("Ctrl+Return")
    assert said(reader) == [("agree", "reads alone")]
    reader.qtbot.waitUntil(reader.window.isActiveWindow)
    assert "You agree: reads alone" in tip([mark(reader)])
    reader.press("Ctrl+L")
    rows = reader.window.page.codes.codings.rows
    number = rows.row_of(bens(reader)[0].id)
    assert number is not None
    assert "You agree: reads alone" in str(rows.index(number).data())


def test_a_comment_alone_is_no_decision_and_can_be_emptied(reader: Analyst) -> None:
    reader.press("M")
    sheet(reader)
    reader.type("why here")
    reader.press("Esc")
    assert said(reader) == [("", "why here")]
    assert mark(reader).remarks == ("comment",)
    reader.qtbot.waitUntil(reader.window.isActiveWindow)
    reader.press("M")
    sheet(reader).comment.selectAll()
    reader.press("Delete", "Ctrl+Return")
    assert said(reader) == [("", "")]
    assert mark(reader).remarks == ()


@pytest.mark.parametrize("choice", PALETTES)
def test_the_sheet_of_a_comment_is_for_everyone(reader: Analyst, choice: str) -> None:
    theme().choose(choice)  # type: ignore[arg-type]
    reader.press("Y", "M")
    shown = sheet(reader)
    reader.type("reads alone")
    assert faint_texts(shown) == []
    assert_for_everyone(reader, shown)


def test_a_coding_changed_since_is_agreed_with_no_more(reader: Analyst, project_path: Path) -> None:
    reader.press("Y")
    with Project.open(project_path) as project:
        project.join("Ben Ode")
        coding = next(one for one in project.codings() if one.quote == SENTENCE)
        code = next(one for one in project.codes() if one.label == "G1")
        project.do(edits.recode(coding=coding, code=code))
    reader.workspace.session.follow()
    assert mark(reader).judged == "comment"
    assert mark(reader).judged_words == "You agree, changed since"


def test_ones_own_coding_and_none_are_not_judged(reader: Analyst) -> None:
    reader.press("Esc", "Esc", "J", "1", "N", "Y", "Shift+Y")
    assert said(reader) == []
    assert not reader.window.actions_.by_id["agree_with_coding"].isEnabled()


def test_the_notice_that_a_coding_stays_says_which_keys_say_something_to_it(reader: Analyst) -> None:
    reader.press("Delete")
    assert "Y agrees, Shift+Y disagrees, M comments" in reader.notice()


def test_judging_ends_no_blindness_beyond_the_look(reader: Analyst) -> None:
    before = reader.project.readings()
    reader.press("Y", "Shift+Y")
    assert reader.project.readings() == before


def test_the_colleague_finds_it_among_her_reviewed_codings_answers_and_is_answered(
    reader: Analyst, project_path: Path
) -> None:
    reader.press("Shift+Y", "M")
    sheet(reader)
    reader.type("the plan")
    reader.press("Ctrl+Return")

    reader.qtbot.waitUntil(reader.window.isActiveWindow)
    assert reader.window.open_project(project_path, "Ben Ode")
    reader.press("Ctrl+Shift+Y")
    window = reader.workspace.learning.reviewed.window
    assert window is not None
    reader.qtbot.waitUntil(window.isActiveWindow)
    (one,) = window.rows.listed()
    assert (one.outcome, one.reason) == ("questioned", "the plan")
    window.detail.answers.field.setFocus()
    reader.type("no, the law")
    reader.press("Ctrl+Return")

    assert reader.window.open_project(project_path, "Ann")
    reader.window.activateWindow()
    reader.qtbot.waitUntil(reader.window.isActiveWindow)
    if not reader.workspace.colleagues.shown:
        reader.press(SHOW)
    reader.workspace.walking.go_to(bens(reader)[0])
    reader.window.page.view.setFocus()
    reader.press("M")
    typed = sheet(reader)
    typed.answers.field.setFocus()
    reader.type("right")
    reader.press("Ctrl+Return")
    assert [answer.text for answer in reader.project.answers()] == ["no, the law", "right"]


def test_the_counts_say_how_much_was_agreed_with_by_coder_and_code(reader: Analyst) -> None:
    reader.press("Y")
    reader.workspace.walking.go_to(bens(reader)[1])
    reader.window.page.view.setFocus()
    reader.press("Shift+Y")
    reader.window.actions_.by_id["show_review_counts"].trigger()
    window = reader.workspace.learning.counts.window
    assert window is not None
    window.copy.click()
    assert QGuiApplication.clipboard().text().split("\n") == [
        "Coder\tCode\tCodings\tKept\tChanged\tAdded\tRemoved\tAgreed with\tDisagreed\tCommented",
        "Ben Ode\tAll codes\t2\t0\t0\t0\t0\t1\t1\t0",
        "Ben Ode\tC11 Mixed model\t1\t0\t0\t0\t0\t1\t0\t0",
        "Ben Ode\tG3 Delegation\t1\t0\t0\t0\t0\t0\t1\t0",
    ]
    assert "no coefficient" in window.said.text()
    undone = reader.workspace.session.undo()
    assert undone is not None
    assert all(isinstance(change.record, Verdict) for change in undone.change_set.changes)
    reader.qtbot.waitUntil(lambda: window.rows.rowCount() == 2)
