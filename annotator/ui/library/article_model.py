"""Which rows the list of articles has now: filtered, sorted, under headings or plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.ui.library.article_cards import ArticleCard, Sorting, in_order, searched_in
from annotator.ui.library.dragging import articles_data
from annotator.ui.library.sections import (
    NOTHING,
    PUBLICATION,
    Heading,
    LibraryFacts,
    Row,
    in_sections,
    order_of,
    picked,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
CURRENT_ROLE = Qt.ItemDataRole.UserRole + 1
NUMBER_ROLE = Qt.ItemDataRole.UserRole + 2
MEMO_ROLE = Qt.ItemDataRole.UserRole + 3
NO_PARENT = QModelIndex()


class ArticleModel(QAbstractListModel):
    """Rows are headings and cards. Only a folded heading can be reached by the arrows: its cards are not there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[ArticleCard] = []
        self._searched: list[str] = []
        self._rows: list[Row] = []
        self._rows_of: dict[str, list[int]] = {}
        self._number_of: dict[str, int] = {}
        self.facts = LibraryFacts()
        self.words, self.picks = "", frozenset[str]()
        self.sorting: Sorting = "import"
        self.grouping, self.folded, self.headings = PUBLICATION, frozenset[str](), True
        self._current = ""
        self._with_memo: frozenset[str] = frozenset()
        self._fitting: list[ArticleCard] = []

    def show_cards(self, cards: Sequence[ArticleCard], facts: LibraryFacts | None = None) -> None:
        """Take these articles, in the order of import, and the groups and fields there are."""
        self._cards, self.facts = list(cards), facts or self.facts
        self._searched = [searched_in(card) for card in self._cards]
        self._number_of = {card.id: number for number, card in enumerate(self._cards, 1)}
        self.arrange()

    def update_card(self, card: ArticleCard) -> None:
        """Take a newer card of an article that is there; others are ignored."""
        number = self._number_of.get(card.id)
        if number is None:
            return
        before, self._cards[number - 1] = self._cards[number - 1], card
        self._searched[number - 1] = searched_in(card)
        if self._places(before) != self._places(card):
            self.arrange()
            return
        self._fitting = [card if one.id == card.id else one for one in self._fitting]
        for row in self._rows_of.get(card.id, ()):
            self._rows[row] = card
        self._tell_changed(card.id)

    def update_cards(self, cards: Sequence[ArticleCard]) -> None:
        """Take newer cards of articles that are there; `arrange` shows them."""
        for card in cards:
            if (number := self._number_of.get(card.id)) is not None:
                self._cards[number - 1], self._searched[number - 1] = card, searched_in(card)

    def arrange(self, **said: object) -> None:
        """Put the rows in order anew; `said` are the words, picks, sorting, grouping, folded or headings to take."""
        for name, value in said.items():
            setattr(self, name, value)
        self.beginResetModel()
        self._fitting = in_order(picked(self._with_words(), self.picks), self.sorting)
        unfiltered = not (self.words.strip() or self.picks)
        self._rows = in_sections(self._fitting, self._kind(), self.facts, self.folded, self.picks, empty=unfiltered)
        self._rows_of = {}
        for place, row in enumerate(self._rows):
            if isinstance(row, ArticleCard):
                self._rows_of.setdefault(row.id, []).append(place)
        self.endResetModel()

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
        """Return where an article stands first; an invalid index when it is filtered out or folded away."""
        rows = self._rows_of.get(article)
        return self.index(rows[0]) if rows else QModelIndex()

    def index_of_heading(self, key: str) -> QModelIndex:
        """Return where a heading stands; an invalid index when it does not."""
        found = (row for row, one in enumerate(self._rows) if isinstance(one, Heading) and one.key == key)
        return self.index(next(found, -1))

    def indexes_of(self, articles: Collection[str]) -> list[QModelIndex]:
        """Return where these articles stand first."""
        return [self.index(self._rows_of[article][0]) for article in articles if article in self._rows_of]

    def first_article(self) -> QModelIndex:
        """Return the first row that can be chosen."""
        return self.index(min(rows[0] for rows in self._rows_of.values())) if self._rows_of else QModelIndex()

    def article_at(self, index: Index) -> str:
        """Return the article's id at a row, empty for a heading."""
        row = self._row(index)
        return row.id if isinstance(row, ArticleCard) else ""

    def articles_in(self, rows: Iterable[int]) -> list[str]:
        """Return the articles in these rows, each once."""
        found = (self._rows[row] for row in rows)
        return list(dict.fromkeys(row.id for row in found if isinstance(row, ArticleCard)))

    def heading_at(self, index: Index) -> Heading | None:
        """Return the heading at a row, or for an article that of its section; none where there are none."""
        for place in range(index.row(), -1, -1):
            row = self._rows[place]
            if isinstance(row, Heading):
                return row
        return None

    def heading_in_row(self, row: int) -> bool:
        """Tell whether a heading stands in a row; asked for every row whenever the view lays out its rows."""
        return type(self._rows[row]) is Heading

    def is_heading(self, index: Index) -> bool:
        """Tell whether a heading stands at a row."""
        return isinstance(self._row(index), Heading)

    def hidden_under(self, article: str) -> str:
        """Return the key of the folded heading under which an article would stand; empty if it is shown or absent."""
        if article in self._rows_of:
            return ""
        mine = [card for card in self._fitting if card.id == article]
        rows = in_sections(mine, self._kind(), self.facts, picks=self.picks, empty=False)
        return next((row.key for row in rows if isinstance(row, Heading)), "")

    def headings_shown(self) -> list[Heading]:
        """Return the headings, in their order."""
        return [row for row in self._rows if isinstance(row, Heading)]

    def cards(self) -> list[ArticleCard]:
        """Return all cards, whatever is shown."""
        return list(self._cards)

    def shown(self) -> list[str]:
        """Return the articles in the order in which they stand, those that are filtered out left out."""
        return order_of(self._fitting, self._kind(), self.facts)

    def counts(self) -> tuple[int, int]:
        """Return how many articles fit the filter, and how many there are."""
        return len(self._fitting), len(self._cards)

    def _kind(self) -> str:
        return self.grouping if self.headings else NOTHING

    def _with_words(self) -> Iterable[ArticleCard]:
        wanted = self.words.casefold().split()
        if not wanted:
            return self._cards
        found = list(zip(self._cards, self._searched, strict=True))
        for word in wanted:
            found = [pair for pair in found if word in pair[1]]
        return [card for card, _ in found]

    def _places(self, card: ArticleCard) -> tuple[object, ...]:
        """Return all of a card by which its place in the list may change."""
        state = card.state if self.grouping == "state" or self.picks else ""
        codings = card.codings if self.sorting == "codings" else 0
        return card.title, card.publication, card.published, card.author, card.groups, card.values, state, codings

    def _row(self, index: Index) -> Row | None:
        return self._rows[index.row()] if index.isValid() else None

    def _tell_changed(self, article: str) -> None:
        for row in self._rows_of.get(article, ()):
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self._row(index)
        if isinstance(row, Heading):
            return Qt.ItemFlag.ItemIsEnabled if row.folded else Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemNeverHasChildren

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return articles_data([article for index in indexes if (article := self.article_at(index))])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if isinstance(row, Heading):
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            return row.text if role == Qt.ItemDataRole.DisplayRole else None
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
