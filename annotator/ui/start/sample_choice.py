"""As whom the sample opens: as one of its two coders, with their work, or as oneself, with none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.start.start_card import StartCard
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

CODER_A, CODER_B = "Coder A", "Coder B"


class SampleChoice(QWidget):
    """Three rows in place of the cards. Esc goes back."""

    sample_chosen = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        question = QLabel("Whose work do you want to see in the sample?")
        question.setFont(control_font(14, 600))
        about = QLabel("Two coders have coded the five briefings apart. Coding is blind: you see one set at a time.")
        about.setFont(control_font(12))
        about.setProperty("tone", "ink2")
        about.setWordWrap(True)
        self.as_a = StartCard("person", "Look as Coder A", "One reading of all five articles, with memos", first=True)
        self.as_b = StartCard("person", "Look as Coder B", "The same articles, read another way")
        self.as_me = StartCard("plus", "Start my own", "The articles and the scheme, nothing coded yet")
        self.back = QPushButton("Back")
        self.back.setProperty("flat", True)
        self._lay_out([question, about, self.as_a, self.as_b, self.as_me])
        self.as_a.clicked.connect(lambda: self.sample_chosen.emit(CODER_A))
        self.as_b.clicked.connect(lambda: self.sample_chosen.emit(CODER_B))
        self.as_me.clicked.connect(lambda: self.sample_chosen.emit(self._name))
        self.back.clicked.connect(self.given_up)

    def ask(self, name: str) -> None:
        """Ask with the analyst's name in the last row, and put the focus on the first."""
        self._name = name
        self.as_me.setText(f"Start my own, as {name}")
        self.as_me.setAccessibleName(self.as_me.text())
        self.as_a.setFocus()

    def _lay_out(self, parts: list[QWidget]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in parts:
            column.addWidget(part)
        column.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
