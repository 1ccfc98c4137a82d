"""How the window waits for a big gesture that is written beside it: it lives on, and takes no other gesture."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject

from annotator.model.errors import AnnotatorError, CannotWrite, Refused
from annotator.project.pace import Pace
from annotator.project.project import Project
from annotator.ui import background

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.model.changes import Done
    from annotator.model.records import Coder

STILL_WRITING = "A change is still being written. Wait until it is done or stop it, then do this again."


class Waiting:
    """One big gesture at a time, on a thread and a connection of its own.

    Who asks for it waits in an event loop inside the present one, as with a question, so what comes after it stands
    where it is asked for; meanwhile the text is painted, scrolled and searched as ever.
    """

    def __init__(self, parent: QObject, path: Path, coder: Coder, tell: Callable[[int, int], None]) -> None:
        self._parent, self._path, self._coder = parent, path, coder
        self._tell = tell
        self._job: background.Job | None = None

    @property
    def busy(self) -> bool:
        """Tell whether a gesture is being written."""
        return self._job is not None

    def stop(self) -> None:
        """Ask the gesture to stop: then nothing of it is done. One that is already on the disk stays."""
        if self._job is not None:
            self._job.cancel()

    def wait_for(self, act: Callable[[Project, Pace], Done], read: Callable[[Project], object]) -> tuple[Done, object]:
        """Do something to the project; return, when it is on the disk, what was done and what was read afterwards.

        Nothing is given as read where somebody else wrote meanwhile.

        Raises what the act raises.
        """
        if self.busy:
            raise Refused(STILL_WRITING)
        answers: list[object] = []
        loop = QEventLoop()

        def answered(answer: object) -> None:
            answers.append(answer)
            loop.quit()

        self._job = job = background.run(
            lambda told, stopped: _done(self._path, self._coder, act, read, Pace(told, stopped)),
            self._parent, answered, lambda sentence: answered(CannotWrite(sentence)), self._tell,
        )  # fmt: skip
        gc.disable()  # else it looks through all rows again and again, and nothing is painted meanwhile
        try:
            loop.exec()
            if not answers:  # the program is being ended: nothing is left half done
                job.cancel()
                background.wait()
        finally:
            gc.enable()
            self._job = None
        return _answer(answers)


def _done(
    path: Path, coder: Coder, act: Callable[[Project, Pace], Done], read: Callable[[Project], object], pace: Pace
) -> tuple[Done, object] | AnnotatorError:
    try:
        with Project.open(path) as project:
            project.act_as(coder)
            done = act(project, pace)
            found = _found(project, read)
            project.settle()
            return done, found
    except AnnotatorError as error:
        return error


def _found(project: Project, read: Callable[[Project], object]) -> object:
    """Return what is read after the gesture; none where that fails, since the gesture itself is on the disk."""
    try:
        found = read(project)
        return found if project.follow() is None else None
    except AnnotatorError:
        return None


def _answer(answers: list[object]) -> tuple[Done, object]:
    """Return what came of it.

    Raises the error that came instead; without an answer the program is being ended.
    """
    answer = answers[0] if answers else CannotWrite("The program is being ended. Look at the project when it is back.")
    if isinstance(answer, tuple):
        return answer
    assert isinstance(answer, AnnotatorError)
    raise answer
