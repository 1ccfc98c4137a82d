"""Beside the decision: what the code means, what the coders noted and answered; and examples for the code."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.review.key_button import KeyButton
from annotator.ui.scheme.box_head import BoxHead
from annotator.ui.scheme.definition_box import NO_DEFINITION
from annotator.ui.scheme.quiet_text import Line, QuietText

if TYPE_CHECKING:
    from annotator.ui.review.settling_shown import ShownMeaning, ShownSettling

NOTE_LINE, NOTES_GAP = 16, 12
EXAMPLES = {"include": "Include example", "exclude": "Exclude example"}
TIPS = {
    "include": "Keep the passage in the code's definition as one that belongs to it.",
    "exclude": "Keep the passage in the code's definition as one that does not belong to it.",
}


class MeaningText(QuietText):
    """Definition in lines of 20, below it the notes in lines of 16."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes = 0
        self.setReadOnly(True)
        self.setObjectName("reviewMeaning")

    def show_notes(self, meaning: tuple[Line, ...], notes: tuple[Line, ...]) -> None:
        """Show a code's meaning, and the notes below it."""
        self._notes = len(notes)
        self.write(*meaning, *notes)

    def write(self, *lines: Line) -> None:
        super().write(*lines)
        block = self.document().lastBlock()
        for number in range(self._notes):
            closer = QTextBlockFormat()
            closer.setLineHeight(NOTE_LINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            closer.setTopMargin(NOTES_GAP if number == self._notes - 1 else 0)
            QTextCursor(block).setBlockFormat(closer)
            block = block.previous()


class MeaningSide(QFrame):
    """308 wide, or narrower in a small window."""

    example_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("edge", "left")
        self.head, self.text = BoxHead(self), MeaningText(self)
        self.head.set_foldable(False)
        self.examples = {kind: self._example(kind) for kind in EXAMPLES}
        self._shown: tuple[object, ...] = ()
        inset, buttons, column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        inset.setContentsMargins(8, 0, 8, 0)
        inset.addWidget(self.text)
        buttons.setContentsMargins(16, 3, 8, 9)
        buttons.setSpacing(6)
        for button in self.examples.values():
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.setContentsMargins(0, 3, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(inset, 1)
        column.addLayout(buttons)

    def show_settling(self, settling: ShownSettling | None) -> None:
        """Show what belongs to a difference; nothing without one."""
        for button in self.examples.values():
            button.setVisible(settling is not None)
        self.head.setVisible(settling is not None)
        if settling is None:
            self._write((), ())
            return
        meaning = settling.meaning
        self.head.hue, self.head.label, self.head.title = meaning.hue, meaning.label, meaning.name
        about = f"Definition of {meaning.label} {meaning.name}".strip()
        self.head.setAccessibleName(about)
        self.text.setAccessibleName(f"{about}, and notes of both coders")
        self.head.update()
        notes = [Line(side.remarks, "", 12, "ink3") for side in (settling.a, settling.b)]
        notes += [Line(f"{name} answers: “{words}”", "", 12, "ink2") for name, words in settling.answers]
        self._write(_lines_of(meaning), tuple(notes))

    def _write(self, meaning: tuple[Line, ...], notes: tuple[Line, ...]) -> None:
        if self._shown != (meaning, notes):  # what is shown already stays as it is scrolled
            self._shown = meaning, notes
            self.text.show_notes(meaning, notes)

    def _example(self, kind: str) -> KeyButton:
        button = KeyButton(EXAMPLES[kind], self, framed=True)
        button.setToolTip(TIPS[kind])
        button.clicked.connect(partial(self._want, kind))
        return button

    def _want(self, kind: str, _checked: bool = False) -> None:
        self.example_wanted.emit(kind)


def _lines_of(meaning: ShownMeaning) -> tuple[Line, ...]:
    words = meaning.definition or NO_DEFINITION
    lines = [Line(words, token="ink2" if meaning.definition else "ink3")]
    lines += [
        Line(text, head, 12) for head, text in (("Include", meaning.include), ("Exclude", meaning.exclude)) if text
    ]
    return tuple(lines)
