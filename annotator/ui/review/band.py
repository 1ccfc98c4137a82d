"""The band on top of the Review page: who is compared with whom, what the figures mean, by which unit, how far."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from annotator.model.counting import counted
from annotator.ui.elided_label import ElidedLabel
from annotator.ui.review.band_buttons import CoderButton, CrowdButton, FieldButton, LinkButton
from annotator.ui.review.fact_list import Fact
from annotator.ui.review.review_popup import ReviewPopup
from annotator.ui.rules import upright_rule
from annotator.ui.scheme.scheme_model import on_one_line
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

HEIGHT, RULE = 48, 1  # device-independent pixels, as all lengths here
BAR = (128, 4)
BUSY = "comparing…"
BAR_FROM = 900  # narrower the bar goes, its figures stay
STRICT, LENIENT = 0.9, 0.5
UNITS = (
    ("sentence", STRICT, "By sentence", "Sentence"),
    ("character", STRICT, "By character", "Character"),
    ("paragraph", STRICT, "By paragraph", "Paragraph"),
    ("segment", STRICT, "By segment, .9", "Segment, strict: nine tenths shared"),
    ("segment", LENIENT, "By segment, .5", "Segment, lenient: half shared"),
)


@dataclass(frozen=True, slots=True)
class BandCoder:
    """A coder who can be compared."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An article, or a coder's work in it, that does not count, and why."""

    title: str
    reason: str


class ReviewBand(QWidget):
    """Tells what is chosen; it shows only what it is given."""

    pair_chosen = Signal(str, str)
    unit_chosen = Signal(str, float)
    sub_codes_chosen = Signal(bool)
    everybody_chosen = Signal(bool)
    more_wanted = Signal()
    hiding_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT + RULE)
        self._coders: tuple[BandCoder, ...] = ()
        self._pair = ("", "")
        self.a, self.b, self.everybody = CoderButton("A"), CoderButton("B"), CrowdButton()
        self.busy = QLabel(BUSY)
        self.sentence, self.left_out, self.unit = ElidedLabel(), LinkButton(), FieldButton()
        self.bar, self.decided = QProgressBar(), QLabel()
        self.left_out_list = ReviewPopup("Left out of the comparison", self)
        self._with_sub_codes = self._offer_units()
        self._hiding = QAction("Hide coders’ names", self)
        self._hiding.setCheckable(True)
        self._hiding.triggered.connect(self.hiding_wanted)
        self._dress()
        self._lay_out()
        self.everybody.clicked.connect(self.everybody_chosen)
        self.left_out.clicked.connect(lambda: self.left_out_list.open_below(self.left_out))
        theme().changed.connect(self.update)
        self.show_unit("sentence")
        self.show_everybody(0, on=False)
        self.show_busy(on=False)
        self.show_left_out(())
        self.show_progress(0, 0)

    def show_coders(self, coders: Sequence[BandCoder], a: str, b: str) -> None:
        """Show who is compared; `coders` are all who can be."""
        names = {coder.id: on_one_line(coder.name) for coder in coders}
        other, self._coders, self._pair = tuple(coders) != self._coders, tuple(coders), (a, b)
        for place, button in enumerate((self.a, self.b)):
            button.say(names.get(self._pair[place], ""))
            if other:
                button.offer(names, partial(self._choose, place))
                if names:
                    button.menu.addSeparator()
                    button.menu.addAction(self._hiding)
            button.tick(self._pair[place])

    def show_sentence(self, sentence: str) -> None:
        """Say what the figures mean."""
        self.sentence.say(sentence)

    def show_unit(self, unit: str, threshold: float = STRICT, *, sub_codes: bool = False) -> None:
        """Show by which unit it is compared, and whether sub-codes count for their code."""
        chosen = min((each for each in UNITS if each[0] == unit), key=lambda each: abs(each[1] - threshold))
        words = f"{chosen[2]}, with sub-codes" if sub_codes else chosen[2]
        self.unit.say(words, "Compared")
        self.unit.tick(chosen)
        self._with_sub_codes.setChecked(sub_codes)

    def show_hiding(self, *, on: bool) -> None:
        """Show whether names are hidden; it is offered where coders are chosen."""
        self._hiding.setChecked(on)

    def show_everybody(self, number: int, *, on: bool) -> None:
        """Offer the figures of all coders, where there are three or more with finished passes."""
        self.everybody.say(number)
        self.everybody.setChecked(on)

    def show_busy(self, *, on: bool) -> None:
        """Say that figures are on the way, those before stand until then."""
        self.busy.setVisible(on)

    def show_left_out(self, left_out: Sequence[LeftOut]) -> None:
        """Offer the list of what does not count, where there is any."""
        self.left_out.say(f"{counted(len(left_out), 'article')} left out" if left_out else "")
        self.left_out_list.show_facts([Fact(each.title, each.reason) for each in left_out])

    def show_progress(self, decided: int, of: int) -> None:
        """Show how many differences are decided."""
        words = f"{decided:,} of {of:,} decided" if of else "No differences"
        self.decided.setText(words)
        self.bar.setRange(0, max(1, of))
        self.bar.setValue(decided)
        self.bar.setAccessibleName(words)
        self._make_room()

    def _offer_units(self) -> QAction:
        """Fill the menu of units; return the switch for sub-codes."""
        menu = self.unit.menu
        self.unit.offer({each: each[3] for each in UNITS}, lambda unit: self.unit_chosen.emit(unit[0], unit[1]))
        menu.addSeparator()
        switch = menu.addAction("Sub-codes count for their code")
        switch.setCheckable(True)
        switch.triggered.connect(self.sub_codes_chosen)
        menu.addSeparator()
        menu.addAction("More measures…").triggered.connect(self.more_wanted)
        return switch

    def _choose(self, place: int, coder: str) -> None:
        """Compare somebody else; whoever is taken from the other side changes place."""
        pair = list(self._pair)
        if coder == pair[1 - place]:
            pair.reverse()
        pair[place] = coder
        if tuple(pair) != self._pair:
            self.pair_chosen.emit(*pair)

    def _dress(self) -> None:
        self.sentence.setFont(control_font(13))
        self.sentence.setProperty("tone", "ink2")
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.decided.setFont(control_font(13, 600))
        self.busy.setFont(control_font(12))
        self.busy.setProperty("tone", "ink3")
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(*BAR)

    def _lay_out(self) -> None:
        between = QLabel("with")
        between.setFont(control_font(13))
        between.setProperty("tone", "ink3")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 16, RULE)
        row.setSpacing(0)
        for widget, after in (
            (self.a, 6), (between, 6), (self.b, 4), (self.everybody, 12), (upright_rule(20), 16)
        ):  # fmt: skip
            row.addWidget(widget)
            row.addSpacing(after)
        row.addWidget(self.sentence, 1)
        for widget in (self.busy, self.left_out, self.unit, self.bar, self.decided):
            row.addSpacing(12)
            row.addWidget(widget)

    def _make_room(self) -> None:
        self.bar.setVisible(self.width() >= BAR_FROM and self.decided.text() != "No differences")

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("panel"))
        painter.fillRect(0, HEIGHT, self.width(), RULE, theme().colour("line"))
        painter.end()
