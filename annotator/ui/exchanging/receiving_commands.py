"""How a colleague's work comes in through the window: looked at beside it, decided, then written as one step."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.model.errors import AnnotatorError, CannotOpen, Refused
from annotator.project.project import Project
from annotator.reviewing.choices import Choices
from annotator.ui import background, messages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from annotator.jobs.receiving import Looked
    from annotator.model.changes import Done
    from annotator.project.pace import Pace
    from annotator.ui.exchanging.receive_window import ReceiveWindow
    from annotator.ui.workspace import Workspace

PATIENCE_MS = 400  # what is looked at sooner comes up at once as it is
KINDS = "Work of a colleague (*.annotator);;All files (*)"
ALL_HERE = "All of it is here already, so nothing was written."
CHANGED = "The file has changed since you looked at it, so nothing was received. This is what it brings now."
NOT_WRITTEN = "Nothing was received; the main window says why."
Stamp = tuple[int, int]


class ReceivingCommands(QObject):
    """One file at a time; what is dropped meanwhile waits."""

    def __init__(self, workspace: Workspace, tell: Callable[..., None]) -> None:
        super().__init__(workspace)
        self._workspace, self._tell = workspace, tell
        self.window: ReceiveWindow | None = None
        self._file: Path | None = None
        self._waiting: list[Path] = []
        self._choices = Choices()
        self._looked: Looked | None = None
        self._stamp: Stamp = (0, 0)
        self._looks = 0  # counts them, so that only the newest is shown

    # what is wanted

    def receive_work(self) -> None:
        """Ask for a colleague's file, and show what it brings."""
        folder = self._workspace.session.project.path.parent
        file = messages.choose_file_to_open(self._workspace.page.window(), "Receive", KINDS, folder)
        if file is not None:
            self.receive_files([file])

    def receive_files(self, files: Sequence[Path]) -> None:
        """Show what files bring, one after the other."""
        self._waiting += [file for file in files if file not in (self._file, *self._waiting)]
        if self._file is None:
            self._next()
        elif self.window is not None:
            self.window.appear()

    def may_leave(self) -> bool:
        """Ask, where something was decided, whether it may be lost."""
        return self.window is None or self.window.may_leave()

    def close(self) -> None:
        """Take the window away with the project."""
        self._waiting = []
        self._drop_window()

    # looking

    def _next(self) -> None:
        if not self._waiting:
            return
        self._file, self._choices, self._looked = self._waiting.pop(0), Choices(), None
        self._workspace.flush()
        self._look()
        QTimer.singleShot(PATIENCE_MS, self, self._show_that_it_reads)

    def _look(self, said: str = "") -> None:
        session, file, choices = self._workspace.session, self._file, self._choices
        if file is None or session.closed:
            return
        from annotator.jobs.receiving import look_at  # what receives is loaded with the first file

        self._looks += 1
        number, path, coder = self._looks, session.project.path, session.coder

        def work(_progress: object, _cancelled: object) -> object:
            stamp = stamp_of(file)
            gc.disable()  # else it looks through all rows again and again, and nothing is painted meanwhile
            try:
                with Project.open(path, read_only=True) as project:
                    project.act_as(coder)
                    return stamp, look_at(project, file, choices)
            finally:
                gc.enable()

        def finished(result: object) -> None:
            if number == self._looks and not session.closed and isinstance(result, tuple):
                self._stamp, self._looked = result
                self._show(said)

        def failed(sentence: str) -> None:
            if number == self._looks:
                self._fail(sentence)

        background.run(work, self, finished, failed)

    def _show_that_it_reads(self) -> None:
        if self._file is not None and self._looked is None:
            window = self._opened()
            window.head.setText(self._file.name)
            window.show_reading()
            window.appear()

    def _opened(self) -> ReceiveWindow:
        from annotator.ui.exchanging.receive_window import ReceiveWindow

        if self.window is None:
            self.window = ReceiveWindow(self._workspace.page.window())
            self.window.decided.connect(self._decide)
            self.window.receive_wanted.connect(self._receive)
            self.window.left.connect(self._leave)
        return self.window

    def _show(self, said: str) -> None:
        from annotator.jobs.received_listed import Sight, listed, summary
        from annotator.ui.exchanging.coming_in import head_of
        from annotator.ui.exchanging.decisions import decisions
        from annotator.ui.exchanging.receive_window import decisions_told

        looked, file = self._looked, self._file
        assert looked is not None
        assert file is not None
        new, window = self.window is None, self._opened()
        found, desk = looked.found, self._workspace.desk
        sight = Sight(looked.names, desk.coder, self._open_articles())
        asked = decisions(looked, self._choices, self._workspace.session.project.codes())
        window.show_found(
            head_of(looked, file.name), " ".join(filter(None, (summary(found), decisions_told(len(asked))))), asked,
            listed(found, sight), anything=not found.nothing_new,
        )  # fmt: skip
        if said:
            window.show_problem(said)
        if new:
            window.appear()

    def _open_articles(self) -> set[str]:
        readings = self._workspace.desk.readings
        return {article for article, one in readings.items() if one.state == "finished" or one.seen}

    def _decide(self, answers: list[tuple[int, str]]) -> None:
        if self._looked is None or self.window is None:
            return
        for number, answer in answers:
            self._choices = self._choices.with_answer(self._looked.found.questions[number], answer)
        self.window.show_reading()
        self._look()

    def _fail(self, sentence: str) -> None:
        self._tell(sentence, "problem")
        self._leave()

    # writing

    def _receive(self) -> None:
        session, file, choices, window = self._workspace.session, self._file, self._choices, self.window
        if file is None or window is None or self._looked is None or session.refuses():
            return
        try:
            changed = stamp_of(file) != self._stamp
        except AnnotatorError as error:
            window.show_problem(error.sentence)
            return
        if changed:
            self._look(CHANGED)
            return
        from annotator.jobs.received_listed import Sight
        from annotator.jobs.receiving import plan_receiving, write_received
        from annotator.ui.exchanging.coming_in import after_receiving

        looked, backups = self._looked, list[str]()

        def write(project: Project, pace: Pace) -> Done:
            written = write_received(project, plan_receiving(project, file, choices), pace)
            if written.done is None:
                raise Refused(ALL_HERE)
            backups.extend([written.backup.name] if written.backup else [])
            return written.done

        window.setEnabled(False)
        done = session.write_beside(write, looked.found.change_set.label)
        window.setEnabled(True)
        if done is None:
            window.show_problem(NOT_WRITTEN)
            return
        hidden = Sight(looked.names, self._workspace.desk.coder, self._open_articles())
        self._drop_window()
        after_receiving(self._workspace, self._tell, looked, backups, hidden)
        self._next()

    def _leave(self) -> None:
        self._drop_window()
        self._next()

    def _drop_window(self) -> None:
        self._file = None
        self._looks += 1
        if self.window is not None:
            window, self.window = self.window, None
            window.hide()
            window.deleteLater()
            self._workspace.page.window().activateWindow()


def stamp_of(file: Path) -> Stamp:
    """Return what tells whether a file has changed.

    Raises CannotOpen where it cannot be looked at.
    """
    try:
        found = file.stat()
    except OSError as error:
        message = f"{file.name} cannot be read: {error.strerror or error}. Nothing was received. Look where it is."
        raise CannotOpen(message) from error
    return found.st_size, found.st_mtime_ns
