"""A share of a coder's articles is drawn for a second, blind coding, and becomes a group one can filter by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.test_first_comparison import reviewer

from annotator.ui.review.sample_window import SampleWindow

if TYPE_CHECKING:
    from journeys.analyst import Analyst

__all__ = ["reviewer"]


def test_the_drawn_articles_become_a_group_and_undo_takes_it_back(reviewer: Analyst) -> None:
    reviewer.window.actions_.by_id["draw_sample"].trigger()
    (window,) = reviewer.window.findChildren(SampleWindow)
    window.share.setValue(40)
    assert window.drawn.count() == 2
    titles = [window.drawn.item(row).text() for row in range(2)]
    window.again.click()
    window.seed.setValue(1)
    assert [window.drawn.item(row).text() for row in range(2)] == titles, "the same seed draws the same"

    reviewer.click(window.take)

    (group,) = reviewer.project.groups()
    assert group.name == "Double coding: 40 % of Coder A, seed 1"
    members = [one.article for one in reviewer.project.memberships() if one.group == group.id]
    assert sorted(reviewer.workspace.desk.articles[one].title for one in members) == sorted(titles)
    reviewer.window.activateWindow()
    reviewer.press("Ctrl+1", "Ctrl+Z")
    assert reviewer.project.groups() == []
