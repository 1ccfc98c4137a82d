"""How a long job runs off the window's thread: plain values in, plain values out, progress and cancel."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from annotator.log import log_unexpected
from annotator.model.errors import AnnotatorError

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
Work = Callable[[Progress, Cancelled], object]


class Job(QObject):
    """A job under way. Its functions are called on the thread that made it; exactly one of the first two is."""

    _progressed = Signal(int, int)
    _finished = Signal(object)
    _failed = Signal(str)

    def __init__(
        self,
        parent: QObject,
        finished: Callable[[object], None],
        failed: Callable[[str], None],
        progressed: Callable[[int, int], None] | None,
    ) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._when_finished, self._when_failed, self._when_progressed = finished, failed, progressed
        self._finished.connect(self._tell_finished)
        self._failed.connect(self._tell_failed)
        self._progressed.connect(self._tell_progress)

    def cancel(self) -> None:
        """Ask the job to stop; what it had not finished is not done."""
        self._stop.set()

    def work(self, work: Work) -> None:
        """Do the work, on the other thread."""
        try:
            result = work(self._progressed.emit, self._stop.is_set)
        except AnnotatorError as error:
            self._failed.emit(error.sentence)
        except Exception as error:
            file = log_unexpected(error)
            self._failed.emit(f"Something went wrong that should not have. What was saved is safe. See {file}.")
        else:
            self._finished.emit(result)

    @Slot(object)
    def _tell_finished(self, result: object) -> None:
        self.deleteLater()
        self._when_finished(result)

    @Slot(str)
    def _tell_failed(self, sentence: str) -> None:
        self.deleteLater()
        self._when_failed(sentence)

    @Slot(int, int)
    def _tell_progress(self, done: int, total: int) -> None:
        if self._when_progressed is not None:
            self._when_progressed(done, total)


class _Runnable(QRunnable):
    def __init__(self, job: Job, work: Work) -> None:
        super().__init__()
        self._job = job
        self._work = work

    def run(self) -> None:
        self._job.work(self._work)


def run(
    work: Work,
    parent: QObject,
    finished: Callable[[object], None],
    failed: Callable[[str], None],
    progressed: Callable[[int, int], None] | None = None,
) -> Job:
    """Begin `work(progress, cancelled)` on another thread; the functions are called on this one."""
    job = Job(parent, finished, failed, progressed)
    QThreadPool.globalInstance().start(_Runnable(job, work))
    return job


def wait() -> None:
    """Wait until nothing is under way any more."""
    QThreadPool.globalInstance().waitForDone()
