"""How one's own work goes to a colleague through the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from annotator.model.counting import counted
from annotator.model.errors import AnnotatorError
from annotator.project.project import Project
from annotator.ui import background

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.jobs.sending import Sent
    from annotator.ui.exchanging.send_window import SendWindow
    from annotator.ui.workspace import Workspace


class SendingCommands(QObject):
    """One package at a time, written beside the window."""

    def __init__(self, workspace: Workspace, tell: Callable[..., None]) -> None:
        super().__init__(workspace)
        self._workspace, self._tell = workspace, tell
        self.window: SendWindow | None = None
        self._folder = workspace.session.project.path.parent

    def send_work(self) -> None:
        """Show what would go and where to."""
        from annotator.jobs.sending import package_name, what_would_go  # loaded when work is first sent
        from annotator.ui.exchanging.send_window import SendWindow

        self._workspace.flush()
        session = self._workspace.session
        try:
            sent = what_would_go(session.project, session.coder)
        except AnnotatorError as error:
            self._tell(error.sentence, "problem")
            return
        if self.window is None:
            out = self._folder / package_name(session.project, session.coder)
            self.window = SendWindow(out, self._workspace.page.window())
            self.window.send_wanted.connect(self._send)
            self.window.finished.connect(self._forget)
        self.window.show_what(f"{session.coder.name}: {told(sent)}")
        self.window.appear()

    def close(self) -> None:
        """Take the window away with the project."""
        if self.window is not None:
            self.window.close()

    def _send(self, out: Path, with_texts: bool) -> None:
        session, window = self._workspace.session, self.window
        if window is None:
            return
        from annotator.jobs.sending import Sent, send_work

        path, coder = session.project.path, session.coder

        def work(_progress: object, _cancelled: object) -> object:
            with Project.open(path, read_only=True) as project:
                return send_work(project, coder, out, with_texts=with_texts)

        def finished(sent: object) -> None:
            assert isinstance(sent, Sent)
            self._folder = out.parent
            if self.window is window:
                window.close()
            texts = "" if with_texts else ", without the texts"
            self._tell(
                f"{told(sent)} went into {out.name}{texts}. Give the file to your colleague: it is received by "
                "dropping it on their window.",
                passing=False, actions=[("Show in folder", lambda: open_folder(out.parent))],
            )  # fmt: skip

        def failed(sentence: str) -> None:
            if self.window is window:
                window.show_sending(False)
                window.show_problem(sentence)
            else:
                self._tell(sentence, "problem")

        window.show_sending(True)
        background.run(work, self, finished, failed)

    def _forget(self, _result: int) -> None:
        self.window = None


def told(sent: Sent) -> str:
    """Return what is in a package, in words."""
    return (
        f"{counted(sent.codings, 'coding')} on {counted(sent.articles, 'article')}, "
        f"{counted(sent.codes, 'code')}, revision {sent.revision:,}"
    )


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
