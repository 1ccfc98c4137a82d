"""A key that cannot do its work says what is missing, and Enter presses the button that has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.ui.sheet import Sheet

if TYPE_CHECKING:
    from journeys.analyst import Analyst
    from pytestqt.qtbot import QtBot


def test_the_highlighter_without_a_last_code_says_what_is_missing(ann: Analyst) -> None:
    ann.press("H")
    assert "no last code yet" in ann.notice()
    assert not ann.workspace.coding.highlighting
    ann.press("J", "J", "1", "H")
    assert ann.workspace.coding.highlighting


def test_the_last_code_again_without_one_says_so(ann: Analyst) -> None:
    ann.press("J", "J", "R")
    assert "no last code yet" in ann.notice()
    assert ann.codings() == []


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot) -> None:
    sheet = Sheet("A window", "Do it")
    qtbot.addWidget(sheet)
    sheet.lay_out(sheet.sentence)
    acted: list[bool] = []
    sheet.main_button.clicked.connect(acted.append)
    sheet.show()
    sheet.leave_button.setFocus()
    with qtbot.waitSignal(sheet.rejected):
        QTest.keyClick(sheet.leave_button, Qt.Key.Key_Return)
    assert acted == []
