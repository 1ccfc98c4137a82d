"""The first row of the dock: what differs and where, and what can be done with it besides deciding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from annotator.ui.elided_label import ElidedLabel
from annotator.ui.review.key_button import KeyButton
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from annotator.ui.review.settling_shown import ShownSettling

HEIGHT = 36
LIKE_TIP = "Decide those that are nearly the same in the same way; they are shown before."
DISCUSS_TIP = "Put it on the agenda of what the coders will talk about."
BOTH_TIP = "The two coders decided this together."


class DockHead(QWidget):
    """Kind, place and rank; the agenda, those like it, and whether both decided."""

    next_wanted = Signal()
    discuss_pressed = Signal()
    like_pressed = Signal()
    by_both_ticked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.title, self.place = QLabel(), ElidedLabel()
        self.title.setFont(control_font(13, 600))
        self.place.setFont(control_font(13))
        self.place.setProperty("tone", "ink3")
        self.like, self.discuss = KeyButton("", self), KeyButton("discuss", self)
        self.by_both, self.next = KeyButton("decided by both", self), KeyButton("", self, key_last=True)
        self.by_both.shows_check = True
        for button, tip in ((self.like, LIKE_TIP), (self.discuss, DISCUSS_TIP), (self.by_both, BOTH_TIP)):
            button.setToolTip(tip)
        for button in (self.discuss, self.by_both):
            button.setCheckable(True)
        self._lay_out()
        self.next.clicked.connect(self.next_wanted)
        self.discuss.clicked.connect(self.discuss_pressed)
        self.like.clicked.connect(self.like_pressed)
        self.by_both.clicked.connect(self.by_both_ticked)

    def show_settling(self, settling: ShownSettling) -> None:
        """Show a difference."""
        self.title.setText(settling.title)
        self.place.say(settling.place)
        self.like.say(f"and {settling.like:,} like this")
        self.like.setVisible(settling.like > 0)
        self.discuss.setChecked(settling.discuss)
        self.by_both.setChecked(settling.by_both)
        self.next.say(settling.rank)
        self.next.setAccessibleName(f"Next difference; this is {settling.rank}")
        self.next.setToolTip("Next difference")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.title)
        row.addSpacing(4)
        row.addWidget(self.place)
        row.addSpacing(4)
        row.addWidget(self.like)
        row.addStretch(1)
        for button in (self.discuss, self.by_both, self.next):
            row.addWidget(button)
