"""The window in which an article's text is corrected: the text, and what becomes of the codings, before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from annotator.ui import messages
from annotator.ui.announce import announce
from annotator.ui.finding.moved_list import MovedList, MovedRow
from annotator.ui.finding.text_editor import TextEditor
from annotator.ui.pressing import Pressing
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE, LEAST = (980, 640), (700, 460)
LOSES = "The correction is not made yet. Closing now loses what was typed."
LISTED = "Doubtful and lost ones of yours"
UNFAITHFUL = "This text has characters that cannot be typed here. Take a new version of the file instead."


class CorrectionWindow(Pressing):
    """Tells when the text is another one and when it shall be taken; it knows nothing of codings."""

    corrected = Signal()
    file_wanted = Signal()
    agreed = Signal()

    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("correctText")
        self.setWindowTitle(f"Correct the text: {title}")
        self.setMinimumSize(*LEAST)
        self.resize(*SIZE)
        self.editor, self.moved = TextEditor(), MovedList()
        self.said = QLabel()
        self.file_button, self.cancel_button = QPushButton("From a new version of the file…"), QPushButton("Cancel")
        self.agree_button = QPushButton("Correct the text")
        self._dress()
        self._lay_out()
        self.show_outcome("Nothing is changed yet.", [], may_agree=False)
        self.editor.corrected.connect(self.corrected)
        self.file_button.clicked.connect(self.file_wanted)
        self.cancel_button.clicked.connect(self.reject)
        self.agree_button.clicked.connect(self.agreed)
        self.agree_button.setToolTip("Ctrl+Enter")
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.agree_button.click)
        if not self.editor.show_text(text):
            self.said.setText(UNFAITHFUL)
        self.editor.setFocus()

    def show_outcome(self, sentence: str, lines: Sequence[str], *, may_agree: bool) -> None:
        """Say what would happen, and list what wants a look."""
        self.said.setText(sentence)
        announce(self.said, sentence)
        self.moved.show_rows(LISTED, [MovedRow(line) for line in lines])
        self.agree_button.setEnabled(may_agree)

    def may_leave(self) -> bool:
        """Ask whether what was typed may be lost; nothing typed, nothing asked."""
        if not self.isVisible() or not self.editor.document().isModified():
            return True
        return messages.confirm(self, LOSES, "Leave the text as it was")

    def _dress(self) -> None:
        self.said.setFont(control_font(13))
        self.said.setWordWrap(True)
        self.agree_button.setProperty("main", True)
        for button in (self.file_button, self.cancel_button, self.agree_button):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        side = QWidget()
        words = QVBoxLayout(side)
        words.setContentsMargins(16, 0, 0, 0)
        words.setSpacing(8)
        heading = QLabel("What will happen")
        heading.setFont(control_font(13, 600))
        for part in (heading, self.said):
            words.addWidget(part)
        words.addWidget(self.moved, 1)
        words.addStretch(0)
        parts = QSplitter()
        parts.addWidget(self.editor)
        parts.addWidget(side)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setChildrenCollapsible(False)
        foot = QHBoxLayout()
        foot.addWidget(self.file_button)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.agree_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(parts, 1)
        column.addLayout(foot)

    def reject(self) -> None:
        if self.may_leave():
            self.editor.document().setModified(False)
            super().reject()
