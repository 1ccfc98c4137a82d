"""Every coding of the open article as a list: for those to whom painted bars say nothing, and for looking through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from annotator.ui.article.coding_row_painter import CodingDelegate
from annotator.ui.article.coding_rows import CodingRows
from annotator.ui.icons import icon
from annotator.ui.popup_rows import dress_list, let_focus_in
from annotator.ui.scheme.type_ahead import TypeAhead
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QFocusEvent, QShowEvent

    from annotator.ui.article.marks import CodingMark

NO_CODINGS = (
    "Nothing is coded in this article yet. Select a passage, or put the caret into a sentence, and press a key."
)
NONE_FITS = "No coding fits these words."
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class CodingListView(QListView):
    """Up and down look at a coding, Enter goes to it in the text, Delete removes it, letters find a code."""

    looked_at = Signal(str)
    opened = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, rows: CodingRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("codingList")
        self._rows, self._letters = rows, TypeAhead()
        dress_list(self, rows, CodingDelegate(self), "Codings of this article")
        self.clicked.connect(lambda _index: self._look())
        theme().changed.connect(self.viewport().update)

    def show_current(self, coding: str | None) -> None:
        """Mark the row of a coding; without one the row stays only while somebody walks through the list."""
        row = self._rows.row_of(coding or "")
        if row is not None:
            self._go(self._rows.index(row))
        elif not self.hasFocus():
            self._go(QModelIndex())

    def _go(self, index: QModelIndex) -> None:
        if index != self.currentIndex():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.isValid():
            self.scrollTo(index)

    def _look(self) -> None:
        if coding := self._rows.coding_at(self.currentIndex()):
            self.looked_at.emit(coding)

    def _remove(self) -> None:
        """Remove the coding of the row, and look at the one that takes its place."""
        row = self.currentIndex().row()
        self.remove_wanted.emit(self._rows.coding_at(self.currentIndex()))
        if self._rows.rowCount():
            self._go(self._rows.index(min(row, self._rows.rowCount() - 1)))
            self._look()

    def _tell_row(self) -> None:
        """Tell a screen reader of the current row, after it was told that the focus is in the list."""
        if self.hasFocus() and self.currentIndex().isValid():
            row = QAccessibleEvent(self, QAccessible.Event.Focus)
            row.setChild(self.currentIndex().row())
            QAccessible.updateAccessibility(row)

    # Qt

    def keyboardSearch(self, search: str) -> None:
        found = self._letters.find(search, self._rows.every_row(), self.currentIndex())
        if found is not None:
            self._go(found)
            self._look()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self._tell_row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before, there = self.currentIndex(), self.currentIndex().isValid()
        if there and event.key() in ENTER:
            self.opened.emit(self._rows.coding_at(before))
        elif there and event.key() in REMOVING:
            self._remove()
        else:
            super().keyPressEvent(event)
            if self.currentIndex() != before:
                self._look()


class CodingList(QWidget):
    """The list below a field that filters it. While it is hidden it costs nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = CodingRows(self)
        self.field, self.view, self.note = self._filter_field(), CodingListView(self.rows, self), QLabel()
        self._source: Callable[[], tuple[Iterable[CodingMark], str, Callable[[int], Sequence[str]]]] | None = None
        self._stale, self._current = False, ""
        self.note.setFont(control_font(12))
        self.note.setProperty("tone", "ink2")
        self.note.setWordWrap(True)
        self.note.setContentsMargins(16, 8, 16, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        inset = QVBoxLayout()
        inset.setContentsMargins(12, 6, 12, 0)
        inset.addWidget(self.field)
        column.addLayout(inset)
        column.addWidget(self.note)
        column.addWidget(self.view, 1)
        self.rows.rowsInserted.connect(self._show_note)
        self.rows.rowsRemoved.connect(self._show_note)
        self.rows.modelReset.connect(self._show_note)
        self.field.installEventFilter(self)
        self._show_note()

    def show_codings(
        self, source: Callable[[], tuple[Iterable[CodingMark], str, Callable[[int], Sequence[str]]]]
    ) -> None:
        """List what the source gives: codings, their text, and which are at a position; asked when the list is seen."""
        self._source, self._stale = source, True
        if self.isVisible():
            self._read()

    def put(self, mark: CodingMark) -> None:
        """Add a coding, or change the one of the same id."""
        if not self._stale:
            self.rows.put(mark)

    def remove(self, coding: str) -> None:
        """Take a coding out."""
        if not self._stale:
            self.rows.remove(coding)

    def show_current(self, coding: str | None) -> None:
        """Mark the current coding's row."""
        self._current = coding or ""
        if not self._stale:
            self.view.show_current(coding)

    def take_focus(self) -> None:
        """Bring the focus into the list, to the current coding's row or the first."""
        if not self.view.currentIndex().isValid() and self.rows.rowCount():
            self.view.show_current(self.rows.coding_at(self.rows.index(0)))
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _read(self) -> None:
        if self._stale and self._source is not None:
            self._stale = False
            self.rows.show(*self._source())
            self.view.show_current(self._current)

    def _filter_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("codingFilter")
        field.setPlaceholderText("Filter codings")
        field.setAccessibleName("Filter codings by code or words")
        field.setClearButtonEnabled(True)
        self._filter_icon = field.addAction(icon("filter", "ink3"), QLineEdit.ActionPosition.LeadingPosition)
        theme().changed.connect(self._take_theme)
        field.textChanged.connect(self._filter)
        return field

    def _take_theme(self) -> None:
        self._filter_icon.setIcon(icon("filter", "ink3"))

    def _filter(self, words: str) -> None:
        self.rows.filter_by(words)
        self.view.show_current(self._current)

    def _show_note(self) -> None:
        empty = self.rows.rowCount() == 0
        self.note.setText(NONE_FITS if self.rows.number() else NO_CODINGS)
        self.note.setVisible(empty)
        let_focus_in(self.view, by_click=False)  # a click leaves the focus where the keys code
        self.field.setVisible(self.rows.number() > 0 or bool(self.field.text()))

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, *ENTER) and self.rows.rowCount():
                self.take_focus()
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
        return super().eventFilter(watched, event)
