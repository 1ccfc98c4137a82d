"""A long job runs beside the window: its answer, its failure and its progress come back to the window's thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from annotator.model.errors import Refused
from annotator.ui import background

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def heard() -> list[object]:
    return []


def test_the_answer_comes_on_the_thread_that_asked(qtbot: QtBot, heard: list[object]) -> None:
    parent = QObject()
    here = threading.get_ident()

    def work(progress: object, cancelled: object) -> object:
        return threading.get_ident()

    background.run(work, parent, lambda there: heard.append((there, threading.get_ident())), heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    ((there, answered),) = heard
    assert there != here
    assert answered == here


def test_a_refusal_is_told_in_its_own_words(qtbot: QtBot, heard: list[object]) -> None:
    parent = QObject()

    def work(progress: object, cancelled: object) -> object:
        message = "The disk is full. Make room."
        raise Refused(message)

    background.run(work, parent, lambda _: heard.append("finished"), heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["The disk is full. Make room."]


def test_a_bug_is_logged_without_its_words(qtbot: QtBot, heard: list[object], own_folders: Path) -> None:
    parent = QObject()

    def work(progress: object, cancelled: object) -> object:
        message = "a sentence of an article"
        raise ValueError(message)

    background.run(work, parent, lambda _: heard.append("finished"), heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert "should not have" in str(heard[0])
    log = (own_folders / "config" / "annotator.log").read_text(encoding="utf-8")
    assert "ValueError" in log
    assert "a sentence of an article" not in log


def test_it_tells_how_far_it_is_and_stops_when_asked(qtbot: QtBot, heard: list[object]) -> None:
    parent, told = QObject(), list[tuple[int, int]]()

    def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
        done = 0
        while not cancelled():
            done += 1
            progress(done, 1000)
        return "stopped"

    job = background.run(work, parent, heard.append, heard.append, lambda done, total: told.append((done, total)))
    qtbot.waitUntil(lambda: len(told) > 2)
    job.cancel()
    qtbot.waitUntil(lambda: bool(heard))
    background.wait()
    assert heard == ["stopped"]
    assert told[:2] == [(1, 1000), (2, 1000)]
