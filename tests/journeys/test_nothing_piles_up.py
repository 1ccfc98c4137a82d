"""A long sitting leaves nothing behind: articles opened, passages coded, windows opened and closed."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from journeys.analyst import Analyst

SPARE_MB, LONG_SPARE_MB = 12, 24
WINDOWS = ("Ctrl+F", "Ctrl+Shift+F", "Ctrl+Shift+P", "F1", "Return")


def megabytes() -> float:
    """Return the memory of this process that is in use."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1_000_000


def swept() -> None:
    """Let everything go that waits to be let go."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        gc.collect()


def objects_of(ann: Analyst) -> int:
    """Return how many Qt objects the window has, and how many windows there are beside it."""
    swept()
    return len(ann.window.findChildren(QObject)) + len(QApplication.topLevelWidgets())


def open_other(ann: Analyst, times: int) -> None:
    """Go to and fro between the two articles."""
    for number in range(times):
        ann.press("Ctrl+J" if number % 2 == 0 else "Ctrl+K")
        QApplication.processEvents()


def code_and_take_back(ann: Analyst, times: int) -> None:
    """Code a sentence, look at it, take it back."""
    for number in range(times):
        ann.press("J", str(number % 5 + 1), "Ctrl+Z")
        if number % 10 == 0:
            ann.window.page.view.place_caret(0)
        QApplication.processEvents()


def test_opening_articles_and_coding_pile_up_no_objects(ann: Analyst, long_run: bool) -> None:
    openings, codings = (200, 2_000) if long_run else (12, 40)
    open_other(ann, 6)
    code_and_take_back(ann, 12)
    objects, python, memory = objects_of(ann), len(gc.get_objects()), megabytes()
    open_other(ann, openings)
    code_and_take_back(ann, codings)
    assert objects_of(ann) - objects < 10
    assert len(gc.get_objects()) - python < 2_000
    assert megabytes() - memory < (LONG_SPARE_MB if long_run else SPARE_MB)


@pytest.mark.parametrize("key", WINDOWS)
def test_a_window_opened_and_closed_leaves_no_widget(ann: Analyst, long_run: bool, key: str) -> None:
    ann.press("J")
    for _ in range(3):
        ann.press(key, "Esc")
        ann.window.activateWindow()
    swept()
    before = len(ann.window.findChildren(QWidget)) + len(QApplication.topLevelWidgets())
    for _ in range(50 if long_run else 8):
        ann.press(key)
        QApplication.processEvents()
        ann.press("Esc")
        ann.window.activateWindow()
        QApplication.processEvents()
    swept()
    assert len(ann.window.findChildren(QWidget)) + len(QApplication.topLevelWidgets()) == before
