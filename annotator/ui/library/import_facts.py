"""What is known of a text that shall come in, and where that stands: fields to be filled in or set right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from annotator.ui.elided_label import ElidedLabel
from annotator.ui.library.article_form import FIELDS, HINTS, fact_field, problem_of
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from annotator.jobs.incoming import Incoming

NOT_FOUND = "not found in the file"


class ImportFacts(QWidget):
    """Writes what is typed into the text that is shown; `changed` tells which fact."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, QLineEdit] = {}
        self.sources: dict[str, ElidedLabel] = {}
        self._one: Incoming | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for place, (name, title) in enumerate(FIELDS.items()):
            self._add_row(grid, 3 * place, name, title)

    def show_facts(self, one: Incoming) -> None:
        """Show what is known of a text."""
        self._one = None
        for name, field in self.fields.items():
            field.setText(getattr(one.article, name))
            field.setCursorPosition(0)
        self._one = one
        for name in self.fields:
            self._show_source(name)

    def _add_row(self, grid: QGridLayout, row: int, name: str, title: str) -> None:
        field, source, label = fact_field(title, HINTS.get(name, "")), ElidedLabel(), QLabel(title)
        label.setBuddy(field)
        label.setProperty("tone", "ink2")
        source.setFont(control_font(11))
        source.setProperty("tone", "ink3")
        source.setContentsMargins(9, 0, 0, 0)
        grid.addWidget(label, row, 0)
        grid.addWidget(field, row, 1)
        grid.addWidget(source, row + 1, 1)
        grid.setRowMinimumHeight(row + 1, 18)
        grid.setRowMinimumHeight(row + 2, 4)
        self.fields[name], self.sources[name] = field, source
        field.textEdited.connect(lambda typed, name=name: self._take(name, typed))

    def _take(self, name: str, typed: str) -> None:
        if self._one is None or self._one.article is None:
            return
        self._one.describe(name, " ".join(typed.split()))
        self._show_source(name)
        self.changed.emit(name)

    def _show_source(self, name: str) -> None:
        one = self._one
        if one is None or one.article is None:
            return
        value = getattr(one.article, name)
        problem = problem_of({name: value})
        said = problem.split(", so")[0] if problem else _told(one.sources.get(name, "")) if value else NOT_FOUND
        self.sources[name].say(said)
        self.fields[name].setAccessibleDescription(said)


def _told(source: str) -> str:
    """Return where a fact comes from: `from the line “19 May 2016”`, or as the rule says it: `named in “told ABC”`."""
    return f"from {source}" if source.startswith(("the ", "a ", "“")) else source
