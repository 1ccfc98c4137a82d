"""The part of the article form with the analyst's own fields and groups, for one article or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from annotator.model.field_values import in_good_order, misfit
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.model.records import Field, Group

SEVERAL = "several values"
HINTS = {"number": "a number, as 1250 or -3.5", "date": "YYYY-MM-DD", "text": ""}
STATES = {None: Qt.CheckState.PartiallyChecked, True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}


class OwnFacts(QObject):
    """Makes the controls and tells what was said with them; where articles differ, only what is changed."""

    changed = Signal()

    def __init__(
        self, fields: Sequence[Field], values: Mapping[str, str | None],
        groups: Sequence[Group], inside: Mapping[str, bool | None],
    ) -> None:  # fmt: skip
        """Take what the articles have in each field and whether they are in each group; None where they differ."""
        super().__init__()
        self._fields, self._values, self._inside = fields, values, inside
        self.inputs: dict[str, QLineEdit | QComboBox] = {field.id: self._input(field) for field in fields}
        self.boxes: dict[str, QCheckBox] = {group.id: self._box(group) for group in groups}

    def rows(self) -> list[tuple[str, QWidget]]:
        """Return each field's name with its control."""
        return [(field.name, self.inputs[field.id]) for field in self._fields]

    def values(self) -> dict[str, str]:
        """Return field id -> value of the fields in which something else stands than the articles have."""
        said: dict[str, str] = {}
        for field in self._fields:
            value = in_good_order(field, self._text(field))
            before = self._values.get(field.id, "")
            if value != (before or "") or (before is None and self._touched(field)):
                said[field.id] = value
        return said

    def into(self) -> tuple[str, ...]:
        """Return the groups into which the articles shall go."""
        return self._turned(Qt.CheckState.Checked, already=True)

    def out_of(self) -> tuple[str, ...]:
        """Return the groups out of which the articles shall go."""
        return self._turned(Qt.CheckState.Unchecked, already=False)

    def problem(self) -> str:
        """Return why what is typed cannot be saved; empty where it can."""
        said = self.values()
        return next((why for field in self._fields if field.id in said and (why := misfit(field, said[field.id]))), "")

    def _turned(self, state: Qt.CheckState, *, already: bool) -> tuple[str, ...]:
        return tuple(
            group for group, box in self.boxes.items()
            if box.checkState() == state and self._inside.get(group, False) is not already
        )  # fmt: skip

    def _text(self, field: Field) -> str:
        control = self.inputs[field.id]
        if isinstance(control, QLineEdit):
            return control.text()
        return str(control.currentData() or "")

    def _touched(self, field: Field) -> bool:
        """Tell whether a field in which articles differ was emptied on purpose."""
        control = self.inputs[field.id]
        return control.isModified() if isinstance(control, QLineEdit) else control.currentData() is not None

    def _input(self, field: Field) -> QLineEdit | QComboBox:
        value = self._values.get(field.id, "")
        control = _choice(field, value) if field.kind == "choice" else _line(field, value)
        control.setAccessibleName(field.name)
        control.setFont(control_font(13))
        if isinstance(control, QLineEdit):
            control.textChanged.connect(self.changed)
        else:
            control.currentIndexChanged.connect(self.changed)
        return control

    def _box(self, group: Group) -> QCheckBox:
        box = QCheckBox(group.name.replace("&", "&&"))
        inside = self._inside.get(group.id, False)
        box.setTristate(inside is None)
        box.setCheckState(STATES[inside])
        box.setAccessibleName(f"In the group {group.name}")
        if inside is None:
            box.setToolTip("Some of the articles are in it")
            box.setAccessibleDescription("Some of the articles are in it")
        box.checkStateChanged.connect(self.changed)
        return box


def _line(field: Field, value: str | None) -> QLineEdit:
    line = QLineEdit(value or "")
    line.setPlaceholderText(SEVERAL if value is None else HINTS[field.kind])
    line.setCursorPosition(0)
    return line


def _choice(field: Field, value: str | None) -> QComboBox:
    """Make a box whose first rows are no value and, where articles differ, that they do."""
    box = QComboBox()
    if value is None:
        box.addItem(SEVERAL, None)
    box.addItem("—", "")
    box.setItemData(box.count() - 1, "no value", Qt.ItemDataRole.AccessibleTextRole)
    for choice in field.choice_list:
        box.addItem(choice, choice)
    if value:
        box.setCurrentIndex(box.findData(value))
    return box
