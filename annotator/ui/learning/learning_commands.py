"""What opens one's reviewed codings, keeps them in step, goes to their places, writes answers, and tells of news."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, QRect, QTimer

from annotator.model import edits
from annotator.model.records import AGREED_ID, Answer, Article, Code, Coder, Coding, Reading, Verdict
from annotator.ui.learning.news import answered_by_others, answers_told, decided_by_others, news_of
from annotator.ui.learning.reviewed_work import ReviewedWork
from annotator.ui.writing_on_sheets import written

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.changes import ChangeSet
    from annotator.ui.learning.reviewed_window import ReviewedWindow
    from annotator.ui.main_window import MainWindow
    from annotator.ui.workspace import Workspace

QUIET_MS = 100
FOLLOWED = (Answer, Article, Code, Coder, Reading, Verdict)


class LearningCommands:
    """The window of one open project, and the notices about what others decided."""

    def __init__(self, workspace: Workspace, tell: Callable[..., None]) -> None:
        self._workspace, self._desk, self._tell = workspace, workspace.desk, tell
        self.window: ReviewedWindow | None = None
        self.work = ReviewedWork(workspace.desk)
        self._quiet = QTimer(workspace, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._show)
        workspace.session.changed.connect(self._changed)

    def show_reviewed(self) -> None:
        """Show what became of one's codings in review."""
        if self.window is None:
            from annotator.ui.learning.reviewed_window import ReviewedWindow  # loaded when it is first asked for

            self.window = ReviewedWindow(self._workspace.page.window())
            self.window.place_wanted.connect(self._go_to)
            self.window.answer_written.connect(self._answer)
            self.window.history_wanted.connect(self._show_history)
            self.window.looked_at.connect(self._note_looking)
        self._show()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.list.setFocus()

    def may_leave(self) -> bool:
        """Write the answer that is being typed; tell whether the window may go."""
        if self.window is None:
            return True
        self.window.reject()
        return not self.window.isVisible()

    def close(self) -> None:
        """Take the window away with the project."""
        self._quiet.stop()
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None

    def answer(self, verdict_id: str, answer_id: str, text: str, show_problem: Callable[[str], None]) -> bool:
        """Write an answer to a verdict, change one's own, or remove it by an empty text; tell whether that went."""
        project = self._desk.session.project
        verdict = next((one for one in project.verdicts() if one.id == verdict_id), None)
        if verdict is None:
            show_problem("What you answer to was taken back meanwhile, so the answer was not written.")
            return False
        existing = next((one for one in project.answers(verdict.article) if one.id == answer_id), None)
        me = self._desk.session.coder
        return written(
            self._desk.session,
            lambda: edits.answer_verdict(verdict=verdict, text=text, coder=me, existing=existing), show_problem,
        )  # fmt: skip

    def _show(self) -> None:
        if self.window is not None and not self._desk.session.closed:
            self.window.show_found(*self.work.read())

    def _changed(self, change_set: ChangeSet) -> None:
        records = [change.record for change in change_set.changes]
        own = {self._desk.coder, AGREED_ID}
        coded = any(isinstance(one, Coding) and one.coder in own for one in records)
        if (
            self.window is not None
            and self.window.isVisible()
            and (coded or any(isinstance(one, FOLLOWED) for one in records))
        ):
            self._quiet.start()
        self._tell_news(change_set)

    def _tell_news(self, change_set: ChangeSet) -> None:
        me, coders = self._desk.coder, self._desk.coders
        decided = decided_by_others(change_set, me)
        if decided:
            look = ("Look at them", self.show_reviewed)
            self._tell(news_of(decided, coders), passing=False, actions=(look,))
        answers = answered_by_others(change_set, me)
        verdicts = self._desk.session.project.verdicts() if answers else []
        mine = {one.id for one in verdicts if me in (one.coder, one.a_coder, one.b_coder)}
        heard = [one for one in answers if one.verdict in mine]
        if heard:
            self._tell(answers_told(heard, coders), passing=False)

    def _note_looking(self, verdict: str) -> None:
        """Remember that what others coded in an article was seen: recoding after seeing ends blindness."""
        one = self.work.known.get(verdict)
        if one is not None:
            self._workspace.places.look(self._desk.coder, one.verdict.article)

    def _answer(self, verdict: str, answer: str, text: str) -> None:
        window = self.window
        if window is not None and self.answer(verdict, answer, text, window.show_problem):
            window.detail.answers.taken()

    def _go_to(self, verdict: str, with_focus: bool) -> None:
        """Go to one's coding in its article; where there is none, select the agreed passage, or where it was."""
        one, workspace = self.work.known.get(verdict), self._workspace
        if one is None:
            return
        cast("MainWindow", workspace.page.window()).show_page("code")
        workspace.open_unless_open(one.verdict.article)
        there = next((self._desk.codings[own.id] for own in one.own if own.id in self._desk.codings), None)
        if there is not None:
            workspace.walking.go_to(there)
        else:
            spot = one.agreed[0] if one.agreed else one.verdict
            workspace.page.view.select_passage(spot.start, spot.end)
            workspace.page.view.scroll_to(spot.start, spot.end)
        if with_focus:
            self._make_way()
            workspace.page.window().activateWindow()
            workspace.page.view.setFocus()

    def _make_way(self) -> None:
        """Put the window away where it hides most of the text; it comes back as it was."""
        view, window = self._workspace.page.view, self.window
        if window is not None:
            text = QRect(view.mapToGlobal(QPoint(0, 0)), view.size())
            hidden = text.intersected(window.frameGeometry())
            if hidden.width() * hidden.height() > text.width() * text.height() / 2:
                window.hide()

    def _show_history(self, code: str) -> None:
        """Open the form of a code, where its earlier definitions and the codings made before stand."""
        self._workspace.selection.set_code(code)
        self._workspace.scheme.describing.describe_code()
