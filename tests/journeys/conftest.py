"""What the journeys share: the window as it comes up, and Ann with a project before her."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from journeys.analyst import LONG, WARDS, Analyst, make_project

from annotator.preferences import Preferences, save_preferences
from annotator.ui.application import application, show_first
from annotator.ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """Dress the application as the program does, and take that off again."""
    font, palette = qapp.font(), qapp.palette()
    application("light")
    yield
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(palette)


@pytest.fixture
def window(qtbot: QtBot, dressed: None) -> MainWindow:
    """Return the window as it comes up."""
    made = MainWindow()
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


@pytest.fixture
def analyst(qtbot: QtBot, window: MainWindow) -> Analyst:
    """Return somebody before the start page."""
    return Analyst(qtbot, window)


@pytest.fixture
def project_path(tmp_path: Path, dressed: None) -> Path:
    """Return a project with two articles and the scheme that ships."""
    return make_project(tmp_path / "evidence.annotator")


@pytest.fixture
def ann(analyst: Analyst, project_path: Path) -> Analyst:
    """Return Ann, with the project open before her."""
    save_preferences(Preferences(coder="Ann"))
    assert analyst.window.open_project(project_path, "Ann")
    return analyst


@pytest.fixture
def reader(analyst: Analyst, tmp_path: Path) -> Analyst:
    """Return Ann with a report of sixty paragraphs before her."""
    save_preferences(Preferences(coder="Ann"))
    path = make_project(tmp_path / "report.annotator", {"A long report": LONG, "Wards close for the summer": WARDS})
    assert analyst.window.open_project(path, "Ann")
    return analyst


@pytest.fixture
def anew(qtbot: QtBot) -> Callable[[Analyst], Analyst]:
    """Close the window and start the program again, as the next morning."""

    def start(analyst: Analyst) -> Analyst:
        analyst.window.close()
        window = MainWindow()
        qtbot.addWidget(window)
        window.resize(1440, 900)
        show_first(window, None, None, sample=False)
        window.show()
        with qtbot.waitActive(window):
            window.activateWindow()
        return Analyst(qtbot, window)

    return start


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say that what the platform without a screen cannot do is no fault of the window."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))
