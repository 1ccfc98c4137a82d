"""Which rows the list of articles has now: filtered, sorted, under headings or plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.ui.library.article_cards import ArticleCard, Heading, Row, Sorting, in_order, matching, with_headings

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
CURRENT_ROLE = Qt.ItemDataRole.UserRole + 1
NUMBER_ROLE = Qt.ItemDataRole.UserRole + 2
MEMO_ROLE = Qt.ItemDataRole.UserRole + 3
NO_PARENT = QModelIndex()


class ArticleModel(QAbstractListModel):
    """Rows are headings and cards. Headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[ArticleCard] = []
        self._rows: list[Row] = []
        self._row_of: dict[str, int] = {}
        self._number_of: dict[str, int] = {}
        self._words = ""
        self._sorting: Sorting = "import"
        self._grouped = True
        self._current = ""
        self._with_memo: frozenset[str] = frozenset()

    def show_cards(self, cards: Sequence[ArticleCard]) -> None:
        """Take these articles, in the order of import."""
        self._cards = list(cards)
        self._number_of = {card.id: number for number, card in enumerate(self._cards, 1)}
        self._arrange()

    def update_card(self, card: ArticleCard) -> None:
        """Take a newer card of an article that is there; others are ignored."""
        number = self._number_of.get(card.id)
        if number is None:
            return
        before, self._cards[number - 1] = self._cards[number - 1], card
        if (before.title, before.publication, before.published) != (card.title, card.publication, card.published):
            self._arrange()
        elif card.id in self._row_of:
            self._rows[self._row_of[card.id]] = card
            self._tell_changed(card.id)

    def filter_by(self, words: str) -> None:
        """Show only articles in which all these words occur."""
        self._words = words
        self._arrange()

    def sort_by(self, sorting: Sorting) -> None:
        """Show the articles in another order."""
        self._sorting = sorting
        self._arrange()

    def group(self, grouped: bool) -> None:
        """Show the headings or leave them out."""
        self._grouped = grouped
        self._arrange()

    def show_current(self, article: str) -> None:
        """Mark the article that is open."""
        before, self._current = self._current, article
        for changed in {before, article}:
            self._tell_changed(changed)

    def show_with_memo(self, articles: frozenset[str]) -> None:
        """Mark the articles that have a memo."""
        before, self._with_memo = self._with_memo, articles
        for changed in before ^ articles:
            self._tell_changed(changed)

    def index_of(self, article: str) -> QModelIndex:
        """Return where an article stands; an invalid index when it is filtered out."""
        return self.index(self._row_of[article]) if article in self._row_of else QModelIndex()

    def first_article(self) -> QModelIndex:
        """Return the first row that can be chosen."""
        return self.index(min(self._row_of.values())) if self._row_of else QModelIndex()

    def article_at(self, index: Index) -> str:
        """Return the article's id at a row, empty for a heading."""
        row = self._rows[index.row()] if index.isValid() else None
        return row.id if isinstance(row, ArticleCard) else ""

    def shown(self) -> list[str]:
        """Return the articles in the order in which they are shown."""
        return list(self._row_of)

    def counts(self) -> tuple[int, int]:
        """Return how many articles are shown, and how many there are."""
        return len(self._row_of), len(self._cards)

    def _arrange(self) -> None:
        self.beginResetModel()
        cards = in_order(matching(self._cards, self._words), self._sorting)
        self._rows = with_headings(cards) if self._grouped else list(cards)
        self._row_of = {row.id: place for place, row in enumerate(self._rows) if isinstance(row, ArticleCard)}
        self.endResetModel()

    def _tell_changed(self, article: str) -> None:
        if article in self._row_of:
            index = self.index(self._row_of[article])
            self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self.article_at(index):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if isinstance(row, Heading):
            return row.text if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        return self._card_data(row, role)

    def _card_data(self, card: ArticleCard, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return card.tip
        if role == Qt.ItemDataRole.AccessibleTextRole:
            memo = ", has a memo" if card.id in self._with_memo else ""
            return card.spoken + memo + (", open" if card.id == self._current else "")
        if role == MEMO_ROLE:
            return card.id in self._with_memo
        if role == CURRENT_ROLE:
            return card.id == self._current
        return self._number_of[card.id] if role == NUMBER_ROLE else None
