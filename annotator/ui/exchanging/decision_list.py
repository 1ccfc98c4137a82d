"""The list of what is to be decided before a colleague's work comes in, one line each, with answers for several."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.elided_label import ElidedLabel
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.ui.exchanging.decisions import Decision

ANSWER_WIDTH, MOST_SHOWN = 250, 100
MORE = "and {number} more; a button above decides them all"


class AnswerBox(QComboBox):
    """The answers to one question. The wheel scrolls the list and changes nothing."""

    def __init__(self, one: Decision) -> None:
        super().__init__()
        self.setAccessibleName(f"{one.group}: {one.title}, {one.note}")
        self.setFixedWidth(ANSWER_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for answer, words in one.options:
            self.addItem(words, answer)
        if len(one.options) > one.common and one.common == 2:
            self.insertSeparator(one.common)
        self.setCurrentIndex(self.findData(one.answer))
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.Wheel or super().eventFilter(watched, event)


class DecisionList(QScrollArea):
    """Tells each answer; `looked_at` says whose two sides shall be shown."""

    answered = Signal(object)
    looked_at = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("decisions")
        self.setAccessibleName("What to decide")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.boxes: dict[int, AnswerBox] = {}
        self._asked: list[tuple[object, ...]] = []

    def show_decisions(self, found: Sequence[Decision]) -> None:
        """Show these; the answers stand as they are given."""
        asked: list[tuple[object, ...]] = [(one.group, one.title, one.options) for one in found]
        if asked == self._asked:  # only the answers are others: whoever types on in one is left in peace
            for number, box in self.boxes.items():
                box.setCurrentIndex(box.findData(found[number].answer))
            return
        self._asked, self.boxes = asked, {}
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        numbered = list(enumerate(found))
        for group, members in groupby(numbered, key=lambda item: item[1].group):
            self._add_group(column, group, list(members))
        column.addStretch(1)
        self.setWidget(page)

    def _add_group(self, column: QVBoxLayout, group: str, members: list[tuple[int, Decision]]) -> None:
        head = QHBoxLayout()
        title = QLabel(f"{group}  {len(members):,}")
        title.setFont(control_font(13, 600))
        head.addWidget(title)
        head.addStretch(1)
        first = members[0][1]
        for answer, words in first.options[: first.common] if len(members) > 1 else ():
            head.addWidget(self._for_all(answer, words, members))
        column.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for line, (number, one) in enumerate(members[:MOST_SHOWN]):
            self._add_line(grid, line, number, one)
        column.addLayout(grid)
        if len(members) > MOST_SHOWN:
            more = QLabel(MORE.format(number=f"{len(members) - MOST_SHOWN:,}"))
            more.setProperty("tone", "ink2")
            column.addWidget(more)

    def _for_all(self, answer: str, words: str, members: list[tuple[int, Decision]]) -> QPushButton:
        button = QPushButton(f"All: {words[0].lower()}{words[1:]}")
        button.setProperty("flat", True)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.answered.emit([(number, answer) for number, _ in members]))
        return button

    def _add_line(self, grid: QGridLayout, line: int, number: int, one: Decision) -> None:
        title, note, box = ElidedLabel(one.title), QLabel(one.note), AnswerBox(one)
        title.setFont(control_font(13))
        note.setFont(control_font(12))
        note.setProperty("tone", "ink2")
        box.activated.connect(lambda _index: self.answered.emit([(number, str(box.currentData()))]))
        box.activated.connect(lambda _index: self.looked_at.emit(number))
        for place, widget in enumerate((title, note, box)):
            grid.addWidget(widget, line, place, Qt.AlignmentFlag.AlignVCenter)
        box.installEventFilter(self)
        self.boxes[number] = box

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, AnswerBox):
            number = next((number for number, box in self.boxes.items() if box is watched), None)
            if number is not None:
                self.ensureWidgetVisible(watched)
                self.looked_at.emit(number)
        return super().eventFilter(watched, event)
