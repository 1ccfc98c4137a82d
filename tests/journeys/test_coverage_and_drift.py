"""How much each has done, and how the use of codes moves from week to week, without giving away blind work."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from journeys.coding_apart import WORK, coded_apart
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from annotator.model import edits
from annotator.model.changes import Change, ChangeSet
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst

    from annotator.ui.coverage.coverage_window import CoverageWindow

MONDAY = date(2026, 3, 2)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Ann and Ben have coded thirty articles, one a day; Ann gave F2 in one week only."""
    made = coded_apart(tmp_path / "apart.annotator", {name: WORK[name] for name in ("Ann", "Ben")}, 30)
    with Project.open(made) as project:
        labels = {code.id: code.label for code in project.codes()}
        days = {one.id: number for number, one in enumerate(project.articles())}
        for coder in project.coders():
            project.act_as(coder)
            moved, gone = [], []
            for one in project.codings(coders=[coder.id]):
                day = MONDAY + timedelta(days=days[one.article])
                late = coder.name == "Ann" and labels[one.code] == "F2" and day >= MONDAY + timedelta(days=7)
                after = replace(one, created=f"{day}T09:00:00.000Z")
                (gone if late else moved).append(Change(one, None if late else after))
            project.do(ChangeSet("Another day", (*moved, *gone)))
    return made


def opened(analyst: Analyst) -> CoverageWindow:
    analyst.window.actions_.by_id["show_coverage"].trigger()
    window = analyst.workspace.coverage.window
    assert window is not None
    analyst.qtbot.waitUntil(lambda: window.rows.rowCount() == 2)
    return window


def cells(window: CoverageWindow) -> list[list[str]]:
    window.copy.click()
    return [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()[1:]]


def test_everybodys_coverage_stands_in_one_table(analyst: Analyst, path: Path) -> None:
    analyst.window.open_project(path, "Ann")
    ann, ben = cells(opened(analyst))
    assert ann[:2] == ["Ann (you)", "30 of 30 articles"]
    assert ben[:2] == ["Ben", "30 of 30 articles"]
    assert ann[2] == ben[2]
    seen, of = ann[2].split(" of ")
    assert seen == of, "what is finished is read"
    assert int(ben[4]) > int(ann[4]) > 0
    assert float(ben[5]) > float(ann[5])


def test_a_week_that_stands_out_is_told_in_words_and_drawn(analyst: Analyst, path: Path) -> None:
    analyst.window.open_project(path, "Ann")
    window = opened(analyst)
    titles = [row.title for row in window.use.rows]
    row = next(at for at, title in enumerate(titles) if title.startswith("F2"))
    first = window.use.index(row, 0)
    assert window.use.week(first).strange == "more"
    assert first.data() == "7 more"
    spoken = first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(f"{titles[row]}, week of 2 Mar 2026: 7 of ")
    assert "more than usual" in spoken
    assert "F2" in window.strange.text()
    assert "week of 2 Mar 2026" in window.strange.text()

    window.coder.setCurrentIndex(1)

    assert "No week of Ben’s stands out" in window.strange.text()
    assert all(not each.strange for one in window.use.rows for each in one.weeks)
    analyst.window.close_project()
    assert not window.isVisible()


def test_colleagues_stay_hidden_where_one_still_reads_blind(analyst: Analyst, path: Path) -> None:
    with Project.open(path) as project:
        project.join("Ann")
        assert project.coder is not None
        project.do(edits.finish_reading(
            articles=project.articles()[7:], readings=project.readings(), coder=project.coder, reopen=True
        ))  # fmt: skip
    analyst.window.open_project(path, "Ann")
    window = opened(analyst)
    ann, ben = cells(window)
    assert ann[1] == "7 of 30 articles"
    assert ann[4] != "–"
    assert ben == ["Ben", "30 of 30 articles", "–", "–", "–", "–"]
    assert "hidden" in window.said.text()
    window.coder.setCurrentIndex(1)
    weeks = {each.week for row in window.use.rows for each in row.weeks}
    assert weeks == {MONDAY}, "only what Ben coded where Ann has finished"
