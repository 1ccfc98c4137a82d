"""What both coded alike is adopted by one act, what differs in the ends by a rule; each is looked at before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
from journeys.test_first_comparison import agreed, desk_of, page_of, reviewer

from annotator.model.records import AGREED_ID
from annotator.ui import messages
from annotator.ui.review.bulk_window import BulkWindow

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from journeys.analyst import Analyst

__all__ = ["reviewer"]


def choose(reviewer: Analyst, action: str) -> None:
    """Choose an action from the menu."""
    reviewer.window.actions_.by_id[action].trigger()


def window_of(reviewer: Analyst) -> BulkWindow:
    (window,) = [one for one in reviewer.window.findChildren(BulkWindow) if one.isVisible()]
    return window


def test_full_matches_are_adopted_after_a_look_and_taken_back_by_one_undo(reviewer: Analyst) -> None:
    desk = desk_of(reviewer)
    assert desk.list is not None
    matches = len(desk.list.adoptable())
    assert matches > 40
    choose(reviewer, "adopt_matches")
    window = window_of(reviewer)
    assert len(window.rows.keys()) == matches
    assert window.take.text() == f"Adopt {matches}"
    assert agreed(reviewer) == [], "nothing is done before it was looked at"

    reviewer.qtbot.waitUntil(window.isActiveWindow)
    reviewer.press("Ctrl+Return")

    assert len(agreed(reviewer)) == matches
    assert desk.list.adoptable() == []
    assert reviewer.notice() == f"Adopted {matches} matches."
    reviewer.window.activateWindow()
    reviewer.press("Ctrl+Z")
    assert agreed(reviewer) == []
    assert page_of(reviewer).article.text.echo.text == f"Undone: Adopt {matches} matches", "none of them is listed"


def test_decided_by_both_says_what_it_needs_before_a_decision(reviewer: Analyst) -> None:
    reviewer.press("T")
    assert "Decide this difference first" in reviewer.notice()


def test_ends_are_settled_by_a_rule_that_shows_what_it_leaves(reviewer: Analyst) -> None:
    desk = desk_of(reviewer)
    assert desk.list is not None
    ends = [each for each in desk.list.listed if each.kind in ("boundary", "split")]
    choose(reviewer, "settle_boundaries")
    window = window_of(reviewer)
    longest = [len(one.a_words) for one in window.rows.differences]
    reviewer.click(window.rules["widest"])
    widest = [len(one.a_words) for one in window.rows.differences]
    assert all(wide >= long for wide, long in zip(widest, longest, strict=True))

    reviewer.click(window.take)

    assert desk.list.progress().decided == len(ends)
    for each in ends:
        found = desk.find(each.key)
        assert found is not None
        assert found.verdict is not None
        assert found.verdict.decision == "widest"
        assert each.place.end - each.place.start in {len(words) for _, words in agreed(reviewer)}
    assert page_of(reviewer).band.decided.text().startswith(f"{len(ends)} of ")


def test_beside_what_is_agreed_nothing_is_settled_and_it_is_said(reviewer: Analyst) -> None:
    desk = desk_of(reviewer)
    choose(reviewer, "settle_boundaries")
    reviewer.click(window_of(reviewer).rules["widest"])
    reviewer.click(window_of(reviewer).take)
    reviewer.window.activateWindow()
    steps = len(reviewer.project.history())
    choose(reviewer, "adopt_matches")
    assert desk.chosen is not None

    page_of(reviewer).band.pair_chosen.emit(desk.chosen.a, AGREED_ID)

    assert [one for one in reviewer.window.findChildren(BulkWindow) if one.isVisible()] == []
    for action in ("settle_boundaries", "adopt_matches"):
        choose(reviewer, action)
        assert "compared with what was agreed already" in reviewer.notice()
    assert len(reviewer.project.history()) == steps


def test_the_report_and_the_agenda_are_written_for_paper(
    reviewer: Analyst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "for the meeting.docx"
    monkeypatch.setattr(messages, "choose_place_to_save", lambda *_asked: out)
    choose(reviewer, "write_agenda")
    assert "Nothing is to be discussed yet" in reviewer.notice()
    assert not out.exists()
    reviewer.press("D")
    choose(reviewer, "write_agenda")
    _figures, listed = docx.Document(str(out)).tables
    assert len(listed.rows) == 2
    reviewer.press("X", "Shift+N", "D")  # decided, and after all to be discussed again
    choose(reviewer, "write_agenda")
    _figures, listed = docx.Document(str(out)).tables
    assert len(listed.rows) == 2
    assert listed.rows[1].cells[1].text.startswith("Missing in Coder A: "), "no letters on paper"
    choose(reviewer, "write_report")
    figures, listed = docx.Document(str(out)).tables
    assert len(figures.rows) > 40
    assert len(listed.rows) == 38
    assert str(out) in reviewer.notice()


def test_when_everything_is_decided_it_is_said_how_to_go_on(reviewer: Analyst) -> None:
    desk = desk_of(reviewer)
    assert desk.list is not None
    for number in range(len(desk.list.listed) + len(desk.list.stances), 0, -1):
        assert "Send my work" not in reviewer.notice(), number
        assert desk.difference is not None
        reviewer.press("A" if desk.difference.place.a else "X")
        if number == len(desk.list.stances) + 1:
            assert "stances to settle" in page_of(reviewer).article.text.echo.text
    assert "Send my work" in reviewer.notice()
