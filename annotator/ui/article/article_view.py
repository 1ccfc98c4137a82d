"""What the analyst does with the article by hand: select, click, drag onto it and out of it, page through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QToolTip

from annotator.model.sentences import sentence_at
from annotator.ui.article.dragging import dragged_code, dragged_files, passage_data
from annotator.ui.article.gestures import ClickCycle
from annotator.ui.article.handles_view import HandlesView
from annotator.ui.article.tips import tip

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QMouseEvent,
        QWheelEvent,
    )
    from PySide6.QtWidgets import QWidget

    from annotator.ui.article.page_view import Span

NEAR_SELECTION = 12
LINE = 24  # pixels high


class ArticleView(HandlesView):
    """One article. It is fed with marks and tells what the analyst does; it changes nothing itself."""

    passage_selected = Signal(int, int)
    coding_clicked = Signal(str)
    coding_opened = Signal(str)
    code_dropped = Signal(str, int, int)
    files_dropped = Signal(list)
    zoom_asked = Signal(int)
    menu_wanted = Signal(QPoint, int)
    facts_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.margin.coding_clicked.connect(self.coding_clicked)
        self.margin.coding_opened.connect(self.coding_opened)
        self._clicks = ClickCycle()
        self._opening = False
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)

    def _marks_under(self, point: QPoint) -> list[str]:
        position = self.position_at(point)
        return [] if position is None else self.codings.at(position)

    def tip_at(self, point: QPoint) -> str:
        """Return what is said of the codings under a point of the viewport, and of the place."""
        return tip([self.codings.marks[coding] for coding in self._marks_under(point)], self.sayings_at(point))

    # Menu

    def ask_menu_at_caret(self) -> None:
        """Ask for the menu below the selection, or at the caret."""
        passage = self.passage()
        rect = self.passage_rect(*passage) if passage else self.cursorRect()
        low = min(max(0, rect.bottom()), self.viewport().height())
        corner = self.viewport().mapToGlobal(QPoint(rect.left(), low))
        self.menu_wanted.emit(corner, passage[0] if passage else self.caret())

    def _ask_menu(self, point: QPoint) -> None:
        position = self.positions.to_text(self.cursorForPosition(point).position())
        self.menu_wanted.emit(self.viewport().mapToGlobal(point), position)

    def _step_over_signs(self, left: int, event: QKeyEvent) -> None:
        """Take a step of the caret once more, from behind them, that led only over signs that are not shown."""
        cursor, before = self.textCursor(), self.positions.to_text(left)
        here = self.positions.to_text(cursor.position())
        if self.signs and self.signs.between(before, here):
            beyond = self.signs.beyond(here, 1 if here > before else -1)
            selecting = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            mode = QTextCursor.MoveMode.KeepAnchor if selecting else QTextCursor.MoveMode.MoveAnchor
            cursor.setPosition(self.positions.to_qt(beyond), mode)
            self.setTextCursor(cursor)
            super().keyPressEvent(event)

    # Dragging

    def _drop_target(self, data: QMimeData, point: QPoint) -> Span | None:
        """Return the passage a dragged code would be given to: the selection when over it, else the sentence."""
        if dragged_code(data) is None:
            return None
        passage = self.passage()
        if passage:
            near = self.passage_rect(*passage)
            margin = NEAR_SELECTION
            if near.adjusted(-margin, -margin, margin, margin).contains(point):
                return passage
        return sentence_at(self.text, self.positions.to_text(self.cursorForPosition(point).position()))

    def _set_target(self, target: Span | None) -> None:
        if target != self._target:
            self._target = target
            self.viewport().update()

    # Qt

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:  # the window's actions come first, for every key
            taken = self.is_dragging_end and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
            event.setAccepted(taken)
            return taken
        if isinstance(event, QContextMenuEvent) and event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.ask_menu_at_caret()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            line = QRect(0, event.pos().y() - LINE // 2, self.viewport().width(), LINE)  # the tip goes when it is left
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self.viewport(), line)
            return True
        return super().viewportEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        return passage_data(self.text, *(self.passage() or (0, 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            key = Qt.Key.Key_PageUp if back else Qt.Key.Key_PageDown
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        before = self.textCursor()
        super().keyPressEvent(event)
        if self.textCursor() != before:
            self.fresh = False
            self._step_over_signs(before.position(), event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._opening = False
        if not self._grab_end(event):
            self.fresh = False
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._release_end():
            return
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self._opening or self.ends_mode:
            return
        if passage := self.passage():
            self.passage_selected.emit(*passage)
        elif coding := self._clicks.click(self._marks_under(event.position().toPoint()), self.codings.current):
            self.coding_clicked.emit(coding)
        elif self.over_facts(event.position().toPoint()):
            self.facts_clicked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        there = self._marks_under(event.position().toPoint())
        self._opening = bool(there)
        if there:
            self.coding_opened.emit(self.codings.current if self.codings.current in there else there[0])
        else:
            super().mouseDoubleClickEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_code(event.mimeData()) or dragged_files(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        point = event.position().toPoint()
        self._set_target(self._drop_target(event.mimeData(), point))
        self._scroll_at_edge(point.y())
        event.setAccepted(self._target is not None or bool(dragged_files(event.mimeData())))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_target(None)

    def dropEvent(self, event: QDropEvent) -> None:
        target = self._drop_target(event.mimeData(), event.position().toPoint())
        self._set_target(None)
        code, files = dragged_code(event.mimeData()), dragged_files(event.mimeData())
        event.acceptProposedAction()
        if code and target:
            self.code_dropped.emit(code, *target)
        elif files:
            self.files_dropped.emit(files)
