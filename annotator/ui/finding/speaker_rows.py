"""Who can be chosen as the speaker: those named so far, a new name, nobody; as a list model and its painter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QAbstractListModel, QObject, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.model.folding import fold
from annotator.ui.popup_rows import begin_row
from annotator.ui.scheme.scheme_delegate import baseline
from annotator.ui.scheme.scheme_model import NOWHERE, Index
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

ROW_HEIGHT, INSET, RIGHT = 32, 14, 10
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """One choice: a name with what is known of it, a new name, or nobody (whose name is empty)."""

    name: str
    note: str = ""
    kind: Literal["named", "new", "nobody"] = "named"

    @property
    def text(self) -> str:
        """What the row says."""
        return {"named": self.name, "new": f"New speaker “{self.name}”", "nobody": "Nobody"}[self.kind]


NOBODY_ROW = SpeakerRow("", "nobody is to be named here", "nobody")
THEMSELVES_ROW = SpeakerRow("", "they speak for themselves", "nobody")


def rows_for(
    typed: str, named: Sequence[SpeakerRow], nobody: SpeakerRow = NOBODY_ROW
) -> list[SpeakerRow]:  # fmt: skip
    """Return the choices for what was typed: names that begin with it, that hold it, a new one; nobody last."""
    name = " ".join(typed.split())[:LONGEST_NAME]
    wanted = fold(name).text
    names = [(fold(row.name).text, row) for row in named]
    hits = [row for folded, row in names if folded.startswith(wanted)]
    hits += [row for folded, row in names if wanted in folded and row not in hits]
    known = any(row.name.casefold() == name.casefold() for row in named)
    new = [SpeakerRow(name, "", "new")] if name and not known else []
    return [*hits, *new, nobody]


class SpeakerList(QAbstractListModel):
    """The choices as a list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[SpeakerRow] = []

    def show(self, rows: list[SpeakerRow]) -> None:
        """Take these choices."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        spoken = ", ".join(part for part in (row.text, row.note) if part)
        return {
            ROW_ROLE: row, Qt.ItemDataRole.DisplayRole: row.text, Qt.ItemDataRole.AccessibleTextRole: spoken,
            Qt.ItemDataRole.ToolTipRole: spoken,
        }.get(role)  # fmt: skip


class SpeakerDelegate(QStyledItemDelegate):
    """Paints the choices: the name, and at its right what is known of it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: SpeakerRow = index.data(ROW_ROLE)
        rect = begin_row(painter, option)
        middle, right = rect.top() + ROW_HEIGHT / 2, rect.right() - RIGHT
        note, name = control_font(12), control_font(13, 500 if row.kind == "named" else 400)
        width = QFontMetricsF(note).horizontalAdvance(row.note)
        painter.setFont(note)
        painter.setPen(theme().colour("ink3"))
        painter.drawText(QPointF(right - width, baseline(middle, note)), row.note)
        painter.setFont(name)
        painter.setPen(theme().colour("ink" if row.kind == "named" else "ink2"))
        room = right - width - 16 - rect.left() - INSET
        shown = QFontMetricsF(name).elidedText(row.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(rect.left() + INSET, baseline(middle, name)), shown)
        painter.restore()
