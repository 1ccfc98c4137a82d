"""How the export window comes to know what each choice would take: read beside it, while it is already open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.jobs.counting_out import OutgoingCounts, outgoing_counts
from annotator.project.project import Project
from annotator.ui import background

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QObject

    from annotator.ui.extracts.export_window import ExportWindow


class Counting:
    """Reads the project file once. Stopped, it tells its window nothing any more."""

    def __init__(self, path: Path, window: ExportWindow, parent: QObject) -> None:
        """`parent` outlives the window: the job may still be under way when that goes."""
        self._window: ExportWindow | None = window
        base = window.base

        def work(_progress: background.Progress, cancelled: Callable[[], bool]) -> object:
            with Project.open(path, read_only=True) as project:
                return outgoing_counts(project, base, cancelled)

        self._job: background.Job | None = background.run(work, parent, self._take, self._fail)

    def stop(self) -> None:
        """Let it be, since its window goes."""
        self._window = None
        if self._job is not None:
            self._job.cancel()

    def _take(self, counts: object) -> None:
        self._job = None
        if self._window is not None and isinstance(counts, OutgoingCounts):
            self._window.take_count(counts.count)

    def _fail(self, sentence: str) -> None:
        self._job = None
        if self._window is not None:
            self._window.show_failure(sentence)
