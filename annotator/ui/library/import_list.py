"""Which files shall come in: a list with a tick, a title and the state of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.article.tips import tip
from annotator.ui.finding.hit_list import TICK, TICK_X, WORDS_X, paint_tick
from annotator.ui.icons import paint_icon
from annotator.ui.library.import_words import row_line
from annotator.ui.popup_rows import begin_row
from annotator.ui.scheme.scheme_model import NOWHERE, Index
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QMouseEvent

    from annotator.jobs.incoming import Incoming

ROW_HEIGHT, RIGHT = 52, 10
TITLE_BASELINE, STATE_BASELINE = 21, 39
ROW = Qt.ItemDataRole.UserRole + 1
ICONS = {"same": "copy", "failed": "warning", "table": "file"}


class ImportRows(QAbstractListModel):
    """The files as a list model."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Incoming] = []

    def show(self, rows: Sequence[Incoming]) -> None:
        """Take these files."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def changed(self, row: int) -> None:
        """Say that a file is another one now."""
        index = self.index(row, 0)
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        one = self.rows[index.row()]
        if role == ROW:
            return one
        if role == Qt.ItemDataRole.DisplayRole:
            return one.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip([], [line for line in (one.title, one.file, row_line(one)) if line])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{one.title}, {row_line(one)}"
        return None


class ImportDelegate(QStyledItemDelegate):
    """52 high: a tick or what hinders it, the title, the state below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: Incoming = index.data(ROW)
        rect = begin_row(painter, option)
        if one.article is not None:
            paint_tick(painter, rect, ticked=one.choice != "leave out")
        else:
            spot = QRectF(rect.left() + TICK_X, rect.center().y() - TICK / 2, TICK, TICK)
            paint_icon(painter, ICONS[one.state], spot, "ink3")
        comes = one.table is not None or (one.article is not None and one.choice != "leave out")
        _line(painter, rect, TITLE_BASELINE, control_font(13, 500), "ink" if comes else "ink3", one.title)
        _line(painter, rect, STATE_BASELINE, control_font(12), "ink3", row_line(one))
        painter.restore()


def _line(painter: QPainter, rect: QRectF, down: int, font: QFont, token: str, text: str) -> None:
    painter.setFont(font)
    painter.setPen(theme().colour(token))
    left = rect.left() + WORDS_X
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.right() - RIGHT - left)
    painter.drawText(QPointF(left, rect.top() + down), shown)


class ImportList(QListView):
    """A click on the tick, or Space, leaves a file out or takes it in."""

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.files = ImportRows()
        self.setObjectName("importList")
        self.setModel(self.files)
        self.setItemDelegate(ImportDelegate(self))
        self.setAccessibleName("Texts to import")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme().changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
        elif self.currentIndex().isValid() and not event.isAutoRepeat():
            self.turned.emit(self.currentIndex().row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and event.position().x() < WORDS_X:
            self.turned.emit(index.row())
