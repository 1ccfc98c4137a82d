"""The first row of the dock: what differs and where, and what can be done with it besides deciding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from annotator.ui.elided_label import ElidedLabel
from annotator.ui.review.key_button import SMALL, KeyButton
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from annotator.ui.review.settling_shown import ShownSettling

HEIGHT, SECOND_ROW, GAP, WIDE_GAP, PLACE_AT_LEAST = 34, 30, 8, 16, 110
KIND_OF_RANK = "difference "  # not said where there is little room
LIKE_TIP = "Decide those that are nearly the same in the same way; they are shown before."
DISCUSS_TIP = "Put it on the agenda of what the coders will talk about."
BOTH_TIP = "The two coders decided this together."


class DockHead(QWidget):
    """Kind and place at the left, the rank at the right; between them, or below, what else can be done."""

    next_wanted = Signal()
    discuss_pressed = Signal()
    like_pressed = Signal()
    by_both_ticked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.title, self.place = QLabel(self), ElidedLabel("", self)
        self.title.setFont(control_font(13, 600))
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.place.setFont(control_font(13))
        self.place.setProperty("tone", "ink3")
        self.like = KeyButton("", self, framed=True)
        self.discuss = KeyButton("discuss", self, framed=True)
        self.by_both, self.next = KeyButton("decided by both", self), KeyButton("", self, key_last=True)
        self.by_both.shows_check = True
        for button, tip in ((self.like, LIKE_TIP), (self.discuss, DISCUSS_TIP), (self.by_both, BOTH_TIP)):
            button.setToolTip(tip)
        for button in (self.discuss, self.by_both):
            button.setCheckable(True)
        self._several, self._rank = False, ""
        self.next.clicked.connect(self.next_wanted)
        self.discuss.clicked.connect(self.discuss_pressed)
        self.like.clicked.connect(self.like_pressed)
        self.by_both.clicked.connect(self._tick)
        self._place_parts()

    def show_settling(self, settling: ShownSettling) -> None:
        """Show a difference."""
        self.title.setText(settling.title)
        self.place.say(settling.place)
        self._several = settling.like > 0
        self.like.say(f"and {settling.like:,} like this")
        self.like.setVisible(self._several)
        self.discuss.setChecked(settling.discuss)
        self.by_both.setChecked(settling.by_both)
        self._rank = settling.rank
        self.next.setToolTip("Next difference")
        self._place_parts()

    def show_keys(self, *, next_: str, discuss: str, by_both: str, like: str) -> None:
        """Show the keys in portable form, empty for none."""
        keys = ((self.next, next_), (self.discuss, discuss), (self.by_both, by_both), (self.like, like))
        for button, key in keys:
            button.show_key(key)
        self._place_parts()

    def _tick(self) -> None:
        self.by_both_ticked.emit(not self.by_both.isChecked())

    def _fits_beside(self, rank: str, taken: int) -> bool:
        """Say the rank so, and tell whether everything has room in one row."""
        self.next.say(rank)
        self.next.setAccessibleName(f"Next difference; this is {self._rank}")
        place = min(self.place.wanted_width(), PLACE_AT_LEAST)
        words = self.title.sizeHint().width() + GAP + place + WIDE_GAP
        return words + taken + self.next.sizeHint().width() <= self.width()

    def _place_parts(self) -> None:
        extra = [*([self.like] if self._several else []), self.discuss, self.by_both]
        taken = sum(part.sizeHint().width() + GAP for part in extra)
        ranks = (self._rank, self._rank.removeprefix(KIND_OF_RANK))
        beside = any(self._fits_beside(rank, taken) for rank in ranks)
        if not beside:
            self.next.say(self._rank)
        rank, title, top = self.next.sizeHint().width(), self.title.sizeHint().width(), (HEIGHT - SMALL) // 2
        right = self.width() - rank
        self.next.setGeometry(right, top, rank, SMALL)
        left = right - WIDE_GAP // 2 - taken if beside else 0
        end = (left if beside else right) - GAP
        for part in extra:
            width = part.sizeHint().width()
            part.setGeometry(left, top if beside else HEIGHT, width, SMALL)
            left += width + GAP
        self.title.setGeometry(0, 0, title, HEIGHT)
        self.place.setGeometry(title + GAP, 0, min(self.place.wanted_width() + 2, max(0, end - title - GAP)), HEIGHT)
        self.setFixedHeight(HEIGHT if beside else HEIGHT + SECOND_ROW)

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(100, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_parts()
