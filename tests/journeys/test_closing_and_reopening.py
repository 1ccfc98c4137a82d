"""Closing and reopening: what was read and typed is kept, folding and size remembered, nothing left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analyst import SENTENCE
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from annotator.project.project import Project
from annotator.ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from journeys.analyst import Analyst


def test_who_only_read_comes_back_to_the_line_they_read(reader: Analyst, anew: Callable[[Analyst], Analyst]) -> None:
    bar = reader.window.page.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    top = reader.window.page.view.shown_range()[0]
    again = anew(reader)
    first, last = again.window.page.view.shown_range()
    assert first <= top <= last


def test_a_memo_that_is_being_typed_is_written_before_closing(ann: Analyst) -> None:
    ann.press("J", "J", "1", "M")
    ann.type("not finished yet")
    path = ann.project.path
    ann.window.close()
    with Project.open(path, read_only=True) as project:
        assert [coding.memo for coding in project.codings()] == ["not finished yet"]


def test_folded_panels_stay_folded_in_their_width(ann: Analyst, anew: Callable[[Analyst], Analyst]) -> None:
    ann.press("Ctrl+Shift+R")
    again = anew(ann)
    assert not again.window.page.codes.isVisible()
    again.window.resize(1024, 700)
    again.qtbot.waitUntil(lambda: again.window.panels.width_class == "compact")
    assert again.window.page.codes.isVisible(), "another width has its own folding"


def test_the_window_has_the_size_it_had(ann: Analyst) -> None:
    ann.window.resize(770, 590)
    ann.window.close()
    again = MainWindow()
    ann.qtbot.addWidget(again)
    assert (again.width(), again.height()) == (770, 590)


def test_the_project_is_one_whole_file_after_closing(ann: Analyst) -> None:
    ann.press("J", "J", "1")
    path = ann.project.path
    ann.window.close()
    assert [file.name for file in path.parent.iterdir()] == ["evidence.annotator"]
    with Project.open(path, read_only=True) as project:
        assert [coding.quote for coding in project.codings()] == [SENTENCE]


def test_the_start_page_has_no_project_behind_it_and_the_recent_one_comes_back(ann: Analyst) -> None:
    ann.press("J", "J", "1", "M")
    ann.type("a thought")
    path = ann.project.path
    ann.window.actions_.by_id["show_start_page"].trigger()
    assert ann.window.workspace is None
    ann.press("Ctrl+Z", "Ctrl+J", "Ctrl+Shift+Return")
    ann.window.starting.page.recent_chosen.emit(str(path), "Ann")
    assert [(coding.quote, coding.memo) for coding in ann.codings()] == [(SENTENCE, "a thought")]


def test_thirty_projects_in_one_window_leave_nothing_behind(ann: Analyst) -> None:
    path = ann.project.path

    def widgets_after(times: int) -> int:
        for _ in range(times):
            assert ann.window.open_project(path, "Ann")
            ann.press("J", "J", "Return", "Esc")
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return len(QApplication.allWidgets())

    assert widgets_after(30) <= widgets_after(2)


def test_sheets_and_export_windows_do_not_pile_up(ann: Analyst, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.ui.extracts.export_window.ExportWindow.ask", lambda _: None)

    def widgets_after(times: int) -> int:
        for _ in range(times):
            ann.window.actions_.by_id["show_keys"].trigger()
            sheet = QApplication.activeWindow()
            for window in QApplication.topLevelWidgets():
                if window.windowTitle() == "Keys":
                    window.close()
            assert sheet is not None
            ann.window.actions_.by_id["export_extracts"].trigger()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return len(QApplication.allWidgets())

    first = widgets_after(1)
    assert widgets_after(5) == first


def test_a_folded_definition_is_folded_the_next_morning_at_that_width_only(
    ann: Analyst, anew: Callable[[Analyst], Analyst]
) -> None:
    ann.click(ann.window.page.codes.definition.head)
    assert ann.window.page.codes.folded_boxes() == ["definition"]
    ann.window.resize(1024, 700)
    assert ann.window.page.codes.folded_boxes() == ["definition", "memo"]
    ann.click(ann.window.page.codes.memo.head)
    again = anew(ann)
    assert again.window.page.codes.folded_boxes() == ["definition"]
    again.window.resize(1024, 700)
    assert again.window.page.codes.folded_boxes() == ["definition"]
    again.window.resize(1440, 900)
    again.click(again.window.page.codes.definition.head)
    assert again.window.page.codes.folded_boxes() == []
