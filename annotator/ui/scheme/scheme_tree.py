"""How the tree of codes answers keys, clicks and drops: type-ahead, folding, choosing, a passage dropped on a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyleOptionViewItem, QTreeView, QWidget

from annotator.ui.scheme.dragging import dragged_passage
from annotator.ui.scheme.scheme_delegate import SchemeDelegate
from annotator.ui.scheme.scheme_model import Index, Role, SchemeModel, UsedFilter
from annotator.ui.scheme.type_ahead import TypeAhead
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from annotator.ui.scheme.scheme_nodes import Node

EMPTY_SCHEME = "No codes yet. Type a name above to make the first one, or import a scheme."
NOTHING_USED = "No code is in use yet. “All” shows the whole scheme."
CHOOSING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class SchemeTree(QTreeView):
    """The tree without header, lines and default grey. Codes are named by their ids."""

    code_current = Signal(str)
    code_moved_to = Signal(str)
    code_chosen = Signal(str)
    columns_moved = Signal(int)
    passage_dropped = Signal(str, int, int)

    def __init__(self, model: SchemeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scheme, self.filter, self.delegate = model, UsedFilter(self), SchemeDelegate(self)
        self.read_only = False
        self._folded: set[str] = set()
        self._restoring, self._by_keyboard = False, False
        self._wanted: str | None = None
        self._hovered, self._target = QPersistentModelIndex(), QPersistentModelIndex()
        self._type_ahead = TypeAhead()
        self.filter.setSourceModel(model)
        self.filter.rowsAboutToBeRemoved.connect(self._hold)  # before the selection moves to a neighbour
        self.setModel(self.filter)
        self.setItemDelegate(self.delegate)
        self._set_up()
        self._listen()

    def _set_up(self) -> None:
        self.setAccessibleName("Codes")
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)

    def _listen(self) -> None:
        self.expanded.connect(self._unfolded)
        self.collapsed.connect(self._folded_up)
        self.clicked.connect(self._choose)
        self.filter.modelReset.connect(self._restore)
        self.filter.rowsInserted.connect(self._restore)
        self.filter.rowsRemoved.connect(self._restore)
        theme().changed.connect(self.viewport().update)

    def show_only_used(self, only_used: bool) -> None:
        """Switch between *Used* and *All*; folding and current code stay."""
        self.filter.show_only_used(only_used)
        self._restore()

    def show_code(self, code_id: str | None) -> None:
        """Make this code's row current without saying so; no row if the filter hides it."""
        self._wanted = code_id
        self._make_current(code_id)

    def current_code(self) -> str | None:
        """Return the id of the code whose row is current."""
        index = self.currentIndex()
        return str(index.data(Role.ID)) if index.isValid() else None

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be coded from here."""
        self.read_only = read_only
        self.setDragEnabled(not read_only)

    def _make_current(self, code_id: str | None) -> None:
        index = self.filter.mapFromSource(self.scheme.index_of(code_id))
        if index == self.currentIndex():
            return
        self._restoring = True
        self.setCurrentIndex(index) if index.isValid() else self.selectionModel().clear()
        self._restoring = False

    def _hold(self) -> None:
        self._restoring = True

    def _restore(self) -> None:
        self._restoring = True
        self.expandAll()
        for code_id in self._folded:
            index = self.filter.mapFromSource(self.scheme.index_of(code_id))
            if index.isValid():
                self.collapse(index)
        self._restoring = False
        self._make_current(self._wanted)

    def _unfolded(self, index: QModelIndex) -> None:
        if not self._restoring:
            self._folded.discard(index.data(Role.ID))

    def _folded_up(self, index: QModelIndex) -> None:
        if not self._restoring:
            self._folded.add(index.data(Role.ID))

    def _choose(self, index: Index) -> None:
        if not index.data(Role.CODABLE):
            here = self.filter.index(index.row(), 0, index.parent())
            self.setExpanded(here, not self.isExpanded(here))
        elif not self.read_only:
            self.code_chosen.emit(index.data(Role.ID))

    def _node_at(self, event: QMouseEvent) -> tuple[QModelIndex, Node | None]:
        index = self.indexAt(event.position().toPoint())
        return index, index.data(Role.NODE) if index.isValid() else None

    def _hits_chevron(self, event: QMouseEvent) -> QModelIndex | None:
        index, node = self._node_at(event)
        if not node or not node.children:
            return None
        area = self.delegate.chevron_area(self.visualRect(index), node, self.width())
        return index if area.contains(event.position().toPoint()) else None

    def _set_row(self, name: str, index: Index) -> None:
        if getattr(self, name) != index:
            setattr(self, name, QPersistentModelIndex(index))
            self.viewport().update()

    def empty_sentence(self) -> str:
        if self.filter.rowCount():
            return ""
        return NOTHING_USED if self.scheme.rowCount() else EMPTY_SCHEME

    def _shown(self) -> list[QModelIndex]:
        rows, index = [], self.filter.index(0, 0)
        while index.isValid():
            rows.append(index)
            index = self.indexBelow(index)
        return rows

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns_moved.emit(self.delegate.columns_right(self.width(), self.viewport().width()))

    def keyboardSearch(self, search: str) -> None:
        found = self._type_ahead.find(search, self._shown(), self.currentIndex())
        if found is not None:
            self.setCurrentIndex(found)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._restoring or not current.isValid():
            return
        self._wanted = current.data(Role.ID)
        self.code_moved_to.emit(self._wanted)
        if self._by_keyboard:
            self.code_current.emit(self._wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in CHOOSING_KEYS and plain and self.currentIndex().isValid():
            if not event.isAutoRepeat():
                self._choose(self.currentIndex())
            event.accept()
            return
        self._by_keyboard = True
        super().keyPressEvent(event)
        self._by_keyboard = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._hits_chevron(event)
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self.setExpanded(index, not self.isExpanded(index))
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._hits_chevron(event) is None:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_row("_hovered", self.indexAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_row("_hovered", QModelIndex())
        super().leaveEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.read_only and dragged_passage(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        fits = not self.read_only and index.isValid() and index.data(Role.CODABLE)
        self._set_row("_target", index if fits and dragged_passage(event.mimeData()) else QModelIndex())
        event.setAccepted(self._target.isValid())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_row("_target", QModelIndex())

    def dropEvent(self, event: QDropEvent) -> None:
        index, passage = self.indexAt(event.position().toPoint()), dragged_passage(event.mimeData())
        self._set_row("_target", QModelIndex())
        if passage is None or self.read_only or not index.isValid() or not index.data(Role.CODABLE):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.passage_dropped.emit(index.data(Role.ID), *passage)

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        state = QStyle.StateFlag
        current = index == self.currentIndex()
        flags = {
            state.State_Selected: current,
            state.State_MouseOver: index == self._hovered,
            state.State_HasFocus: (current and self.hasFocus()) or index == self._target,
            state.State_Open: self.isExpanded(self.filter.index(index.row(), 0, index.parent())),
        }
        on = state.State_Enabled
        for flag, holds in flags.items():
            on |= flag if holds else state.State_None
        option = QStyleOptionViewItem(options)
        option.state, option.widget = on, self
        self.delegate.paint(painter, option, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Leave them out: the delegate paints the chevron."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        sentence = self.empty_sentence()
        if sentence:
            painter = QPainter(self.viewport())
            painter.setFont(control_font(13))
            painter.setPen(theme().colour("ink3"))
            area = self.viewport().rect().adjusted(15, 8, -16, 0)
            painter.drawText(area, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, sentence)
            painter.end()
