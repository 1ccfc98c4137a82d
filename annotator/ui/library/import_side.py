"""What can be decided of one text before it comes in: whether it corrects, its facts, its encoding, its zones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.importing.encodings import ENCODINGS
from annotator.model.counting import counted
from annotator.ui.finding.moved_list import MovedList
from annotator.ui.library.import_facts import ImportFacts
from annotator.ui.library.import_words import aside_in, speakers_line
from annotator.ui.library.import_zones import ImportZones
from annotator.ui.rules import level_rule
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from annotator.jobs.incoming import Choice, Incoming
    from annotator.ui.library.import_outcome import CorrectionTold

CHOICES: tuple[Choice, ...] = ("correct", "add", "leave out")
IN_TEXT_FILES = (".txt", ".text", ".md", ".markdown")
STAYS = "Title, facts and codings are those of the article. Only its text is replaced."


class ImportSide(QFrame):
    """Fed with one text at a time. Tells which choice and which encoding were taken."""

    choice_taken = Signal(str)
    encoding_taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "panel")
        self.choice, self.outcome = QComboBox(), QLabel()
        self.facts, self.zones, self.moved = ImportFacts(), ImportZones(), MovedList()
        self.encoding, self.encoding_line = QComboBox(), QLabel("Encoding")
        self.quotations, self.zones_head = QLabel(), QLabel()
        self._decision, self._reading, self._inside = QWidget(), QWidget(), QWidget()
        self._dress()
        self._lay_out()
        self.choice.activated.connect(lambda place: self.choice_taken.emit(CHOICES[place]))
        self.encoding.activated.connect(lambda _place: self.encoding_taken.emit(self.encoding.currentText()))

    def show_text(self, one: Incoming, outcome: CorrectionTold) -> None:
        """Show what is known and chosen of a text; `outcome` tells what a correction does."""
        self._show_choice(one, outcome.sentence)
        self.moved.show_rows(outcome.head, outcome.rows)
        corrects = one.choice == "correct"
        self.facts.setVisible(not corrects)
        self._inside.setVisible(not corrects)
        self._show_encoding(one)
        self.facts.show_facts(one)
        self.show_found(one)

    def show_found(self, one: Incoming) -> None:
        """Show what was found in a text, as it is now."""
        assert one.article is not None
        self.quotations.setText(speakers_line(one.article))
        number = len(one.article.zones)
        self.zones_head.setText(f"{counted(aside_in(one.article), 'line')} set aside of {number:,} marked")
        self.zones_head.setVisible(number > 0)
        self.zones.setVisible(number > 0)
        self.zones.show_zones(one.article)

    def _show_choice(self, one: Incoming, outcome: str) -> None:
        other = one.other_of
        self._decision.setVisible(other is not None)
        if other is None:
            return
        self.choice.clear()
        self.choice.addItems([f"Correct “{other.title}”", "Add as a new article", "Leave out"])
        self.choice.setCurrentIndex(CHOICES.index(one.choice))
        self.outcome.setText(f"{outcome} {STAYS}" if one.choice == "correct" else outcome)

    def _show_encoding(self, one: Incoming) -> None:
        assert one.read is not None
        found = one.read.encoding
        self._reading.setVisible(bool(found) and one.file.lower().endswith(IN_TEXT_FILES))
        self.encoding.clear()
        self.encoding.addItems(list(dict.fromkeys((found, *ENCODINGS))))
        self.encoding_line.setText("Encoding (a guess: check the letters)" if one.guessed_encoding else "Encoding")

    def _dress(self) -> None:
        self.choice.setAccessibleName("What to do with this text")
        self.encoding.setAccessibleName("Encoding")
        self.encoding_line.setBuddy(self.encoding)
        self.encoding_line.setWordWrap(True)
        for box in (self.choice, self.encoding):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        for label in (self.outcome, self.quotations, self.encoding_line):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setFont(control_font(12))
            label.setProperty("tone", "ink2")
        self.encoding_line.setFont(control_font(13))
        self.zones_head.setFont(control_font(13, 600))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        decision = _column(self._decision)
        decision.addWidget(self.choice)
        decision.addWidget(self.outcome)
        reading = QHBoxLayout(self._reading)
        reading.setContentsMargins(0, 0, 0, 0)
        reading.setSpacing(12)
        reading.addWidget(self.encoding_line, 1)
        reading.addWidget(self.encoding, 1)
        inside = _column(self._inside)
        inside.addWidget(level_rule())
        inside.addWidget(self.quotations)
        inside.addWidget(self.zones_head)
        inside.addWidget(self.zones, 1)
        inside.addStretch(0)
        for part in (self._decision, self.facts, self._reading):
            column.addWidget(part)
        column.addWidget(self._inside, 1)
        column.addWidget(self.moved, 1)
        column.addStretch(0)


def _column(widget: QWidget) -> QVBoxLayout:
    made = QVBoxLayout(widget)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(8)
    return made
