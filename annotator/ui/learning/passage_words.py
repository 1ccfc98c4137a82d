"""A passage as it reads in a window beside the work: in the reading face, what the other side has too underlined."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from annotator.ui.theme import reading_font

if TYPE_CHECKING:
    from annotator.ui.learning.shown import ShownPassage
    from annotator.ui.review.settling_shown import Span

LONGEST = 1_200  # code points shown of a passage; the article has it whole
PIXELS = 14


class PassageWords(QLabel):
    """Wraps, can be selected, and never takes what is written for mark-up."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setFont(reading_font(PIXELS))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_passage(self, passage: ShownPassage) -> None:
        """Show a passage."""
        self.setText(marked(passage.words, passage.shared))
        self.setAccessibleName(f"{self._name}: {passage.words[:LONGEST]}")


def marked(words: str, shared: tuple[Span, ...]) -> str:
    """Return the words as HTML, the shared stretches underlined; those may touch, and come in the order of the text."""
    shown, at, parts = words[:LONGEST], 0, []
    for start, end in shared:
        start, end = max(start, at), min(end, len(shown))
        if start < end:
            parts += [escape(shown[at:start]), f"<u>{escape(shown[start:end])}</u>"]
            at = end
    parts.append(escape(shown[at:]) + ("…" if len(words) > LONGEST else ""))
    return "".join(parts).replace("\n", " ")
