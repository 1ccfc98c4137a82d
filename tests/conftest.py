"""What every test stands on: no screen, one locale, no preferences of the person who runs it."""

import os
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = os.environ.get("ANNOTATOR_TEST_PLATFORM", "offscreen")
os.environ.setdefault("LC_ALL", "C.UTF-8")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep preferences, logs and the sample of the person who runs the tests out of reach."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR", "APPDATA"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("ANNOTATOR_CONFIG_FOLDER", str(home / "config"))
    for name in ("ANNOTATOR_CODER",):
        monkeypatch.delenv(name, raising=False)
    return home


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the long runs of the tests that try chance and faults."""
    parser.addoption("--long", action="store_true", help="thousands of kills, edits and gestures instead of dozens")


@pytest.fixture
def long_run(request: pytest.FixtureRequest) -> bool:
    """Whether the long runs were asked for."""
    return bool(request.config.getoption("--long"))


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Take down what the window has spoken: the announcements that would go to a screen reader."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    said: list[str] = []

    def take_down(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(take_down))
    return said
