"""What is done to the coding that is current: removed, marked unsure, given a memo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model import edits

if TYPE_CHECKING:
    from annotator.model.records import Coding
    from annotator.ui.article.article_view import ArticleView
    from annotator.ui.desk import Desk
    from annotator.ui.selection import Selection


class CurrentCoding:
    """A memo that could not be written is kept, shown, and written with the next gesture that goes."""

    def __init__(self, view: ArticleView, desk: Desk, selection: Selection) -> None:
        self._view = view
        self._desk = desk
        self._selection = selection
        desk.session.changed.connect(self._write_kept_memos)
        desk.session.answers.connect(self._write_kept_memos)
        desk.article_opened.connect(self._write_kept_memos)

    @property
    def coding(self) -> Coding | None:
        """The current coding."""
        return self._desk.codings.get(self._selection.coding or "")

    def remove_coding(self) -> None:
        """Remove the current coding; ends that were being changed are kept first, and come back with it."""
        self._view.keep_ends()
        coding = self.coding
        if coding is None:
            return
        code = self._desk.codes[coding.code]
        if self._desk.session.do(edits.remove_coding(coding=coding, code=code)) is not None:
            self._view.show_echo(f"Removed {code.title}", coding.start, coding.end)

    def toggle_unsure(self) -> None:
        """Mark the current coding as one to discuss, or no longer."""
        coding = self.coding
        if coding is None:
            return
        done = self._desk.session.do(edits.mark_unsure(coding=coding, unsure=not coding.unsure))
        if done is not None:
            said = "unsure, to discuss" if not coding.unsure else "no longer unsure"
            self._view.speech.say_done(f"{self._desk.codes[coding.code].title}: {said}")

    def memo_written(self, coding_id: str, memo: str) -> None:
        """Store the memo that was typed for a coding."""
        coding = self._desk.codings.get(coding_id)
        if coding is None:
            return
        change_set = edits.write_memo(coding=coding, memo=memo)
        if change_set and self._desk.session.do(change_set) is None:
            self._desk.unsaved_memos[coding_id] = memo
        else:
            self._desk.unsaved_memos.pop(coding_id, None)

    def _write_kept_memos(self) -> None:
        for coding_id, memo in list(self._desk.unsaved_memos.items()):
            if coding_id in self._desk.codings:
                del self._desk.unsaved_memos[coding_id]
                self.memo_written(coding_id, memo)
