"""The command line and another window work on the same file while the window is open, and the window follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analyst import SENTENCE
from making import everything

from annotator.cli.main import main
from annotator.model import edits
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst


def _command(*arguments: object) -> None:
    assert main([str(argument) for argument in arguments]) == 0


def test_codings_made_by_command_appear_and_are_taken_back_in_the_window(ann: Analyst, tmp_path: Path) -> None:
    ann.press("J", "J", "1")
    file = tmp_path / "codings.csv"
    file.write_text("article,code,start,end\nBoards may share one budget,G3,0,6\n", encoding="utf-8")
    before = everything(ann.project)
    _command("code", ann.project.path, file, "--coder", "Ann")
    ann.qtbot.waitUntil(lambda: len(ann.window.page.view.codings.marks) == 2)
    assert ann.window.status_line.counts.label.text() == "2 codings"
    ann.press("Ctrl+Z")
    assert everything(ann.project) == before
    assert ann.coded() == [("C11", SENTENCE)]


def test_a_colleagues_codings_stay_unseen(ann: Analyst, tmp_path: Path) -> None:
    file = tmp_path / "codings.csv"
    file.write_text("article,code,start,end\nBoards may share one budget,G3,0,6\n", encoding="utf-8")
    _command("code", ann.project.path, file, "--coder", "Ben")
    ann.qtbot.waitUntil(lambda: len(ann.project.codings()) == 1)
    ann.workspace.session.follow()
    assert ann.window.page.view.codings.marks == {}
    assert ann.coded() == []
    assert not ann.window.actions_.by_id["undo"].isEnabled(), "nobody undoes a colleague's work"


def test_an_undo_by_command_is_followed_and_redone_in_the_window(ann: Analyst) -> None:
    ann.press("J", "J", "1")
    state = everything(ann.project)
    _command("undo", ann.project.path, "--coder", "Ann")
    ann.qtbot.waitUntil(lambda: not ann.window.page.view.codings.marks)
    assert ann.menu_text("redo") == "Redo Code passage: C11 Mixed model"
    ann.press("Ctrl+Shift+Z")
    assert everything(ann.project) == state


def test_a_gesture_between_two_of_the_windows_looks_is_not_lost(ann: Analyst) -> None:
    with Project.open(ann.project.path) as other:
        other.join("Ann")
        change_set = edits.finish_reading(
            articles=other.articles(), readings=[], coder=ann.workspace.session.coder
        )  # fmt: skip
        other.do(change_set)
        ann.press("J", "J", "1")
    assert [reading.state for reading in ann.workspace.desk.readings.values()] == ["finished", "finished"]
    assert ann.coded() == [("C11", SENTENCE)]
