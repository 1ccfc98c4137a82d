"""The menu of the filter: publications, years, groups, states and choices, each with its number of articles."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from annotator.ui.library.sections import FIELD, GROUP, PUBLICATION, STATE, YEAR, LibraryFacts, numbers

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from annotator.ui.library.article_cards import ArticleCard

MOST_VALUES = 60  # of a kind; words in the field find the others
LONGEST = 48
NAMES = {PUBLICATION: "Publication", YEAR: "Year", GROUP: "Group", STATE: "How far it is read"}


class PickMenu(QMenu):
    """Tells the key of what was turned on or off. Filled when it opens, by whoever owns it."""

    turned = Signal(str)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Show only articles of")

    def fill(self, cards: Sequence[ArticleCard], facts: LibraryFacts, picks: Collection[str]) -> None:
        """Offer what there is."""
        self.clear()
        for kind, name in (NAMES | {FIELD + field.id: field.name for field in facts.choices}).items():
            counted = numbers(cards, kind, facts)
            if set(counted) <= {""}:
                continue
            menu = QMenu(name.replace("&", "&&"), self)
            menu.setAccessibleName(name)
            self.addMenu(menu)
            self._fill_one(menu, kind, counted, facts, picks)
        self.addSeparator()
        clear = self.addAction("Show all articles")
        clear.setEnabled(bool(picks))
        clear.triggered.connect(self.cleared)

    def _fill_one(
        self, menu: QMenu, kind: str, counted: dict[str, int], facts: LibraryFacts, picks: Collection[str]
    ) -> None:
        most = sorted(counted, key=lambda value: -counted[value])[:MOST_VALUES]
        for value in (value for value in counted if value in most):
            key = f"{kind}:{value}"
            text = facts.text(key)
            shown = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
            action = menu.addAction(f"{shown.replace('&', '&&')}\t{counted[value]:,}")
            action.setCheckable(True)
            action.setChecked(key in picks)
            action.triggered.connect(partial(self._turn, key))

    def _turn(self, key: str, _checked: bool = False) -> None:
        self.turned.emit(key)
