"""The cast of an article as a list: each member with the other printed forms, how many quotations, how known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.model.casting import PRONOUNS
from annotator.model.counting import counted
from annotator.ui.popup_rows import begin_row
from annotator.ui.scheme.scheme_delegate import baseline
from annotator.ui.scheme.scheme_model import NOWHERE, Index
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.casting import Member

ROW_HEIGHT, INSET = 56, 14
MEMBER = Qt.ItemDataRole.UserRole + 1
MIME = "application/x-annotator-member"
MOST_FORMS = 4


@dataclass(frozen=True, slots=True)
class CastRow:
    """One member, or the quotations of which nobody knows who speaks (whose name is empty)."""

    name: str
    number: int
    forms: tuple[str, ...] = ()
    confirmed: int = 0
    guessed: int = 0

    @property
    def title(self) -> str:
        """The name, or that there is none."""
        return self.name or "No speaker known"

    @property
    def also(self) -> str:
        """The other forms that the text prints."""
        if not self.name:
            return "name one in the text"
        shown = ", ".join(self.forms[:MOST_FORMS])
        more = len(self.forms) - MOST_FORMS
        if not shown:
            return "no other form printed" if self.number else "made known by hand"
        return f"also: {shown}{f' and {more} more' if more > 0 else ''}"

    @property
    def known(self) -> str:
        """How it is known that it is they who speak."""
        if not self.name or not self.number:
            return ""
        if self.confirmed == self.number:
            return "confirmed"
        parts = [f"{self.confirmed:,} confirmed" if self.confirmed else ""]
        parts.append(counted(self.guessed, "guess", "guesses") if self.guessed else "")
        rest = self.number - self.confirmed - self.guessed
        parts.append(f"{rest:,} by a rule" if rest else "")
        return ", ".join(part for part in parts if part)


def row_of(member: Member) -> CastRow:
    """Return the row of a member; forms that differ only in capitals are one, pronouns are none."""
    forms = {form.casefold(): form for form in reversed(member.forms) if form.casefold() not in PRONOUNS}
    return CastRow(member.name, member.number, tuple(reversed(forms.values())), member.confirmed, member.guessed)


class CastRows(QAbstractListModel):
    """The cast. A member dropped on another one is to be the same as that one."""

    merged = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[CastRow] = []

    def show(self, rows: Sequence[CastRow]) -> None:
        """List these."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def row_named(self, name: str) -> int:
        """Return the row with a name, -1 where there is none."""
        return next((row for row, one in enumerate(self.rows) if one.name.casefold() == name.casefold()), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == MEMBER:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            parts = row.title, counted(row.number, "quotation"), row.known, row.also
            return ", ".join(part for part in parts if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        there = super().flags(index)
        if not index.isValid() or not self.rows[index.row()].name:
            return there
        return there | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, self.rows[indexes[0].row()].name.encode())
        return data

    def canDropMimeData(self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index) -> bool:
        return data.hasFormat(MIME) and parent.isValid() and bool(self.rows[parent.row()].name)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        dragged, onto = bytes(data.data(MIME).data()).decode(), self.rows[parent.row()].name
        if dragged != onto:
            self.merged.emit(dragged, onto)
        return False  # the rows come anew from the project


class CastDelegate(QStyledItemDelegate):
    """Paints a member; who is only guessed, in part or wholly, has a frame of a broken line round how it is known."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: CastRow = index.data(MEMBER)
        rect = begin_row(painter, option)
        left, right = rect.left() + INSET, rect.right() - INSET
        top, low = rect.top() + 18, rect.top() + 39
        number = f"{row.number:,}"
        width = QFontMetricsF(control_font(12)).horizontalAdvance(number)
        _text(painter, number, right - width, top, width + 1, "ink2", control_font(12))
        _text(painter, row.title, left, top, right - width - 12 - left, "ink" if row.name else "ink2",
              control_font(13, 500 if row.name else 400))  # fmt: skip
        end = _paint_known(painter, row, right, low) if row.known else right
        _text(painter, row.also, left, low, end - 12 - left, "ink3", control_font(12))
        painter.restore()


def _paint_known(painter: QPainter, row: CastRow, right: float, middle: float) -> float:
    """Paint how a member is known, ending at `right`; return where it begins."""
    font = control_font(12)
    width, inset = QFontMetricsF(font).horizontalAdvance(row.known), 7 if row.guessed else 0
    left = right - width - 2 * inset
    _text(painter, row.known, left + inset, middle, width + 1, "ink2", font)
    if row.guessed:
        painter.setPen(QPen(theme().colour("ink3"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(left, middle - 10, right - left, 20).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    return left


def _text(painter: QPainter, text: str, left: float, middle: float, width: float, token: str, font: Any) -> None:  # noqa: ANN401
    painter.setFont(font)
    painter.setPen(theme().colour(token))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
    painter.drawText(QPointF(left, baseline(middle, font)), shown)
