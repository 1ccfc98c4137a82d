"""The list view of articles: which are selected, folding by a click, articles dropped on a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from annotator.model.counting import counted
from annotator.ui.library.dragging import dragged_articles
from annotator.ui.library.sections import takes_articles
from annotator.ui.scheme.drag_chip import BESIDE_MOUSE, drag_chip
from annotator.ui.tokens import NO_COLOUR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent, QPoint

    from annotator.ui.library.article_model import ArticleModel

Index = QModelIndex | QPersistentModelIndex
MULTIPLE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
SCROLL_EDGE, SCROLL_STEP = 24, 16
_ACTION = QAbstractItemView.CursorAction
MOVES = {
    Qt.Key.Key_Up: _ACTION.MoveUp, Qt.Key.Key_Down: _ACTION.MoveDown, Qt.Key.Key_Home: _ACTION.MoveHome,
    Qt.Key.Key_End: _ACTION.MoveEnd, Qt.Key.Key_PageUp: _ACTION.MovePageUp, Qt.Key.Key_PageDown: _ACTION.MovePageDown,
}  # fmt: skip


class CardView(QListView):
    """A plain click opens; with Ctrl or Shift it selects. Articles are named by their ids, headings by their keys."""

    opened = Signal(str)
    heading_clicked = Signal(str)
    articles_dropped = Signal(list, str)

    def __init__(self, cards: ArticleModel) -> None:
        super().__init__()
        self._cards = cards
        self.target = QPersistentModelIndex()
        self._pressed, self._anchor = QPersistentModelIndex(), QPersistentModelIndex()
        self._kept: list[str] = []
        self.setObjectName("articleList")
        self.setAccessibleName("Articles")
        self.setModel(cards)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.viewport().setAutoFillBackground(False)
        cards.modelAboutToBeReset.connect(self._keep)
        cards.modelReset.connect(self._bring_back)

    def selected(self) -> list[str]:
        """Return the articles that are selected, in the order in which they stand, each once."""
        rows = sorted({row for part in self._parts() for row in range(part.top(), part.bottom() + 1)})
        return self._cards.articles_in(rows)

    def meant(self) -> list[str]:
        """Return the articles that a verb is for: those selected with the current row among them, else that row."""
        selected, current = self.selected(), self._cards.article_at(self.currentIndex())
        return selected if current in selected or not current else [current]

    def several(self) -> bool:
        """Tell whether more than one article is selected."""
        return sum(part.height() for part in self._parts()) > 1

    def select(self, articles: Sequence[str]) -> None:
        """Select these articles and no others."""
        chosen, rows = QItemSelection(), sorted(index.row() for index in self._cards.indexes_of(articles))
        for first, last in _runs(rows):
            chosen.select(self._cards.index(first), self._cards.index(last))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def go_to(self, index: QModelIndex) -> None:
        """Make a row current; several that are selected stay so."""
        if self.several():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        else:
            self.setCurrentIndex(index)
        self.scrollTo(index)

    def _extend_to(self, index: QModelIndex) -> None:
        """Select from where the selection began to this row. Qt begins it anew where the program made a row current."""
        if not self._anchor.isValid() or not self.several():
            self._anchor = QPersistentModelIndex(self.currentIndex() if self.currentIndex().isValid() else index)
        if not index.isValid():
            return
        first, last = sorted((self._anchor.row(), index.row()))
        rows = QItemSelection(self._cards.index(first), self._cards.index(last))
        self.selectionModel().select(rows, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index)

    def _parts(self) -> list[QItemSelectionRange]:
        selection: Any = self.selectionModel().selection()  # a list of ranges, which the stub forgets
        return list(selection)

    def _keep(self) -> None:
        self._kept = self.selected()

    def _bring_back(self) -> None:
        self.target = QPersistentModelIndex()
        if len(self._kept) > 1:
            self.select(self._kept)

    def _aim(self, event: QDropEvent) -> str:
        """Return the key of the section onto which articles would be dropped; empty where they would not."""
        index = self.indexAt(event.position().toPoint())
        heading = self._cards.heading_at(index) if index.isValid() and dragged_articles(event.mimeData()) else None
        return heading.key if heading is not None and takes_articles(heading.key) else ""

    def _show_target(self, key: str) -> None:
        self.target = QPersistentModelIndex(self._cards.index_of_heading(key) if key else QModelIndex())
        self.viewport().update()

    def _scroll_at_edge(self, at: QPoint) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        step = -SCROLL_STEP if at.y() < SCROLL_EDGE else SCROLL_STEP if at.y() > height - SCROLL_EDGE else 0
        bar.setValue(bar.value() + step)

    # Qt's own

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        QAbstractItemView.dataChanged(
            self, first, last, list(roles)
        )  # rows keep their height: nothing is laid out anew

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._pressed = QPersistentModelIndex(index)
        if event.modifiers() == Qt.KeyboardModifier.ShiftModifier and self._cards.article_at(index):
            self._extend_to(index)
            return
        super().mousePressEvent(event)
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._anchor = QPersistentModelIndex(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = MOVES.get(Qt.Key(event.key()))
        if action is not None and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._extend_to(self.moveCursor(action, Qt.KeyboardModifier.NoModifier))
            return
        super().keyPressEvent(event)
        self._anchor = QPersistentModelIndex(self.currentIndex())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        left, several = event.button() == Qt.MouseButton.LeftButton, bool(event.modifiers() & MULTIPLE)
        dragging = self.state() == QListView.State.DraggingState
        super().mouseReleaseEvent(event)
        if not index.isValid() or not left or dragging or self._pressed != index:
            return
        heading = self._cards.heading_at(index) if self._cards.is_heading(index) else None
        if heading is not None:
            self.heading_clicked.emit(heading.key)
        elif not several:
            self.opened.emit(self._cards.article_at(index))

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        if event is None:  # the program makes a row current: whatever key is held just then means nothing
            return QItemSelectionModel.SelectionFlag.ClearAndSelect
        return super().selectionCommand(index, event)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N803
        articles = self.meant()
        if not articles:
            return
        drag = QDrag(self)
        drag.setMimeData(self._cards.mimeData(self._cards.indexes_of(articles)))
        title = str(self.currentIndex().data()) if len(articles) == 1 else counted(len(articles), "article")
        drag.setPixmap(drag_chip(title, NO_COLOUR, self.devicePixelRatioF()))
        drag.setHotSpot(BESIDE_MOUSE)
        drag.exec(Qt.DropAction.CopyAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_articles(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()  # files go to the list as a whole

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._scroll_at_edge(event.position().toPoint())
        key = self._aim(event)
        self._show_target(key)
        event.setAccepted(bool(key))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_target("")

    def dropEvent(self, event: QDropEvent) -> None:
        key = self._aim(event)
        self._show_target("")
        if key:
            event.acceptProposedAction()
            self.articles_dropped.emit(dragged_articles(event.mimeData()), key)
        else:
            event.ignore()


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Return first and last of each run of rows without a gap."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
