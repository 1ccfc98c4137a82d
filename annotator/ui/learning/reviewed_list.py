"""The list of one's reviewed codings: arrows look, a click or Enter goes to the place in its article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.icons import paint_icon
from annotator.ui.learning.reviewed_rows import ROW_ROLE, CodeHead
from annotator.ui.library.article_delegate import paint_row_ground
from annotator.ui.popup_rows import dress_list, let_focus_in
from annotator.ui.review.drawn_words import draw_words, draw_words_at_right, width_of
from annotator.ui.scheme.scheme_delegate import BAR_SIZE, paint_bar
from annotator.ui.scheme.type_ahead import TypeAhead
from annotator.ui.theme import control_font, reading_font, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from annotator.ui.learning.reviewed_rows import ReviewedRows
    from annotator.ui.learning.shown import ShownReviewed
    from annotator.ui.scheme.scheme_model import Index

ROW, HEADING = 48, 32  # device-independent pixels, as all lengths here
FIRST, SECOND = 15, 34
SIDE, INSET, LABEL_LEFT, GAP, ICON = 4, 12, 24, 8, 14
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReviewedPainter(QStyledItemDelegate):
    """Outcome and place above the passage; at the right whether there is a reason, and whether somebody answered."""

    def _paint_heading(self, painter: QPainter, rect: QRectF, head: CodeHead) -> None:
        middle, left, right = rect.center().y(), rect.left() + INSET, rect.right() - INSET
        number = f"{head.number:,}"
        end = draw_words_at_right(painter, number, control_font(12, tabular=True), "ink3", right, middle)
        if head.hue:
            paint_bar(painter, QRectF(left, round(middle - BAR_SIZE[1] / 2), *BAR_SIZE), head.hue)
        left = rect.left() + LABEL_LEFT
        if head.label:
            font = control_font(12, 600)
            draw_words(painter, head.label, font, "ink", left, end - GAP, middle)
            left += width_of(head.label, font) + GAP
        draw_words(painter, head.name, control_font(13, 500), "ink", left, end - GAP, middle)

    def _paint_row(self, painter: QPainter, rect: QRectF, row: ShownReviewed) -> None:
        left, right, middle = rect.left() + LABEL_LEFT, rect.right() - INSET, rect.top() + FIRST
        for icon, there in (("comment", bool(row.answers)), ("note", bool(row.reason))):
            if there:
                paint_icon(painter, icon, QRectF(right - ICON, middle - ICON / 2, ICON, ICON), "ink2")
                right -= ICON + 4
        left = draw_words(painter, row.title, control_font(13, 500), "ink", left, right - GAP, middle)
        draw_words(painter, row.place, control_font(12), "ink3", left + GAP, right - GAP, middle)
        words, font = row.words or "the coding is gone", reading_font(13)
        left, right, middle = rect.left() + LABEL_LEFT, rect.right() - INSET, rect.top() + SECOND
        draw_words(painter, words, font, "ink2" if row.words else "ink3", left, right, middle)

    # Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, HEADING if isinstance(index.data(ROW_ROLE), CodeHead) else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = index.data(ROW_ROLE), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, CodeHead):
            self._paint_heading(painter, rect, row)
        else:
            current = option.widget.currentIndex() == index if isinstance(option.widget, QListView) else False
            paint_row_ground(painter, rect.adjusted(SIDE, 0, -SIDE, 0), option, current=current)
            self._paint_row(painter, rect, row)
        painter.restore()


class ReviewedList(QListView):
    """`looked_at` tells which verdict is current, `opened` that its place is wanted, and whether the focus goes too."""

    looked_at = Signal(str)
    opened = Signal(str, bool)

    def __init__(self, rows: ReviewedRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewedList")
        self.rows, self._letters = rows, TypeAhead()
        dress_list(self, rows, ReviewedPainter(self), "My reviewed codings")
        self.setUniformItemSizes(False)
        self.setProperty("framed", True)
        self.clicked.connect(lambda index: self._open(index, with_focus=False))
        rows.modelReset.connect(lambda: let_focus_in(self))
        theme().changed.connect(self.viewport().update)
        let_focus_in(self)

    def current(self) -> ShownReviewed | None:
        """Return the current verdict."""
        return self.rows.reviewed_at(self.currentIndex())

    def go_to(self, verdict: str) -> None:
        """Make a verdict current, else the first one that is listed."""
        index = self.rows.index_of(verdict)
        if not index.isValid():
            index = next(iter(self.rows.every_row()), QModelIndex())
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.isValid():
            above = index.siblingAtRow(index.row() - 1)
            if above.isValid() and self.rows.reviewed_at(above) is None:
                self.scrollTo(above)  # its heading stays in sight
            self.scrollTo(index)

    def _open(self, index: Index, *, with_focus: bool) -> None:
        chosen = self.rows.reviewed_at(index)
        if chosen is not None:
            self.opened.emit(chosen.verdict, with_focus)

    # Qt

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        chosen = self.rows.reviewed_at(current)
        self.looked_at.emit(chosen.verdict if chosen is not None else "")

    def keyboardSearch(self, search: str) -> None:
        found = self._letters.find(search, self.rows.every_row(), self.currentIndex())
        if found is not None:
            self.go_to(getattr(self.rows.reviewed_at(found), "verdict", ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._open(self.currentIndex(), with_focus=True)
        else:
            super().keyPressEvent(event)
