"""Reading a colleague's coding with it in sight: a key to agree, one to disagree, one to comment on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from annotator.model import edits
from annotator.ui.shortcuts.naming import with_keys
from annotator.ui.writing_on_sheets import written

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.records import Coding
    from annotator.ui.learning.learning_commands import LearningCommands
    from annotator.ui.learning.talk_sheet import TalkSheet
    from annotator.ui.workspace import Workspace

HELD: dict[str, Literal["", "agree", "disagree"]] = {"agree": "agree", "disagree": "disagree"}
SAID = {"agree": "You agree", "disagree": "You disagree", "": "Nothing said"}
TO_THEIRS = (
    "Make a colleague's coding current first: {show_colleagues} shows them, {coding_beneath} goes round those here."
)


class JudgingCommands:
    """Each is one gesture on the current coding of a colleague. The same key again takes the word back.

    Nothing becomes agreed by it, in the sense of *Agreed*.
    """

    def __init__(self, workspace: Workspace, learning: LearningCommands, tell: Callable[..., None]) -> None:
        self._workspace, self._desk, self._tell = workspace, workspace.desk, tell
        self._learning = learning
        self.sheet: TalkSheet | None = None
        self._about = ""
        workspace.colleagues.comment = self.comment_on_coding
        workspace.session.changed.connect(self._follow)

    @property
    def coding(self) -> Coding | None:
        """The current coding, where it is a colleague's."""
        return self._desk.others.by_id.get(self._workspace.selection.coding or "")

    def agree_with_coding(self) -> None:
        """Agree with the current coding of a colleague."""
        self._judge("agree")

    def disagree_with_coding(self) -> None:
        """Disagree with it."""
        self._judge("disagree")

    def comment_on_coding(self) -> None:
        """Write a comment on it, whatever was said to it."""
        coding = self.coding
        if coding is None:
            self._tell(with_keys(TO_THEIRS))
            return
        if not self.may_leave():
            return
        from annotator.ui.learning.talk_sheet import TalkSheet  # loaded with the first comment

        self._about = coding.id
        sheet = self.sheet = TalkSheet("Comment", comment=True, parent=self._workspace.page.window())
        sheet.comment_written.connect(self._keep_comment)
        sheet.answer_written.connect(self._answer)
        sheet.finished.connect(self._closed)
        self._show(coding)
        sheet.appear()
        sheet.take_focus()

    def may_leave(self) -> bool:
        """Keep what is being typed; tell whether the sheet may go."""
        sheet = self.sheet
        if sheet is not None:
            sheet.reject()
        return sheet is None or self.sheet is None

    def close(self) -> None:
        """Take the sheet away with the project."""
        sheet, self.sheet = self.sheet, None
        if sheet is not None:
            sheet.hide()
            sheet.deleteLater()

    def _judge(self, decision: Literal["agree", "disagree"]) -> None:
        coding, desk = self.coding, self._desk
        if coding is None:
            self._tell(with_keys(TO_THEIRS))
            return
        verdict, code = desk.verdict_on(coding.id), desk.codes[coding.code]
        again = verdict is not None and desk.mark(coding).judged == decision
        said: Literal["", "agree", "disagree"] = "" if again else decision
        change_set = edits.judge_coding(
            coding=coding, code=code, reviewer=desk.session.coder, decision=said, verdict=verdict
        )
        if desk.session.do(change_set) is not None:
            echo = f"{SAID[said]}: {code.title}, by {desk.coder_name(coding)}"
            self._workspace.page.view.show_echo(echo, coding.start, coding.end)

    def _keep_comment(self, comment: str) -> None:
        """Write the comment; what was said to the coding stays, as far as it holds."""
        coding, desk, sheet = self._desk.others.by_id.get(self._about), self._desk, self.sheet
        if sheet is None:
            return
        if coding is None:
            sheet.show_problem("The coding is gone, or no longer shown, so the comment was not written.")
            return
        verdict = desk.verdict_on(coding.id)
        kept = HELD.get(desk.mark(coding).judged, "")
        done = written(
            desk.session,
            lambda: edits.judge_coding(
                coding=coding, code=desk.codes[coding.code], reviewer=desk.session.coder, decision=kept,
                reason=comment, verdict=verdict,
            ), sheet.show_problem,
        )  # fmt: skip
        if done:
            sheet.show_comment(comment)

    def _answer(self, verdict: str, answer: str, text: str) -> None:
        if self.sheet is not None and self._learning.answer(verdict, answer, text, self.sheet.show_problem):
            self.sheet.answers.taken()

    def _follow(self, _change_set: object) -> None:
        coding = self._desk.others.by_id.get(self._about)
        if self.sheet is not None and coding is not None:
            self._show(coding)

    def _show(self, coding: Coding) -> None:
        desk, sheet = self._desk, self.sheet
        if sheet is None:
            return
        verdict = desk.verdict_on(coding.id)
        answers = desk.session.project.answers(coding.article) if verdict is not None else []
        own = [one for one in answers if verdict is not None and one.verdict == verdict.id]
        said = desk.mark(coding).judged_words.partition(":")[0] if verdict and verdict.decision else ""
        sheet.show_talk(f"{desk.codes[coding.code].title}, by {desk.coder_name(coding)}", coding.quote, said)
        sheet.show_comment(verdict.reason if verdict is not None else "")
        sheet.show_thread(verdict.id if verdict is not None else "", self._learning.work.answers(own))

    def _closed(self) -> None:
        """Go back to the text, where the next coding waits."""
        self.sheet = None
        self._workspace.page.window().activateWindow()
        self._workspace.page.view.setFocus()
