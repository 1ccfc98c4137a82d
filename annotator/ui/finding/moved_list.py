"""The list of what a correction of a text moves or loses, passage by passage, with the words before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.ui.finding.before_after import show_before_and_after
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.passages import Span

PLACE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class MovedRow:
    """What is said of a passage, a line each; and where it would stand in the new text, none where it has no place."""

    text: str
    place: Span | None = None


class MovedList(QWidget):
    """Not there while it is empty. Tells which place in the new text one wants to look at."""

    looked_at = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.head, self.list = QLabel(), QListWidget()
        self.head.setFont(control_font(12, 600))
        self.head.setWordWrap(True)
        self.list.setProperty("framed", True)
        self.list.setAccessibleName("Codings that want a look")
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        show_before_and_after(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        self.list.currentItemChanged.connect(self._look)
        self.list.itemClicked.connect(self._look)

    def show_rows(self, head: str, rows: Sequence[MovedRow]) -> None:
        """List these under a heading."""
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(row.text)
            item.setData(PLACE, row.place)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.head.setText(head)
        self.list.setAccessibleName(head)
        self.setVisible(bool(rows))

    def _look(self, item: QListWidgetItem | None) -> None:
        place = item.data(PLACE) if item is not None else None
        if place is not None:
            self.looked_at.emit(*place)
