"""Which files did not come in, and why: one line each, to be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from annotator.model.counting import counted
from annotator.ui.pressing import Pressing
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Sequence


class LeftOutWindow(Pressing):
    """Stays beside the work until it is closed."""

    def __init__(self, lines: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("leftOut")
        self.setWindowTitle("What did not come in")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 420)
        self.text = "\n".join(lines)
        said, self.list = QLabel(f"{counted(len(lines), 'file')} did not come in:"), QPlainTextEdit(self.text)
        said.setFont(control_font(13))
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setAccessibleName("Files that did not come in, and why")
        self.copy_button, self.close_button = QPushButton("Copy"), QPushButton("Close")
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text))
        self.close_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.copy_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(said)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        for button in (self.copy_button, self.close_button):
            button.setAutoDefault(False)

    def appear(self) -> None:
        """Come up beside the work, with the focus in the list."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.list.setFocus()
