"""How the reviewer reads what the coders answered to a decision, and answers back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.learning.talk_sheet import TalkSheet
from annotator.ui.settling.differences_shown import words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.records import Verdict
    from annotator.ui.learning.learning_commands import LearningCommands
    from annotator.ui.main_window import MainWindow
    from annotator.ui.settling.review_desk import ReviewDesk

NOTHING_SAID = "Nothing is decided or written here yet, so there is nothing to answer. Decide, or write a reason first."


class Answering:
    """One sheet at a time, about one verdict; it follows what is answered meanwhile."""

    def __init__(
        self, window: MainWindow, desk: ReviewDesk, learning: LearningCommands, tell: Callable[..., None]
    ) -> None:
        self._window, self._desk, self._tell = window, desk, tell
        self._learning = learning
        self.sheet: TalkSheet | None = None
        self._verdict: Verdict | None = None
        desk.settled.connect(self._show)

    def answer_coder(self) -> None:
        """Show the answers to the current decision, with a field for one's own."""
        each = self._desk.difference
        if each is None or each.verdict is None:
            self._tell(NOTHING_SAID)
            return
        if not self.may_leave():
            return
        codes, verdict = self._desk.desk.codes, each.verdict
        title = codes[each.code].title if each.code in codes else "A deleted code"
        sheet, self._verdict = TalkSheet("Answers", comment=False, parent=self._window), verdict
        self.sheet = sheet
        sheet.answer_written.connect(self._write)
        sheet.finished.connect(self._closed)
        sheet.show_talk(title, words_of(each.place.a or each.place.b), f"“{verdict.reason}”" if verdict.reason else "")
        self._show()
        sheet.appear()
        sheet.take_focus()

    def may_leave(self) -> bool:
        """Write what is being typed; tell whether the sheet may go."""
        if self.sheet is not None:
            self.sheet.reject()
        return self.sheet is None

    def close(self) -> None:
        """Keep what is being typed, and take the sheet away with the project."""
        if self.sheet is not None:
            self.sheet.answers.flush()
        sheet, self.sheet = self.sheet, None
        if sheet is not None:
            sheet.hide()
            sheet.deleteLater()

    def _show(self) -> None:
        if self.sheet is None or self._verdict is None:
            return
        said = self._desk.session.project.answers(self._verdict.article)
        own = [one for one in said if one.verdict == self._verdict.id]
        self.sheet.show_thread(self._verdict.id, self._learning.work.answers(own, self._desk.called()))

    def _write(self, verdict: str, answer: str, text: str) -> None:
        sheet = self.sheet
        if sheet is not None and self._learning.answer(verdict, answer, text, sheet.show_problem):
            sheet.answers.taken()

    def _closed(self) -> None:
        self.sheet = None
        self._window.activateWindow()
        self._window.reviewing.page.text.setFocus()
