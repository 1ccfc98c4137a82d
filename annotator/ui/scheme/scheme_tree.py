"""How the tree of codes answers keys and clicks: type-ahead, folding, choosing, moving, its menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyleOptionViewItem, QWidget

from annotator.ui.scheme.drop_tree import DropTree
from annotator.ui.scheme.scheme_delegate import SchemeDelegate
from annotator.ui.scheme.scheme_model import Index, Role, SchemeModel, UsedFilter
from annotator.ui.scheme.type_ahead import TypeAhead
from annotator.ui.shortcuts.pane_keys import meaning_in
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from annotator.ui.scheme.scheme_nodes import Node

EMPTY_SCHEME = "No codes yet. Type a name above to make the first one, or import a scheme."
NOTHING_USED = "No code is in use yet. “All” shows the whole scheme."
RENAMES = "rename_code"  # its key acts everywhere, but is heard here too: a locked scheme says so


class SchemeTree(DropTree):
    """The tree without header, lines and default grey. Codes are named by their ids."""

    code_current = Signal(str)
    code_moved_to = Signal(str)
    code_chosen = Signal(str)
    columns_moved = Signal(int)
    verb_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, model: SchemeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scheme, self.filter, self.delegate = model, UsedFilter(self), SchemeDelegate(self)
        self._folded: set[str] = set()
        self._restoring, self._by_keyboard = False, False
        self._wanted: str | None = None
        self._hovered = QPersistentModelIndex()
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

    def neighbour(self, code_id: str, step: int) -> str | None:
        """Return the code shown right above (-1) or below (1) a code among those of its parent."""
        index = self.filter.mapFromSource(self.scheme.index_of(code_id))
        beside = index.siblingAtRow(index.row() + step)
        return str(beside.data(Role.ID)) if index.isValid() and beside.isValid() else None

    def row_area(self, code_id: str) -> QRect:
        """Return where a code's row is, in coordinates of the window; the whole tree where it is not shown."""
        index = self.filter.mapFromSource(self.scheme.index_of(code_id))
        self.scrollTo(index)
        area = self.visualRect(index) if index.isValid() else self.viewport().rect()
        return QRect(self.viewport().mapTo(self.window(), area.topLeft()), area.size())

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
            self.code_current.emit(index.data(Role.ID))
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

    def _hover(self, index: Index) -> None:
        if self._hovered != index:
            self._hovered = QPersistentModelIndex(index)
            self.viewport().update()

    def _ask_menu(self, index: QModelIndex, at: QPoint) -> None:
        if index.isValid():
            self.setCurrentIndex(index)
            self.code_current.emit(index.data(Role.ID))
        self.menu_wanted.emit(index.data(Role.ID) if index.isValid() else "", self.viewport().mapToGlobal(at))

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

    def _do(self, meant: str) -> None:
        """Do what a key means for the current code."""
        index = self.currentIndex()
        if meant == "menu_of_row":
            self._ask_menu(index, self.visualRect(index).center())
        elif meant == "code_with_row":
            self._choose(index)
        else:
            self.code_current.emit(self.current_code() or "")
            self.verb_wanted.emit(meant)

    # Qt's own

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        self._ask_menu(index, self.visualRect(index).center() if by_key else event.pos())
        event.accept()

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
        meant = meaning_in("tree", event, RENAMES)
        if meant and (self.currentIndex().isValid() or meant == "menu_of_row"):
            if not event.isAutoRepeat():
                self._do(meant)
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
        self._hover(self.indexAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(QModelIndex())
        super().leaveEvent(event)

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        state = QStyle.StateFlag
        current = index == self.currentIndex()
        flags = {
            state.State_Selected: current,
            state.State_MouseOver: index == self._hovered,
            state.State_HasFocus: (current and self.hasFocus()) or self.is_target(index),
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
