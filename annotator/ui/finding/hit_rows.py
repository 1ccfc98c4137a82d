"""Which hits the search in all articles lists, one row each, and which of them are ticked."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from annotator.model.keyword_in_context import ArticleHits, in_context
from annotator.model.passages import paragraphs
from annotator.ui.scheme.scheme_model import NOWHERE, Index, on_one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

CONTEXT = 90  # code points on either side


class HitRole(IntEnum):
    """What the delegate asks for."""

    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class HitRow:
    """One hit as it is shown: where, and the words around it."""

    article: str
    title: str
    paragraph: int
    before: str
    words: str
    after: str
    ticked: bool


class HitRows(QAbstractListModel):
    """Rows are made when they are looked at, so ten thousand hits cost no more than a screenful."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Sequence[ArticleHits] = ()
        self._ends: list[int] = []
        self._left_out: set[int] = set()

    def show(self, found: Sequence[ArticleHits]) -> None:
        """List these hits, all of them ticked; the same ones as before keep their ticks."""
        if list(found) == list(self._found):
            return
        self.beginResetModel()
        self._found = found
        self._ends = list(accumulate(len(one.hits) for one in found))
        self._left_out = set()
        self.endResetModel()

    def articles(self) -> int:
        """Return in how many articles the hits are."""
        return len(self._found)

    def hit_at(self, row: int) -> tuple[ArticleHits, tuple[int, int]]:
        """Return the article of a row and the place in its text."""
        place = bisect_right(self._ends, row)
        one = self._found[place]
        return one, one.hits[row - self._ends[place] + len(one.hits)]

    def turn(self, row: int) -> None:
        """Tick a row, or no longer."""
        self._left_out ^= {row}
        self.dataChanged.emit(self.index(row), self.index(row))

    def tick_all(self, on: bool) -> None:
        """Tick every row, or none."""
        self._left_out = set() if on else set(range(self.rowCount()))
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def ticked(self) -> int:
        """Return how many rows are ticked."""
        return self.rowCount() - len(self._left_out)

    def chosen(self) -> list[ArticleHits]:
        """Return the ticked hits, by article."""
        chosen, row = [], 0
        for one in self._found:
            hits = tuple(hit for number, hit in enumerate(one.hits, start=row) if number not in self._left_out)
            row += len(one.hits)
            if hits:
                chosen.append(ArticleHits(one.article, one.text, hits))
        return chosen

    def row(self, number: int) -> HitRow:
        """Return what the delegate paints."""
        one, hit = self.hit_at(number)
        before, words, after = (part.replace("\n", " ") for part in in_context(one.text, hit, CONTEXT))
        return HitRow(
            article=one.article.id, title=on_one_line(one.article.title), paragraph=_paragraph(one.text, hit[0]),
            before=before, words=words, after=after, ticked=number not in self._left_out,
        )  # fmt: skip

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or not self._ends else self._ends[-1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid() or role not in (HitRole.ROW, *SPOKEN):
            return None
        row = self.row(index.row())
        if role == HitRole.ROW:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.title}, paragraph {row.paragraph}"
        ticked = "ticked" if row.ticked else "not ticked"
        return f"{row.before}{row.words}{row.after}. {row.title}, paragraph {row.paragraph}, {ticked}"


SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


@lru_cache(maxsize=8)
def _starts(text: str) -> list[int]:
    return [start for start, _ in paragraphs(text)]


def _paragraph(text: str, position: int) -> int:
    return bisect_right(_starts(text), position)
