"""Both sides of what is current: how it stands here, and how it stands there."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.ui.theme import control_font


class TwoSides(QWidget):
    """Two quiet fields side by side, to be read and copied. Absent while there is nothing to compare."""

    def __init__(self) -> None:
        super().__init__()
        self.here, self.there = _field("Here"), _field("There")
        self._heads = QLabel("Here"), QLabel("There")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for head, field in zip(self._heads, (self.here, self.there), strict=True):
            head.setFont(control_font(12, 600))
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(head)
            column.addWidget(field, 1)
            row.addLayout(column, 1)
        self.hide()

    def show_sides(self, here: str, there: str, heads: tuple[str, str] = ("Here", "There")) -> None:
        """Show these; nothing on both sides hides the fields."""
        for head, field, name, text in zip(self._heads, (self.here, self.there), heads, (here, there), strict=True):
            head.setText(name)
            field.setAccessibleName(name)
            field.setPlainText(text)
        self.setVisible(bool(here or there))


def _field(name: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setReadOnly(True)
    field.setTabChangesFocus(True)
    field.setAccessibleName(name)
    field.setFont(control_font(13))
    field.setFrameShape(QFrame.Shape.NoFrame)
    return field
