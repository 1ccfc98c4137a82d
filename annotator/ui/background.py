"""How a long job runs off the window's thread: plain values in, plain values out, progress and cancel."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from annotator.log import log_unexpected
from annotator.model.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Callable


class Job(QObject):
    """A job under way. The signals arrive on the thread that made it; exactly one of the last two comes."""

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancel = threading.Event()

    def cancel(self) -> None:
        """Ask the job to stop; what it had not finished is not done."""
        self._cancel.set()

    def cancelled(self) -> bool:
        """Tell whether the job shall stop."""
        return self._cancel.is_set()


class _Runnable(QRunnable):
    def __init__(self, job: Job, work: Callable[[Callable[[int, int], None], Callable[[], bool]], object]) -> None:
        super().__init__()
        self._job = job
        self._work = work

    def run(self) -> None:
        try:
            result = self._work(self._job.progressed.emit, self._job.cancelled)
        except AnnotatorError as error:
            self._job.failed.emit(error.sentence)
        except Exception as error:
            file = log_unexpected(error)
            self._job.failed.emit(f"Something went wrong that should not have. What was saved is safe. See {file}.")
        else:
            self._job.finished.emit(result)


def run(work: Callable[[Callable[[int, int], None], Callable[[], bool]], object], parent: QObject | None = None) -> Job:
    """Begin `work(progress, cancelled)` on another thread; connect to the job's signals before returning to Qt."""
    job = Job(parent)
    QThreadPool.globalInstance().start(_Runnable(job, work))
    return job
