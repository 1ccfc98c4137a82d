"""The window beside the work with everything that one speaker says, across all articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
)

from annotator.model.counting import counted
from annotator.ui.announce import announce
from annotator.ui.finding.speaker_rows import SpeakerDelegate, SpeakerList, SpeakerRow
from annotator.ui.popup_rows import dress_list, let_focus_in
from annotator.ui.pressing import Pressing
from annotator.ui.rules import level_rule
from annotator.ui.shortcuts.naming import with_keys
from annotator.ui.speakers.words_rows import SpokenPlace, WordsDelegate, WordsRows
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

PAUSE_MS = 150  # after this without a key the list is filtered
SIZE, LEAST, NAMES = (980, 620), (680, 420), 250
NOBODY = "Nobody is named as a speaker yet. In the article, put the caret into a quotation and press {name_speaker}."


class WordsList(QListView):
    """Tells Enter and the key for copying; the arrows move."""

    opened = Signal()
    copy_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class WordsWindow(Pressing):
    """Tells whose words are wanted, and which quotation is to be opened or copied."""

    speaker_wanted = Signal(str)
    go_wanted = Signal(object)
    copy_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("wordsOfASpeaker")
        self.setWindowTitle("Words of a speaker")
        self.setMinimumSize(*LEAST)
        self.resize(*SIZE)
        self.names, self.rows = SpeakerList(self), WordsRows(self)
        self.name_list, self.list = QListView(), WordsList()
        self.field, self.said = QLineEdit(), QLabel()
        self.go, self.copy, self.leave = (
            QPushButton("Go there"),
            QPushButton("Copy with citation"),
            QPushButton("Close"),
        )
        self._speaker = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._dress()
        self._lay_out()
        self._listen()
        self._show_what_can_be_done()

    def show_names(self, names: Sequence[SpeakerRow], speaker: str) -> None:
        """List the speakers, one of them the current one."""
        self.name_list.selectionModel().blockSignals(True)
        self.names.show(list(names))
        row = next((number for number, one in enumerate(names) if one.name.casefold() == speaker.casefold()), -1)
        self.name_list.setCurrentIndex(self.names.index(row))
        self.name_list.selectionModel().blockSignals(False)
        self.name_list.viewport().update()
        let_focus_in(self.name_list)

    def show_words(self, speaker: str) -> None:
        """Say whose words the list holds now; the rows are there already."""
        self._speaker = speaker
        self.setWindowTitle(f"Words of {speaker}" if speaker else "Words of a speaker")
        if self.rows.rowCount() and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.rows.index(0))
        self._show_what_can_be_done()

    def stand_on(self, quotation: str) -> None:
        """Make a quotation's row the current one, if it is listed."""
        row = self.rows.row_of(quotation)
        if row >= 0:
            self.list.setCurrentIndex(self.rows.index(row))
            self.list.scrollTo(self.list.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def current(self) -> SpokenPlace | None:
        """Return the current quotation."""
        index = self.list.currentIndex()
        return self.rows.row_at(index.row()) if index.isValid() else None

    def say(self, sentence: str) -> None:
        """Say something at the foot."""
        self.said.setText(sentence)
        announce(self.said, sentence)

    def filter_now(self) -> None:
        """Leave what holds the typed words."""
        self._pause.stop()
        self.rows.filter(self.field.text())
        self.show_words(self._speaker)

    def _show_what_can_be_done(self) -> None:
        there = self.rows.rowCount()
        let_focus_in(self.list)
        for button in (self.go, self.copy):
            button.setEnabled(there > 0)
        if not self.names.rowCount():
            self.say(with_keys(NOBODY))
        else:
            self.say(
                f"{counted(there, 'quotation')}. Enter goes there." if there else "No quotation holds these words."
            )

    def _dress(self) -> None:
        dress_list(self.name_list, self.names, SpeakerDelegate(self.name_list), "Speakers")
        dress_list(self.list, self.rows, WordsDelegate(self.list), "Words of this speaker")
        self.name_list.setFixedWidth(NAMES)
        self.field.setPlaceholderText("Filter by words or article")
        self.field.setAccessibleName("Filter this speaker's words")
        self.field.setClearButtonEnabled(True)
        self.said.setFont(control_font(12))
        self.said.setProperty("tone", "ink2")
        self.said.setWordWrap(True)
        for button in (self.go, self.copy, self.leave):
            button.setAutoDefault(False)
        theme().changed.connect(self.list.viewport().update)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top, middle, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (top, foot):
            row.setContentsMargins(16, 12, 16, 12)
            row.setSpacing(12)
        top.addWidget(self.field, 1)
        middle.setContentsMargins(8, 4, 4, 4)
        middle.setSpacing(8)
        middle.addWidget(self.name_list)
        middle.addWidget(self.list, 1)
        foot.addWidget(self.said, 1)
        for button in (self.go, self.copy, self.leave):
            foot.addWidget(button)
        column.addLayout(top)
        column.addWidget(level_rule())
        column.addLayout(middle, 1)
        column.addWidget(level_rule())
        column.addLayout(foot)

    def _listen(self) -> None:
        self.field.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.filter_now)
        self.name_list.selectionModel().currentChanged.connect(self._name_chosen)
        self.list.opened.connect(self._go)
        self.list.doubleClicked.connect(self._go)
        self.list.copy_wanted.connect(self._copy)
        self.go.clicked.connect(self._go)
        self.copy.clicked.connect(self._copy)
        self.leave.clicked.connect(self.reject)

    def _name_chosen(self) -> None:
        index = self.name_list.currentIndex()
        if index.isValid():
            self.speaker_wanted.emit(self.names.rows[index.row()].name)

    def _go(self) -> None:
        if (place := self.current()) is not None:
            self.go_wanted.emit(place)

    def _copy(self) -> None:
        if (place := self.current()) is not None:
            self.copy_wanted.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.field.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.filter_now()
            if self.rows.rowCount():
                self.list.setFocus()
        else:
            super().keyPressEvent(event)
