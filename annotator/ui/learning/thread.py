"""What coder and reviewer say to each other about one verdict, and the field for the next answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.learning.labels import words
from annotator.ui.typing_field import TypingField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.ui.learning.shown import ShownAnswer

ANSWER, CHANGE = "Answer", "Keep the change"
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerField(TypingField):
    """Ctrl+Enter keeps what was typed, Esc leaves it there and goes back."""

    kept = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in ENTER and control:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in ENTER:
            event.accept()  # Ctrl+Enter is the field's while it has the focus
            return True
        return super().event(event)


class Thread(QWidget):
    """Oldest first. One's own answers can be changed, and removed by emptying them.

    `said` shows the answers; whoever lays the thread out puts it where it may scroll. The field stays in sight.
    `written` gives the verdict, the id of the answer that is changed (empty for a new one), and the text.
    """

    written = Signal(str, str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.keep = AnswerField("Your answer"), QPushButton(ANSWER)
        self.give_up = QPushButton("Do not change it")
        self._verdict, self._changing, self._before = "", "", ""
        self._shown: tuple[ShownAnswer, ...] = ()
        self.change_buttons: dict[str, QPushButton] = {}
        self.said = QWidget()
        self._answers = QVBoxLayout(self.said)
        self._lay_out()
        self.keep.clicked.connect(self.flush)
        self.field.kept.connect(self.flush)
        self.field.left.connect(self.left)
        self.give_up.clicked.connect(lambda: self._change(None))
        self.field.textChanged.connect(self._show_buttons)

    def show_thread(self, verdict: str, answers: Sequence[ShownAnswer]) -> None:
        """Show the answers to a verdict. What is being typed to the same verdict stays."""
        if verdict != self._verdict:
            self._verdict = verdict
            self._change(None)
        if tuple(answers) != self._shown:
            self._shown = tuple(answers)
            self._show_answers()
            if self._changing and self._changing not in self.change_buttons:
                self._change(None)
        self._show_buttons()

    def pending(self) -> bool:
        """Tell whether something was typed that is not written."""
        return self.field.text() != self._before

    def flush(self) -> None:
        """Send off what was typed, if it says something else than before."""
        if self._verdict and self.pending():
            verdict, changed, text = self._verdict, self._changing, self.field.text()
            self.written.emit(verdict, changed, text)

    def taken(self) -> None:
        """Empty the field: what was typed is written."""
        self._change(None)

    def _change(self, answer: ShownAnswer | None) -> None:
        """Let an answer be changed, or a new one be written."""
        self._changing, self._before = (answer.id, answer.text) if answer is not None else ("", "")
        self.field.show_text(self._before)
        self._show_buttons()
        if answer is not None:
            self.field.setFocus()

    def _show_buttons(self) -> None:
        self.keep.setText(CHANGE if self._changing else ANSWER)
        self.keep.setEnabled(self.pending())
        self.give_up.setVisible(bool(self._changing))
        self.field.setPlaceholderText("Empty removes the answer" if self._changing else "Your answer")

    def _show_answers(self) -> None:
        while (item := self._answers.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self.change_buttons = {}
        for answer in self._shown:
            self._answers.addWidget(self._row(answer))
        self.said.setVisible(bool(self._shown))

    def _row(self, answer: ShownAnswer) -> QWidget:
        row, head = QFrame(), QHBoxLayout()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        head.addWidget(words(f"{answer.who}, {answer.when}", pixels=12, tone="ink3"), 1)
        if answer.own:
            button = QPushButton("Change")
            button.setProperty("flat", True)
            button.setAutoDefault(False)
            button.setAccessibleName(f"Change your answer of {answer.when}")
            button.clicked.connect(lambda: self._change(answer))
            self.change_buttons[answer.id] = button
            head.addWidget(button)
        column.addLayout(head)
        column.addWidget(words(answer.text))
        return row

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        for button in (self.keep, self.give_up):
            button.setAutoDefault(False)
            foot.addWidget(button)
        self.keep.setToolTip("Ctrl+Enter")
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._answers.setContentsMargins(0, 0, 0, 0)
        self._answers.setSpacing(0)
        self._answers.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.field)
        column.addLayout(foot)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.field.setFixedHeight(self.field.minimumHeight() + 12)
