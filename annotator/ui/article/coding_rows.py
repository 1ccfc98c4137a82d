"""Which codings the list beside the text shows: in the order of the text, filtered; words are made when asked."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QStringListModel, Qt

from annotator.model.folding import fold
from annotator.ui.article.speech import spoken_rank
from annotator.ui.scheme.scheme_model import Index, Role, on_one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from annotator.ui.article.marks import CodingMark

SHOWN, SEARCHED = 160, 4_000  # code points of a passage
CODING_ROLE = Qt.ItemDataRole.UserRole + 20
ROLES = (CODING_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


@dataclass(frozen=True, slots=True)
class CodingRow:
    """One row as it is painted; the coder is named where there are several."""

    mark: CodingMark
    words: str
    coder: str


class CodingRows(QStringListModel):
    """A coding that comes or goes changes one row; nothing is read of a passage that nobody looks at.

    Qt keeps the ids in their order, and is asked by the view for the number of rows once for each row; `_shown` has
    the same codings, to find places in.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks: dict[str, CodingMark] = {}
        self._shown: list[CodingMark] = []
        self._wanted: tuple[str, ...] = ()
        self._text, self._several = "", False
        self._at: Callable[[int], Sequence[str]] = lambda _position: ()

    def show(self, marks: Iterable[CodingMark], text: str, at: Callable[[int], Sequence[str]]) -> None:
        """List these codings of a text; `at` tells which codings are at a position, smallest first."""
        self._marks = {mark.id: mark for mark in marks}
        self._text, self._at = text, at
        self._several = len({mark.coder for mark in self._marks.values()}) > 1
        self._arrange()

    def filter_by(self, words: str) -> None:
        """List only codings in whose code or passage all these words occur."""
        self._wanted = tuple(fold(words).text.split())
        self._arrange()

    def put(self, mark: CodingMark) -> None:
        """Add a coding, or change the one of the same id."""
        before = self._marks.get(mark.id)
        row = self.row_of(mark.id)
        if before is not None and row is not None and order(before) == order(mark) and self._passes(mark):
            self._marks[mark.id] = self._shown[row] = mark
            self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.remove(mark.id)
        self._marks[mark.id] = mark
        if self._passes(mark):
            place = bisect_left(self._shown, order(mark), key=order)
            self._shown.insert(place, mark)
            self.insertRow(place)
            self.setData(self.index(place), mark.id)

    def remove(self, coding: str) -> None:
        """Take a coding out, if it is there."""
        row = self.row_of(coding)
        if row is not None:
            del self._shown[row]
            self.removeRow(row)
        self._marks.pop(coding, None)

    def row_of(self, coding: str) -> int | None:
        """Return the row of a coding; none where it is not listed."""
        mark = self._marks.get(coding)
        if mark is None:
            return None
        row = bisect_left(self._shown, order(mark), key=order)
        return row if row < len(self._shown) and self._shown[row].id == coding else None

    def coding_at(self, index: Index) -> str:
        """Return the id of a row's coding, empty without one."""
        return str(super().data(index)) if index.isValid() else ""

    def number(self) -> int:
        """Return how many codings there are, listed or not."""
        return len(self._marks)

    def _arrange(self) -> None:
        self._shown = sorted((mark for mark in self._marks.values() if self._passes(mark)), key=order)
        self.setStringList([mark.id for mark in self._shown])

    def _passes(self, mark: CodingMark) -> bool:
        if not self._wanted:
            return True
        passage = self._text[mark.start : min(mark.end, mark.start + SEARCHED)]
        searched = fold(f"{mark.family} {mark.title} {mark.stance} {passage}").text
        return all(word in searched for word in self._wanted)

    def _words(self, mark: CodingMark) -> str:
        return on_one_line(self._text[mark.start : min(mark.end, mark.start + SHOWN)])

    def _spoken(self, mark: CodingMark) -> str:
        notes = [mark.stance, "unsure, to discuss" if mark.unsure else "", "suggested" if mark.suggested else "",
                 "with memo" if mark.memo else "", mark.judged_words]  # fmt: skip
        facts = [spoken_rank(mark, list(self._at(mark.start))), *notes, f"“{self._words(mark)}”"]
        return ", ".join(fact for fact in facts if fact)

    # Qt

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        mark = self._marks.get(self.coding_at(index))
        if mark is None:  # a row that is just coming
            return None
        if role == Role.LABEL:
            return mark.label
        if role == Role.NAME:
            return mark.name
        if role == CODING_ROLE:
            return CodingRow(mark, self._words(mark), mark.coder if self._several else "")
        return self._spoken(mark) if role in ROLES else None

    def every_row(self) -> list[QModelIndex]:
        """Return all rows, for letters typed."""
        return [self.index(row) for row in range(len(self._shown))]


def order(mark: CodingMark) -> tuple[int, int, str, str]:
    """Return what orders the rows: start, the longer first, then the older, as they are counted at their place."""
    return mark.start, -mark.end, mark.created, mark.id
