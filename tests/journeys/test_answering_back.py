"""What a coder answers to a decision stands in the dock, the reviewer answers back, and both read the same thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.jobs.sample import sample_in
from annotator.model import edits
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst

    from annotator.ui.learning.talk_sheet import TalkSheet


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return sample_in(tmp_path)


@pytest.fixture
def reviewer(analyst: Analyst, path: Path) -> Analyst:
    """Return Coder B at a decision of hers, to which Coder A has answered in another window."""
    analyst.window.open_project(path, "Coder B")
    analyst.press("Ctrl+2", "M")
    analyst.type("the plan")
    analyst.press("Ctrl+Return", "X")
    verdict = next(one for one in analyst.project.verdicts())
    with Project.open(path) as project:
        coder, _ = project.join("Coder A")
        project.do(edits.answer_verdict(verdict=verdict, text="I read the law there.", coder=coder))
    analyst.workspace.session.follow()
    desk = analyst.window.reviewing.desk
    assert desk is not None
    assert desk.list is not None
    desk.go_to(next(one.key for one in desk.list.ordered() if one.verdict is not None))
    return analyst


def sheet(reviewer: Analyst) -> TalkSheet:
    answering = reviewer.window.reviewing.answering
    assert answering is not None
    assert answering.sheet is not None
    reviewer.qtbot.waitUntil(answering.sheet.isActiveWindow)
    return answering.sheet


def said(reviewer: Analyst) -> list[str]:
    return [answer.text for answer in reviewer.project.answers()]


def test_an_answer_is_news_and_stands_in_the_dock(reviewer: Analyst) -> None:
    assert reviewer.notice() == "Coder A answered to 1 decision that you took part in."
    assert "Coder A answers: “I read the law there.”" in reviewer.window.reviewing.page.dock.side.notes.toPlainText()


def test_the_reviewer_answers_back_and_goes_on_at_the_same_difference(reviewer: Analyst) -> None:
    desk = reviewer.window.reviewing.desk
    assert desk is not None
    here = desk.current
    reviewer.press("Shift+A")
    shown = sheet(reviewer)
    assert shown.said.text() == "“the plan”"
    reviewer.type("The duty stays there")
    reviewer.press("Ctrl+Return")
    assert said(reviewer) == ["I read the law there.", "The duty stays there"]
    reviewer.press("Esc")
    reviewer.qtbot.waitUntil(reviewer.window.isActiveWindow)
    assert desk.current == here
    assert reviewer.window.reviewing.page.text.hasFocus()
    assert "The duty stays there" in reviewer.window.reviewing.page.dock.side.notes.toPlainText()
    reviewer.press("Ctrl+Z")
    assert said(reviewer) == ["I read the law there."]


def test_the_coder_reads_the_whole_thread_among_her_reviewed_codings(reviewer: Analyst, path: Path) -> None:
    reviewer.press("Shift+A")
    sheet(reviewer)
    reviewer.type("The duty stays there")
    reviewer.press("Ctrl+Return", "Esc")
    reviewer.qtbot.waitUntil(reviewer.window.isActiveWindow)
    reviewer.window.open_project(path, "Coder A")
    reviewer.press("Ctrl+Shift+Y")
    window = reviewer.workspace.learning.reviewed.window
    assert window is not None
    (one,) = window.rows.listed()
    assert [(answer.who, answer.text) for answer in one.answers] == [
        ("you", "I read the law there."), ("Coder B", "The duty stays there"),
    ]  # fmt: skip
    assert set(window.detail.answers.change_buttons) == {one.answers[0].id}, "only one's own can be changed"


def test_an_answer_half_typed_is_kept_when_the_project_is_left(reviewer: Analyst, path: Path) -> None:
    reviewer.press("Shift+A")
    sheet(reviewer)
    reviewer.type("half")
    reviewer.window.close_project()
    with Project.open(path, read_only=True) as project:
        assert [answer.text for answer in project.answers()] == ["I read the law there.", "half"]


def test_while_names_are_hidden_the_thread_names_nobody(reviewer: Analyst) -> None:
    reviewer.press("Ctrl+Shift+H", "Shift+A")
    called = set(reviewer.window.reviewing.desk.called().values())  # type: ignore[union-attr]
    assert {answer.who for answer in sheet(reviewer).answers._shown} <= called  # noqa: SLF001
    assert "Coder A answers" not in reviewer.window.reviewing.page.dock.side.notes.toPlainText()


def test_where_nothing_is_decided_there_is_nothing_to_answer(reviewer: Analyst) -> None:
    reviewer.press("N", "Shift+A")
    answering = reviewer.window.reviewing.answering
    assert answering is not None
    assert answering.sheet is None
    assert "nothing to answer" in reviewer.notice()
