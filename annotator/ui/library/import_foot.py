"""What stands below the texts that shall come in: what will happen, more files, and the button that does it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from annotator.ui.theme import control_font


class ImportFoot(QFrame):
    """While files are read, a sentence and Stop stand in place of the ways to add more."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "panel")
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setFont(control_font(13))
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.files_button, self.folder_button = QPushButton("Add files…"), QPushButton("Add folder…")
        self.facts_button = QPushButton("Facts…")
        self.facts_button.setToolTip("Dates, authors and all else that was found, of all texts at once")
        self.stop_button, self.cancel_button = QPushButton("Stop"), QPushButton("Cancel")
        self.import_button = QPushButton("Import")
        self.import_button.setProperty("main", True)
        self.import_button.setToolTip("Ctrl+Enter")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        for button in (self.files_button, self.folder_button, self.facts_button, self.stop_button):
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self.said, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.import_button)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self._sentence, self._reading, self._may = "", "", False
        self.stop_button.hide()

    def show_state(self, sentence: str, verb: str, *, may: bool, facts: bool) -> None:
        """Say what the main button will do, or why it cannot; `facts` tells whether any were found."""
        self.facts_button.setEnabled(facts)
        self._sentence, self._may = sentence, may
        self.import_button.setText(verb)
        self.import_button.setAccessibleDescription(sentence)
        self._show()

    def show_reading(self, sentence: str) -> None:
        """Say how far reading is; an empty sentence ends it."""
        self._reading, reading = sentence, bool(sentence)
        self.stop_button.setVisible(reading)
        self.files_button.setHidden(reading)
        self.folder_button.setHidden(reading)
        self.facts_button.setHidden(reading)
        self._show()

    def _show(self) -> None:
        self.said.setText(self._reading or self._sentence)
        self.import_button.setEnabled(self._may and not self._reading)
