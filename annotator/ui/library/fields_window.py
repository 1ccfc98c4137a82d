"""The window with the analyst's own fields: name, kind, choices; added, changed, deleted here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model.counting import counted
from annotator.model.records import FIELD_KINDS
from annotator.ui.library.groups_window import ID_ROLE, ROW
from annotator.ui.sheet import Sheet
from annotator.ui.theme import control_font
from annotator.ui.typing_field import FIRST_LINE, TypingField

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.model.records import Field

KINDS = {"text": "Text", "number": "Number", "date": "Date", "choice": "Choice"}
NONE_YET = "An own field holds what you want to know of each article, as “Region” or “Sample size”."


class FieldsWindow(Sheet):
    """Each button is one gesture, done at once. With no field current the form is for a new one."""

    add_wanted = Signal(str, str, str)
    change_wanted = Signal(str, str, str, str)
    delete_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Own fields of articles", "Add", parent)
        self.setObjectName("fieldsWindow")
        self._fields: dict[str, Field] = {}
        self.list = QListWidget()
        self.list.setAccessibleName("Own fields")
        self.list.setProperty("framed", True)
        self.name, self.kind, self.choices = QLineEdit(), QComboBox(), TypingField("Choices, one a line", 5)
        self.new_button, self.delete_button = QPushButton("New field"), QPushButton("Delete…")
        for button in (self.new_button, self.delete_button):
            button.setAutoDefault(False)
        self._name_controls()
        self.lay_out(self._content())
        self.resize(600, 420)
        self.list.currentItemChanged.connect(self._show_current)
        self.name.textChanged.connect(self._settle)
        self.kind.currentIndexChanged.connect(self._settle)
        self.choices.textChanged.connect(self._settle)
        self.new_button.clicked.connect(self.begin_anew)
        self.delete_button.clicked.connect(self._delete)

    def show_fields(self, fields: Sequence[Field], numbers: Mapping[str, int]) -> None:
        """Show these fields; the one that was current stays so."""
        current = self.current()
        self._fields = {field.id: field for field in fields}
        self.list.blockSignals(True)
        self.list.clear()
        for field in fields:
            self.list.addItem(f"{field.name}  ·  {KINDS[field.kind]}, {counted(numbers.get(field.id, 0), 'value')}")
            item = self.list.item(self.list.count() - 1)
            item.setData(ID_ROLE, field.id)
            item.setSizeHint(ROW)
            if field.id == current:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._show_current()

    def current(self) -> str:
        """Return the id of the current field, empty for none."""
        item = self.list.currentItem()
        return str(item.data(ID_ROLE)) if item is not None else ""

    def begin_anew(self) -> None:
        """Have the form ready for a new field."""
        self.list.setCurrentRow(-1)
        self._show_current()
        self.name.setFocus()

    def typed(self) -> tuple[str, str, str]:
        """Return name, kind and choices as they stand in the form."""
        return self.name.text(), str(self.kind.currentData()), self.choices.text()

    def unsaved(self) -> str:
        name, kind, choices = self.typed()
        field = self._fields.get(self.current())
        if field is None:
            return "The field you typed is not added. Leaving loses it." if name.strip() else ""
        same = (name.strip(), kind, choices.strip()) == (field.name, field.kind, field.choices)
        return "" if same else f"What you changed of “{field.name}” is not saved. Leaving loses it."

    def act(self) -> None:
        if self.current():
            self.change_wanted.emit(self.current(), *self.typed())
        else:
            self.add_wanted.emit(*self.typed())

    def _delete(self) -> None:
        if self.current():
            self.delete_wanted.emit(self.current())

    def _show_current(self) -> None:
        field = self._fields.get(self.current())
        self.name.setText(field.name if field else "")
        self.kind.setCurrentIndex(FIELD_KINDS.index(field.kind) if field else 0)
        self.choices.show_text(field.choices if field else "")
        self._settle()

    def _settle(self) -> None:
        current = self.current()
        self.choices.setEnabled(self.kind.currentData() == "choice")
        self.delete_button.setEnabled(bool(current))
        self.new_button.setEnabled(bool(current))
        self.main_button.setText("Save" if current else "Add")
        self.main_button.setEnabled(bool(self.name.text().strip()))
        self.show_problem("" if self._fields or self.name.text() else NONE_YET)

    def _name_controls(self) -> None:
        for kind in FIELD_KINDS:
            self.kind.addItem(KINDS[kind], kind)
        self.name.setPlaceholderText("Region")
        self.choices.setPlaceholderText("One choice a line")
        for control, name in ((self.name, "Name"), (self.kind, "Kind")):
            control.setAccessibleName(name)
            control.setFont(control_font(13))

    def _content(self) -> QWidget:
        content = QWidget()
        left, grid = QVBoxLayout(), QGridLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.new_button)
        buttons.addWidget(self.delete_button)
        buttons.addStretch(1)
        left.addLayout(buttons)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        for row, (text, control) in enumerate((("Name", self.name), ("Kind", self.kind), ("Choices", self.choices))):
            label = QLabel(text)
            label.setBuddy(control)
            if control is self.choices:
                label.setContentsMargins(0, FIRST_LINE, 0, 0)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop if control is self.choices else Qt.AlignmentFlag(0))
            grid.addWidget(control, row, 1)
        grid.setRowStretch(2, 1)
        both = QHBoxLayout(content)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(20)
        both.addLayout(left, 1)
        both.addLayout(grid, 1)
        return content
