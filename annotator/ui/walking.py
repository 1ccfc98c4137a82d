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
        """Go round the codings that lie at the current one's place, or at the caret."""
        self._view.keep_ends()
        current = self._desk.coding(self._selection.coding)
        there = self._view.marks_at(current.start if current else self._view.caret())
        if there:
            following = (there.index(current.id) + 1) if current and current.id in there else 0
            self._selection.set_coding(there[following % len(there)])

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

    def _step(self, step: int) -> None:
        self._view.keep_ends()
        walked, caret = self.walked(), self._view.caret()
        coding = walked.from_coding(self._selection.coding or "", step) or walked.from_position(caret, step)
        if coding is not None:
            self.go_to(coding)
            self._view.speech.say_passage(coding.quote, first=False)
