"""How a copy that a synced folder has made beside the project is offered: once, quietly, if there is more in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from annotator.jobs.conflict_copies import conflict_copies, copies_of
from annotator.model.errors import AnnotatorError
from annotator.preferences import load_preferences, save_preferences
from annotator.project.project import Project
from annotator.ui import background

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.ui.workspace import Workspace

SOON_MS = 1200  # the article comes first
MOST_REMEMBERED = 200
OFFER = (
    "“{name}” lies beside this project. A synced folder made it of a copy that was changed at the same time, and it "
    "holds what is not here: {what} Look at it before anything is put together."
)


class CopiesBeside(QObject):
    """Looks when the project was opened and whenever the window comes to the front again."""

    def __init__(self, workspace: Workspace, tell: Callable[..., None], receive: Callable[[list[Path]], None]) -> None:
        super().__init__(workspace)
        self._workspace, self._tell, self._receive = workspace, tell, receive
        self._seen: set[str] = set()
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.look)
        self._soon.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._came_back)

    def look(self) -> None:
        """Look, beside the window, into copies that were not looked into yet; only their names are read here."""
        session = self._workspace.session
        if session.closed:
            return
        path, offered = session.project.path, set(load_preferences().offered_copies)
        fresh = {sign for file in conflict_copies(path) if (sign := sign_of(file)) not in offered | self._seen}
        if fresh:
            self._seen |= fresh
            background.run(lambda _told, _stopped: _with_more(path, fresh), self, self._offer, lambda _sentence: None)

    def close(self) -> None:
        """Look no more."""
        self._soon.stop()

    def _came_back(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and not self._workspace.session.closed:
            self._soon.start()

    def _offer(self, found: object) -> None:
        if self._workspace.session.closed or not isinstance(found, list):
            return
        for file, what in found:
            _remember(sign_of(file))
            self._tell(
                OFFER.format(name=file.name, what=what), passing=False,
                actions=[("Look at it…", lambda file=file: self._receive([file]))],
            )  # fmt: skip


def sign_of(file: Path) -> str:
    """Return what a copy is remembered by: its name and when it was written; empty for one that is gone."""
    try:
        return f"{file.name} {file.stat().st_mtime_ns}"
    except OSError:
        return ""


def _with_more(path: Path, signs: set[str]) -> list[tuple[Path, str]]:
    """Return the copies of a project that hold what it does not, each with that in words."""
    from annotator.jobs.received_listed import summary  # loaded with the first copy that is found
    from annotator.jobs.receiving import look_at

    found = []
    with Project.open(path, read_only=True) as project:
        for file in copies_of(project):
            if sign_of(file) not in signs:
                continue
            try:
                there = look_at(project, file).found
            except AnnotatorError:
                continue
            if there.change_set.changes:
                found.append((file, summary(there)))
    return found


def _remember(sign: str) -> None:
    preferences = load_preferences()
    save_preferences(replace(preferences, offered_copies=[*preferences.offered_copies, sign][-MOST_REMEMBERED:]))
