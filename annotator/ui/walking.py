"""What the keys do that only go somewhere: from sentence to sentence, from coding to coding, one step out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.article import keyboard

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.records import Coding
    from annotator.ui.article.article_view import ArticleView
    from annotator.ui.codings_in_order import CodingsInOrder
    from annotator.ui.desk import Desk
    from annotator.ui.selection import Selection


class Walking:
    """Moves caret, selection and current coding; writes nothing."""

    def __init__(self, view: ArticleView, desk: Desk, selection: Selection) -> None:
        self._view = view
        self._desk = desk
        self._selection = selection
        self._round, self._round_at = list[str](), ("", -1)
        self.walked: Callable[[], CodingsInOrder] = lambda: desk.own

    def next_sentence(self) -> None:
        """Outline the next sentence."""
        keyboard.next_sentence(self._view)
        self._view.say_sentence()

    def previous_sentence(self) -> None:
        """Outline the sentence before."""
        keyboard.previous_sentence(self._view)
        self._view.say_sentence()

    def extend_sentence(self) -> None:
        """Take the next sentence into the selection."""
        keyboard.extend_sentence(self._view)

    def take_back_sentence(self) -> None:
        """Leave the last sentence out again."""
        keyboard.take_back_sentence(self._view)

    def widen(self) -> None:
        """Select the next larger unit: word, fragment, sentence, quotation, paragraph; a colleague's passage first."""
        theirs = self._desk.others.by_id.get(self._selection.coding or "")
        if theirs is not None and self._view.passage() is None:
            self._view.select_passage(theirs.start, theirs.end)
        else:
            keyboard.widen(self._view)

    def narrow(self) -> None:
        """Select what was selected before it was widened."""
        keyboard.narrow(self._view)

    def paragraph(self) -> None:
        """Select the whole paragraph."""
        keyboard.paragraph(self._view)

    def next_coding(self) -> None:
        """Make the next coding current."""
        self._step(1)

    def previous_coding(self) -> None:
        """Make the coding before current."""
        self._step(-1)

    def coding_beneath(self) -> None:
        """Go round the codings at the caret; where the current one lies alone, round those that overlap it."""
        self._view.keep_ends()
        current, caret = self._desk.coding(self._selection.coding), self._view.caret()
        if current is None or self._round_at != (current.id, caret) or not self._still_there():
            self._round = self._codings_around(current, caret)
        if not self._round:
            return
        following = (self._round.index(current.id) + 1) if current and current.id in self._round else 0
        coding = self._round[following % len(self._round)]
        self._selection.set_coding(coding)
        self._round_at = coding, self._view.caret()

    def go_to(self, coding: Coding) -> None:
        """Make a coding current and bring it into sight; the caret comes along, so that a key codes there."""
        if self._view.passage() != (coding.start, coding.end):
            self._view.place_caret(coding.start)
        self._selection.set_coding(coding.id)
        self._view.scroll_to(coding.start, coding.end)

    def leave(self) -> bool:
        """Leave the selection, else the current coding; tell whether there was one."""
        if self._view.passage() is not None:
            self._view.clear_passage()
        elif self._selection.coding is not None:
            self._selection.set_coding(None)
        else:
            return False
        return True

    def _codings_around(self, current: Coding | None, caret: int) -> list[str]:
        """Return the codings to go round: at the caret, else at the current one's start, else over all its length."""
        if current is None:
            return self._view.marks_at(caret)
        there = self._view.marks_at(caret if current.start <= caret < current.end else current.start)
        if len(there) > 1:
            return there
        return [mark.id for mark in self._view.codings.touching(current.start, current.end)]

    def _still_there(self) -> bool:
        return all(self._desk.coding(one) is not None for one in self._round)

    def _step(self, step: int) -> None:
        self._view.keep_ends()
        walked, caret = self.walked(), self._view.caret()
        coding = walked.from_coding(self._selection.coding or "", step) or walked.from_position(caret, step)
        if coding is not None:
            self.go_to(coding)
            self._view.speech.say_passage(coding.quote, first=False)
