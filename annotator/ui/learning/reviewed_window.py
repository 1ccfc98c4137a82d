"""The window of one's reviewed codings: counts on top, the list at the left, the verdict looked at beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.reviewing.learning import OUTCOMES
from annotator.ui import messages
from annotator.ui.announce import announce
from annotator.ui.learning.labels import words
from annotator.ui.learning.reviewed_detail import ReviewedDetail
from annotator.ui.learning.reviewed_list import ReviewedList
from annotator.ui.learning.reviewed_rows import ReviewedRows
from annotator.ui.learning.shown import ReviewedFilter, in_one_sentence
from annotator.ui.pressing import Pressing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.ui.learning.shown import ShownReviewed

SIZE, LIST_WIDTH = (980, 640), 400
NOTHING = (
    "Nothing of yours has been reviewed yet. Once a colleague has settled differences with your codings, or looked "
    "through them, and that work is in this project, you see here what became of each."
)
UNWRITTEN = "Your answer could not be written to the project. Leaving loses it."
NONE_LISTED = "Nothing passes this filter."


class ReviewedWindow(Pressing):
    """Fed with plain values. `place_wanted` gives a verdict, and whether the focus shall go to its place."""

    place_wanted = Signal(str, bool)
    history_wanted = Signal(str)
    answer_written = Signal(str, str, str)
    looked_at = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reviewed")
        self.setWindowTitle("My reviewed codings")
        self.resize(*SIZE)
        self.rows = ReviewedRows(self)
        self.list, self.detail = ReviewedList(self.rows), ReviewedDetail()
        self.said, self.empty = words(), words(tone="ink3")
        self.outcome = QComboBox()
        self.with_reason, self.with_answers = QCheckBox("Only with a reason"), QCheckBox("Only with answers")
        self.leave = QPushButton("Close")
        self._shown = ""
        self._lay_out()
        self._connect()
        self._offer(())

    def show_found(self, found: Sequence[ShownReviewed], kept_back: str = "") -> None:
        """Show all that was decided; the current one stays current. `kept_back` tells what is not shown, and why."""
        current = self.list.current()
        self._offer(found)
        sentence = " ".join(part for part in (in_one_sentence(found) if found else NOTHING, kept_back) if part)
        if sentence != self.said.text():
            self.said.setText(sentence)
            announce(self.said, sentence)
        self.rows.show(found)
        self._keep_current(current.verdict if current is not None else "")

    def show_problem(self, sentence: str) -> None:
        """Say why an answer could not be written; what was typed stays."""
        self.said.setText(sentence)
        announce(self.said, sentence, at_once=True)

    def flush(self) -> None:
        """Write the answer that is being typed."""
        self.detail.answers.flush()

    def _keep_current(self, verdict: str) -> None:
        self.list.go_to(verdict)
        one = self.list.current()
        self._look(one.verdict if one is not None else "")
        nothing = not self.rows.rowCount()
        self.empty.setText(NONE_LISTED if self.rows.all else "")
        self.empty.setVisible(nothing and bool(self.rows.all))
        for part in (self.outcome, self.with_reason, self.with_answers):
            part.setEnabled(bool(self.rows.all))

    def _look(self, verdict: str) -> None:
        """Show the verdict that has become current."""
        one, self._shown = self.list.current(), verdict
        self.detail.show_reviewed(one)
        if one is not None:
            self.looked_at.emit(verdict)

    def _moved(self, verdict: str) -> None:
        """Show another verdict; an answer to the one before is written first."""
        if verdict != self._shown:
            self.flush()
            self._look(verdict)

    def _filter(self) -> None:
        self.flush()
        current = self.list.current()
        self.rows.filter_by(
            ReviewedFilter(
                cast("str", self.outcome.currentData()), self.with_reason.isChecked(), self.with_answers.isChecked()
            )
        )
        self._keep_current(current.verdict if current is not None else "")

    def _offer(self, found: Sequence[ShownReviewed]) -> None:
        """Offer the outcomes there are, each with its number."""
        chosen = self.outcome.currentData() or ""
        numbers = {outcome: sum(one.outcome == outcome for one in found) for outcome in OUTCOMES}
        self.outcome.blockSignals(True)
        self.outcome.clear()
        self.outcome.addItem(f"All outcomes ({len(found):,})", "")
        for outcome, number in numbers.items():
            if number or outcome == chosen:
                self.outcome.addItem(f"{OUTCOMES[outcome]} ({number:,})", outcome)
        self.outcome.setCurrentIndex(max(0, self.outcome.findData(chosen)))
        self.outcome.blockSignals(False)

    def _connect(self) -> None:
        self.list.looked_at.connect(self._moved)
        self.list.opened.connect(self.place_wanted)
        self.detail.place_wanted.connect(self._go)
        self.detail.history_wanted.connect(self.history_wanted)
        self.detail.answers.written.connect(self.answer_written)
        self.detail.answers.left.connect(self.list.setFocus)
        self.outcome.currentIndexChanged.connect(lambda _: self._filter())
        for box in (self.with_reason, self.with_answers):
            box.toggled.connect(lambda _: self._filter())
        self.leave.clicked.connect(self.reject)

    def _go(self) -> None:
        one = self.list.current()
        if one is not None:
            self.place_wanted.emit(one.verdict, True)

    def _lay_out(self) -> None:
        self.outcome.setAccessibleName("Outcome")
        self.leave.setAutoDefault(False)
        column, choices, middle, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        left = QVBoxLayout()
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        choices.setSpacing(16)
        for part in (self.outcome, self.with_reason, self.with_answers):
            choices.addWidget(part)
        choices.addStretch(1)
        self.list.setFixedWidth(LIST_WIDTH)
        self.empty.setFixedWidth(LIST_WIDTH)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        left.addWidget(self.empty)
        left.addWidget(self.list, 1)
        middle.addLayout(left)
        middle.addWidget(self.detail, 1)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        column.addWidget(self.said)
        column.addLayout(choices)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    # Qt

    def reject(self) -> None:
        self.flush()
        if not self.detail.answers.pending() or messages.confirm(self, UNWRITTEN, "Leave"):
            super().reject()
