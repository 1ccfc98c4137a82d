"""What the windows beside the work have in common: a foot with sentence and buttons, and that nothing typed is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui import messages
from annotator.ui.announce import announce
from annotator.ui.pressing import Pressing
from annotator.ui.theme import control_font

MARGIN = 20


class Sheet(Pressing):
    """Not modal. Esc leaves it, after a question where something typed would go; Ctrl+Enter is the main button."""

    def __init__(self, title: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.sentence.setFont(control_font(13))
        self.main_button, self.leave_button = QPushButton(verb), QPushButton("Close")
        self.main_button.setProperty("main", True)
        self.main_button.setDefault(True)
        self.main_button.setToolTip("Ctrl+Enter")
        self.leave_button.setAutoDefault(False)
        self.main_button.clicked.connect(self.act)
        self.leave_button.clicked.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.act)

    def act(self) -> None:
        """Do what the main button says, if it can be done."""

    def unsaved(self) -> str:
        """Return the question to be asked before the window goes; empty where nothing would be lost."""
        return ""

    def may_go(self) -> bool:
        """Tell whether the window may be closed, asking where something typed would be lost."""
        question = self.unsaved()
        if not question:
            return True
        self.raise_()
        return messages.confirm(self, question, "Leave")

    def show_problem(self, sentence: str) -> None:
        """Say what could not be done; what was typed stays."""
        self.sentence.setText(sentence)
        if sentence:
            announce(self.sentence, sentence, at_once=True)

    def appear(self) -> None:
        """Come up beside the work."""
        self.show()
        self.raise_()
        self.activateWindow()

    def lay_out(self, content: QWidget) -> None:
        """Put the content above the foot."""
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.sentence, 1)
        foot.addWidget(self.leave_button)
        foot.addWidget(self.main_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(16)
        column.addWidget(content, 1)
        column.addLayout(foot)

    # Qt's own

    def reject(self) -> None:
        if self.may_go():
            super().reject()
