"""Where a code is described: its words, colour and key, beside its earlier definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui.scheme.code_form import CodeForm
from annotator.ui.scheme.definition_history import DefinitionHistory
from annotator.ui.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.records import Code

WIDTH, NEW_WIDTH, HEIGHT = 860, 580, 640


class CodeEditor(Sheet):
    """Tells what the analyst changed; whoever writes it says `saved`, or shows the problem."""

    save_wanted = Signal(dict)
    passage_wanted = Signal(str)

    def __init__(self, *, new: bool, parent: QWidget | None = None) -> None:
        super().__init__("New code" if new else "Code", "Add code" if new else "Save", parent)
        self.setObjectName("codeEditor")
        self.new = new
        self.code: Code | None = None
        self.form, self.history = CodeForm(self), DefinitionHistory(self)
        self.history.setVisible(not new)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self.form, 1)
        row.addWidget(self.history)
        self.lay_out(content)
        self.resize(NEW_WIDTH if new else WIDTH, HEIGHT)
        self.form.changed.connect(self._settle)
        self.history.passage_wanted.connect(self.passage_wanted)

    def show_code(self, code: Code, codes: Sequence[Code], above: str, memo: str) -> None:
        """Show a code, or show it anew; what was typed and not saved stays."""
        self.code = code
        self.setWindowTitle(f"New code in {above}" if self.new and above else "New code" if self.new else code.title)
        self.form.show_code(code, codes, above, memo)
        self._settle()

    def saved(self) -> None:
        """Close, since all that was typed is written."""
        self.done(0)

    def act(self) -> None:
        typed = self.form.typed()
        if typed or self.new:
            self.save_wanted.emit(typed)
        else:
            self.saved()

    def unsaved(self) -> str:
        if not self.form.typed():
            return ""
        name = "the new code" if self.new or self.code is None else self.code.title
        return f"What you typed about {name} is not saved. Leaving loses it."

    def _settle(self) -> None:
        self.show_problem("")
        self.leave_button.setText("Cancel" if self.form.typed() else "Close")
