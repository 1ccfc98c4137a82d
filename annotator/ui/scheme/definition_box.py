"""What the current code means: its definition, what it includes and excludes, an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.keycap import keycap_text
from annotator.ui.scheme.box_head import BoxHead
from annotator.ui.scheme.quiet_text import Line, QuietText

if TYPE_CHECKING:
    from annotator.model.records import Code

NO_CODE = "No code is current. Pick one above to read what it means."
NO_DEFINITION = "No definition yet."
TO_DEFINE = "“Describe code…” in its menu writes one."


class DefinitionBox(QWidget):
    """Keeps its height whatever it shows; what is longer scrolls inside."""

    fold_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code: Code | None = None
        self._shown: tuple[Code | None, str] | None = None
        self._to_define = TO_DEFINE
        self.head, self.text = BoxHead(self), QuietText(self)
        self.text.setReadOnly(True)
        self.text.setObjectName("codeDefinition")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 4)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        inset = QVBoxLayout()
        inset.setContentsMargins(8, 0, 8, 0)
        inset.addWidget(self.text)
        rows.addLayout(inset)
        self.head.fold_wanted.connect(self.fold_wanted)
        self.show_code(None, "")

    def show_code(self, code: Code | None, hue: str) -> None:
        """Show this code's definition, or say that none is current; what is shown already stays as it is scrolled."""
        if self._shown == (code, hue):
            return
        self._shown = code, hue
        self.head.hue, self.head.label, self.head.title = hue, "", "Definition"
        if code:
            self.head.label, self.head.title = code.label, code.name
        self.head.setToolTip(code.name if code and len(code.name) > 30 else "")
        self._code = code
        self._write()
        self._name_for_all()
        self.head.update()

    def show_key(self, shortcut: str) -> None:
        """Tell which key opens the form of a code, where it has no definition yet."""
        key = f"{keycap_text(shortcut)} opens its form to write one." if shortcut else TO_DEFINE
        if self._to_define != key:
            self._to_define = key
            self._write()

    def fold(self, folded: bool) -> None:
        """Show the head alone, or everything."""
        self.head.fold(folded)
        self.text.setVisible(not folded)

    def _write(self) -> None:
        self.text.write(*(_lines_of(self._code, self._to_define) if self._code else (Line(NO_CODE, token="ink3"),)))

    def _name_for_all(self) -> None:
        about = f"{self.head.label} {self.head.title}".strip()
        self.head.setAccessibleName(f"Definition of {about}" if self.head.hue else "Definition")
        self.text.setAccessibleName(self.head.accessibleName())


def _lines_of(code: Code, to_define: str) -> tuple[Line, ...]:
    missing = f"{NO_DEFINITION} {to_define}"
    lines = [Line(code.definition or missing, token="ink2" if code.definition else "ink3")]
    for head, text in (("Include", code.include), ("Exclude", code.exclude), ("Example", code.examples)):
        if text:
            lines.append(Line(text, head, 12))
    return tuple(lines)
