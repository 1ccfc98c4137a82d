"""The list of one's codings whose place is doubtful or lost since a text was corrected, with what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from annotator.ui.finding.before_after import show_before_and_after
from annotator.ui.pressing import Pressing
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from annotator.model.records import Coding

ID, PLACE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
NOTHING = "Every coding of yours has a sure place."
SOMETHING = (
    "The text was corrected under these. Go there and look; then confirm the place, or select the passage in the "
    "article and place the coding there."
)


class PlacesWindow(Pressing):
    """Tells, by the coding's id, what shall be done with it."""

    go_wanted = Signal(str)
    confirm_wanted = Signal(str)
    place_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("passagesToLookAt")
        self.setWindowTitle("Passages to look at")
        self.resize(680, 480)
        self.said, self.list = QLabel(), QListWidget()
        self.go, self.confirm = QPushButton("Go there"), QPushButton("Confirm place")
        self.place, self.remove = QPushButton("Place at the selection"), QPushButton("Remove coding")
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _row: self._show_buttons())
        self.list.itemClicked.connect(lambda _item: self.go_wanted.emit(self.current()))
        pairs = ((self.go, self.go_wanted), (self.confirm, self.confirm_wanted), (self.place, self.place_wanted),
                 (self.remove, self.remove_wanted))  # fmt: skip
        for button, signal in pairs:
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit(self.current()))

    def show_codings(self, codings: Sequence[tuple[Coding, str]]) -> None:
        """List codings, each with its lines; the row stays where it was."""
        row = max(0, self.list.currentRow())
        self.list.clear()
        for coding, lines in codings:
            item = QListWidgetItem(lines)
            item.setData(ID, coding.id)
            item.setData(PLACE, coding.place)
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(codings) - 1))
        self.list.setVisible(bool(codings))
        self.said.setText(SOMETHING if codings else NOTHING)
        self._show_buttons()

    def current(self) -> str:
        """Return the id of the current row's coding, empty without one."""
        item = self.list.currentItem()
        return str(item.data(ID)) if item is not None else ""

    def _show_buttons(self) -> None:
        item = self.list.currentItem()
        for button in (self.go, self.place, self.remove):
            button.setEnabled(item is not None)
        self.confirm.setEnabled(item is not None and item.data(PLACE) == "doubtful")

    def _lay_out(self) -> None:
        self.said.setFont(control_font(13))
        self.said.setWordWrap(True)
        self.list.setProperty("framed", True)
        self.list.setAccessibleName("Passages to look at")
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        show_before_and_after(self.list)
        foot = QHBoxLayout()
        for button in (self.go, self.confirm, self.place):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.remove)
        leave = QPushButton("Close")  # in an empty window the focus has a place
        leave.setAutoDefault(False)
        leave.clicked.connect(self.close)
        foot.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.said)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addLayout(foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.list.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current():
            self.go_wanted.emit(self.current())
        else:
            super().keyPressEvent(event)
