"""How a comparison runs: at once where there is little to compare, beside the window where there is much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.model.errors import AnnotatorError
from annotator.project.project import Project
from annotator.ui import background
from annotator.ui.settling.compared import Chosen, Compared, compared

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.ui.session import Session

MANY = 2_000  # codings of those compared, from which on it takes longer than a hand waits for


class Comparing(QObject):
    """One comparison at a time. What is asked for meanwhile is compared next, and only the last of it.

    `done`: what came of it, none where there is nothing to compare. `busy_changed`: whether figures are on the way.
    """

    done = Signal(object)
    failed = Signal(str)
    busy_changed = Signal(bool)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._running: background.Job | None = None
        self._waiting: tuple[Chosen, bool] | None = None

    @property
    def busy(self) -> bool:
        """Tell whether figures are on the way."""
        return self._running is not None

    def compare(self, chosen: Chosen, *, opening: bool) -> None:
        """Compare. `opening`: it is opened just now, so rounds that nobody has compared yet are frozen."""
        if self._running is not None:
            waiting = self._waiting is not None and self._waiting[1]
            self._waiting = chosen, opening or waiting
            self._running.cancel()
        elif self._is_long(chosen):
            self._begin(chosen, opening=opening)
        else:
            try:
                found = compared(self._session.project, chosen, self._session.coder.id, opening=opening)
            except AnnotatorError as error:
                self.failed.emit(error.sentence)
            else:
                self.done.emit(found)

    def close(self) -> None:
        """Wait for what is under way; nothing comes of it."""
        if self._running is not None:
            self._running.cancel()
            background.wait()

    def _is_long(self, chosen: Chosen) -> bool:
        counts = self._session.project.counts_by_coder(with_aside=True)
        whose = counts if chosen.everybody else (chosen.a, chosen.b)
        return sum(counts.get(coder, 0) for coder in whose) > MANY

    def _begin(self, chosen: Chosen, *, opening: bool) -> None:
        path, looking = self._session.project.path, self._session.coder.id
        self._running = background.run(
            lambda _told, _stopped: _compared_beside(path, chosen, looking, opening=opening), self, self._take,
            self._fail,
        )  # fmt: skip
        self.busy_changed.emit(True)

    def _take(self, found: object) -> None:
        if not self._went_on():
            self.done.emit(found)

    def _fail(self, sentence: str) -> None:
        if not self._went_on():
            self.failed.emit(sentence)

    def _went_on(self) -> bool:
        """Compare what was asked for meanwhile; tell whether there was anything, so that this is out of date."""
        self._running, waiting, self._waiting = None, self._waiting, None
        if self._session.closed:
            return True
        if waiting is not None:
            self._begin(waiting[0], opening=waiting[1])
            return True
        self.busy_changed.emit(False)
        return False


def _compared_beside(path: Path, chosen: Chosen, looking: str, *, opening: bool) -> Compared | None:
    with Project.open(path, read_only=True) as project:
        return compared(project, chosen, looking, opening=opening)
