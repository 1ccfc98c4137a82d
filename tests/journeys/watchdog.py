"""Whether the window lives while something is under way: how often it came round, how long it stayed away."""

from __future__ import annotations

from time import perf_counter, thread_time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from annotator.ui.session import Session


class Watchdog(QObject):
    """Looks in whenever the window has nothing else to do.

    `longest` is its longest absence in seconds, `busiest` the longest that it worked by itself in one of them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.rounds = 0
        self.longest = self.busiest = 0.0
        self._last, self._worked = perf_counter(), thread_time()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Look from now on."""
        self._last, self._worked = perf_counter(), thread_time()
        self._timer.start()

    def stop(self) -> None:
        """Look a last time."""
        self._look()
        self._timer.stop()

    def _look(self) -> None:
        now, worked = perf_counter(), thread_time()
        self.longest, self._last = max(self.longest, now - self._last), now
        self.busiest, self._worked = max(self.busiest, worked - self._worked), worked
        self.rounds += 1


def watching(session: Session) -> Watchdog:
    """Return one that looks while big gestures of a session are written."""
    watchdog = Watchdog()
    session.writing.connect(watchdog.start)
    session.free.connect(watchdog.stop)
    return watchdog
