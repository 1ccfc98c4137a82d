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


def test_recoding_after_a_look_ends_blindness_and_loses_no_difference_and_no_decision(reviewer: Analyst) -> None:
    desk = desk_of(reviewer)
    assert desk.list is not None
    assert desk.work is not None
    differences, compared = len(desk.list.listed), len(desk.work.work)
    for _ in range(6):
        reviewer.press("X")
    reviewer.press("Ctrl+1")
    article = desk.work.work[0].article
    reviewer.workspace.open_article(article)
    reviewer.window.page.view.select_passage(0, 6)
    reviewer.press("1")
    reviewer.press("Ctrl+2")

    assert len(desk.work.work) == compared - 1, "that pass is blind no longer, so no figure counts it"
    assert "not blind" in desk.work.left_out[0].why
    assert desk.list is not None
    assert len(desk.list.listed) in (differences, differences + 1), "what is to settle stays"
    assert desk.list.progress().decided == 6
