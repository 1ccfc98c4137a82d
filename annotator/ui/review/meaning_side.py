"""Beside the decision: what the code means, what the coders noted and answered; and examples for the code."""

from __future__ import annotations

from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.review.key_button import KeyButton
from annotator.ui.scheme.box_head import BoxHead
from annotator.ui.scheme.definition_box import NO_DEFINITION
from annotator.ui.scheme.quiet_text import FRAME, LINE, SIDE, Line, QuietText

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from annotator.ui.review.settling_shown import ShownMeaning, ShownSettling

NOTE_LINE, NOTES_GAP = 16, 12
MOST, MOST_NOTES = 2_000, 3 * NOTE_LINE + 2 * FRAME
EXAMPLES = {"include": "Include example", "exclude": "Exclude example"}
TIPS = {
    "include": "Keep the passage in the code's definition as one that belongs to it.",
    "exclude": "Keep the passage in the code's definition as one that does not belong to it.",
}


class FittedText(QuietText):
    """As high as its words, up to a height; where there is less room it scrolls."""

    line = LINE

    def __init__(self, name: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self.setReadOnly(True)
        self.setObjectName(name)

    def words_height(self) -> int:
        """Return how high the words are where no scroll bar takes a part of their width."""
        laid_out = self.document().clone()
        laid_out.setTextWidth(max(1, self.width() - 2 * (FRAME + SIDE)))
        return ceil(laid_out.size().height()) + 2 * FRAME

    def _fit(self) -> None:
        wanted, policy = self.words_height(), Qt.ScrollBarPolicy
        self.setMaximumHeight(min(wanted, self._most))
        height = min(self.height(), self.maximumHeight())
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if height < wanted else policy.ScrollBarAlwaysOff)
        rest = (height - 2 * FRAME) % self.line if height < wanted else 0
        self.setViewportMargins(SIDE, 0, SIDE, rest)  # no line is cut through

    def write(self, *lines: Line) -> None:
        super().write(*lines)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(100, self.maximumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, LINE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class NotesText(FittedText):
    """What both noted and answered, in lines of 16; it never gives way to the definition above."""

    line = NOTE_LINE

    def write(self, *lines: Line) -> None:
        super().write(*lines)
        block = self.document().begin()
        while block.isValid():
            closer = QTextBlockFormat()
            closer.setLineHeight(NOTE_LINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            QTextCursor(block).setBlockFormat(closer)
            block = block.next()
        self._fit()

    def _fit(self) -> None:
        super()._fit()
        self.setMinimumHeight(self.maximumHeight())


class MeaningSide(QFrame):
    """308 wide, or narrower in a small window."""

    example_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("edge", "left")
        self.head = BoxHead(self)
        self.text, self.notes = FittedText("reviewMeaning", MOST, self), NotesText("reviewNotes", MOST_NOTES, self)
        self.head.set_foldable(False)
        self.examples = {kind: self._example(kind) for kind in EXAMPLES}
        self._lay_out()

    def _lay_out(self) -> None:
        inset, buttons, column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        inset.setContentsMargins(8, 0, 8, 0)
        inset.setSpacing(NOTES_GAP - 2 * FRAME)
        inset.addWidget(self.text)
        inset.addWidget(self.notes)
        inset.addStretch(1)
        buttons.setContentsMargins(16, 2, 8, 8)
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
            return
        meaning = settling.meaning
        self.head.hue, self.head.label, self.head.title = meaning.hue, meaning.label, meaning.name
        about = f"Definition of {meaning.label} {meaning.name}".strip()
        self.head.setAccessibleName(about)
        self.text.setAccessibleName(about)
        self.notes.setAccessibleName("Notes of both coders")
        self.head.update()
        notes = [Line(sentence, "", 12, "ink2") for sentence in settling.others]
        notes += [Line(side.remarks, "", 12, "ink3") for side in (settling.a, settling.b)]
        notes += [Line(f"{name} answers: “{words}”", "", 12, "ink2") for name, words in settling.answers]
        self.text.write(*_lines_of(meaning))
        self.notes.write(*notes)

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
