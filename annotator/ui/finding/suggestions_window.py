"""The window beside the work with passages like those of a code: one key codes one, another turns it down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
)

from annotator.ui.announce import announce
from annotator.ui.finding.suggestion_rows import SuggestionDelegate, SuggestionRow, SuggestionRows
from annotator.ui.keycap import Keycap, keycap_text
from annotator.ui.pressing import Pressing
from annotator.ui.rules import level_rule
from annotator.ui.shortcuts.naming import first_key, with_keys
from annotator.ui.shortcuts.pane_keys import meaning_in
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

ACCEPT, REJECT, SHOW = "accept_passage", "turn_down_passage", "show_passage"
NEXT, PREVIOUS, TURN = "next_suggestion", "previous_suggestion", "turned_down_passages"
TAKING_BACK = ("undo", "redo")


class SuggestionList(QListView):
    """Tells a key that decides; the others move."""

    pressed_key = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        meant = meaning_in("suggestions", event, *TAKING_BACK)
        if meant in (NEXT, PREVIOUS):
            self._walk(1 if meant == NEXT else -1)
        elif not meant:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.pressed_key.emit(meant)

    def _walk(self, step: int) -> None:
        there = self.model().index(self.currentIndex().row() + step, 0)
        if there.isValid():
            self.setCurrentIndex(there)


class SuggestionsWindow(Pressing):
    """Tells what is decided on the current row: of the suggestions, or of those turned down."""

    accepted_one = Signal(object)
    rejected_one = Signal(object)
    brought_back = Signal(object)
    shown_one = Signal(object)
    taking_back = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("suggestions")
        self.resize(720, 600)
        self.rows, self.list, self.said = SuggestionRows(self), SuggestionList(), QLabel()
        self.buttons = {ACCEPT: QPushButton("Code it"), REJECT: QPushButton("Not this one"),
                        SHOW: QPushButton("Show in the article"), TURN: QPushButton()}  # fmt: skip
        self.keycaps = {key: Keycap(keycap_text(first_key(key))) for key in self.buttons if first_key(key)}
        self.among_turned_down = False
        self._left: Sequence[SuggestionRow] = ()
        self._turned_down: Sequence[SuggestionRow] = ()
        self._dress()
        self._lay_out()
        self.list.pressed_key.connect(self._decide)
        self.list.clicked.connect(lambda _index: self._decide(SHOW))
        for key, button in self.buttons.items():
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, key=key: self._decide(key))

    def begin(self, title: str, sentence: str) -> None:
        """Say for which code is looked, and that it takes a moment."""
        self.setWindowTitle(f"More passages like {title}")
        self.among_turned_down = False
        self.show_rows([], [])
        self._say(sentence)

    def show_rows(self, left: Sequence[SuggestionRow], turned_down: Sequence[SuggestionRow]) -> None:
        """List what is to be decided on, or what was turned down if that is looked at. The current row stays."""
        self._left, self._turned_down = left, turned_down
        self.among_turned_down = self.among_turned_down and bool(turned_down)
        self.rows.follow(turned_down if self.among_turned_down else left)
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.rows.index(0))
        self.list.setFocus()
        self._show_buttons()
        self._say(_told_turned_down(len(turned_down)) if self.among_turned_down else _told(len(left)))

    def say_first(self, sentence: str) -> None:
        """Say what was done, or why not, before what the window says anyhow."""
        self._say(f"{sentence} {_told(len(self._left))}")

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        announce(self.said, sentence)

    def _decide(self, key: str) -> None:
        index = self.list.currentIndex()
        if key == TURN:
            self._turn()
        elif key in TAKING_BACK:
            self.taking_back.emit(key)
        elif index.isValid():
            take = self.brought_back if self.among_turned_down else self.accepted_one
            turn_down = None if self.among_turned_down else self.rejected_one
            signal = {ACCEPT: take, REJECT: turn_down, SHOW: self.shown_one}[key]
            if signal is not None:
                signal.emit(self.rows.row_at(index.row()))
        self.list.setFocus()

    def _turn(self) -> None:
        """Turn to what was turned down, or back to what is suggested."""
        self.among_turned_down = not self.among_turned_down
        self.rows.show(())
        self.show_rows(self._left, self._turned_down)

    def _show_buttons(self) -> None:
        among, there = self.among_turned_down, self.rows.rowCount() > 0
        self.buttons[ACCEPT].setText("Bring it back" if among else "Code it")
        number = len(self._turned_down)
        self.buttons[TURN].setText("Back to the suggestions" if among else f"Show those turned down ({number:,})")
        for parts in (self.buttons, self.keycaps):
            parts[REJECT].setVisible(not among) if REJECT in parts else None
            parts[TURN].setVisible(number > 0) if TURN in parts else None
        for key in (ACCEPT, REJECT, SHOW):
            self.buttons[key].setEnabled(there)

    def _dress(self) -> None:
        view = self.list
        view.setModel(self.rows)
        view.setItemDelegate(SuggestionDelegate(view))
        view.setAccessibleName("Passages like this code's")
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme().changed.connect(view.viewport().update)
        self.said.setFont(control_font(12))
        self.said.setProperty("tone", "ink2")
        self.said.setWordWrap(True)

    def _lay_out(self) -> None:
        column, foot, inset = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.said.setContentsMargins(16, 12, 16, 12)
        inset.setContentsMargins(8, 4, 4, 4)
        inset.addWidget(self.list)
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setSpacing(8)
        for key, button in self.buttons.items():
            if key == TURN:
                foot.addStretch(1)
            foot.addWidget(button)
            if key in self.keycaps:
                foot.addWidget(self.keycaps[key])
            foot.addSpacing(8)
        column.addWidget(self.said)
        column.addWidget(level_rule())
        column.addLayout(inset, 1)
        column.addWidget(level_rule())
        column.addLayout(foot)


def _told(number: int) -> str:
    if not number:
        return "No further passage is like those you gave this code."
    walk = with_keys("{next_suggestion} and {previous_suggestion} walk")
    some = f"{number:,} passage{'' if number == 1 else 's'}, the most alike first"
    return f"{some}; the words in common are underlined. {walk}."


def _told_turned_down(number: int) -> str:
    some = "1 passage" if number == 1 else f"{number:,} passages"
    return f"{some} turned down for this code. None of them is suggested again unless you bring it back."
