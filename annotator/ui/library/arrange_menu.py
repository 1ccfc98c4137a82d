"""The menu that says in which order and under which headings the articles stand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from annotator.ui.library.article_cards import SORTINGS, Sorting
from annotator.ui.library.sections import PUBLICATION, LibraryFacts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class ArrangeMenu(QMenu):
    """Made anew each time it opens, since fields come and go."""

    sorting_chosen = Signal(str)
    grouping_chosen = Signal(str)
    all_folded = Signal(bool)
    groups_wanted = Signal()
    fields_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Order and grouping of the articles")
        self._sorting: Sorting = "import"
        self._grouping, self._facts = PUBLICATION, LibraryFacts()
        self.aboutToShow.connect(self._fill)

    def take(self, sorting: Sorting, grouping: str, facts: LibraryFacts) -> None:
        """Take what is chosen now, and what there is to choose."""
        self._sorting, self._grouping, self._facts = sorting, grouping, facts

    def _fill(self) -> None:
        self.clear()
        self._radio("Order", dict(SORTINGS.items()), self._sorting, self.sorting_chosen.emit)
        self.addSeparator()
        self._radio("Headings", self._facts.groupings(), self._grouping, self.grouping_chosen.emit)
        self.addSeparator()
        for text, folded in (("Fold all headings", True), ("Unfold all headings", False)):
            self.addAction(text).triggered.connect(partial(self._fold, folded))
        self.addSeparator()
        self.addAction("Groups of articles…").triggered.connect(self.groups_wanted)
        self.addAction("Own fields…").triggered.connect(self.fields_wanted)

    def _fold(self, folded: bool, _checked: bool = False) -> None:
        self.all_folded.emit(folded)

    def _radio(self, head: str, choices: Mapping[str, str], chosen: str, tell: Callable[[str], None]) -> None:
        title = self.addAction(head)
        title.setEnabled(False)
        group = QActionGroup(self)
        for key, text in choices.items():
            action = QAction(text.replace("&", "&&"), group)
            action.setCheckable(True)
            action.setChecked(key == chosen)
            action.triggered.connect(partial(_told, tell, key))
            self.addAction(action)


def _told(tell: Callable[[str], None], key: str, _checked: bool = False) -> None:
    tell(key)
