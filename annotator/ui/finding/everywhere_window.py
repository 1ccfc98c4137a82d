"""The window beside the work in which words are looked for in all articles, and what is found is coded at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model.counting import counted
from annotator.ui.announce import announce
from annotator.ui.finding.hit_list import HitList
from annotator.ui.finding.hit_rows import HitRows
from annotator.ui.popup_rows import let_focus_in
from annotator.ui.pressing import Pressing
from annotator.ui.rules import level_rule
from annotator.ui.scheme.code_finder import CodeFinder
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from annotator.model.keyword_in_context import ArticleHits

PAUSE_MS = 200  # after this without a key the search is made
SIZE, LEAST = (980, 620), (660, 420)


class EverywhereWindow(Pressing):
    """Tells what is asked, opened and coded; it knows neither project nor scheme."""

    asked = Signal(str)
    opened = Signal(int, bool)
    code_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findEverywhere")
        self.setWindowTitle("Find everywhere")
        self.setMinimumSize(*LEAST)
        self.resize(*SIZE)
        self.rows = HitRows(self)
        self.field, self.list = QLineEdit(), HitList()
        self.list.setModel(self.rows)
        self.count, self.said = QLabel(), QLabel()
        self.aside = QCheckBox()
        self.aside.setToolTip("Also look in the lines that are set aside")
        self.all_button, self.none_button = QPushButton("Tick all"), QPushButton("Tick none")
        self.as_hits, self.as_sentences = QRadioButton("Only the words"), QRadioButton("Their sentences")
        self.code_button, self.undo_button = QPushButton("Code all…"), QPushButton("Undo")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._dress()
        self._lay_out()
        self._listen()
        self.finder = CodeFinder(self)
        self.finder.foot.say("code all that is ticked")
        self.show_aside(0)
        self.show_found([])

    def show_aside(self, number: int) -> None:
        """Offer the hits in what is set aside, if there are any."""
        self.aside.setText(f"Set aside too ({number:,})")
        self.aside.setVisible(number > 0)

    def show_found(self, found: Sequence[ArticleHits]) -> None:
        """List what was found."""
        self.rows.show(found)
        hits, articles = self.rows.rowCount(), self.rows.articles()
        typed = bool(self.field.text().strip())
        told = f"{counted(hits, 'hit')} in {counted(articles, 'article')}" if hits else "Nothing found" if typed else ""
        self.count.setText(told)
        if told:
            announce(self.field, told)
        if hits and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.rows.index(0))
        self._show_ticked()

    def say(self, sentence: str, *, may_undo: bool = False) -> None:
        """Say what became of it; `may_undo` while it was the last gesture."""
        self.said.setText(sentence)
        self.undo_button.setVisible(may_undo)
        if sentence:
            announce(self.said, sentence)

    def search_now(self) -> None:
        """Ask for what is typed."""
        self._pause.stop()
        self.say("")
        self.asked.emit(self.field.text())

    def button_rect(self) -> QRect:
        """Return where the code finder opens: at the button that asks for it."""
        return QRect(self.code_button.mapTo(self, QPoint(0, 0)), self.code_button.size())

    def _dress(self) -> None:
        self.field.setPlaceholderText('Words; a beginning as integrat*; a phrase as "pooled budget"')
        self.field.setAccessibleName("Find in all articles")
        self.field.setClearButtonEnabled(True)
        for label, name in ((self.count, "What was found"), (self.said, "What was done")):
            label.setFont(control_font(12))
            label.setProperty("tone", "ink2")
            label.setAccessibleName(name)
        self.said.setWordWrap(True)
        self.as_sentences.setChecked(True)
        self.code_button.setProperty("main", True)
        for button in (self.all_button, self.none_button, self.code_button, self.undo_button):
            button.setAutoDefault(False)
        self.undo_button.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top, foot = QHBoxLayout(), QHBoxLayout()
        for row in (top, foot):
            row.setContentsMargins(16, 12, 16, 12)
            row.setSpacing(12)
        for part in (self.field, self.count, self.aside, self.all_button, self.none_button):
            top.addWidget(part, 1 if part is self.field else 0)
        foot.addWidget(self.said, 1)
        for control in (self.undo_button, self.as_hits, self.as_sentences, self.code_button):
            foot.addWidget(control)
        inset = QVBoxLayout()
        inset.setContentsMargins(8, 4, 4, 4)
        inset.addWidget(self.list)
        column.addLayout(top)
        column.addWidget(level_rule())
        column.addLayout(inset, 1)
        column.addWidget(level_rule())
        column.addLayout(foot)

    def _listen(self) -> None:
        self.field.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.search_now)
        self.aside.toggled.connect(self.search_now)
        self.list.opened.connect(self.opened)
        self.list.turned.connect(self._turn)
        self.all_button.clicked.connect(lambda: self._tick_all(on=True))
        self.none_button.clicked.connect(lambda: self._tick_all(on=False))
        self.code_button.clicked.connect(self.code_wanted)
        self.undo_button.clicked.connect(self.undo_wanted)

    def _turn(self, row: int) -> None:
        self.rows.turn(row)
        announce(self.list, "ticked" if self.rows.row(row).ticked else "not ticked")
        self._show_ticked()

    def _tick_all(self, *, on: bool) -> None:
        self.rows.tick_all(on)
        self._show_ticked()

    def _show_ticked(self) -> None:
        ticked, there = self.rows.ticked(), self.rows.rowCount() > 0
        self.code_button.setText(f"Code {ticked:,}…" if 0 < ticked < self.rows.rowCount() else "Code all…")
        self.code_button.setEnabled(ticked > 0)
        self.all_button.setEnabled(there)
        let_focus_in(self.list)
        self.none_button.setEnabled(there)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.field.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.search_now()
            if self.rows.rowCount():
                self.list.setFocus()
        else:
            super().keyPressEvent(event)
