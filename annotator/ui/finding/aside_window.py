"""The list of what is set aside in an article: each line with its kind, why, and who said so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from annotator.model.counting import counted
from annotator.ui.actions import BY_ID
from annotator.ui.finding.before_after import show_before_and_after
from annotator.ui.pressing import Pressing
from annotator.ui.shortcuts.keys import chosen_keys, normal_keys
from annotator.ui.shortcuts.naming import with_keys
from annotator.ui.shortcuts.pane_keys import key_pressed
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

ID = Qt.ItemDataRole.UserRole + 1
FLIP = "flip_zone"


@dataclass(frozen=True, slots=True)
class AsideRow:
    """One line that is set aside."""

    zone: str
    words: str
    kind: str
    reason: str
    by: str

    @property
    def lines(self) -> str:
        """What the list shows: the words, and below them kind, reason and who said so."""
        who = "set by a rule" if self.by == "rule" else f"by {self.by}"
        kind = "" if self.kind == "other" else self.kind
        return f"{self.words}\n{' · '.join(part for part in (kind, self.reason, who) if part)}"


class AsideWindow(Pressing):
    """Tells, by the zone's id, where to go and what to bring back. It stays beside the work."""

    go_wanted = Signal(str)
    back_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("setAsideList")
        self.setWindowTitle("What was set aside")
        self.resize(560, 420)
        self.said, self.list = QLabel(), QListWidget()
        self.go, self.back = QPushButton("Go there"), QPushButton("Bring it back")
        self.back.setToolTip(with_keys("{" + FLIP + "}"))
        self._lay_out()
        self.list.installEventFilter(self)
        self.list.currentRowChanged.connect(lambda _row: self._show_buttons())
        for button, signal in ((self.go, self.go_wanted), (self.back, self.back_wanted)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit(self.current()))
        self.list.itemDoubleClicked.connect(lambda _item: self.go_wanted.emit(self.current()))

    def appear(self) -> None:
        """Come up beside the work, with the focus in the list."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.list.setFocus()

    def show_rows(self, title: str, rows: Sequence[AsideRow]) -> None:
        """List these lines; the row stays where it was."""
        row = max(0, self.list.currentRow())
        self.list.clear()
        for one in rows:
            item = QListWidgetItem(one.lines)
            item.setData(ID, one.zone)
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(rows) - 1))
        self.said.setText(_told(title, len(rows)) if rows else "Nothing is set aside in this article.")
        self._show_buttons()

    def current(self) -> str:
        """Return the id of the current row's zone, empty without one."""
        item = self.list.currentItem()
        return str(item.data(ID)) if item is not None else ""

    def _show_buttons(self) -> None:
        for button in (self.go, self.back):
            button.setEnabled(bool(self.current()))

    def _lay_out(self) -> None:
        self.said.setFont(control_font(13))
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.list.setProperty("framed", True)
        self.list.setAccessibleName("What was set aside")
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        show_before_and_after(self.list)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = QHBoxLayout()
        foot.addWidget(self.go)
        foot.addWidget(self.back)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.said)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def _hear(self, event: QKeyEvent) -> bool:
        """Take a key pressed in the list; tell whether it meant something."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_wanted.emit(self.current())
        elif key_pressed(event) in normal_keys(BY_ID[FLIP], chosen_keys()):
            if not event.isAutoRepeat():
                self.back_wanted.emit(self.current())
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and self.current() and isinstance(event, QKeyEvent) and self._hear(event):
            return True
        return super().eventFilter(watched, event)


def _told(title: str, number: int) -> str:
    they = "is set aside. It stays" if number == 1 else "are set aside. They stay"
    return f"“{title}”: {counted(number, 'line')} {they} in the text, but not in searches and counts."
