"""High contrast: chosen in the menu or by the system, remembered, with a thick line in place of each tint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.preferences import Preferences, load_preferences, save_preferences
from annotator.ui.application import application
from annotator.ui.article.coding_painter import PaintedLine, PaintedTint, PaintedUnderline, paint_line
from annotator.ui.main_window import MainWindow
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_the_menu_turns_it_on_and_off_and_it_is_remembered(qtbot: QtBot, dress: Callable[[str], None]) -> None:
    dress("light")
    window = MainWindow()
    qtbot.addWidget(window)
    turn = window.actions_.by_id["turn_high_contrast"]
    window.actions_.by_id["use_dark_theme"].trigger()
    turn.trigger()
    assert (theme().palette.name, turn.isChecked()) == ("high-dark", True)
    assert load_preferences().high_contrast
    application()
    assert theme().palette.name == "high-dark", "the next start comes up with it"
    window.actions_.by_id["use_light_theme"].trigger()
    assert theme().palette.name == "high-light"
    turn.trigger()
    assert (theme().palette.name, turn.isChecked()) == ("light", False)


def test_damaged_preferences_leave_it_off() -> None:
    save_preferences(Preferences(high_contrast=True))
    assert load_preferences().high_contrast
    save_preferences(Preferences(high_contrast="yes"))  # type: ignore[arg-type]
    assert load_preferences().high_contrast is False


def test_a_coding_is_a_thick_line_below_its_words_and_another_one_below_that(qtbot: QtBot) -> None:
    from PySide6.QtGui import QImage, QPainter

    theme().choose("light", high_contrast=True)
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    line = PaintedLine(
        (PaintedTint(10, 5, 50, 25, "#6bd4f9", "a"),),
        (PaintedUnderline(10, 50, 23.5, 1.5, "#5635b6", "b", 0, dashed=False),),
    )
    painter = QPainter(picture)
    paint_line(painter, line, tints=not theme().palette.high)
    painter.end()
    theme().choose("light")
    column = [picture.pixelColor(30, y).name() for y in range(40)]
    assert set(column[:24]) == {"#ffffff"}, "nothing lies under the words"
    assert column[24:27] == [column[24]] * 3 != ["#ffffff"] * 3
    assert [colour for colour in column[27:32] if colour not in ("#ffffff", column[24])]
