"""The agreement table with all codes pooled below it, in sight whatever is scrolled; it folds to that row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.review.agreement_head import HEIGHT
from annotator.ui.review.agreement_table import ROW, AgreementTable
from annotator.ui.review.pooled_row import PooledRow

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from annotator.ui.review.agreement_rows import Agreement

ROWS_SHOWN = 7


class AgreementPanel(QWidget):
    """The table with the pooled row below it. Folded, only the pooled row is there."""

    folded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table, self.pooled = AgreementTable(self), PooledRow(self)
        self.code_chosen, self.place_chosen = self.table.code_chosen, self.table.place_chosen
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self.pooled)
        self.table.laid_out.connect(lambda: self.pooled.follow(self.table.columns))
        self.pooled.toggled.connect(self._fold)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._take_height(0)

    def show_agreement(self, agreement: Agreement) -> None:
        """Show figures; with few codes the table is only as high as they need."""
        self.table.show_agreement(agreement)
        self.pooled.show_agreement(agreement)
        self._take_height(len(agreement.rows))

    def _take_height(self, codes: int) -> None:
        self.table.setFixedHeight(HEIGHT + ROW * max(1, min(codes, ROWS_SHOWN)))

    def show_current(self, code: str) -> None:
        """Mark the row of a code."""
        self.table.show_current(code)

    def set_folded(self, folded: bool) -> None:
        """Show only the pooled row, or everything."""
        self.pooled.setChecked(folded)

    def is_folded(self) -> bool:
        """Whether only the pooled row is there."""
        return self.pooled.isChecked()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_folded():  # a hidden table is not told of its new size, but the pooled row stands in its columns
            self.table.resize(self.width(), self.table.height())
            self.table.lay_columns()

    def _fold(self, folded: bool) -> None:
        self.table.setVisible(not folded)
        self.folded.emit(folded)
