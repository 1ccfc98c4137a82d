"""The menu by which articles are put into groups and taken out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QMenu

    from annotator.model.records import Group


class GroupChoice(QObject):
    """Fills a menu with the groups: a tick where all of the articles are in it."""

    turned = Signal(str, list, bool)
    new_wanted = Signal(list)

    def fill(
        self, menu: QMenu, groups: Sequence[Group], inside: Mapping[str, bool | None], articles: Sequence[str]
    ) -> None:
        """Offer the groups for these articles. `inside`: whether they are in a group, None for some of them."""
        for group in groups:
            there = inside.get(group.id, False)
            some = "\tsome" if there is None else ""
            action = menu.addAction(group.name.replace("&", "&&") + some)
            action.setCheckable(True)
            action.setChecked(there is True)
            action.triggered.connect(partial(self._turn, group.id, list(articles), there is not True))
        if groups:
            menu.addSeparator()
        menu.addAction("New group…").triggered.connect(partial(self._new, list(articles)))

    def _turn(self, group: str, articles: list[str], into: bool, _checked: bool = False) -> None:
        self.turned.emit(group, articles, into)

    def _new(self, articles: list[str], _checked: bool = False) -> None:
        self.new_wanted.emit(articles)
