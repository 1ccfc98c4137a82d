"""How suggested passages are listed: best first, the words that matched underlined and bold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QObject, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.article.text_positions import TextPositions
from annotator.ui.popup_rows import begin_row
from annotator.ui.scheme.scheme_delegate import baseline
from annotator.ui.scheme.scheme_model import NOWHERE, Index, on_one_line
from annotator.ui.theme import control_font, reading_font, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.suggesting import Suggestion

LINES, LINE, HEAD, FOOT, INSET = 3, 22, 28, 8, 14
READING = 14


class SuggestionRole(IntEnum):
    """What the delegate asks for."""

    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """A sentence that could have the code; `words` are the places in `text`, in code points, that matched."""

    suggestion: Suggestion
    title: str
    text: str

    @property
    def words(self) -> tuple[tuple[int, int], ...]:
        """The words that matched."""
        first = self.suggestion.start
        return tuple((start - first, end - first) for start, end in self.suggestion.words)


class SuggestionRows(QAbstractListModel):
    """The suggestions that are to be decided on, or those that were turned down."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[SuggestionRow] = []

    def show(self, rows: Sequence[SuggestionRow]) -> None:
        """List these."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_at(self, row: int) -> SuggestionRow:
        """Return a row."""
        return self._rows[row]

    def follow(self, rows: Sequence[SuggestionRow]) -> None:
        """List these, in an order that agrees with the present one; what stays does not move more than it must."""
        for number in range(len(self._rows) - 1, -1, -1):
            if self._rows[number] not in rows:
                self.beginRemoveRows(NOWHERE, number, number)
                del self._rows[number]
                self.endRemoveRows()
        for number, row in enumerate(rows):
            if number >= len(self._rows) or self._rows[number] != row:
                self.beginInsertRows(NOWHERE, number, number)
                self._rows.insert(number, row)
                self.endInsertRows()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == SuggestionRole.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.text
        return f"{row.text} {row.title}" if role == Qt.ItemDataRole.AccessibleTextRole else None


class SuggestionDelegate(QStyledItemDelegate):
    """Paints the article's title and up to three lines of the sentence."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 400
        lines = laid_out(index.data(SuggestionRole.ROW), width - 2 * INSET).lineCount()
        return QSize(100, HEAD + lines * LINE + FOOT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: SuggestionRow = index.data(SuggestionRole.ROW)
        rect = begin_row(painter, option)
        left, width = rect.left() + INSET, rect.width() - 2 * INSET
        painter.setFont(control_font(12))
        painter.setPen(theme().colour("ink3"))
        title = QFontMetricsF(painter.font()).elidedText(on_one_line(row.title), Qt.TextElideMode.ElideRight, width)
        painter.drawText(QPointF(left, baseline(rect.top() + HEAD / 2 + 3, painter.font())), title)
        painter.setPen(theme().colour("ink"))
        laid_out(row, width).draw(painter, QPointF(left, rect.top() + HEAD))
        painter.restore()


def laid_out(row: SuggestionRow, width: float) -> QTextLayout:
    """Return the sentence set in lines, the matched words marked."""
    layout = QTextLayout(row.text.replace("\n", " "), reading_font(READING))
    positions = TextPositions(row.text)
    matched = QTextCharFormat()
    matched.setFont(reading_font(READING, 600))
    matched.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    matched.setUnderlineColor(theme().colour("accent"))
    ranges = []
    for start, end in row.words:
        one = QTextLayout.FormatRange()
        one.start = positions.to_qt(start)
        one.length = positions.to_qt(end) - positions.to_qt(start)
        one.format = matched
        ranges.append(one)
    layout.setFormats(ranges)
    layout.beginLayout()
    for number in range(LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, number * LINE))
    layout.endLayout()
    return layout
