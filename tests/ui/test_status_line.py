"""The strip at the foot tells what is saved and where the work is, in whatever room there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow

from annotator.ui.status_line import StatusLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

# What the platform without a screen cannot do is no fault of the window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(1440, 400)
    return made


@pytest.fixture
def line(window: QMainWindow) -> StatusLine:
    made = StatusLine()
    window.setCentralWidget(made)
    window.show()
    made.show_saved("All saved, 14:32", ok=True)
    made.show_coding("Governance › G3 Delegation, by Ann, 1 of 2 here", "#5635b6")
    made.show_counts("17 codings")
    made.show_place("Paragraph 7 of 11")
    made.show_round("Main round, blind")
    made.show_coder("Ann")
    QApplication.processEvents()
    return made


def _shown(line: StatusLine) -> list[str]:
    parts = (line.saved, line.coding, line.counts, line.place, line.round, line.coder)
    return [part.label.text() for part in parts if part.isVisible()]


def test_in_a_wide_window_everything_is_there(line: StatusLine) -> None:
    assert len(_shown(line)) == 6
    assert line.coding.label.shown_text() == "Governance › G3 Delegation, by Ann, 1 of 2 here"


def test_in_a_narrow_window_the_round_goes_first_and_the_saved_state_last(
    window: QMainWindow, line: StatusLine
) -> None:
    window.resize(640, 400)
    QApplication.processEvents()
    assert "Main round, blind" not in _shown(line)
    assert "All saved, 14:32" in _shown(line)
    assert line.saved.label.shown_text() == "All saved, 14:32"
    window.resize(1440, 400)
    QApplication.processEvents()
    assert len(_shown(line)) == 6


def test_a_path_of_four_thousand_letters_is_cut_and_the_window_keeps_its_width(
    window: QMainWindow, line: StatusLine
) -> None:
    line.show_coding("Governance › " * 300, "#5635b6")
    window.resize(800, 400)
    QApplication.processEvents()
    assert window.width() == 800
    assert line.saved.label.shown_text() == "All saved, 14:32"
    line.grab()
    assert line.coding.label.toolTip().startswith("Governance › Governance")


def test_what_is_no_longer_there_is_taken_off_the_line(line: StatusLine) -> None:
    line.show_coding("", None)
    line.show_round("")
    assert _shown(line) == ["All saved, 14:32", "17 codings", "Paragraph 7 of 11", "Ann"]


def test_trouble_with_saving_changes_the_icon_and_the_spoken_name(line: StatusLine) -> None:
    before = line.saved.mark.grab().toImage()
    line.show_saved("Not saved: the disk is full", ok=False)
    assert line.saved.mark.grab().toImage() != before
    assert line.saved.label.accessibleName() == "Saved: Not saved: the disk is full"


def test_line_ends_in_a_path_never_make_the_line_higher(line: StatusLine) -> None:
    line.show_coding("Governance\n\nDelegation", "#5635b6")
    assert line.coding.label.text() == "Governance Delegation"
    assert line.height() == 28
