"""A whole working day: three articles coded in every way there is, minds changed, and what leaves is what was done."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from journeys.analyst import BOARDS, WARDS, Analyst, make_project
from making import everything

from annotator.cli.main import main
from annotator.preferences import Preferences, save_preferences
from annotator.project.checking import check_project
from annotator.ui import messages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MINISTER = """The minister answers

The minister said that nobody would lose a service. She gave no date.

“We will pay for it this year,” she told reporters. “After that it is for the boards.”"""
FIRST, SECOND, THIRD = "Boards may share one budget", "Wards close for the summer", "The minister answers"


@pytest.fixture
def day(analyst: Analyst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Analyst:
    """Ann in the morning, with three articles before her; she agrees to what she is asked."""
    save_preferences(Preferences(coder="Ann"))
    monkeypatch.setattr(messages, "confirm", lambda *_: True)
    path = make_project(tmp_path / "day.annotator", {FIRST: BOARDS, SECOND: WARDS, THIRD: MINISTER})
    assert analyst.window.open_project(path, "Ann")
    return analyst


def morning(ann: Analyst) -> None:
    """The first article, by drag and digit, by finder, with a memo, a stance and a doubt."""
    ann.select("buy care together")
    ann.press("1")
    ann.select("the council decides")
    ann.press("Return")
    ann.type("veto")
    ann.press("Return", "M")
    ann.type("who answers for the money?")
    ann.press("Ctrl+Return", "S", "O", "D")
    ann.select("called the plan hasty")
    ann.press("2", "C")  # on second thoughts another code
    ann.type("f3")
    ann.press("Return")
    finish(ann)


def noon(ann: Analyst) -> None:
    """The second, with the highlighter, and ends that are moved."""
    assert ann.workspace.desk.text == WARDS
    ann.press("J", "J", "3", "H")
    ann.select("no patient waits")
    ann.press("H", "N", "E", "Shift+J", "E")
    finish(ann)


def afternoon(ann: Analyst) -> None:
    """The third, sentence by sentence, and a code that proves to be another one."""
    assert ann.workspace.desk.text == MINISTER
    ann.press("J", "J", "1", "2", "J", "R", "J", "Shift+J", "Shift+J", "1", "X", "Ctrl+Z", "Esc", "Esc")
    ann.window.page.codes.switch.only_used_picked.emit(False)
    ann.click_code("C4")
    ann.workspace.scheme.commands.merge_code()
    ann.type("f3")
    ann.press("Return")
    ann.window.page.view.setFocus()


def finish(ann: Analyst) -> None:
    """Finish the article, whatever has not been on the screen."""
    ann.press("Ctrl+Shift+Return")
    if "has not been" in ann.notice():
        ann.press("Ctrl+Shift+Return")


def shown(ann: Analyst) -> set[tuple[str, str]]:
    """Return what the margin names: label and words of each coding of the open article."""
    view = ann.window.page.view
    return {(mark.label or mark.name, view.text[mark.start : mark.end]) for mark in view.codings.marks.values()}


def exported(path: Path, out: Path) -> list[dict[str, Any]]:
    """Return what the command exports."""
    assert main(["export", str(path), str(out)]) == 0
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def told(row: dict[str, Any]) -> tuple[str, str, str]:
    """Return title, label and words of an exported row."""
    words = next(one["exact"] for one in row["target"]["selector"] if one["type"] == "TextQuoteSelector")
    return row["article"]["title"], row["code"]["label"], words


def test_a_working_day(day: Analyst, anew: Callable[[Analyst], Analyst], tmp_path: Path) -> None:
    before = everything(day.project)
    morning(day)
    noon(day)
    afternoon(day)
    evening = everything(day.project)
    path = day.project.path
    day.window.close()
    assert check_project(path) == []

    rows = exported(path, tmp_path / "day.jsonl")
    assert [told(row) for row in rows] == [
        (FIRST, "C11", "buy care together"),
        (FIRST, "G8", "the council decides"),
        (FIRST, "F3", "called the plan hasty"),
        (SECOND, "G3", "Three wards will close in July. Staff move to other sites until autumn."),
        (SECOND, "G3", "no patient waits"),
        (THIRD, "C11", "The minister said that nobody would lose a service."),
        (THIRD, "F3", "The minister said that nobody would lose a service."),
        (THIRD, "F3", "She gave no date."),
        (THIRD, "C11", MINISTER.rpartition("\n\n")[2]),
    ]
    assert (rows[1]["memo"], rows[1]["stance"], rows[1]["unsure"]) == ("who answers for the money?", "opposes", True)
    assert {row["coder"] for row in rows} == {"Ann"}

    again = anew(day)
    assert again.workspace.desk.text == MINISTER
    assert everything(again.project) == evening
    assert shown(again) == {(label, words) for title, label, words in map(told, rows) if title == THIRD}
    while again.window.actions_.by_id["undo"].isEnabled():
        again.press("Ctrl+Z")
    assert everything(again.project) == before, "the whole day can be taken back, one gesture after the other"
    while again.window.actions_.by_id["redo"].isEnabled():
        again.press("Ctrl+Shift+Z")
    assert everything(again.project) == evening
    again.window.close()
    assert check_project(path) == []
    assert [told(row) for row in exported(path, tmp_path / "again.jsonl")] == [told(row) for row in rows]
