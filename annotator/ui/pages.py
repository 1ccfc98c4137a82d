"""Which page of the window is shown: start, Code or Review. The Review page is made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

PageName = Literal["start", "code", "review"]
NUMBERED: dict[int, PageName] = {1: "code", 2: "review"}


class Pages(QStackedWidget):
    """Holds the pages by name. `turned`: another one is shown now."""

    turned = Signal(str)

    def __init__(self, made: dict[PageName, QWidget], later: dict[PageName, Callable[[], QWidget]]) -> None:
        super().__init__()
        self._made, self._later = made, later
        self.name: PageName = "start"
        for page in made.values():
            self.addWidget(page)

    def page(self, name: PageName) -> QWidget:
        """Return a page; one that nobody has wanted yet is made now."""
        if name not in self._made:
            self._made[name] = self._later[name]()
            self.addWidget(self._made[name])
        return self._made[name]

    def turn_to(self, name: PageName) -> None:
        """Show a page."""
        before, self.name = self.name, name
        self.setCurrentWidget(self.page(name))
        if before != name:
            self.turned.emit(name)
