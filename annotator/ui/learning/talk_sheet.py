"""The sheet in which something is said to one coding, or to one decision: the passage, the comment, the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from annotator.ui.learning.labels import words
from annotator.ui.learning.passage_words import PassageWords
from annotator.ui.learning.shown import ShownPassage
from annotator.ui.learning.thread import AnswerField, Thread
from annotator.ui.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.ui.learning.shown import ShownAnswer

WIDTH, HEIGHT = 460, 320
UNWRITTEN = "What you typed could not be written to the project. Leaving loses it."


class TalkSheet(Sheet):
    """Keeps what was typed when it goes. With `comment` one's own words to the coding can be written on top."""

    comment_written = Signal(str)
    answer_written = Signal(str, str, str)

    def __init__(self, title: str, *, comment: bool, parent: QWidget | None = None) -> None:
        super().__init__(title, "Done", parent)
        self.setObjectName("talkSheet")
        self.leave_button.hide()
        self.head, self.passage, self.said = words(weight=600), PassageWords("Passage"), words(tone="ink2")
        self.comment, self.answers = AnswerField("Your comment", 3), Thread()
        self._commenting, self._stored = comment, ""
        self._scroll = QScrollArea()
        self.comment.setPlaceholderText("Your comment; empty removes it")
        self.comment.setVisible(comment)
        self.comment.kept.connect(self.act)
        for leaving in (self.comment.left, self.answers.left):
            leaving.connect(self.reject)
        self.answers.written.connect(self.answer_written)
        self.lay_out(self._content())
        self.resize(WIDTH, HEIGHT)

    def show_talk(self, head: str, passage: str, said: str) -> None:
        """Show what it is about: a line, the passage, and what was decided or said to it."""
        self.head.setText(head)
        self.passage.show_passage(ShownPassage(passage))
        self.said.setText(said)
        self.said.setVisible(bool(said))

    def show_comment(self, comment: str) -> None:
        """Show one's own comment as it is stored; what is being typed stays."""
        if self.comment.text() == self._stored:
            self.comment.show_text(comment)
        self._stored = comment.strip()

    def show_thread(self, verdict: str, answers: Sequence[ShownAnswer]) -> None:
        """Show the answers to a verdict; without one there is nothing to answer yet."""
        self.answers.show_thread(verdict, answers)
        self._scroll.setVisible(bool(answers) or not self._commenting)
        self.answers.setVisible(bool(verdict) and (bool(answers) or not self._commenting))

    def take_focus(self) -> None:
        """Put the caret where one writes."""
        (self.comment if self._commenting else self.answers.field).setFocus()

    def act(self) -> None:
        self.reject()

    def unsaved(self) -> str:
        self.answers.flush()
        if self._commenting and self.comment.text() != self._stored:
            self.comment_written.emit(self.comment.text())
        left = self.answers.pending() or (self._commenting and self.comment.text() != self._stored)
        return UNWRITTEN if left else ""

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._scroll.setWidget(self.answers.said)
        self._scroll.setWidgetResizable(True)
        self._scroll.setProperty("ringed", True)
        self._scroll.setAccessibleName("Answers")
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for part in (self.head, self.passage, self.said, self.comment, self._scroll, self.answers):
            column.addWidget(part, 1 if part in (self.comment, self._scroll) else 0)
        return content
