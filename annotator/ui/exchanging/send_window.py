"""What goes to a colleague and where to, on one sheet: everything is filled in, so that one key sends it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.ui import messages
from annotator.ui.elided_label import ElidedLabel
from annotator.ui.sheet import Sheet
from annotator.ui.theme import control_font

WIDTH = 560
KINDS = "Annotator work (*.annotator)"
TEXTS_HINT = (
    "Without them no text of an article goes along, only where the passages stand in it. Whoever receives it needs "
    "the same articles in their project."
)
GOES = "The scheme goes along, and what is agreed with its decisions and reasons. Colleagues' codings do not."


class SendWindow(Sheet):
    """Tells where to, and whether the texts go along."""

    send_wanted = Signal(object, bool)

    def __init__(self, out: Path, parent: QWidget) -> None:
        super().__init__("Send my work", "Send", parent)
        self.setObjectName("sendWindow")
        self.setFixedWidth(WIDTH)
        self.leave_button.setText("Cancel")
        self.what, self.where = ElidedLabel(), QLineEdit(str(out))
        self.choose_button, self.texts = QPushButton("Choose…"), QCheckBox("With the texts of the articles")
        self.texts.setChecked(True)
        self.where.setAccessibleName("Where to")
        self.where.setCursorPosition(len(str(out)))
        self.choose_button.setAutoDefault(False)
        self.choose_button.clicked.connect(self._choose)
        self.where.textChanged.connect(lambda text: self.main_button.setEnabled(bool(text.strip())))
        self.lay_out(self._content())
        self.main_button.setFocus()

    def show_what(self, sentence: str) -> None:
        """Say what goes."""
        self.what.say(sentence)

    def act(self) -> None:
        """Send it."""
        if self.main_button.isEnabled():
            self.send_wanted.emit(self.out(), self.texts.isChecked())

    def out(self) -> Path:
        """Return the file as it is named, with the ending of a project where it has none."""
        path = Path(self.where.text().strip()).expanduser()
        return path if path.suffix else path.with_suffix(".annotator")

    def show_sending(self, sending: bool) -> None:
        """Let nothing be changed while it is being written."""
        for part in (self.where, self.choose_button, self.texts, self.main_button):
            part.setEnabled(not sending)

    def _choose(self) -> None:
        path = messages.choose_place_to_save(self, "Send my work to", self.out(), KINDS)
        if path is not None:
            self.where.setText(str(path))

    def _content(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        goes, where, hint = QLabel(GOES), QLabel("Where to"), QLabel(TEXTS_HINT)
        self.what.setFont(control_font(15, 600))
        where.setFont(control_font(12, 600))
        where.setBuddy(self.where)
        for label in (goes, hint):
            label.setWordWrap(True)
            label.setProperty("tone", "ink2")
            label.setFont(control_font(13))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.where, 1)
        row.addWidget(self.choose_button)
        column.addWidget(self.what)
        column.addWidget(goes)
        column.addSpacing(8)
        column.addWidget(where)
        column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(self.texts)
        column.addWidget(hint)
        return page
