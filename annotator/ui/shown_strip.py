"""The strip above the article that says whose codings are shown and what is faded, and how to take that back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton

from annotator.ui.filtering import listed
from annotator.ui.strip import Strip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.ui.colleagues import Colleagues
    from annotator.ui.desk import Desk
    from annotator.ui.filtering import Filtering


class ShownStrip(Strip):
    """There while colleagues' codings are shown or something is faded. Coders are faded by a menu of their names."""

    def __init__(self, desk: Desk, filtering: Filtering, colleagues: Colleagues, parent: QWidget | None = None) -> None:
        super().__init__("Filter", "Show all", parent)
        self._desk, self._filtering, self._colleagues = desk, filtering, colleagues
        self.menu = QMenu(self)
        self.menu.setAccessibleName("Whose codings are in full")
        self.menu.aboutToShow.connect(self._fill)
        self.coders = self._button("Coders", "Fade a coder's codings, or show them in full again")
        self.coders.setMenu(self.menu)
        self.hide_button = self._button("Hide colleagues", "Show only your own codings")
        self.hide_button.clicked.connect(colleagues.show_colleagues)
        self.pressed.connect(filtering.show_all_codes)

    def refresh(self) -> None:
        """Say what is shown now."""
        shown, sentence = self._colleagues.shown, self._filtering.sentence
        self.coders.setVisible(shown)
        self.hide_button.setVisible(shown)
        self.button.setVisible(self._filtering.on)
        if shown or sentence:
            self.say(sentence or self._whose())
        else:
            self.hide()

    def choose_coders(self) -> None:
        """Open the menu of coders by a key."""
        if self.coders.isVisible():
            self.coders.showMenu()

    def _whose(self) -> str:
        names = [coder.name for coder in self._filtering.who.values() if coder.id != self._desk.coder]
        return f"With the codings of {listed(names)}: hollow bars, dotted lines"

    def _fill(self) -> None:
        self.menu.clear()
        in_full = self._filtering.coders or frozenset(self._filtering.who)
        for coder in self._filtering.who.values():
            action = self.menu.addAction(self._line(coder.id))
            action.setCheckable(True)
            action.setChecked(coder.id in in_full)
            action.triggered.connect(lambda _checked, coder=coder.id: self._filtering.turn_coder(coder))

    def _line(self, coder: str) -> str:
        """Return a coder's name with the initials that stand in the margin; one's own codings have none."""
        name = self._desk.coders[coder].name.replace("&", "&&")
        return f"{name} (you)" if coder == self._desk.coder else f"{self._desk.initials[coder]}   {name}"

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button)
        return button
