"""The open project as the window sees it: gestures go in, one signal tells what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.changes import ChangeSet, Done
    from annotator.model.records import Coder
    from annotator.project.project import Project

QUIET_MS = 1000  # after this without a gesture the journal is brought into the one file
FOLLOW_MS = 1500  # how often the file is looked at for other windows' and commands' work


class Session(QObject):
    """Carries gestures to the project. A gesture is announced after it is on the disk, never before."""

    changed = Signal(object)
    saved = Signal()
    refused = Signal(str)

    def __init__(self, project: Project, coder: Coder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.coder = coder
        project.act_as(coder)
        project.on_change(self._announce)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._settle)
        self._following = QTimer(self, interval=FOLLOW_MS)
        self._following.timeout.connect(self.follow)
        self._following.start()

    def do(self, change_set: ChangeSet) -> Done | None:
        """Do a gesture; a refusal is told by the signal and gives None. An empty gesture does nothing."""
        return self._tried(lambda: self.project.do(change_set)) if change_set else None

    def undo(self) -> Done | None:
        """Take back this coder's last gesture."""
        return self._tried(self.project.undo)

    def redo(self) -> Done | None:
        """Do again what the last undo took back."""
        return self._tried(self.project.redo)

    def follow(self) -> None:
        """Announce what another window or command has written."""
        try:
            self.project.follow()
        except AnnotatorError as error:
            self._following.stop()
            self.refused.emit(error.sentence)

    def close(self) -> None:
        """Stop the timers and close the file."""
        self._following.stop()
        self._quiet.stop()
        self.project.close()

    def _tried(self, act: Callable[[], Done]) -> Done | None:
        try:
            return act()
        except AnnotatorError as error:
            self.refused.emit(error.sentence)
            return None

    def _announce(self, change_set: ChangeSet) -> None:
        self.saved.emit()
        self.changed.emit(change_set)
        self._quiet.start()

    def _settle(self) -> None:
        if not self.project.settle():
            self._quiet.start()
