"""The menus of the list of differences: in which order it stands, and which differences it leaves out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from annotator.ui.review.difference_sections import ORDERS, DifferenceFilter, Order
from annotator.ui.review.shown import KINDS, STATES, ShownDifference

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ALL_STATES: dict[str, str] = {"": "All", **dict(STATES.items())}
LONGEST = 48  # characters of a name in a menu


class OrderMenu(QMenu):
    """Filled once: there are three orders."""

    order_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Order of the differences")
        self._orders = _radio(self, ORDERS, self.order_chosen.emit)

    def take(self, order: Order) -> None:
        """Tick the order that is in force."""
        self._orders[order].setChecked(True)


class FilterMenu(QMenu):
    """Made anew each time it opens, since what there is to choose changes with each decision."""

    filter_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Which differences are listed")

    def fill(self, differences: Sequence[ShownDifference], wanted: DifferenceFilter) -> None:
        """Offer the states and, below, what the differences have of kinds, codes and articles."""
        self.clear()
        _radio(self, ALL_STATES, partial(self._tell, wanted, "state"), wanted.state)
        self.addSeparator()
        kinds = {kind: name for kind, name in KINDS.items() if any(one.kind == kind for one in differences)}
        codes = {one.code: f"{one.code_label} {one.code_name}".strip() for one in differences if one.code}
        by_number = sorted(differences, key=lambda one: one.article_number)
        articles = {one.article: f"{one.article_number}  {one.article_title}" for one in by_number if one.article}
        self._choices("Kind", "kind", {"": "All kinds", **kinds}, wanted)
        self._choices("Code", "code", {"": "All codes", **codes}, wanted)
        self._choices("Article", "article", {"": "All articles", **articles}, wanted)
        self.addSeparator()
        clear = self.addAction("Show all differences")
        clear.setEnabled(wanted.filters)
        clear.triggered.connect(self._clear)

    def _choices(self, title: str, name: str, choices: Mapping[str, str], wanted: DifferenceFilter) -> None:
        menu = QMenu(title, self)
        menu.setAccessibleName(title)
        self.addMenu(menu)
        _radio(menu, choices, partial(self._tell, wanted, name), getattr(wanted, name))

    def _tell(self, wanted: DifferenceFilter, name: str, value: str) -> None:
        values: dict[str, Any] = {name: value}
        self.filter_chosen.emit(replace(wanted, **values))

    def _clear(self) -> None:
        self.filter_chosen.emit(DifferenceFilter())


def _radio(
    menu: QMenu, choices: Mapping[str, str] | Mapping[Order, str], tell: Callable[[str], None], chosen: str = ""
) -> dict[str, QAction]:
    group, made = QActionGroup(menu), dict[str, QAction]()
    for key, text in choices.items():
        shown = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
        action = QAction(shown.replace("&", "&&"), group)
        action.setCheckable(True)
        action.setChecked(key == chosen)
        action.triggered.connect(partial(_told, tell, key))
        menu.addAction(action)
        made[key] = action
    return made


def _told(tell: Callable[[str], None], key: str, _checked: bool = False) -> None:
    tell(key)
