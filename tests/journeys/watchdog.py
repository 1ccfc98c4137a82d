"""Whether the window lives while something is under way: how often it came round, and its longest absence."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from annotator.ui.session import Session


class Watchdog(QObject):
    """Looks in whenever the window has nothing else to do."""

    def __init__(self) -> None:
        super().__init__()
        self.rounds = 0
        self.longest = 0.0
        self._last = perf_counter()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Look from now on."""
        self._last = perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Look a last time."""
        self._look()
        self._timer.stop()

    def _look(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now
        self.rounds += 1


def watching(session: Session) -> Watchdog:
    """Return one that looks while big gestures of a session are written."""
    watchdog = Watchdog()
    session.writing.connect(watchdog.start)
    session.free.connect(watchdog.stop)
    return watchdog
