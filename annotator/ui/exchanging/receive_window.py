"""What a colleague's file would change, seen and decided before it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.model.counting import counted
from annotator.ui import messages
from annotator.ui.announce import announce
from annotator.ui.exchanging.decision_list import DecisionList
from annotator.ui.exchanging.received_tree import ReceivedTree
from annotator.ui.exchanging.two_sides import TwoSides
from annotator.ui.pressing import Pressing
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.jobs.received_listed import ListedKind
    from annotator.jobs.received_words import RowWords
    from annotator.ui.exchanging.decisions import Decision

SIZE, LEAST = (1000, 720), (720, 460)
DECISIONS_SHARE = 0.34  # of the height, at most
TALL, LOW, ROOMY = 132, 92, 700  # heights of the two sides, and of a window with room for the larger
READING = "Looking at what is in it"
LOSES = "Nothing is received yet. Closing now loses what you decided here."
BACKUP = "One step that Undo takes back; a copy of the project as it is now is kept beside it."


class ReceiveWindow(Pressing):
    """Not modal. It changes nothing: it tells what was decided, and when to receive."""

    receive_wanted = Signal()
    decided = Signal(list)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("receiveWindow")
        self.setWindowTitle("Receive")
        self.setMinimumSize(*LEAST)
        self.resize(*(max(least, min(size, room - 24)) for size, least, room in zip(
            SIZE, LEAST, (parent.width(), parent.height()), strict=True)))  # fmt: skip
        self.head, self.sentence, self.said = QLabel(), QLabel(), QLabel(BACKUP)
        self.decisions, self.tree, self.sides = DecisionList(), ReceivedTree(), TwoSides()
        self.leave_button, self.main_button = QPushButton("Cancel"), QPushButton("Receive")
        self._decisions: Sequence[Decision] = ()
        self._touched = False
        self._lay_out()
        self.decisions.answered.connect(self._decide)
        self.decisions.looked_at.connect(self._look_at)
        self.tree.row_chosen.connect(self._show_row)
        self.main_button.clicked.connect(self.receive_wanted)
        self.leave_button.clicked.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.main_button.click)

    def show_reading(self) -> None:
        """Say that the file is being looked at; what is shown stays until it has been."""
        self.said.setText(f"{READING} …")
        self.main_button.setEnabled(False)

    def show_found(
        self, head: str, sentence: str, found: Sequence[Decision], kinds: Sequence[ListedKind], *, anything: bool
    ) -> None:
        """Show whose file it is, what it brings, what is to be decided, and whether there is anything to receive."""
        self.head.setText(head)
        self.sentence.setText(sentence)
        self._decisions = found
        self.decisions.show_decisions(found)
        self.decisions.setVisible(bool(found))
        self._give_room()
        self.tree.show_kinds(kinds)
        self.said.setText(BACKUP if anything else "There is nothing to receive.")
        self.main_button.setEnabled(anything)
        if self.isVisible():
            announce(self.sentence, sentence)

    def show_problem(self, sentence: str) -> None:
        """Say what could not be done; everything decided stays."""
        self.said.setText(sentence)
        self.main_button.setEnabled(True)
        announce(self.said, sentence, at_once=True)

    def may_leave(self) -> bool:
        """Ask whether what was decided here may be lost; nothing decided, nothing asked."""
        if not self._touched:
            return True
        self.raise_()
        return messages.confirm(self, LOSES, "Close without receiving")

    def appear(self) -> None:
        """Come up beside the work, with the focus where something is to be decided, else in the list."""
        self.show()
        self.raise_()
        self.activateWindow()
        first = next(iter(self.decisions.boxes.values()), None)
        (first or self.tree).setFocus(Qt.FocusReason.OtherFocusReason)

    # inside

    def _decide(self, answers: list[tuple[int, str]]) -> None:
        self._touched = True
        self.decided.emit(answers)

    def _look_at(self, number: int) -> None:
        one = self._decisions[number]
        self.sides.show_sides(one.here, one.there)

    def _show_row(self, words: RowWords | None) -> None:
        if words is None:
            self.sides.show_sides("", "")
        elif words.here or words.there:
            self.sides.show_sides(words.here, words.there, ("Before", "After"))
        else:
            self.sides.show_sides(words.what, words.note, ("Whole", "Note"))

    def _give_room(self) -> None:
        self.sides.setFixedHeight(TALL if self.height() >= ROOMY else LOW)
        page = self.decisions.widget()
        if page is not None:
            most = int(self.height() * DECISIONS_SHARE)
            self.decisions.setFixedHeight(min(most, page.sizeHint().height() + 4))

    def _lay_out(self) -> None:
        self.head.setFont(control_font(15, 600))
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.sentence, self.said):
            label.setFont(control_font(13))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setProperty("tone", "ink2")
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.main_button.setProperty("main", True)
        self.main_button.setToolTip("Ctrl+Enter")
        for button in (self.leave_button, self.main_button):
            button.setAutoDefault(False)
        foot, column = QHBoxLayout(), QVBoxLayout(self)
        foot.setSpacing(8)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.leave_button)
        foot.addWidget(self.main_button)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        top = QVBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.head)
        top.addWidget(self.sentence)
        column.addLayout(top)
        column.addWidget(self.decisions)
        column.addWidget(self.tree, 1)
        column.addWidget(self.sides)
        column.addLayout(foot)

    # Qt's own

    def reject(self) -> None:
        if self.may_leave():
            super().reject()
            self.left.emit()


def decisions_told(number: int) -> str:
    """Return how many things there are to decide, in words; empty for none."""
    return f"{counted(number, 'thing')} to decide: each has an answer that stands if you leave it." if number else ""
