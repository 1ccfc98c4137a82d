"""The form of a new round: its name, who codes in it, and which articles: all, a group's, or chosen ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from annotator.model.counting import counted
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ID_ROLE = Qt.ItemDataRole.UserRole
ROW = QSize(0, 24)
ALL, CHOSEN = "all", "chosen"
NO_NAME, TOO_FEW, NO_ARTICLE = "Give it a name.", "Choose two coders or more.", "Choose the articles that are coded."


class RoundForm(QWidget):
    """Fed with names by id; every coder is chosen to begin with."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.which = QLineEdit(), QComboBox()
        self.who, self.list = QListWidget(), QListWidget()
        self._groups: dict[str, Sequence[str]] = {}
        self._all = 0
        for widget, name in (
            (self.name, "Name of the round"), (self.which, "Which articles"), (self.who, "Who codes"),
            (self.list, "Articles of the round"),
        ):  # fmt: skip
            widget.setAccessibleName(name)
        for listed in (self.who, self.list):
            listed.setProperty("framed", True)
            listed.itemChanged.connect(lambda _item: self.changed.emit())
        self.name.setPlaceholderText("Pilot")
        self._lay_out()
        self.name.textChanged.connect(self.changed)
        self.which.currentIndexChanged.connect(self._choose)

    def offer(
        self, coders: Mapping[str, str], articles: Mapping[str, str], groups: Mapping[str, tuple[str, Sequence[str]]]
    ) -> None:
        """Offer these. `groups`: id -> name and the ids of its articles."""
        self._groups, self._all = {row: there for row, (_, there) in groups.items()}, len(articles)
        _fill(self.who, coders, Qt.CheckState.Checked)
        _fill(self.list, articles, Qt.CheckState.Unchecked)
        self.which.clear()
        self.which.addItem(f"All {counted(len(articles), 'article')}", ALL)
        for row, (name, there) in groups.items():
            self.which.addItem(f"Group “{name}”, {counted(len(there), 'article')}", row)
        self.which.addItem("Chosen ones", CHOSEN)
        self._choose()

    def opened(self) -> None:
        """Empty the name, since the round is there."""
        self.name.clear()
        self.name.setFocus()

    def coders(self) -> list[str]:
        """Return the ids of those who code in it."""
        return _checked(self.who)

    def articles(self) -> list[str]:
        """Return the ids of its articles, none for all."""
        which = str(self.which.currentData())
        if which == ALL:
            return []
        return _checked(self.list) if which == CHOSEN else list(self._groups.get(which, ()))

    def missing(self) -> str:
        """Return what is missing, empty where it can be opened."""
        if not self.name.text().strip():
            return NO_NAME
        if len(self.coders()) < 2:
            return TOO_FEW
        return NO_ARTICLE if self.which.currentData() != ALL and not self.articles() else ""

    def _choose(self) -> None:
        """Show the articles of what is chosen; single ones can be ticked only where that is asked for."""
        which = str(self.which.currentData())
        there = self._groups.get(which, ())
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            item = self.list.item(row)
            if which != CHOSEN:
                on = which == ALL or item.data(ID_ROLE) in there
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self.list.setEnabled(which == CHOSEN)
        self.changed.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for row, (words, widget) in enumerate((("New round", self.name), ("Articles", self.which))):
            label = QLabel(words)
            label.setBuddy(widget)
            label.setFont(control_font(13))
            grid.addWidget(label, row, 0)
            grid.addWidget(widget, row, 1, 1, 2)
        for column, (words, listed) in enumerate((("Who codes", self.who), ("Which articles", self.list))):
            head = QLabel(words)
            head.setFont(control_font(11))
            head.setProperty("tone", "ink3")
            head.setBuddy(listed)
            grid.addWidget(head, 2, 2 * column, 1, 2 - column)
            grid.addWidget(listed, 3, 2 * column, 1, 2 - column)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 2)
        grid.setRowStretch(3, 1)


def _fill(listed: QListWidget, names: Mapping[str, str], state: Qt.CheckState) -> None:
    listed.clear()
    for row, name in names.items():
        item = QListWidgetItem(" ".join(name.split()))
        item.setData(ID_ROLE, row)
        item.setCheckState(state)
        item.setSizeHint(ROW)
        listed.addItem(item)


def _checked(listed: QListWidget) -> list[str]:
    items = (listed.item(row) for row in range(listed.count()))
    return [str(item.data(ID_ROLE)) for item in items if item.checkState() == Qt.CheckState.Checked]
