"""The verdict that is looked at: both passages, the reason, what the code means, and the answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.model.counting import counted
from annotator.ui.learning.labels import shortened, words
from annotator.ui.learning.passage_words import PassageWords
from annotator.ui.learning.thread import Thread
from annotator.ui.rules import level_rule
from annotator.ui.scheme.box_head import INSET, BoxHead
from annotator.ui.scheme.definition_box import NO_DEFINITION

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from annotator.ui.learning.shown import ShownPassage, ShownReviewed

NOTHING_OWN, NOTHING_AGREED = "You had coded nothing here.", "Nothing is agreed here."
NOT_DECIDED = "Nothing is decided here yet."
AS_IT_WAS = "Your coding, agreed as it was"
NO_REASON = "No reason was given."


class ReviewedDetail(QWidget):
    """Scrolls where there is more than room; the field for an answer stays in sight. Empty without a verdict."""

    place_wanted = Signal()
    history_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outcome, self.decided = words(weight=600), words(pixels=12, tone="ink2")
        self.own_head, self.agreed_head = words(pixels=12, tone="ink3"), words(pixels=12, tone="ink3")
        self.own, self.agreed = PassageWords("Your coding"), PassageWords("Agreed")
        self.reason, self.answers = words(), Thread()
        self.head, self.meaning = BoxHead(), words(tone="ink2")
        self.include, self.exclude = words(pixels=12, tone="ink2"), words(pixels=12, tone="ink2")
        self.go, self.history = QPushButton("Go to the passage"), QPushButton()
        self._code, self._verdict = "", ""
        self._content, self._scroll = QWidget(), QScrollArea()
        self._lay_out()
        self.go.clicked.connect(self.place_wanted)
        self.history.clicked.connect(lambda: self.history_wanted.emit(self._code))
        self.show_reviewed(None)

    def show_reviewed(self, one: ShownReviewed | None) -> None:
        """Show a verdict; nothing without one."""
        for part in (self._content, self.answers):
            part.setVisible(one is not None)
        if one is None or one.verdict != self._verdict:
            self._scroll.verticalScrollBar().setValue(0)
        self._code, self._verdict = (one.code, one.verdict) if one is not None else ("", "")
        if one is None:
            self.answers.show_thread("", ())
            return
        self.outcome.setText(f"{one.title}, {one.place}")
        self.decided.setText(one.decided)
        self._show_passages(one)
        self.reason.setText(f"“{shortened(one.reason)}”" if one.reason else NO_REASON)
        self._tone(self.reason, "" if one.reason else "ink3")
        self._show_meaning(one)
        self.answers.show_thread(one.verdict, one.answers)

    def _show_passages(self, one: ShownReviewed) -> None:
        """Show both sides; where nothing differs, the one passage there is."""
        own, agreed = one.own, one.agreed
        if own is not None and agreed is not None and (own.words, own.code) == (agreed.words, agreed.code):
            self._show_side(self.own_head, self.own, AS_IT_WAS, replace(own, shared=()), "")
            self._show_side(self.agreed_head, self.agreed, "", None, "")
            return
        said_to_one = one.outcome in ("agreed with", "questioned", "commented")
        nothing = NOT_DECIDED if one.outcome == "open" else NOTHING_AGREED
        self._show_side(self.own_head, self.own, "Your coding", own, NOTHING_OWN)
        self._show_side(self.agreed_head, self.agreed, "Agreed", agreed, "" if said_to_one else nothing)

    def _show_side(
        self, head: QLabel, label: PassageWords, name: str, passage: ShownPassage | None, nothing: str
    ) -> None:
        named = f"{name}, {passage.code}" if passage is not None and passage.code else name
        head.setText(named if passage is not None else nothing)
        head.setVisible(bool(head.text()))
        label.setVisible(passage is not None)
        if passage is not None:
            label.show_passage(passage)

    def _show_meaning(self, one: ShownReviewed) -> None:
        meaning = one.meaning
        self.head.hue, self.head.label, self.head.title = meaning.hue, meaning.label, meaning.name
        self.head.setAccessibleName(f"Definition of {meaning.label} {meaning.name}")
        self.head.update()
        self.meaning.setText(meaning.definition or NO_DEFINITION)
        rules = (self.include, "Include", meaning.include), (self.exclude, "Exclude", meaning.exclude)
        for label, name, text in rules:
            label.setText(f"{name}: {text}")
            label.setVisible(bool(text))
        self.history.setText(f"{counted(one.before, 'coding')} of yours made before this definition…")
        self.history.setVisible(bool(one.before))

    def _tone(self, label: QLabel, tone: str) -> None:
        label.setProperty("tone", tone)
        label.style().unpolish(label)
        label.style().polish(label)

    def _lay_out(self) -> None:
        self.head.set_foldable(False)
        sides = self.own_head, self.own, self.agreed_head, self.agreed
        above = self.outcome, self.decided, *sides, self.reason, self.answers.said, self.go
        below = self.meaning, self.include, self.exclude, self.history
        inside = QVBoxLayout(self._content)
        inside.setContentsMargins(0, 4, 0, 8)
        inside.setSpacing(0)
        inside.addLayout(self._inset(above))
        inside.addSpacing(12)
        inside.addWidget(level_rule())
        inside.addWidget(self.head)
        inside.addLayout(self._inset(below))
        inside.addStretch(1)
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setProperty("ringed", True)
        self._scroll.setAccessibleName("The verdict")
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column, foot = QVBoxLayout(self), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        foot.setContentsMargins(INSET, 0, 2, 2)
        foot.addWidget(self.answers)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)

    def _inset(self, parts: tuple[QWidget, ...]) -> QVBoxLayout:
        """Return a column of some parts; what begins something new has room above it."""
        column = QVBoxLayout()
        column.setContentsMargins(INSET, 0, 12, 0)
        column.setSpacing(4)
        for part in parts:
            button = isinstance(part, QPushButton)
            if part in (self.own_head, self.agreed_head, self.reason, self.answers.said) or button:
                column.addSpacing(8)
            if isinstance(part, QPushButton):
                part.setAutoDefault(False)
                column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                column.addWidget(part)
        return column
