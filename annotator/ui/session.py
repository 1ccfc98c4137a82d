"""The open project as the window sees it: gestures go in, one signal tells what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.errors import AnnotatorError, CannotOpen, CannotWrite, Stopped
from annotator.project.file_system import is_local_disk
from annotator.project.pace import Pace
from annotator.ui import background
from annotator.ui.waiting import STILL_WRITING, Waiting

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.changes import ChangeSet, Done, Step
    from annotator.model.records import Coder
    from annotator.project.project import Project

QUIET_MS = 1000  # after this without a gesture the journal is brought into the one file
FOLLOW_MS = 1500  # how often the file is looked at for other windows' and commands' work
MANY_CHANGES = 200  # a gesture of more is written beside the window, and its views read anew


class Session(QObject):
    """Carries gestures to the project. A gesture is announced after it is on the disk, never before.

    `refused`: it is not allowed. `failed`: it could not be written; nothing was changed. `answers`: the file is back.
    A big gesture is written beside the window, which waits for it and takes no other meanwhile: `writing` says its
    name, `written` how far it is, `free` that it has ended, `stopped` that the analyst stopped it. What has to be read
    anew after it is read there too, by `read_beside`.
    """

    changed = Signal(object)
    saved = Signal()
    refused = Signal(str)
    failed = Signal(str)
    answers = Signal()
    writing = Signal(str)
    written = Signal(int, int)
    free = Signal()
    stopped = Signal(str)

    def __init__(self, project: Project, coder: Coder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.coder = coder
        self.closed = False
        self.complete: Callable[[ChangeSet], ChangeSet] = lambda change_set: change_set
        self.read_beside: Callable[[Project], object] = lambda _project: None
        self._read: tuple[ChangeSet | None, object] = None, None
        self._told = ""
        self._numbered = is_local_disk(project.path)
        self._file = self._file_there()
        self._labels: tuple[str, str] | None = None
        self._waiting = Waiting(self, project.path, coder, self.written.emit)
        project.act_as(coder)
        project.on_change(self._announce)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._settle)
        self._following = QTimer(self, interval=FOLLOW_MS)
        self._following.timeout.connect(self.follow)
        self._following.start()

    def do(self, change_set: ChangeSet) -> Done | None:
        """Do a gesture; what hinders it is told by a signal and gives None. An empty gesture does nothing.

        `complete` may add what the gesture says besides: coding on after a look at colleagues' work ends blindness.
        """
        if not change_set:
            return None
        change_set = self.complete(change_set)
        return self._tried(
            lambda project, pace: project.do(change_set, pace=pace), lambda: len(change_set.changes), change_set.label
        )

    def make(self, make: Callable[[Project], ChangeSet], rows: int, name: str) -> Done | None:
        """Do a gesture that is made out of what the file holds; where many rows are in it, all of that goes beside."""
        return self._tried(lambda project, pace: project.do(make(project), pace=pace), lambda: rows, name)

    def write_beside(self, write: Callable[[Project, Pace], Done], name: str) -> Done | None:
        """Do a gesture that somebody else makes and writes, beside the window whatever its size."""
        return self._tried(write, lambda: MANY_CHANGES + 1, name)

    def undo(self) -> Done | None:
        """Take back this coder's last gesture."""
        name = f"Undo {self.labels()[0]}"
        return self._tried(lambda project, pace: project.undo(pace), lambda: _rows(self.project.step_to_undo()), name)

    def redo(self) -> Done | None:
        """Do again what the last undo took back."""
        name = f"Redo {self.labels()[1]}"
        return self._tried(lambda project, pace: project.redo(pace), lambda: _rows(self.project.step_to_redo()), name)

    @property
    def busy(self) -> bool:
        """Tell whether a big gesture is being written."""
        return self._waiting.busy

    def refuses(self) -> bool:
        """Tell whether nothing else goes now, since a big gesture is being written; if so it is said."""
        if self.busy:
            self.refused.emit(STILL_WRITING)
        return self.busy

    def stop(self) -> None:
        """Stop the big gesture that is being written: then nothing of it is done."""
        self._waiting.stop()

    def read_for(self, change_set: ChangeSet) -> object:
        """Return what `read_beside` found in the file on the other thread, after a big gesture and nothing else."""
        return self._read[1] if change_set is self._read[0] else None

    def labels(self) -> tuple[str, str]:
        """Return what undo would take back and redo do again, by name; asked of the file once after each gesture."""
        if self._labels is None:
            try:
                self._labels = self.project.undo_label() or "", self.project.redo_label() or ""
            except AnnotatorError:  # the next gesture will say what is wrong with the file
                return "", ""
        return self._labels

    def follow(self) -> None:
        """Announce what another window or command has written, and say when the file cannot be reached."""
        if self.closed or self.busy:
            return
        try:
            self._check_there()
            self.project.follow()
        except AnnotatorError as error:
            if error.sentence != self._told:
                self._told = error.sentence
                self.failed.emit(error.sentence)
        else:
            if self._told:
                self._told = ""
                self.answers.emit()

    def close(self) -> None:
        """Stop the timers and close the file."""
        self.closed = True
        if self.busy:
            self.stop()
            background.wait()
        self._following.stop()
        self._quiet.stop()
        self.project.close()

    def _tried(self, act: Callable[[Project, Pace], Done], rows: Callable[[], int], name: str) -> Done | None:
        try:
            self._check_there()
            if not self.busy and rows() <= MANY_CHANGES:
                return act(self.project, Pace())
            return self._announced(*self._beside(act, name))
        except Stopped as error:
            self.stopped.emit(error.sentence)
        except (CannotWrite, CannotOpen) as error:
            self.failed.emit(error.sentence)
        except AnnotatorError as error:
            self.refused.emit(error.sentence)
        return None

    def _announced(self, done: Done, read: object) -> Done:
        if read is None:  # somebody else wrote meanwhile: both are told at once, so that nothing is counted twice
            self.project.follow()
            return done
        self._read = done.change_set, read
        try:
            return self.project.announce(done)
        finally:
            self._read = None, None

    def _beside(self, act: Callable[[Project, Pace], Done], name: str) -> tuple[Done, object]:
        if not self.busy:
            self.writing.emit(name)
        try:
            return self._waiting.wait_for(act, self.read_beside)
        finally:
            if not self.busy:
                self.free.emit()

    def _check_there(self) -> None:
        """Refuse to write into a file that nobody will find again: deleted, moved or replaced while it was open."""
        path = self.project.path
        if self._file_there() != self._file:
            message = (
                f"{path.name} is no longer in {path.resolve().parent}: it was moved, deleted or replaced. "
                "Nothing more is written until it is back. Put it back there, then go on: what was saved is in it."
            )
            raise CannotWrite(message)

    def _file_there(self) -> tuple[int, int] | None:
        """Return which file lies at the path, none where there is none; other disks may renumber their files."""
        try:
            found = self.project.path.stat()
        except OSError:
            return None
        return (found.st_dev, found.st_ino) if self._numbered else (0, 0)

    def _announce(self, change_set: ChangeSet) -> None:
        self._labels = None
        self.saved.emit()
        self.changed.emit(change_set)
        self._quiet.start()

    def _settle(self) -> None:
        if self.busy or not self.project.settle():
            self._quiet.start()


def _rows(step: Step | None) -> int:
    return step.changes if step else 0
