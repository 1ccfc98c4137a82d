"""A list of facts in a popup: a name with what is known of it below, a figure at the right, heads between groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.ui.popup_rows import dress_list
from annotator.ui.review.drawn_words import draw_words, draw_words_at_right
from annotator.ui.scheme.scheme_model import NOWHERE, Index, on_one_line
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent

WIDTH, SIDE = 432, 12  # device-independent pixels, as all lengths here
LINE, NOTE_LINE, ABOVE, HEAD = 20, 16, 4, 28
FIGURE = 64
FACT = Qt.ItemDataRole.UserRole + 1
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Fact:
    """One row. `head` stands above it where it differs from the row before; `tip` says more."""

    name: str
    note: str = ""
    figure: str = ""
    head: str = ""
    tip: str = ""

    @property
    def said(self) -> str:
        """What a screen reader says."""
        named = f"{self.name}: {self.figure}" if self.figure else self.name
        return ". ".join(part for part in (self.head, named, self.note) if part)


class FactRows(QAbstractListModel):
    """The facts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.facts: tuple[Fact, ...] = ()

    def show(self, facts: Sequence[Fact]) -> None:
        """List these."""
        self.beginResetModel()
        self.facts = tuple(facts)
        self.endResetModel()

    def head_of(self, row: int) -> str:
        """Return what stands above a row."""
        before = self.facts[row - 1].head if row else ""
        return self.facts[row].head if self.facts[row].head != before else ""

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.facts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        fact = self.facts[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return on_one_line(fact.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return on_one_line(fact.said)
        if role == Qt.ItemDataRole.ToolTipRole:
            return fact.tip
        return fact if role == FACT else None


class FactDelegate(QStyledItemDelegate):
    """Rows are as high as their notes."""

    def __init__(self, rows: FactRows, view: QListView) -> None:
        super().__init__(view)
        self._rows = rows

    def _note_height(self, fact: Fact) -> int:
        if not fact.note:
            return 0
        room = QRectF(0, 0, WIDTH - 2 * SIDE - (FIGURE if fact.figure else 0), 10_000)
        lines = QFontMetricsF(control_font(12)).boundingRect(room, int(WRAPPED), fact.note).height()
        return max(NOTE_LINE, round(lines))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        fact: Fact = index.data(FACT)
        head = HEAD if self._rows.head_of(index.row()) else 0
        return QSize(WIDTH, head + LINE + self._note_height(fact) + 2 * ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        fact: Fact = index.data(FACT)
        rect, left, right = QRectF(option.rect), option.rect.left() + SIDE, option.rect.right() - SIDE
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if head := self._rows.head_of(index.row()):
            draw_words(painter, head, control_font(11), "ink3", left, right, rect.top() + HEAD / 2 + 4)
            rect.setTop(rect.top() + HEAD)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.drawRoundedRect(rect.adjusted(3, 1, -3, -1), 4, 4)
        middle = rect.top() + ABOVE + LINE / 2
        draw_words_at_right(painter, fact.figure, control_font(13, 600, tabular=True), "ink", right, middle)
        right -= FIGURE if fact.figure else 0
        draw_words(painter, fact.name, control_font(13, 500), "ink", left, right, middle)
        painter.setFont(control_font(12))
        painter.setPen(theme().colour("ink2"))
        note = QRectF(left, rect.top() + ABOVE + LINE, right - left, rect.height() - LINE)
        painter.drawText(note, int(WRAPPED), fact.note)
        painter.restore()


class FactList(QListView):
    """Up and down walk through the facts, so that a screen reader says each."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = FactRows(self)
        dress_list(self, self.rows, FactDelegate(self.rows, self), name)
        self.setUniformItemSizes(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme().changed.connect(self.viewport().update)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """List these."""
        self.rows.show(facts)

    def wanted_height(self) -> int:
        """Return the height of all rows."""
        return sum(self.sizeHintForRow(row) for row in range(self.rows.rowCount()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))
        super().focusInEvent(event)
