"""The list view of differences: arrows choose, Enter goes to the text, letters find a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView

from annotator.ui.popup_rows import dress_list, let_focus_in
from annotator.ui.review.difference_painter import DifferencePainter, Shown
from annotator.ui.scheme.type_ahead import TypeAhead
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from annotator.ui.review.difference_rows import DifferenceRows, Index

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DifferenceView(QListView):
    """Tells which difference the analyst chose; the program's own choice is not told back."""

    difference_chosen = Signal(str)
    text_wanted = Signal()

    def __init__(self, rows: DifferenceRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("differenceList")
        self._rows, self._letters = rows, TypeAhead()
        self._painter = DifferencePainter(self)
        self._painter.shown = self.shown = Shown()
        dress_list(self, rows, self._painter, "Differences")
        self.setUniformItemSizes(False)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._clicked)
        rows.modelReset.connect(self._bring_back)
        theme().changed.connect(self.viewport().update)
        let_focus_in(self, by_click=False)  # a click leaves the focus where the keys decide

    def show_current(self, key: str, article_number: int = 0) -> None:
        """Mark the row of a difference and show it."""
        self.shown.current, self.shown.article_number = key, article_number
        self._go(self._rows.index_of(key))
        self.viewport().update()

    def show_keycaps(self, keycaps: dict[str, str]) -> None:
        """Show with what is decided these keycaps, by decision."""
        self.shown.keycaps = keycaps
        self.viewport().update()

    def _go(self, index: QModelIndex) -> None:
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.isValid():
            above = index.siblingAtRow(index.row() - 1)
            if self._rows.difference_at(above) is None and above.isValid():
                self.scrollTo(above)  # its heading stays in sight
            self.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        chosen = self._rows.difference_at(index)
        if chosen is not None and chosen.key != self.shown.current:
            self.show_current(chosen.key, chosen.article_number)
            self.difference_chosen.emit(chosen.key)

    def _clicked(self, index: QModelIndex) -> None:
        chosen = self._rows.difference_at(index)
        if chosen is not None:
            self._choose(index)
            self.text_wanted.emit()

    def _bring_back(self) -> None:
        let_focus_in(self, by_click=False)
        self.shown.under_articles = self._rows.order != "code"
        self._go(self._rows.index_of(self.shown.current))

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._go(self.currentIndex())

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        QAbstractItemView.dataChanged(self, first, last, list(roles))  # rows keep their height: nothing moves

    def keyboardSearch(self, search: str) -> None:
        found = self._letters.find(search, self._rows.every_row(), self.currentIndex())
        if found is not None:
            self._go(found)
            self._choose(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._choose(self.currentIndex())
            self.text_wanted.emit()
            return
        super().keyPressEvent(event)
        self._choose(self.currentIndex())
