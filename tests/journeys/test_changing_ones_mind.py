"""Forty gestures taken back and done again, one by one: each state is exactly as it was."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from making import everything

if TYPE_CHECKING:
    from journeys.analyst import Analyst

STEPS = 40


def test_forty_gestures_back_and_forth_and_back(reader: Analyst) -> None:
    states = [everything(reader.project)]
    reader.press("J")
    for number in range(STEPS):
        keys = (("J", str(number % 9 + 1)), ("D",), ("J", "R"), ("X",))[number % 4]
        reader.press(*keys)
        states.append(everything(reader.project))
    assert all(before != after for before, after in pairwise(states))
    for number in range(STEPS, 0, -1):
        reader.press("Ctrl+Z")
        assert everything(reader.project) == states[number - 1], reader.echo()
    assert not reader.window.actions_.by_id["undo"].isEnabled()
    for number in range(1, STEPS + 1):
        reader.press("Ctrl+Shift+Z")
        assert everything(reader.project) == states[number], reader.echo()
    assert not reader.window.actions_.by_id["redo"].isEnabled()


def test_after_undo_something_else_can_be_done_and_redo_is_off(ann: Analyst) -> None:
    ann.press("J", "J", "1", "Ctrl+Z", "2")
    assert [label for label, _ in ann.coded()] == ["C4"]
    assert not ann.window.actions_.by_id["redo"].isEnabled()
    assert ann.menu_text("redo") == "Redo"


def test_what_is_shown_follows_every_step(ann: Analyst) -> None:
    ann.press("J", "J", "1", "2")
    view = ann.window.page.view
    assert len(view.codings.marks) == 2
    ann.press("Ctrl+Z", "Ctrl+Z")
    assert view.codings.marks == {}
    assert ann.workspace.desk.own.counts.total() == 0
    ann.press("Ctrl+Y", "Ctrl+Y")
    assert len(view.codings.marks) == 2
    assert ann.window.status_line.counts.label.text() == "2 codings"


def test_what_was_undone_is_named_in_the_margin_and_covers_no_text(ann: Analyst) -> None:
    ann.press("J", "J", "1", "2", "Ctrl+Z")
    view = ann.window.page.view
    assert ann.echo() == "Undone: Code passage: C4 Council or HWB leads"
    assert view.echo.geometry().left() >= view.margin.geometry().left()
    assert view.echo.geometry().right() <= view.width()
