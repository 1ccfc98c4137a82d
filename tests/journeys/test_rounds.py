"""A round is opened, coded, frozen when its comparison is first opened; what was frozen stays beside what is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journeys.coding_apart import WORK, coded_apart

from annotator.model import edits
from annotator.model.edits.groups import add_group
from annotator.ui import background

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst

    from annotator.ui.rounds.rounds_window import RoundsWindow


@pytest.fixture
def pair(analyst: Analyst, tmp_path: Path) -> Analyst:
    """Ann on the Code page; Ben has coded the same two articles."""
    path = coded_apart(tmp_path / "apart.annotator", {name: WORK[name] for name in ("Ann", "Ben")})
    analyst.window.open_project(path, "Ann")
    return analyst


def rounds_of(pair: Analyst) -> RoundsWindow:
    pair.window.actions_.by_id["show_rounds"].trigger()
    window = pair.workspace.rounds.window
    assert window is not None
    pair.qtbot.waitUntil(window.isActiveWindow)
    return window


def status(pair: Analyst) -> str:
    return pair.window.status_line.round.label.text()


def pilot(pair: Analyst) -> RoundsWindow:
    window = rounds_of(pair)
    pair.type("Pilot")
    pair.press("Ctrl+Return")
    return window


def test_a_round_is_opened_by_its_name_and_told_where_it_is_coded(pair: Analyst) -> None:
    window = rounds_of(pair)
    assert window.rows.rowCount() == 0
    assert not window.main_button.isEnabled()
    pair.type("Pilot")
    assert window.main_button.isEnabled(), "all articles and everybody are chosen to begin with"
    pair.press("Ctrl+Return")

    (made,) = pair.project.rounds()
    assert (made.name, made.articles, len(made.coder_ids)) == ("Pilot", "", 2)
    assert window.rows.row_at(0).cells[:4] == ("Pilot", "Ann, Ben", "all 2", "finished")
    assert status(pair) == "Pilot"
    pair.type("pilot")
    pair.press("Ctrl+Return")
    assert "There is a round “pilot” already" in window.sentence.text()
    window.form.name.clear()
    window.close()
    pair.window.activateWindow()
    pair.press("Ctrl+Z")
    assert pair.project.rounds() == []
    assert status(pair) == ""


def test_its_agreement_is_frozen_when_first_opened_and_stays_when_somebody_recodes(pair: Analyst) -> None:
    pilot(pair).close()
    pair.window.activateWindow()

    pair.press("Ctrl+2")

    (made,) = pair.project.rounds()
    assert made.frozen, "before anybody has talked"
    before = status(pair)
    assert before.startswith("Pilot, frozen ")
    frozen, _, now = before.partition("; now ")
    assert frozen.endswith(now)

    ben = next(coder for coder in pair.project.coders() if coder.name == "Ben")
    ann = pair.workspace.session.coder
    pair.project.act_as(ben)
    codes = pair.workspace.desk.codes
    for one in pair.project.codings(coders=[ben.id]):
        pair.project.do(edits.remove_coding(coding=one, code=codes[one.code]))
    pair.project.act_as(ann)

    assert status(pair).startswith(f"{frozen}; now ")
    assert status(pair) != before
    assert pair.project.rounds()[0] == made
    window = rounds_of(pair)
    pair.qtbot.waitUntil(lambda: "…" not in window.rows.row_at(0).cells)
    cells = window.rows.row_at(0).cells
    assert cells[3].startswith("frozen ")
    assert frozen.endswith(cells[4])
    assert cells[5] != cells[4]


def test_undo_of_the_freezing_is_not_frozen_again_under_the_hand(pair: Analyst) -> None:
    pilot(pair).close()
    pair.window.activateWindow()
    pair.press("Ctrl+2")
    pair.press("Ctrl+Z")
    assert pair.project.rounds()[0].frozen == ""
    assert status(pair) == "Pilot"
    pair.press("Ctrl+Shift+Z")
    assert pair.project.rounds()[0].frozen


def test_a_round_of_a_group_or_of_chosen_articles(pair: Analyst) -> None:
    project = pair.project
    session = pair.workspace.session
    first, second = project.articles()
    session.do(add_group(name="Drawn", groups=[], coder=session.coder, articles=[second]))
    window = rounds_of(pair)
    form = window.form
    form.name.setText("Main")
    form.which.setCurrentIndex(1)
    assert form.articles() == [second.id]
    form.which.setCurrentIndex(2)
    form.list.item(0).setCheckState(form.who.item(0).checkState())
    form.list.item(1).setCheckState(type(form.who.item(0).checkState()).Unchecked)
    assert form.articles() == [first.id]
    form.who.item(1).setCheckState(type(form.who.item(0).checkState()).Unchecked)
    assert form.missing() == "Choose two coders or more."
    form.who.item(1).setCheckState(form.who.item(0).checkState())
    pair.click(window.main_button)
    assert project.rounds()[0].article_ids == (first.id,)
    pair.qtbot.waitUntil(lambda: window.rows.row_at(0).cells[5] != "…")
    assert window.rows.row_at(0).cells[2] == "1 article"
    background.wait()
