"""The popup beside a quotation that asks who speaks: choose a name, type a new one, or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPushButton, QWidget

from annotator.ui.announce import announce, hide_quietly
from annotator.ui.finding.popup_frame import BORDER, FIELD_HEIGHT, PADDING, RING, PopupFrame
from annotator.ui.finding.speaker_rows import (
    NOBODY_ROW,
    ROW_HEIGHT,
    THEMSELVES_ROW,
    SpeakerDelegate,
    SpeakerList,
    SpeakerRow,
    rows_for,
)
from annotator.ui.popup_rows import dress_list
from annotator.ui.scheme.finder_field import FinderField
from annotator.ui.scheme.finder_place import Place, place_beside
from annotator.ui.shortcuts.naming import with_keys
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

ROWS_SHOWN, FEWEST = 7, 2
WHO_SPEAKS, WHO_PASSES_ON = "Who speaks?", "Who passes the words on?"


class SpeakerFinder(PopupFrame):
    """A frameless child of the window. It tells the name that was chosen, empty for nobody."""

    chosen = Signal(str)
    closed = Signal()
    cast_wanted = Signal()
    via_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("speakerFinder")
        self.setAccessibleName("Who speaks")
        self._named: Sequence[SpeakerRow] = ()
        self._before: QWidget | None = None
        self._place = Place(0, 0, below=True, room=0)
        self.model = SpeakerList(self)
        self.field, self.hint, self.list = FinderField(self), QLabel("Enter takes it"), QListView(self)
        self.field.setPlaceholderText(WHO_SPEAKS)
        self.field.setAccessibleName(WHO_SPEAKS)
        self.hint.setFont(control_font(12))
        self.hint.setProperty("tone", "ink3")
        self.cast = QPushButton("All who speak here…")
        self.cast.setFont(control_font(12))
        self.cast.setProperty("flat", True)
        self.cast.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cast.setToolTip(with_keys("{show_cast} in the text"))
        self.cast.hide()
        self.via = QPushButton("Passed on by…")
        self.via.setFont(control_font(12))
        self.via.setProperty("flat", True)
        self.via.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.via.setToolTip("Who tells somebody else's words; also Shift+Enter")
        self.via.hide()
        self._nobody = NOBODY_ROW
        dress_list(self.list, self.model, SpeakerDelegate(self.list), "Speakers")
        self.lay_out(self.field, self.list, self.hint, self.via, self.cast)
        self._listen()
        self.hide()

    def open_for(self, rect: QRect, named: Sequence[SpeakerRow], *, via: bool = False) -> None:
        """Open beside the quotation, whose rectangle is in window coordinates; the first name is the current row.

        `via`: it is asked who passes the words on.
        """
        self._named, self._nobody = named, THEMSELVES_ROW if via else NOBODY_ROW
        if not self.hint.isVisibleTo(self):
            self.field.setPlaceholderText(WHO_PASSES_ON if via else WHO_SPEAKS)
            self.field.setAccessibleName(self.field.placeholderText())
        self._before = QApplication.focusWidget()
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self.model.show(rows_for("", named, self._nobody))
        self._place = place_beside(rect, self._window.size(), self._height(ROWS_SHOWN), self._height(FEWEST))
        self._window.installEventFilter(self)
        self._settle()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._go_to(0)

    def close_finder(self) -> None:
        """Close, and say so once."""
        if self.isHidden():
            return
        self._window.removeEventFilter(self)
        hide_quietly(self, self.field, self._before)
        self.closed.emit()

    def current(self) -> SpeakerRow:
        """Return the current choice."""
        return self.model.rows[max(0, self.list.currentIndex().row())]

    def _listen(self) -> None:
        self.field.textChanged.connect(self._ask)
        self.field.stepped.connect(lambda step: self._go_to(self.list.currentIndex().row() + step))
        self.field.jumped.connect(lambda to_end: self._go_to(self.model.rowCount() - 1 if to_end else 0))
        self.field.taken.connect(self._take)
        self.field.escaped.connect(self.close_finder)
        self.field.focus_left.connect(self.close_finder)
        self.list.clicked.connect(self._clicked)
        self.cast.clicked.connect(self._ask_cast)
        self.via.clicked.connect(self._ask_via)
        theme().changed.connect(self.update)

    def offer_cast(self) -> None:
        """Offer the way to everybody who speaks in the article."""
        self.hint.hide()
        self.cast.show()

    def offer_via(self, offered: bool) -> None:
        """Offer to say who passes the words on, where somebody is said to speak."""
        self.via.setVisible(offered)

    def _ask_via(self) -> None:
        self.close_finder()
        self.via_wanted.emit()

    def _ask_cast(self) -> None:
        self.close_finder()
        self.cast_wanted.emit()

    def _ask(self, typed: str) -> None:
        self.model.show(rows_for(typed, self._named, self._nobody))
        self._settle()
        self._go_to(0)

    def _go_to(self, row: int) -> None:
        row = max(0, min(row, self.model.rowCount() - 1))
        self.list.setCurrentIndex(self.model.index(row))
        said = self.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        self.field.setAccessibleDescription(said)
        announce(self.field, said)

    def _clicked(self, index: QModelIndex) -> None:
        self._go_to(index.row())
        self._take()

    def _take(self, then_via: bool = False) -> None:
        name = self.current().name
        self.close_finder()
        self.chosen.emit(name)
        if then_via and name and self._nobody is NOBODY_ROW:
            self.via_wanted.emit()

    def _height(self, rows: int) -> int:
        return FIELD_HEIGHT + 2 * PADDING + rows * ROW_HEIGHT + 2 * BORDER

    def _settle(self) -> None:
        height = self._height(min(self.model.rowCount(), ROWS_SHOWN))
        self.setGeometry(self._place.rect(height).adjusted(-RING, -RING, RING, RING))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.close_finder()
        return super().eventFilter(watched, event)
