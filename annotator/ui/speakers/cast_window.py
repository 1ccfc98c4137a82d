"""The window beside the work that lists who speaks in the article: named, joined, confirmed, gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.announce import announce
from annotator.ui.finding.speaker_finder import SpeakerFinder
from annotator.ui.finding.speaker_rows import SpeakerRow
from annotator.ui.popup_rows import dress_list, let_focus_in
from annotator.ui.pressing import Pressing
from annotator.ui.rules import level_rule
from annotator.ui.shortcuts.naming import first_key, with_keys
from annotator.ui.speakers.cast_rows import CastDelegate, CastRow, CastRows
from annotator.ui.speakers.words_rows import SpokenPlace, WordsDelegate, WordsRows
from annotator.ui.speakers.words_window import WordsList
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

SIZE, LEAST, CAST = (940, 580), (720, 440), 350
NOBODY = "Nobody speaks in this article, as far as the rules see. In the text, Q names a speaker."


class CastWindow(Pressing):
    """Tells what is to be done with a member by name, and with a quotation by its place."""

    member_wanted = Signal(str)
    renamed = Signal(str, str)
    left_out = Signal(str)
    forms_wanted = Signal(str)
    confirmed = Signal(str)
    interview_wanted = Signal(str)
    everywhere_wanted = Signal(str)
    go_wanted = Signal(object)
    confirmed_one = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("castList")
        self.setWindowTitle("Who speaks here")
        self.setMinimumSize(*LEAST)
        self.resize(*SIZE)
        self.cast, self.rows = CastRows(self), WordsRows(self)
        self.cast_list, self.list = QListView(), WordsList()
        self.said = QLabel()
        self.rename, self.nobody = QPushButton("Rename or join…"), QPushButton("Not a person")
        self.forms, self.add = QPushButton("Forms of the name…"), QPushButton("Add a person…")
        self.interview, self.everywhere = QPushButton("Interview with them"), QPushButton("All their words…")
        self.confirm, self.confirm_all = QPushButton("Confirm member"), QPushButton("Confirm all")
        self.go, self.confirm_one = QPushButton("Go there"), QPushButton("Confirm this one")
        self.leave = QPushButton("Close")
        self.finder = SpeakerFinder(self)
        self._dress()
        self._lay_out()
        self._listen()

    def show_cast(self, rows: Sequence[CastRow], sentence: str) -> None:
        """List the cast; the current member stays current if it is still there."""
        name, row = self.member(), max(0, self.cast_list.currentIndex().row())
        selection = self.cast_list.selectionModel()
        selection.blockSignals(True)
        self.cast.show(rows)
        there = self.cast.row_named(name)
        self.cast_list.setCurrentIndex(self.cast.index(there if there >= 0 else min(row, len(rows) - 1)))
        selection.blockSignals(False)
        self.cast_list.viewport().update()
        self.say(sentence if rows else NOBODY)
        let_focus_in(self.cast_list)
        self.member_wanted.emit(self.member())

    def show_words(self, places: Sequence[SpokenPlace], words_of: Callable[[SpokenPlace], str],
                   codes_of: Callable[[SpokenPlace], str]) -> None:  # fmt: skip
        """List the quotations of the current member; the current one stays."""
        before = self.list.currentIndex().row()
        self.rows.show(places, words_of, codes_of)
        if places:
            self.list.setCurrentIndex(self.rows.index(max(0, min(before, len(places) - 1))))
        let_focus_in(self.list)
        self._show_what_can_be_done()

    def member(self) -> str:
        """Return the name of the current member; empty where nobody is known."""
        index = self.cast_list.currentIndex()
        return self.cast.rows[index.row()].name if index.isValid() and index.row() < len(self.cast.rows) else ""

    def choose(self, name: str) -> None:
        """Make a member the current one."""
        row = self.cast.row_named(name)
        if row >= 0:
            self.cast_list.setCurrentIndex(self.cast.index(row))

    def current(self) -> SpokenPlace | None:
        """Return the current quotation."""
        index = self.list.currentIndex()
        return self.rows.row_at(index.row()) if index.isValid() else None

    def say(self, sentence: str) -> None:
        """Say something above the cast."""
        if sentence != self.said.text():
            self.said.setText(sentence)
            announce(self.said, sentence)

    def ask_name(self) -> None:
        """Ask for another name of the current member; another member's name makes the two one."""
        if not self.member():
            return
        others = [SpeakerRow(row.name, f"the same as {row.name}") for row in self.cast.rows
                  if row.name and row.name != self.member()]  # fmt: skip
        rect = self.cast_list.visualRect(self.cast_list.currentIndex())
        corner = self.cast_list.viewport().mapTo(self, QPoint(0, 0)) + rect.topLeft()
        self.finder.open_for(QRect(corner, rect.size()), others)

    def _show_what_can_be_done(self) -> None:
        index, place = self.cast_list.currentIndex(), self.current()
        row = self.cast.rows[index.row()] if index.isValid() else CastRow("", 0)
        named = bool(row.name)
        for button in (self.rename, self.nobody, self.forms, self.interview, self.everywhere):
            button.setEnabled(named)
        self.confirm.setEnabled(named and row.number > row.confirmed + row.guessed)
        self.confirm_all.setEnabled(
            any(one.name and one.number > one.confirmed + one.guessed for one in self.cast.rows)
        )
        self.go.setEnabled(place is not None)
        self.confirm_one.setEnabled(
            place is not None and bool(place.quotation.speaker) and not place.quotation.confirmed
        )

    def _dress(self) -> None:
        dress_list(self.cast_list, self.cast, CastDelegate(self.cast_list), "Cast of this article")
        dress_list(self.list, self.rows, WordsDelegate(self.list), "Quotations of this member")
        self.cast_list.setFixedWidth(CAST)
        self.cast_list.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.cast_list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.said.setFont(control_font(13))
        self.said.setProperty("tone", "ink2")
        self.said.setWordWrap(True)
        self.finder.field.setPlaceholderText("Another name")
        self.rename.setToolTip(with_keys("{rename_code}; or drag a member onto another: then they are one"))
        self.nobody.setToolTip("What stands in these marks has no speaker")
        self.forms.setToolTip("A surname, a title, a role that the rules did not take for this person")
        self.add.setToolTip("Somebody whom no rule has found; quotations are theirs once a form of the name says so")
        self.interview.setToolTip("The answers are theirs, the questions the interviewer's; what is confirmed stays")
        self.confirm.setToolTip("What the rules are sure of or find likely; each guess is confirmed by itself")
        self.confirm_all.setToolTip("The same for the whole cast, in one step")
        for button in (*self._buttons(), self.leave):
            button.setAutoDefault(False)
        theme().changed.connect(self.list.viewport().update)
        theme().changed.connect(self.cast_list.viewport().update)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (self.rename, self.forms, self.add, self.nobody, self.interview, self.everywhere, self.confirm,
                self.confirm_all, self.go, self.confirm_one)  # fmt: skip

    def _lay_out(self) -> None:
        column, middle, left, right = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.said.setContentsMargins(16, 12, 16, 12)
        middle.setContentsMargins(8, 4, 8, 12)
        middle.setSpacing(8)
        left.addWidget(self.cast_list, 1)
        left.addLayout(self._member_buttons())
        right.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.go)
        foot.addWidget(self.confirm_one)
        foot.addWidget(self.leave)
        right.addLayout(foot)
        middle.addLayout(left)
        middle.addLayout(right, 1)
        column.addWidget(self.said)
        column.addWidget(level_rule())
        column.addLayout(middle, 1)

    def _member_buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(8, 8, 0, 0)
        grid.setSpacing(8)
        for place, button in enumerate(self._buttons()[:-2]):
            grid.addWidget(button, place // 2, place % 2)
        return grid

    def _listen(self) -> None:
        self.cast_list.selectionModel().currentChanged.connect(lambda: self.member_wanted.emit(self.member()))
        self.cast.merged.connect(self.renamed)
        self.finder.chosen.connect(self._take_name)
        self.finder.closed.connect(self.cast_list.setFocus)
        self.rename.clicked.connect(self.ask_name)
        self.leave.clicked.connect(self.reject)
        self.confirm_all.clicked.connect(lambda: self.confirmed.emit(""))
        self.add.clicked.connect(lambda: self.forms_wanted.emit(""))
        for button, signal in (
            (self.nobody, self.left_out), (self.forms, self.forms_wanted), (self.interview, self.interview_wanted),
            (self.everywhere, self.everywhere_wanted), (self.confirm, self.confirmed),
        ):  # fmt: skip
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit(self.member()))
        for button, told in ((self.go, self.go_wanted), (self.confirm_one, self.confirmed_one)):
            button.clicked.connect(lambda _checked=False, told=told: self._tell_place(told))
        self.list.opened.connect(lambda: self._tell_place(self.go_wanted))
        self.list.doubleClicked.connect(lambda: self._tell_place(self.go_wanted))
        self.list.selectionModel().currentChanged.connect(self._show_what_can_be_done)

    def _take_name(self, name: str) -> None:
        (self.renamed.emit(self.member(), name) if name else self.left_out.emit(self.member()))

    def _tell_place(self, signal: SignalInstance) -> None:
        if (place := self.current()) is not None:
            signal.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if QKeySequence(event.keyCombination()) == QKeySequence(first_key("rename_code")):
            self.ask_name()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.cast_list.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)
