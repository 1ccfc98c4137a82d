"""The Review page: who is compared and how far they agree on top, the differences left, the article, the dock below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.review.agreement_panel import AgreementPanel
from annotator.ui.review.band import ReviewBand
from annotator.ui.review.compared_article import ComparedArticle
from annotator.ui.review.difference_list import DifferenceList
from annotator.ui.review.dock import Dock
from annotator.ui.review.more_measures import MoreMeasures
from annotator.ui.rules import level_rule

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

NARROW_BELOW, LOW_BELOW = 1180, 760  # below the second height the table folds, so that the article has the room


class ReviewPage(QWidget):
    """Lays the parts out. Each is fed by itself, and tells by its own signals what the analyst does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.band, self.agreement = ReviewBand(self), AgreementPanel(self)
        self.differences, self.article, self.dock = DifferenceList(self), ComparedArticle(self), Dock(self)
        self.more = MoreMeasures(self)
        self._folded_by_hand = False
        right, below, column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for part, stretch in ((self.article, 1), (self.dock, 0)):
            right.addWidget(part, stretch)
        below.addWidget(self.differences)
        below.addLayout(right, 1)
        for widget in (self.band, self.agreement, level_rule()):
            column.addWidget(widget)
        column.addLayout(below, 1)
        for layout in (right, below, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self.agreement.folded.connect(self._fold)
        self.article.text_left_moved.connect(self.dock.align_with)

    @property
    def text(self) -> QWidget:
        """The article, whose focus the single keys need."""
        return self.article.text

    def fold_agreement(self) -> None:
        """Fold the agreement table to its last row, or unfold it."""
        self.agreement.set_folded(not self.agreement.is_folded())

    def panes(self) -> list[QWidget]:
        """Return what F6 goes through, in order."""
        return [self.agreement.table, self.differences.view, self.article.text, self.dock.reason.field]

    def _fold(self, _folded: bool) -> None:
        self._folded_by_hand = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.differences.set_narrow(self.width() < NARROW_BELOW)
        low = self.height() < LOW_BELOW
        if not self._folded_by_hand and self.agreement.is_folded() != low:
            self.agreement.set_folded(low)
            self._folded_by_hand = False
