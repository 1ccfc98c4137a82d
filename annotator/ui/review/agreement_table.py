"""The codes with their figures, worst first, and the heat map: what a click, a key and a head do there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QMenu,
    QTableView,
    QWidget,
)

from annotator.ui.announce import announce
from annotator.ui.review.agreement_columns import COUNTS, EDGE, PITCH, RIGHT, widths
from annotator.ui.review.agreement_delegate import AgreementDelegate
from annotator.ui.review.agreement_head import HEIGHT, AgreementHead
from annotator.ui.review.agreement_model import AgreementModel
from annotator.ui.review.agreement_painter import widest_counts
from annotator.ui.review.agreement_rows import FIRST_ARTICLE, Agreement, Column
from annotator.ui.review.drawn_words import draw_words
from annotator.ui.review.overlaid_bar import OverlaidBar
from annotator.ui.scheme.type_ahead import TypeAhead
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent


ROW, SIDE, ROWS_SHOWN = 24, 8, 7
PADDING = 16  # around the counts
NOTHING = "Nothing to compare yet. A code stands here once two coders have finished the same article and one used it."
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AgreementTable(QTableView):
    """A click or Enter takes a code, on a cell of the heat map the code in that article; heads sort; letters find."""

    code_chosen = Signal(str)
    place_chosen = Signal(str, str)
    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = AgreementModel(self)
        self.columns = widths(0, 0)
        self._letters, self._counts = TypeAhead(), COUNTS
        self.nothing = NOTHING
        self.setObjectName("agreementTable")
        self.setAccessibleName("Agreement by code")
        self.setModel(self.rows)
        self._delegate = AgreementDelegate(self.rows, self)
        self.setItemDelegate(self._delegate)
        self._dress()
        self._bar = OverlaidBar(self)
        self.clicked.connect(self._take)
        self.entered.connect(lambda index: self._hover(index.row()))
        self.horizontalHeader().sectionClicked.connect(self.sort_by)
        self.selectionModel().currentChanged.connect(self._current_changed)
        theme().changed.connect(self.viewport().update)
        theme().changed.connect(self.horizontalHeader().viewport().update)

    def show_agreement(self, agreement: Agreement) -> None:
        """Show figures; the current code stays current, and in its place on the screen."""
        current, column, top = self.current_code(), self.currentIndex().column(), self.verticalScrollBar().value()
        laid_out = self._laid_out()
        self.rows.show(agreement)
        self._counts = max(COUNTS, widest_counts((*agreement.rows, agreement.pooled)) + PADDING)
        if self._laid_out() != laid_out:
            self.lay_columns()
            self.viewport().update()
        self._go(current, max(0, column))
        self.verticalScrollBar().setValue(top)

    def show_current(self, code: str) -> None:
        """Mark the row of a code without telling anybody; an unknown one leaves none marked."""
        if code != self.current_code():
            self._go(code, int(Column.CODE))
            if self.currentIndex().isValid():
                self.scrollTo(self.currentIndex())

    def sort_by(self, column: int) -> None:
        """Sort by a column, the other way round if it is sorted by it already, and say so."""
        self.rows.order_by(column)
        head = Qt.Orientation.Horizontal
        announce(self, self.rows.headerData(column, head, Qt.ItemDataRole.AccessibleTextRole))

    def current_code(self) -> str:
        """Return the id of the code of the current row."""
        index = self.currentIndex()
        return self.rows.row_at(index.row()).code if index.isValid() else ""

    def _laid_out(self) -> tuple[object, ...]:
        """Return what widths and scale of the columns follow from."""
        agreement = self.rows.agreement
        shown = agreement.busiest_articles(self.columns.articles)
        return self._counts, agreement.articles, shown, agreement.lowest_drawn(), agreement.coders

    def _go(self, code: str, column: int) -> None:
        row = self.rows.row_of(code)
        index = QModelIndex() if row is None else self.rows.index(row, min(column, self.rows.columnCount() - 1))
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, how)

    def _take(self, index: QModelIndex) -> None:
        code, article = self.rows.row_at(index.row()).code, self.rows.article_at(index)
        if not article:
            self.code_chosen.emit(code)
        elif self.rows.row_at(index.row()).cells[index.column() - FIRST_ARTICLE]:
            self.place_chosen.emit(code, article)

    def _current_changed(self, index: QModelIndex, before: QModelIndex) -> None:
        """Paint both rows anew; the ground and the focus ring span all cells."""
        for each in (index, before):
            if each.isValid():
                self.viewport().update(0, self.rowViewportPosition(each.row()), self.width(), ROW)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def _dress(self) -> None:
        head = AgreementHead(self.rows, self)
        self.setHorizontalHeader(head)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(ROW)
        self.verticalHeader().setDefaultSectionSize(ROW)

    def lay_columns(self) -> None:
        """Give the columns the widths of the room there is, the busiest articles the heat map."""
        agreement = self.rows.agreement
        self.columns = widths(self.width(), len(agreement.articles), self._counts)
        shown = set(agreement.busiest_articles(self.columns.articles))
        for column in Column:
            self.setColumnHidden(column, not self.columns.of(column))
            self.setColumnWidth(column, self.columns.of(column))
        for place in range(len(agreement.articles)):
            self.setColumnHidden(FIRST_ARTICLE + place, place not in shown)
            self.setColumnWidth(FIRST_ARTICLE + place, PITCH)
        last = FIRST_ARTICLE + max(shown) if shown else int(Column.OPEN)
        self.setColumnWidth(last, self.columnWidth(last) + RIGHT)
        self.updateGeometries()  # else a bar would have its old range until the next round of events
        self.laid_out.emit()

    # Qt

    def keyboardSearch(self, search: str) -> None:
        found = self._letters.find(search, self.rows.first_cells(), self.currentIndex().siblingAtColumn(0))
        if found is not None:
            self.setCurrentIndex(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentIndex().isValid():
            self._take(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the heads do, for those who have no mouse."""
        menu = sorting_menu(self)
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self._go(self.rows.row_at(0).code, int(Column.CODE))
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the first click has done it

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.rows.rowCount() == 0:
            painter = QPainter(self.viewport())
            draw_words(painter, self.nothing, control_font(13), "ink2", EDGE, self.width() - EDGE, ROW / 2)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bar.place(self.width(), HEIGHT, self.height() - HEIGHT)
        self.lay_columns()


def sorting_menu(table: AgreementTable) -> QMenu:
    """Return a menu of the columns in sight, the one that the rows are sorted by ticked."""
    menu = QMenu(table)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for column in range(table.rows.columnCount()):
        if column != Column.GRAPH and not table.isColumnHidden(column):
            head = table.rows.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
            name = f"open in article {head}" if column >= FIRST_ARTICLE else head
            action = menu.addAction(f"Sort by {name}")
            action.setCheckable(True)
            action.setChecked(column == table.rows.sorted_by)
            action.triggered.connect(lambda _on=False, at=column: table.sort_by(at))
    return menu
