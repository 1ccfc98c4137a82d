"""The finder of actions: type a few letters, see what each does and its key, Enter does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QListView, QWidget

from annotator.ui.announce import announce, hide_quietly
from annotator.ui.finding.action_list import ROW_HEIGHT, ActionDelegate, ActionList, spoken
from annotator.ui.finding.popup_frame import BORDER, FIELD_HEIGHT, PADDING, RING, PopupFrame
from annotator.ui.popup_rows import dress_list
from annotator.ui.scheme.finder_field import FinderField
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

    from annotator.ui.finding.action_ranking import ActionRow

WIDTH, TOP, MARGIN, ROWS_SHOWN = 560, 72, 8, 9


class ActionFinder(PopupFrame):
    """A frameless child of the window. It tells which action was chosen and goes."""

    chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self.setObjectName("actionFinder")
        self.setAccessibleName("Find an action")
        self.model = ActionList(self)
        self.field, self.count, self.list = FinderField(self), QLabel(self), QListView(self)
        self.field.setPlaceholderText("What do you want to do?")
        self.field.setAccessibleName("Find an action")
        self.count.setFont(control_font(12))
        self.count.setProperty("tone", "ink3")
        self._dress_list()
        self.lay_out(self.field, self.list, self.count)
        self._listen()
        self.hide()

    def open_with(self, rows: Sequence[ActionRow]) -> None:
        """Open over the window, with an empty field and every action listed."""
        self._before = self._window.focusWidget()
        self.field.clear()
        self.model.show(rows)
        self._settle()
        self._window.installEventFilter(self)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._go_to(0)

    def close_finder(self, *, focus_back: bool = True) -> None:
        """Close; the focus goes back to where it was."""
        if self.isHidden():
            return
        self._window.removeEventFilter(self)
        hide_quietly(self, self.field, self._before)
        if focus_back and self._before is not None and self._before.isVisible():
            self._before.setFocus()

    def _dress_list(self) -> None:
        dress_list(self.list, self.model, ActionDelegate(self.list), "Actions found")

    def _listen(self) -> None:
        self.field.textChanged.connect(self._ask)
        self.field.stepped.connect(lambda step: self._go_to(self.list.currentIndex().row() + step))
        self.field.jumped.connect(lambda to_end: self._go_to(self.model.rowCount() - 1 if to_end else 0))
        self.field.taken.connect(lambda _stay: self._take())
        self.field.escaped.connect(self.close_finder)
        self.field.focus_left.connect(lambda: self.close_finder(focus_back=False))
        self.list.clicked.connect(self._clicked)
        theme().changed.connect(self.update)

    def _ask(self, query: str) -> None:
        self.model.ask(query)
        self._settle()
        self._go_to(0)

    def _go_to(self, row: int) -> None:
        number = self.model.rowCount()
        self.count.setText(f"{number:,} action{'' if number == 1 else 's'}" if number else "no action")
        row = max(0, min(row, number - 1))
        self.list.setCurrentIndex(self.model.index(row))
        said = spoken(self.model.row_at(row)) if number else "No action is called that"
        announce(self.field, said)

    def _clicked(self, index: QModelIndex) -> None:
        self._go_to(index.row())
        self._take()

    def _take(self) -> None:
        index = self.list.currentIndex()
        if not index.isValid():
            return
        row = self.model.row_at(index.row())
        if row.why:
            announce(self.field, f"Not now: {row.why}", at_once=True)
            return
        self.close_finder()
        self.chosen.emit(row.id)

    def _settle(self) -> None:
        shown = min(self.model.rowCount(), ROWS_SHOWN)
        height = FIELD_HEIGHT + 2 * PADDING + shown * ROW_HEIGHT + 2 * (BORDER + RING)
        height = min(height, self._window.height() - TOP - MARGIN)
        width = min(WIDTH, self._window.width() - 2 * MARGIN)
        self.setGeometry((self._window.width() - width) // 2, TOP, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.close_finder()
        return super().eventFilter(watched, event)
