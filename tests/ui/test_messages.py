"""The few questions: clear verbs, and a way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from annotator.ui.messages import confirm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

# What the platform without a screen cannot do is no fault of the window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize(
    ("answer", "agreed"), [("Delete code", True), ("Cancel", False), ("escape", False), ("enter", False)]
)
def test_the_act_is_done_only_when_its_own_verb_is_chosen(qtbot: QtBot, answer: str, agreed: bool) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def reply() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert box.text() == "Delete code: 14 codings by 2 coders go with it."
        if answer in ("escape", "enter"):
            qtbot.keyClick(box, Qt.Key.Key_Escape if answer == "escape" else Qt.Key.Key_Return)
            return
        button = next(each for each in box.buttons() if each.text().replace("&", "") == answer)
        button.click()

    QTimer.singleShot(0, reply)
    assert confirm(parent, "Delete code: 14 codings by 2 coders go with it.", "Delete code") is agreed
