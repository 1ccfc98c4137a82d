"""The window with the forms of one name: those that were typed, those that the text prints; or of somebody new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.sheet import Sheet
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

FORM, ROW = Qt.ItemDataRole.UserRole, QSize(0, 28)
HINT = "A surname, a title, a role, as the article prints it: “Mrs Moor”, “the leader of the council”."
NEW_HINT = "A name as the article prints it, in full. Other forms of it can be added then."
PRINTED = "found by a rule"
TYPED = "typed"


class FormsWindow(Sheet):
    """Each button is one gesture, done at once. `name` is empty while somebody new is asked for."""

    added = Signal(str)
    taken_away = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Forms of a name", "Add", parent)
        self.setObjectName("formsOfAName")
        self.name = ""
        self.head, self.list, self.field = QLabel(), QListWidget(), QLineEdit()
        self.take_away = QPushButton("Take away")
        self.take_away.setAutoDefault(False)
        self.head.setFont(control_font(13, 600))
        self.head.setWordWrap(True)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.list.setProperty("framed", True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.lay_out(self._content())
        self.resize(440, 360)
        self.field.textChanged.connect(self._settle)
        self.list.currentItemChanged.connect(self._settle)
        self.take_away.clicked.connect(self._take_away)

    def show_forms(self, name: str, typed: Sequence[str], printed: Sequence[str]) -> None:
        """Show the forms of a name: those that somebody typed, which can be taken away, and those of the rules."""
        another = name != self.name
        self.name = name
        self.setWindowTitle(f"Forms of {name}" if name else "Add a person")
        self.head.setText(f"The article also calls {name}" if name else "Who else speaks in this article?")
        self.field.setPlaceholderText("Another form of the name" if name else "Name")
        self.field.setAccessibleName(self.field.placeholderText())
        self.list.setAccessibleName(self.windowTitle())
        self.list.setVisible(bool(name))
        self.take_away.setVisible(bool(name))
        self.list.clear()
        for form, how in (*((one, TYPED) for one in typed), *((one, PRINTED) for one in printed)):
            item = QListWidgetItem(f"{form}  ·  {how}", self.list)
            item.setData(FORM, form if how == TYPED else "")
            item.setSizeHint(ROW)
        if another:
            self.field.clear()
            self.field.setFocus()
        self._settle()

    def done_with(self) -> None:
        """Empty the field, since what was typed is known now."""
        self.field.clear()
        self.field.setFocus()

    def act(self) -> None:
        if self.main_button.isEnabled():
            self.added.emit(" ".join(self.field.text().split()))

    def unsaved(self) -> str:
        typed = " ".join(self.field.text().split())
        return f"“{typed}” is not added yet. Leaving loses it." if typed else ""

    def _chosen(self) -> str:
        item = self.list.currentItem()
        return str(item.data(FORM)) if item is not None else ""

    def _take_away(self) -> None:
        if self._chosen():
            self.taken_away.emit(self._chosen())

    def _settle(self) -> None:
        self.main_button.setEnabled(bool(self.field.text().strip()))
        self.take_away.setEnabled(bool(self._chosen()))
        self.show_problem("")
        self.sentence.setText(HINT if self.name else NEW_HINT)

    def _content(self) -> QWidget:
        content, row = QWidget(), QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.take_away)
        self.sentence.setFont(control_font(12))
        self.sentence.setProperty("tone", "ink2")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addStretch(0)
        return content

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self._take_away()
        else:
            super().keyPressEvent(event)
