"""What tests of the look share: the sample project in the window, as it comes up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pictures.comparing import Look, look_at

from annotator.jobs.sample import sample_in
from annotator.preferences import Preferences, save_preferences
from annotator.ui.application import application
from annotator.ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from annotator.preferences import ThemeChoice


@pytest.fixture
def sample_window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., MainWindow]]:
    """Open the sample as Coder A in a window of a size and a theme; the look is taken off again afterwards."""
    before = qapp.font(), qapp.palette()

    def open_sample(choice: ThemeChoice, width: int, height: int) -> MainWindow:
        application(choice)
        save_preferences(Preferences(coder="Coder A", theme=choice))
        window = MainWindow(remembers=False)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        assert window.open_project(sample_in(tmp_path), "Coder A")
        qapp.processEvents()
        return window

    yield open_sample
    application("light")
    qapp.setStyleSheet("")
    qapp.setFont(before[0])
    qapp.setPalette(before[1])


@pytest.fixture
def look(tmp_path: Path) -> Callable[[MainWindow, str], Look]:
    """Compare a window with the picture of a name."""
    return lambda window, name: look_at(window, name, tmp_path)
