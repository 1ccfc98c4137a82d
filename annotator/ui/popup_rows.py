"""How the lists of popups and finding windows look: their rows' ground, their dress."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from annotator.ui.theme import theme

MARK_INSET, MARK_WIDTH = 8, 3


def paint_current(painter: QPainter, rect: QRectF) -> None:
    """Paint the ground of the current row and the mark at its left."""
    painter.setPen(theme().current_pen())
    painter.setBrush(theme().colour("sel"))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1) if theme().palette.high else rect, 6, 6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("accent"))
    mark = QRectF(rect.left(), rect.top() + MARK_INSET, MARK_WIDTH, rect.height() - 2 * MARK_INSET)
    painter.drawRoundedRect(mark, 1.5, 1.5)


def begin_row(painter: QPainter, option: QStyleOptionViewItem) -> QRectF:
    """Save the painter, paint the row's ground by its state, and return its rectangle."""
    rect = QRectF(option.rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if option.state & QStyle.StateFlag.State_Selected:
        paint_current(painter, rect)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("hover"))
        painter.drawRoundedRect(rect, 6, 6)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(theme().colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
    return rect


def let_focus_in(view: QListView, *, by_click: bool = True) -> None:
    """Let the focus come to a list only while it has rows: an empty one could not show that the focus is in it."""
    policy = Qt.FocusPolicy.StrongFocus if by_click else Qt.FocusPolicy.TabFocus
    view.setFocusPolicy(policy if view.model().rowCount() else Qt.FocusPolicy.NoFocus)


def dress_list(view: QListView, model: QAbstractItemModel, delegate: QStyledItemDelegate, name: str) -> None:
    """Let a list show a model in a popup: without frame and focus, hovered rows told, never scrolling sideways."""
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setAccessibleName(name)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setUniformItemSizes(True)
    view.setMouseTracking(True)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
