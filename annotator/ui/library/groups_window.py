"""The window with the groups of articles: how many articles each has; added, renamed, deleted here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget

from annotator.model.counting import counted
from annotator.ui.sheet import Sheet
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.model.records import Group

ID_ROLE = Qt.ItemDataRole.UserRole
ROW = QSize(0, 28)
NONE_YET = "A group is a named set of articles, as “Pilot” or “Second round”. An article may be in several."


class GroupsWindow(Sheet):
    """Each button is one gesture, done at once. `gathered` are the articles that a new group begins with."""

    add_wanted = Signal(str, list)
    rename_wanted = Signal(str, str)
    delete_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Groups of articles", "Add", parent)
        self.setObjectName("groupsWindow")
        self.gathered: list[str] = []
        self.list = QListWidget()
        self.list.setAccessibleName("Groups")
        self.list.setProperty("framed", True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.name = QLineEdit()
        self.name.setAccessibleName("Name of the group")
        self.name.setPlaceholderText("Name of a new group")
        self.rename_button, self.delete_button = QPushButton("Rename"), QPushButton("Delete…")
        for button in (self.rename_button, self.delete_button):
            button.setAutoDefault(False)
        self._names: dict[str, str] = {}
        self.lay_out(self._content())
        self.resize(440, 380)
        self.list.currentItemChanged.connect(self._show_current)
        self.name.textChanged.connect(self._settle)
        self.rename_button.clicked.connect(self._rename)
        self.delete_button.clicked.connect(self._delete)

    def show_groups(self, groups: Sequence[Group], numbers: Mapping[str, int]) -> None:
        """Show these groups; the one that was current stays so."""
        current = self.current()
        self._names = {group.id: group.name for group in groups}
        self.list.clear()
        for group in groups:
            self.list.addItem(f"{group.name}  ·  {counted(numbers.get(group.id, 0), 'article')}")
            item = self.list.item(self.list.count() - 1)
            item.setData(ID_ROLE, group.id)
            item.setSizeHint(ROW)
            if group.id == current:
                self.list.setCurrentItem(item)
        self._settle()

    def begin_with(self, articles: Sequence[str]) -> None:
        """Have the next new group begin with these articles."""
        self.gathered = list(articles)
        self.list.setCurrentRow(-1)
        self.name.clear()
        self.name.setFocus()
        self._settle()

    def current(self) -> str:
        """Return the id of the current group, empty for none."""
        item = self.list.currentItem()
        return str(item.data(ID_ROLE)) if item is not None else ""

    def added(self) -> None:
        """Empty the name, since the group is there."""
        self.gathered = []
        self.list.setCurrentRow(-1)
        self.name.clear()
        self._settle()

    def act(self) -> None:
        self.add_wanted.emit(self.name.text(), self.gathered)

    def _rename(self) -> None:
        if self.current():
            self.rename_wanted.emit(self.current(), self.name.text())

    def _delete(self) -> None:
        if self.current():
            self.delete_wanted.emit(self.current())

    def _content(self) -> QWidget:
        content = QWidget()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.name, 1)
        buttons.addWidget(self.rename_button)
        buttons.addWidget(self.delete_button)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        self.sentence.setFont(control_font(12))
        return content

    def _show_current(self) -> None:
        """Offer the name of the current group to be changed."""
        if self.current():
            self.name.setText(self._names.get(self.current(), ""))
            self.name.selectAll()
        self._settle()

    def _settle(self) -> None:
        typed, names = " ".join(self.name.text().split()), self._names
        self.rename_button.setEnabled(bool(typed) and typed != names.get(self.current(), typed))
        self.delete_button.setEnabled(bool(self.current()))
        self.main_button.setEnabled(bool(typed) and typed not in names.values())
        number = len(self.gathered)
        self.main_button.setText(f"Add with {counted(number, 'article')}" if number else "Add")
        self.show_problem("" if names or typed else NONE_YET)
