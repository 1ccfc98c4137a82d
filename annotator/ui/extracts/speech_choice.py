"""Whose words go out: the voices that are ticked, and whether what is set aside goes along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from annotator.model.passage_speech import VOICES
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from annotator.model.extracts import ExtractFilter

TOLD = {
    "quoted": ("Quoted", "All of the passage stands in quotation marks, or was marked as spoken."),
    "reported": ("Reported", "Somebody's words in the writer's: “he said that …”. Never set in quotation marks."),
    "narrative": ("Narrative", "The writer's own words."),
    "question": ("Questions", "What an interviewer asks."),
    "mixed": ("Mixed", "More than one of these in a passage."),
}
ASIDE = "Passages that lie wholly in captions, related links and the like"


class SpeechChoice(QWidget):
    """A line of boxes, all voices ticked at first."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.voices = {voice: _box(*TOLD[voice]) for voice in VOICES}
        self.set_aside = _box("With what is set aside", ASIDE)
        for box in self.voices.values():
            box.setChecked(True)
        head = QLabel("Voice")
        head.setFont(control_font(13, 600))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for part in (head, *self.voices.values()):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.set_aside)
        for box in (*self.voices.values(), self.set_aside):
            box.toggled.connect(self.changed)

    def restriction(self) -> tuple[str, ...]:
        """Return the voices for a filter: none where all are ticked, since that is no restriction."""
        ticked = tuple(voice for voice, box in self.voices.items() if box.isChecked())
        return () if len(ticked) == len(self.voices) else ticked

    def none_ticked(self) -> bool:
        """Tell whether no voice is ticked."""
        return not any(box.isChecked() for box in self.voices.values())

    def take(self, chosen: ExtractFilter) -> None:
        """Tick what a filter says."""
        for voice, box in self.voices.items():
            box.setChecked(not chosen.voices or voice in chosen.voices)
        self.set_aside.setChecked(chosen.set_aside)


def _box(text: str, why: str) -> QCheckBox:
    box = QCheckBox(text)
    box.setToolTip(why)
    box.setAccessibleDescription(why)
    return box
