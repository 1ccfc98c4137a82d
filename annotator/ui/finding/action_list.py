"""How the actions found are listed: name, menu, key, and what each does or why it cannot be done now."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.finding.action_ranking import ActionRow, marked, ranked
from annotator.ui.keycap import keycap_texts, paint_keycap
from annotator.ui.popup_rows import begin_row
from annotator.ui.scheme.finder_delegate import paint_marked
from annotator.ui.scheme.scheme_delegate import baseline
from annotator.ui.scheme.scheme_model import NOWHERE, Index
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROW_HEIGHT = 48
FIRST_MIDDLE, SECOND_MIDDLE = 16.0, 34.0
INSET = 14


class ActionRole(IntEnum):
    """What the delegate asks for."""

    ROW = Qt.ItemDataRole.UserRole + 1
    SPANS = Qt.ItemDataRole.UserRole + 2


class ActionList(QAbstractListModel):
    """The actions that answer what was typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[ActionRow] = ()
        self._found: list[ActionRow] = []
        self._query = ""

    def show(self, rows: Sequence[ActionRow]) -> None:
        """Take these actions, all of them listed."""
        self._all = rows
        self.ask("")

    def ask(self, query: str) -> None:
        """List what is found for these letters."""
        self.beginResetModel()
        self._query, self._found = query, ranked(query, self._all)
        self.endResetModel()

    def row_at(self, row: int) -> ActionRow:
        """Return the action of a row."""
        return self._found[row]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row = self._found[index.row()]
        answers: dict[int, Callable[[], object]] = {
            ActionRole.ROW: lambda: row,
            ActionRole.SPANS: lambda: marked(self._query, row.text),
            Qt.ItemDataRole.DisplayRole: lambda: row.text,
            Qt.ItemDataRole.ToolTipRole: lambda: row.why or row.help,
            Qt.ItemDataRole.AccessibleTextRole: lambda: spoken(row),
        }
        answer = answers.get(role)
        return answer() if answer else None


def spoken(row: ActionRow) -> str:
    """Return what a screen reader says of an action."""
    keys = " or ".join(key.replace("+", " ") for key in row.keys)
    return ". ".join(part for part in (row.text, keys, f"Not now: {row.why}" if row.why else row.help) if part)


class ActionDelegate(QStyledItemDelegate):
    """Paints the rows; what cannot be done now is grey and says why."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ActionRow = index.data(ActionRole.ROW)
        rect = begin_row(painter, option)
        left, right = rect.left() + INSET, rect.right() - 10
        right = _paint_keys(painter, right, rect.top() + FIRST_MIDDLE + 1, row) - 8
        _paint_name(painter, QRectF(left, rect.top(), right - left, ROW_HEIGHT), row, index.data(ActionRole.SPANS))
        painter.setFont(control_font(12))
        painter.setPen(theme().colour("ink3"))
        words = QFontMetricsF(painter.font()).elidedText(
            f"Not now: {row.why}" if row.why else row.help, Qt.TextElideMode.ElideRight, rect.right() - 10 - left
        )
        painter.drawText(QPointF(left, baseline(rect.top() + SECOND_MIDDLE, painter.font())), words)
        painter.restore()


def _paint_keys(painter: QPainter, right: float, middle: float, row: ActionRow) -> float:
    for keycap in reversed(keycap_texts(row.keys)[:2]):
        right = paint_keycap(painter, right, middle, keycap).left() - 4
    return right


def _paint_name(painter: QPainter, rect: QRectF, row: ActionRow, spans: tuple[tuple[int, int], ...]) -> None:
    font = control_font(13, 500)
    line = QPointF(rect.left(), baseline(rect.top() + FIRST_MIDDLE, font))
    painter.setPen(theme().colour("aside" if row.why else "ink"))
    end = paint_marked(painter, line, rect.right(), row.text, spans, font=font) + 8
    painter.setFont(control_font(12))
    painter.setPen(theme().colour("ink3"))
    if end + QFontMetricsF(painter.font()).horizontalAdvance(row.menu) < rect.right():
        painter.drawText(QPointF(end, line.y()), row.menu)
