"""Where there is much to compare, figures are reckoned beside the window: those before stand, and deciding goes on."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from journeys.coding_apart import WORK, coded_apart
from journeys.test_first_comparison import current, desk_of, page_of
from PySide6.QtCore import QThreadPool

from annotator.ui import background
from annotator.ui.review.agreement_rows import Column
from annotator.ui.settling import comparing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from journeys.analyst import Analyst


class Held:
    """The threads that work beside the window have something else to do until they are let go."""

    def __init__(self) -> None:
        self._pool, self._let_go = QThreadPool.globalInstance(), Event()
        self._threads = self._pool.maxThreadCount()

    def hold(self) -> None:
        """Let nothing beside the window begin."""
        background.wait()
        self._let_go.clear()
        self._pool.setMaxThreadCount(1)
        self._pool.start(self._let_go.wait)

    def let_go(self) -> None:
        """Let everything go on."""
        self._let_go.set()
        self._pool.setMaxThreadCount(self._threads)


@pytest.fixture
def held() -> Iterator[Held]:
    """Hold what works beside the window."""
    made = Held()
    made.hold()
    yield made
    made.let_go()


@pytest.fixture
def busy(analyst: Analyst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: Held) -> Analyst:
    """Ann before the Review page; even a small comparison counts as a long one."""
    monkeypatch.setattr(comparing, "MANY", 0)
    analyst.window.open_project(coded_apart(tmp_path / "apart.annotator", WORK, 3), "Ann")
    analyst.press("Ctrl+2")
    return analyst


def test_the_page_says_that_figures_are_on_the_way(busy: Analyst, held: Held) -> None:
    page, desk = page_of(busy), desk_of(busy)
    assert page.band.busy.isVisible()
    assert page.band.sentence.text() == "Comparing…"
    held.let_go()
    busy.qtbot.waitUntil(lambda: desk.list is not None)
    assert not page.band.busy.isVisible()
    assert page.differences.shown_keys()


def test_old_figures_stand_and_decisions_go_on_until_the_new_ones_are_there(busy: Analyst, held: Held) -> None:
    page, desk = page_of(busy), desk_of(busy)
    held.let_go()
    busy.qtbot.waitUntil(lambda: desk.list is not None)
    held.hold()
    before, first = page.agreement.table.rows.agreement, current(busy).key

    page.band.unit_chosen.emit("paragraph", 0.9)

    assert page.band.busy.isVisible()
    assert page.agreement.table.rows.agreement is before
    page.text.setFocus()
    busy.press("A")
    assert current(busy).key != first, "the decision was made while figures are on the way"
    held.let_go()
    busy.qtbot.waitUntil(lambda: not desk.busy)
    assert page.agreement.table.rows.agreement.pooled.percent != before.pooled.percent
    decided = desk.find(first)
    assert decided is not None
    assert decided.state == "decided", "and is in the new list too"


def test_of_several_choices_the_last_one_is_shown(busy: Analyst, held: Held) -> None:
    page, desk = page_of(busy), desk_of(busy)
    for unit in ("character", "paragraph", "segment"):
        page.band.unit_chosen.emit(unit, 0.5)
    held.let_go()
    busy.qtbot.waitUntil(lambda: not desk.busy)
    assert desk.work is not None
    assert desk.work.comparison.unit == "segment"


def test_whole_passages_stand_by_f1_and_go_back_to_alpha(busy: Analyst, held: Held) -> None:
    page, desk = page_of(busy), desk_of(busy)
    held.let_go()
    busy.qtbot.waitUntil(lambda: desk.list is not None)
    rows = page.agreement.table.rows
    assert rows.sorted_by == Column.ALPHA
    page.band.unit_chosen.emit("segment", 0.9)
    busy.qtbot.waitUntil(lambda: not desk.busy)
    assert rows.sorted_by == Column.F1
    figures = [rows.row_at(row).f1 for row in range(rows.rowCount())]
    assert figures == sorted(figures, key=lambda value: 2.0 if value is None else value)
    page.band.unit_chosen.emit("sentence", 0.9)
    busy.qtbot.waitUntil(lambda: not desk.busy)
    assert rows.sorted_by == Column.ALPHA


def test_the_project_can_be_closed_meanwhile(busy: Analyst, held: Held) -> None:
    assert desk_of(busy).busy
    held.let_go()
    busy.window.close_project()
    assert busy.window.reviewing.desk is None
