"""The differences between two coders beside the article: a list under codes or articles, with order and filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.keycap import keycap_text
from annotator.ui.review.difference_head import DifferenceHead
from annotator.ui.review.difference_rows import DifferenceRows
from annotator.ui.review.difference_sections import DifferenceFilter, Order
from annotator.ui.review.difference_view import DifferenceView
from annotator.ui.review.shown import APART
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.ui.review.shown import ShownDifference

WIDTH, NARROW = 344, 264
NOTHING_COMPARED = "Choose two coders above. Their readings are compared here, once both have finished an article."
ALL_THE_SAME = "No difference: the two coded the same passages alike."
NONE_FITS = "No difference fits the filter."


class DifferenceList(QFrame):
    """Fed with plain differences; tells which one was chosen, in which order and through which filter."""

    difference_chosen = Signal(str)
    order_chosen = Signal(str)
    filter_chosen = Signal(object)
    text_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "panel")
        self.setProperty("edge", "right")
        self.setFixedWidth(WIDTH)
        self.rows = DifferenceRows(self)
        self.head, self.view = DifferenceHead(self), DifferenceView(self.rows, self)
        self.note, self.clear_button = QLabel(), QPushButton("Show all differences")
        self._nothing, self._empty = NOTHING_COMPARED, QWidget(self)
        self._lay_out()
        self._connect()
        self.head.show_order(self.rows.order)
        self._show_what_there_is()

    def show_differences(self, differences: Sequence[ShownDifference], nothing: str = ALL_THE_SAME) -> None:
        """List these, given in the order of their codes; `nothing` is said where there are none."""
        self._nothing = nothing
        self.rows.show(differences)
        self._show_what_there_is()

    def show_current(self, key: str, article_number: int = 0) -> None:
        """Mark the current difference; the article that is open is not named in its rows."""
        self.view.show_current(key, article_number)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Show with what is decided the key that decides so: decision -> shortcut in portable form."""
        self.view.show_keycaps({decision: keycap_text(key) for decision, key in keys.items() if key})

    def shown_keys(self) -> list[str]:
        """Return the keys of the differences that are listed, in their order: what `next` walks through."""
        return self.rows.keys()

    def set_order(self, order: Order) -> None:
        """List in this order, without telling."""
        self.rows.arrange(order=order)
        self.head.show_order(order)

    def set_filter(self, wanted: DifferenceFilter) -> None:
        """List only what fits, without telling."""
        self.rows.arrange(wanted=wanted)
        self._show_what_there_is()

    def set_narrow(self, narrow: bool) -> None:
        """Take less room, for small windows."""
        self.setFixedWidth(NARROW if narrow else WIDTH)
        self.head.set_narrow(narrow)
        self.view.viewport().update()

    def _lay_out(self) -> None:
        self.note.setFont(control_font(12))
        self.note.setProperty("tone", "ink2")
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        below = QVBoxLayout(self._empty)
        below.setContentsMargins(16, 8, 16, 0)
        below.setSpacing(12)
        below.addWidget(self.note)
        below.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._empty)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.view.difference_chosen.connect(self.difference_chosen)
        self.view.text_wanted.connect(self.text_wanted)
        self.head.orders.order_chosen.connect(self._order)
        self.head.filters.filter_chosen.connect(self._filter)
        self.head.filters.aboutToShow.connect(self._fill_filters)
        self.clear_button.clicked.connect(self._clear)

    def _order(self, order: str) -> None:
        self.set_order(cast("Order", order))
        self.order_chosen.emit(order)

    def _filter(self, wanted: DifferenceFilter) -> None:
        self.set_filter(wanted)
        self.filter_chosen.emit(wanted)

    def _clear(self) -> None:
        self._filter(DifferenceFilter())

    def _fill_filters(self) -> None:
        self.head.filters.fill(self.rows.differences, self.rows.filter)

    def _show_what_there_is(self) -> None:
        there, fitting = self.rows.differences, len(self.rows.keys())
        self.head.show_numbers(sum(one.is_open and one.kind not in APART for one in there), fitting, len(there))
        self.note.setText(NONE_FITS if there else self._nothing)
        self._empty.setVisible(not fitting)
        self.clear_button.setVisible(bool(there) and not fitting)
        for part in (self.head.chooser, self.head.filter_button):
            part.setVisible(bool(there))

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), 480)
