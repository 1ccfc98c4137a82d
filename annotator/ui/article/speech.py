"""What a screen reader is told of the text: the sentence reached, the coding at the caret, what an act has done.

Announcements speak alone while the text has the focus: a changed description is read by some screen readers too, so
the description is only set when the focus leaves, and read when it comes back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.ui.announce import announce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.ui.article.marks import CodingMark

LONGEST = 300  # characters of a passage; the text itself can be read on


def spoken_rank(mark: CodingMark, there: Sequence[str]) -> str:
    """Return a coding with its rank among those of a place: `Governance, Veto power, by Ann, 2 of 3`."""
    rank = f"{there.index(mark.id) + 1} of {len(there)}" if mark.id in there else ""
    return ", ".join(part for part in (mark.spoken, rank) if part)


class Speech(QObject):
    """Gathers what one act brings and says it in one go; what an act has done takes the place of all else."""

    def __init__(self, text: QWidget) -> None:
        super().__init__(text)
        self._text = text
        self._coding = ""
        self._done, self._parts = "", list[str]()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._say)

    def say_done(self, sentence: str) -> None:
        """Say what an act has done."""
        self._done = sentence
        self._soon.start()

    def say_passage(self, words: str, *, first: bool = True) -> None:
        """Say the words that were reached, before the coding there or after it."""
        line = " ".join(words.split())
        self._add(line if len(line) <= LONGEST else f"{line[:LONGEST].rsplit(' ', 1)[0]}…", first=first)

    def show_coding(self, coding: str) -> None:
        """Take over what is at the caret, empty for none; with the focus in the text it is said when it changes."""
        if coding == self._coding:
            return
        self._coding = coding
        if not self._text.hasFocus():
            self.describe()
            return
        self._text.setAccessibleDescription("")
        self._add(coding)

    def describe(self) -> None:
        """Have the coding at the caret read when the focus comes back."""
        self._text.setAccessibleDescription(self._coding)

    def _add(self, words: str, *, first: bool = False) -> None:
        if words:
            self._parts.insert(0 if first else len(self._parts), words)
            self._soon.start()

    def _say(self) -> None:
        sentence = self._done or " ".join(dict.fromkeys(self._parts))
        self._done, self._parts = "", []
        if sentence:
            announce(self._text, sentence)
