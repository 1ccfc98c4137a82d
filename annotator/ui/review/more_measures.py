"""The popup of further measures, folded away: plain rows of name, value and note, and the pairs of three coders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from annotator.model.figures import coefficient
from annotator.ui.review.fact_list import Fact
from annotator.ui.review.more_tips import more_tip
from annotator.ui.review.pairwise_matrix import PairwiseMatrix
from annotator.ui.review.review_popup import ReviewPopup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.ui.review.band import BandCoder
    from annotator.ui.review.pairwise_matrix import PairFigures

UNDEFINED = "undefined"


@dataclass(frozen=True, slots=True)
class Measure:
    """A further measure: its value from −1 to 1, None where undefined; `note` says why, or the coverage.

    `of` is what it is about, as a head above it: all codes pooled, or a family.
    """

    name: str
    value: float | None
    note: str = ""
    of: str = ""


class MoreMeasures(ReviewPopup):
    """Opened below whatever asks for it."""

    pair_chosen = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("More measures", parent)
        self.matrix = PairwiseMatrix(self)
        self.matrix.hide()
        self.rows.insertWidget(1, self.matrix)
        self.matrix.pair_chosen.connect(self._choose)

    def show_measures(self, measures: Sequence[Measure]) -> None:
        """List these, in their order."""
        self.show_facts([_fact(measure) for measure in measures])

    def show_pairs(self, coders: Sequence[BandCoder], pairs: Sequence[PairFigures], a: str, b: str) -> None:
        """Show the figures of each two coders; of two coders alone there is nothing to compare."""
        self.matrix.show_pairs(coders, pairs, a, b)
        self.matrix.setVisible(len(coders) > 2)

    def _choose(self, a: str, b: str) -> None:
        self.close()
        self.pair_chosen.emit(a, b)


def _fact(measure: Measure) -> Fact:
    value = UNDEFINED if measure.value is None else coefficient(measure.value)
    return Fact(measure.name, measure.note, value, measure.of, more_tip(measure.name))
