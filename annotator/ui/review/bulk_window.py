"""The window in which many places are settled at once: which they are and what would be agreed, before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from annotator.ui.announce import announce
from annotator.ui.pressing import Pressing
from annotator.ui.review.difference_rows import DifferenceRows
from annotator.ui.review.difference_view import DifferenceView
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.ui.review.shown import ShownDifference

SIZE, LEAST = (640, 620), (480, 400)


class BulkWindow(Pressing):
    """Fed with rows whose words are what would be agreed. It settles nothing itself."""

    rule_chosen = Signal(str)
    place_wanted = Signal(str)
    agreed = Signal()

    def __init__(self, title: str, rules: Sequence[tuple[str, str]], parent: QWidget) -> None:
        """`rules`: id and words of each rule there is to choose from, the first is chosen; none without a choice."""
        super().__init__(parent)
        self.setObjectName("settleMany")
        self.setWindowTitle(title)
        self.setMinimumSize(*LEAST)
        self.resize(*SIZE)
        self.said, self.rows = QLabel(), DifferenceRows(self)
        self.list = DifferenceView(self.rows)
        self.take, self.leave = QPushButton("Agree on them"), QPushButton("Cancel")
        self.rules = {rule: QRadioButton(words) for rule, words in rules}
        self._group = QButtonGroup(self)
        self._lay_out()
        for rule, button in self.rules.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _on=False, rule=rule: self.rule_chosen.emit(rule))
        if self.rules:
            next(iter(self.rules.values())).setChecked(True)
        self.list.difference_chosen.connect(self.place_wanted)
        self.take.clicked.connect(self.agreed)
        self.leave.clicked.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.take.click)

    def show_rows(self, sentence: str, rows: Sequence[ShownDifference], button: str) -> None:
        """Say what would happen, and list it."""
        if sentence != self.said.text():
            self.said.setText(sentence)
            announce(self.said, sentence)
        self.rows.show(rows)
        self.take.setText(button)
        self.take.setEnabled(bool(rows))

    def _lay_out(self) -> None:
        self.said.setFont(control_font(13))
        self.said.setWordWrap(True)
        self.list.setProperty("framed", True)
        self.take.setProperty("main", True)
        self.take.setToolTip("Ctrl+Enter")
        column, choice, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        choice.setSpacing(16)
        for rule in self.rules.values():
            choice.addWidget(rule)
        choice.addStretch(1)
        foot.addStretch(1)
        for button in (self.leave, self.take):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column.addWidget(self.said)
        if self.rules:
            column.addLayout(choice)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
