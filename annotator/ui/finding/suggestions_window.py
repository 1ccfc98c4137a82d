"""The window beside the work with passages like those of a code: one key codes one, another turns it down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
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
from annotator.ui.rules import level_rule
from annotator.ui.shortcuts.naming import first_key
from annotator.ui.shortcuts.pane_keys import meaning_in
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

ACCEPT, REJECT, SHOW = "accept_passage", "turn_down_passage", "show_passage"


class SuggestionList(QListView):
    """Tells a key that decides; the others move."""

    pressed_key = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        meant = meaning_in("suggestions", event)
        if not meant:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.pressed_key.emit(meant)


class SuggestionsWindow(QDialog):
    """Tells what is decided on the current row."""

    accepted_one = Signal(object)
    rejected_one = Signal(object)
    shown_one = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("suggestions")
        self.resize(720, 600)
        self.rows, self.list, self.said = SuggestionRows(self), SuggestionList(), QLabel()
        self.buttons = {ACCEPT: QPushButton("Code it"), REJECT: QPushButton("Not this one"),
                        SHOW: QPushButton("Show in the article")}  # fmt: skip
        self._dress()
        self._lay_out()
        self.list.pressed_key.connect(self._decide)
        self.list.clicked.connect(lambda _index: self._decide(SHOW))
        for key, button in self.buttons.items():
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, key=key: self._decide(key))

    def show_rows(self, title: str, rows: Sequence[SuggestionRow], sentence: str) -> None:
        """List suggestions for a code."""
        self.setWindowTitle(f"More passages like {title}")
        self.rows.show(rows)
        self.list.setCurrentIndex(self.rows.index(0))
        self.list.setFocus()
        self.say(sentence)

    def say(self, sentence: str) -> None:
        """Say something above the list."""
        self.said.setText(sentence)
        announce(self.said, sentence)
        for button in self.buttons.values():
            button.setEnabled(self.rows.rowCount() > 0)

    def take_away_current(self) -> None:
        """Take the current row out; the next one is current then."""
        row = self.list.currentIndex().row()
        self.rows.take_away(row)
        self.list.setCurrentIndex(self.rows.index(min(row, self.rows.rowCount() - 1)))

    def _decide(self, key: str) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            signal = {ACCEPT: self.accepted_one, REJECT: self.rejected_one, SHOW: self.shown_one}[key]
            signal.emit(self.rows.row_at(index.row()))
            self.list.setFocus()

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
            foot.addWidget(button)
            if shown := first_key(key):
                foot.addWidget(Keycap(keycap_text(shown)))
            foot.addSpacing(8)
        foot.addStretch(1)
        column.addWidget(self.said)
        column.addWidget(level_rule())
        column.addLayout(inset, 1)
        column.addWidget(level_rule())
        column.addLayout(foot)
