"""What can be dropped on the tree of codes: a passage on a code, a code above, on or below another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTreeView, QWidget

from annotator.ui.scheme.drag_chip import BESIDE_MOUSE, drag_chip
from annotator.ui.scheme.dragging import dragged_passage, moved_code
from annotator.ui.scheme.moving import Spot, spot_in_row
from annotator.ui.scheme.scheme_model import Index, Role
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QPoint

SCROLL_EDGE, SCROLL_STEP = 20, 12
LINE_INSET, LINE_HEIGHT = 12, 2


class DropTree(QTreeView):
    """Shows where something would land before it is let go. Codes are named by their ids."""

    passage_dropped = Signal(str, int, int)
    code_dropped = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.read_only = False
        self.movable = True
        self.target, self._spot = QPersistentModelIndex(), "on"

    def is_target(self, index: Index) -> bool:
        """Tell whether what is dragged would go onto this row."""
        return self._spot == "on" and self.target.isValid() and self.target == index

    def _takes(self, data: QMimeData) -> bool:
        return self.movable if moved_code(data) else dragged_passage(data) is not None

    def _aim(self, data: QMimeData, at: QPoint) -> Spot | None:
        """Return where it would land in the row under the mouse; none where it cannot."""
        index = self.indexAt(at)
        if self.read_only or not index.isValid() or not self._takes(data):
            return None
        code = moved_code(data)
        if code is None:
            return "on" if index.data(Role.CODABLE) else None
        rect = self.visualRect(index)
        unfolded = self.isExpanded(index) and self.model().hasChildren(index)
        share = (at.y() - rect.top()) / max(1, rect.height())
        return None if code == index.data(Role.ID) else spot_in_row(share, unfolded=unfolded)

    def _show_target(self, index: Index, spot: Spot = "on") -> None:
        if self.target != index or self._spot != spot:
            self.target, self._spot = QPersistentModelIndex(index), spot
            self.viewport().update()

    def _scroll_at_edge(self, y: int) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        step = -SCROLL_STEP if y < SCROLL_EDGE else SCROLL_STEP if y > height - SCROLL_EDGE else 0
        bar.setValue(bar.value() + step)

    # Qt's own

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N803
        index = self.currentIndex()
        if not index.isValid():
            return
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData([index]))
        drag.setPixmap(drag_chip(str(index.data()), str(index.data(Role.HUE)), self.devicePixelRatioF()))
        drag.setHotSpot(BESIDE_MOUSE)
        drag.exec(supportedActions, Qt.DropAction.CopyAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.read_only and self._takes(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        at = event.position().toPoint()
        self._scroll_at_edge(at.y())
        spot = self._aim(event.mimeData(), at)
        self._show_target(self.indexAt(at) if spot else QModelIndex(), spot or "on")
        event.setAccepted(spot is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_target(QModelIndex())

    def dropEvent(self, event: QDropEvent) -> None:
        at, data = event.position().toPoint(), event.mimeData()
        spot, index = self._aim(data, at), self.indexAt(at)
        self._show_target(QModelIndex())
        if spot is None:
            event.ignore()
            return
        event.setDropAction(event.proposedAction())
        event.accept()
        passage, code = dragged_passage(data), moved_code(data)
        if code is not None:
            self.code_dropped.emit(code, index.data(Role.ID), spot)
        elif passage is not None:
            self.passage_dropped.emit(index.data(Role.ID), *passage)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.target.isValid() and self._spot != "on":
            rect = self.visualRect(self.target)
            y = rect.top() if self._spot == "above" else rect.bottom() + 1
            left = LINE_INSET * (2 if self._spot == "first" else 1)
            painter = QPainter(self.viewport())
            line = QRectF(left, y - LINE_HEIGHT / 2, self.viewport().width() - left - LINE_INSET, LINE_HEIGHT)
            painter.fillRect(line, theme().colour("accent"))
            painter.end()
