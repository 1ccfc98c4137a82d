"""What is done with memos on the project, an article or a code: a window each, written as one step."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.model.memos_in_sight import memos_in_sight
from annotator.ui.actions import BY_ID
from annotator.ui.dates import shown_moment
from annotator.ui.memo_window import MemoWindow, OthersMemo
from annotator.ui.memos.linking import Linking
from annotator.ui.shortcuts.keys import keys_of
from annotator.ui.writing_on_sheets import written

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.records import Memo, MemoAbout
    from annotator.ui.workspace import Workspace

Subject = tuple["MemoAbout", str | None]


class MemoCommands:
    """One window for each thing. One's own memo is written; the others' are read below it."""

    def __init__(self, workspace: Workspace, tell: Callable[[str], None]) -> None:
        self._workspace = workspace
        self.linking = Linking(workspace, self, tell)
        self._desk, self._session = workspace.desk, workspace.session
        self.windows: dict[Subject, MemoWindow] = {}
        self._session.changed.connect(self._follow)

    def memo_on_project(self) -> None:
        """Write the memo on the project."""
        self._open(("project", None), "the project")

    def memo_on_article(self) -> None:
        """Write the memo on the open article."""
        article = self._desk.article
        if article is not None:
            self._open(("article", article.id), article.title)

    def memo_on_code(self) -> None:
        """Write the memo on the current code."""
        code = self._desk.codes.get(self._workspace.selection.code or "")
        if code is not None:
            self._open(("code", code.id), code.title)

    def flush(self) -> None:
        """Write what is being typed."""
        for window in list(self.windows.values()):
            window.flush()

    def may_leave(self) -> bool:
        """Tell whether the windows may go: all is written, or the analyst lets it be lost."""
        return all(window.may_go() for window in list(self.windows.values()))

    def close(self) -> None:
        """Take the windows away."""
        for window in list(self.windows.values()):
            window.done(0)

    def written_now(self) -> MemoWindow | None:
        """Return the window in which a memo is being written, the newest of several."""
        return next((window for window in reversed(self.windows.values()) if window.writing), None)

    def _open(self, subject: Subject, about: str) -> None:
        window = self.windows.get(subject)
        if window is None:
            window = MemoWindow(about, self._workspace.page.window(), keys_of(BY_ID["link_in_memo"]))
            window.memo_written.connect(partial(self._write, subject))
            window.link_opened.connect(self.linking.follow)
            window.link_wanted.connect(partial(self.linking.put_link, window.insert))
            window.finished.connect(partial(self._closed, subject))
            self.windows[subject] = window
            self._show(subject)
        window.open()

    def _closed(self, subject: Subject, _result: int) -> None:
        self.windows.pop(subject, None)
        view = self._workspace.page.view
        view.window().activateWindow()
        view.setFocus()

    def _show(self, subject: Subject) -> None:
        names = {coder.id: coder.name for coder in self._session.project.coders()}
        moment = datetime.now().astimezone()
        own, others = self._memos(subject)
        shown = [OthersMemo(names[memo.coder], shown_moment(memo.modified, moment), memo.text) for memo in others]
        self.windows[subject].show_memo(own.text if own is not None else "", shown)

    def _memos(self, subject: Subject) -> tuple[Memo | None, list[Memo]]:
        memos = [memo for memo in self._session.project.memos(*subject) if memo.subject == subject[1]]
        memos = memos_in_sight(memos, self._desk.coder, self._desk.readings)
        own = next((memo for memo in memos if memo.coder == self._desk.coder), None)
        return own, [memo for memo in memos if memo.coder != self._desk.coder]

    def _write(self, subject: Subject, text: str) -> None:
        window = self.windows[subject]
        about, thing = subject
        coder, own = self._session.coder, self._memos(subject)[0]
        if written(
            self._session,
            lambda: edits.write_note(about=about, text=text, coder=coder, subject=thing, existing=own),
            window.show_problem,
        ):
            window.stored = text

    def _follow(self) -> None:
        for subject in list(self.windows):
            self._show(subject)
