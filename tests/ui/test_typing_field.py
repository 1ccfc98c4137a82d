"""What is typed in a form: chosen from its beginning, and with its no-break spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from annotator.ui.typing_field import TypingField, choose_all

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_long_title_is_chosen_whole_and_its_beginning_stays_in_sight(qtbot: QtBot) -> None:
    for words in ("Chief executive backs a mixed model of commissioning for England", "👩‍⚕️ on call", ""):
        line = QLineEdit(words)
        qtbot.addWidget(line)
        line.resize(120, 32)
        choose_all(line)
        assert line.selectedText() == words
        assert line.cursorPosition() == 0
        line.insert("Another")
        assert line.text() == "Another"


def test_no_break_spaces_and_line_ends_are_typed_text(qtbot: QtBot) -> None:
    field = TypingField("Definition")
    qtbot.addWidget(field)
    field.show_text("10\u00a0per cent\nof all ")
    assert field.text() == "10\u00a0per cent\nof all"
