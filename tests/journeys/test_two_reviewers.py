"""Two reviewers decide on one difference: both verdicts stay, and each sees what the other decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.test_first_comparison import current, desk_of, page_of, reviewer

if TYPE_CHECKING:
    from journeys.analyst import Analyst

__all__ = ["reviewer"]


def test_what_another_reviewer_decided_stands_beside_the_decision(reviewer: Analyst) -> None:
    first = current(reviewer).key
    reviewer.press("M")
    reviewer.type("reads alone")
    reviewer.press("Ctrl+Return", "X")
    path = reviewer.project.path
    reviewer.window.close_project()
    assert reviewer.window.open_project(path, "Coder B")
    reviewer.press("Ctrl+2")
    desk = desk_of(reviewer)
    codings = set(first.replace("|", ",").split(",")) - {""}
    assert desk.list is not None
    again = next(each for each in desk.list.listed if each.place.ids & codings)
    desk.go_to(again.key)

    assert again.state == "decided"
    told = page_of(reviewer).dock.side.notes.toPlainText()
    assert "Coder A decided: neither. “reads alone”" in told

    reviewer.press("A" if again.place.a else "B")
    assert sorted(one.decision for one in reviewer.project.verdicts()) == sorted(
        ["neither", "A" if again.place.a else "B"]
    )
