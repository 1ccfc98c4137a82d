"""One speaker's words as a list: where each quotation stands, how the speaker is known, its codes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QObject, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.model.passage_speech import REPORTED
from annotator.model.speaking import how_known
from annotator.ui.popup_rows import begin_row
from annotator.ui.scheme.scheme_delegate import baseline
from annotator.ui.scheme.scheme_model import NOWHERE, Index, on_one_line
from annotator.ui.speakers.known_mark import paint_known, told
from annotator.ui.theme import control_font, reading_font, theme
from annotator.ui.two_lines import two_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.model.records import Quotation

ROW_HEIGHT, INSET, HEAD, LINE, READING = 78, 14, 28, 21, 14


class WordsRole(IntEnum):
    """What the delegate asks for."""

    ROW = Qt.ItemDataRole.UserRole + 1
    CODES = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class SpokenPlace:
    """A quotation with its article, before anything of the text is read. `day` is the date as it is shown."""

    quotation: Quotation
    title: str
    day: str = ""

    @property
    def where(self) -> str:
        """Article and date, and that the words are the writer's where they are."""
        told = "reported speech" if self.quotation.kind == REPORTED else ""
        return " · ".join(part for part in (on_one_line(self.title), self.day, told) if part)


class WordsRows(QAbstractListModel):
    """Words and codes are asked for when a row is looked at; a filter asks for the words of all rows once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[SpokenPlace] = ()
        self._rows: Sequence[SpokenPlace] = ()
        self._words_of: Callable[[SpokenPlace], str] = lambda _: ""
        self._codes_of: Callable[[SpokenPlace], str] = lambda _: ""
        self._filter = ""

    def show(
        self, places: Sequence[SpokenPlace], words_of: Callable[[SpokenPlace], str],
        codes_of: Callable[[SpokenPlace], str],
    ) -> None:  # fmt: skip
        """List these, as far as the filter leaves them."""
        self._all, self._words_of, self._codes_of = places, words_of, codes_of
        self._take()

    def filter(self, typed: str) -> None:
        """Leave what holds all the typed words in the quotation or the article's title."""
        wanted = " ".join(typed.casefold().split())
        if wanted != self._filter:
            self._filter = wanted
            self._take()

    def row_at(self, row: int) -> SpokenPlace:
        """Return a row."""
        return self._rows[row]

    def row_of(self, quotation: str) -> int:
        """Return the row of a quotation by its id, -1 where it is not listed."""
        return next((row for row, one in enumerate(self._rows) if one.quotation.id == quotation), -1)

    def _take(self) -> None:
        self.beginResetModel()
        wanted = self._filter.split()
        self._rows = [one for one in self._all if self._holds(one, wanted)] if wanted else self._all
        self.endResetModel()

    def _holds(self, place: SpokenPlace, wanted: Sequence[str]) -> bool:
        there = f"{self._words_of(place)}\n{place.title}".casefold()
        return all(word in there for word in wanted)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        place = self._rows[index.row()]
        if role == WordsRole.ROW:
            return place
        if role == WordsRole.CODES:
            return self._codes_of(place)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words_of(place)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = on_one_line(self._words_of(place)), place.where, told(how_known(place.quotation))
            return ", ".join(part for part in (*parts, self._codes_of(place)) if part)
        return None


class WordsDelegate(QStyledItemDelegate):
    """Paints article and date, how the speaker is known, two lines of the words, and the codes."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: SpokenPlace = index.data(WordsRole.ROW)
        rect = begin_row(painter, option)
        left, right = rect.left() + INSET, rect.right() - INSET
        end = paint_known(painter, right, rect.top() + 17, how_known(place.quotation))
        codes, room = index.data(WordsRole.CODES), end - 16 - left
        used = _draw(painter, place.where, left, rect.top() + 17, room * 0.6 if codes else room, "ink3")
        if codes:
            _draw(painter, codes, left + used + 20, rect.top() + 17, room - used - 20, "ink")
        font = reading_font(READING)
        painter.setFont(font)
        painter.setPen(theme().colour("ink"))
        for number, line in enumerate(two_lines(index.data(), font, right - left)):
            painter.drawText(QPointF(left, rect.top() + HEAD + 16 + number * LINE), line)
        painter.restore()


def _draw(painter: QPainter, text: str, left: float, middle: float, width: float, token: str) -> float:
    """Paint one line of a text; return how wide it came out."""
    font = control_font(12)
    painter.setFont(font)
    painter.setPen(theme().colour(token))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
    painter.drawText(QPointF(left, baseline(middle, font)), shown)
    return QFontMetricsF(font).horizontalAdvance(shown)
