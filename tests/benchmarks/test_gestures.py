"""How long each act takes in the whole window, key to repainted: with 10,000 codings beside the same with 150.

Given are seconds that the window itself worked, since a machine that others use too says little by its clock.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from time import thread_time
from typing import TYPE_CHECKING, Any

import pytest
from benchmarks.test_painting import MEGABYTE, made_text, middle
from journeys.analyst import Analyst, make_project
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model import edits
from annotator.model.edits.codings import new_coding
from annotator.project.project import Project
from annotator.ui.application import application
from annotator.ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = [pytest.mark.benchmark, pytest.mark.qt_log_ignore("This plugin does not support")]
ROUNDS, SETTLED_MS = 20, 1_500
SIZES = {"usual": (30_000, 150), "book": (MEGABYTE, 10_000), "dense": (10_000, 10_000)}
FRAME = 0.016
Press = tuple[str, ...]


@dataclass
class Opened:
    """A window with a project before it."""

    ann: Analyst

    def work(self, before: Press, keys: Press) -> float:
        """Return the seconds of work of some keys up to what they change being painted."""
        self.ann.press(*before)
        for _ in range(3):
            QApplication.processEvents()
        begun = thread_time()
        self.ann.press(*keys)
        QApplication.processEvents()
        return thread_time() - begun


def filled(path: Path, length: int, count: int) -> Path:
    """Make a project whose article has so many codings of Ann's and as many of Bo's."""
    make_project(path, {"An article": made_text(length)})
    with Project.open(path) as project:
        for name in ("Bo", "Ann"):
            coder, _ = project.join(name)
            article, codes, chance = project.articles()[0], [c for c in project.codes() if c.label], random.Random(name)
            text, codings = project.text(article.text_sha256), []
            for start in sorted(chance.choices(range(length - 400), k=count)):
                code, end = chance.choice(codes), start + chance.randint(20, 400)
                codings.append(new_coding(article=article, text=text, start=start, end=end, code=code, coder=coder))
            project.do(edits.code_passages(codings=codings, label="Code much"), kind="setup")
    return path


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[str, str], Opened]]:
    font, palette = qapp.font(), qapp.palette()
    application("light")
    windows: list[MainWindow] = []

    def make(size: str, shown: str) -> Opened:
        window = MainWindow(remembers=False)
        windows.append(window)
        window.resize(1440, 900)
        window.show()
        window.activateWindow()
        assert window.open_project(filled(tmp_path / f"{size}.annotator", *SIZES[size]), "Ann")
        ann = Analyst(None, window)  # type: ignore[arg-type]
        view = window.page.view
        QTest.qWait(SETTLED_MS)
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
        view.setFocus()
        view.place_caret(view.shown_range()[0] + 5)
        SHOWING[shown](window)
        QTest.qWait(SETTLED_MS)
        return Opened(ann)

    yield make
    for window in windows:
        window.close()
        window.deleteLater()
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(palette)


def list_codings(window: MainWindow) -> None:
    window.page.codes.switch.codings.click()
    window.page.view.setFocus()


def show_colleagues(window: MainWindow) -> None:
    assert window.workspace is not None
    for _ in range(2):
        window.workspace.colleagues.show_colleagues()
    assert window.workspace.colleagues.shown


def filter_own(window: MainWindow) -> None:
    show_colleagues(window)
    assert window.workspace is not None
    bo = next(coder for coder in window.workspace.desk.colleagues if coder.name == "Bo")
    window.workspace.hands.filtering.turn_coder(bo.id)


SHOWING: dict[str, Callable[[MainWindow], object]] = {
    "plain": lambda _window: None, "listed": list_codings, "colleagues": show_colleagues, "filtered": filter_own,
}  # fmt: skip
ACTS: dict[str, tuple[Press, Press]] = {
    "J": ((), ("J",)), "code": (("J",), ("1",)), "undo": ((), ("Ctrl+Z",)), "redo": ((), ("Ctrl+Shift+Z",)),
    "next coding": ((), ("N",)), "remove": (("N",), ("Delete",)), "aside": (("Esc", "J"), ("Z",)),
    "finder": (("Esc", "Esc", "J"), ("Return",)), "letter": ((), ("C",)),
}  # fmt: skip


@pytest.mark.parametrize("shown", SHOWING)
def test_ten_thousand_codings_cost_an_act_less_than_a_frame(
    benchmark: Any, opened: Callable[[str, str], Opened], shown: str
) -> None:
    windows = {size: opened(size, shown) for size in SIZES}
    found: dict[str, dict[str, list[float]]] = {act: {size: [] for size in SIZES} for act in ACTS}

    def all_acts() -> None:
        for size, window in windows.items():
            window.ann.window.activateWindow()
            QTest.qWait(100)
            for act, (before, keys) in ACTS.items():
                found[act][size] += [window.work(before, keys) for _ in range(ROUNDS if act != "finder" else 3)]

    benchmark.pedantic(all_acts, rounds=1)
    for act, times in found.items():
        floor = middle(times["usual"])
        told = ", ".join(f"{size} {middle(one) * 1e3:.1f} ({late(one) * 1e3:.1f})" for size, one in times.items())
        print(f"{shown:10} {act:12} ms (95th percentile): {told}")
        benchmark.extra_info[act] = {size: (middle(one), late(one)) for size, one in times.items()}
        if act != "aside":  # which lays lines out anew
            assert all(middle(one) <= floor + FRAME for one in times.values()), act


def late(times: list[float]) -> float:
    return sorted(times)[len(times) * 19 // 20]
