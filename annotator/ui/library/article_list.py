"""Which articles there are, how far each is read, which one is open: the pane at the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from annotator.preferences import Arrangement
from annotator.ui.dropped_files import dropped_files
from annotator.ui.library.article_cards import SORTINGS
from annotator.ui.library.article_delegate import ArticleDelegate
from annotator.ui.library.article_model import ArticleModel
from annotator.ui.library.article_rail import ArticleRailDelegate
from annotator.ui.library.card_view import CardView
from annotator.ui.library.filter_bar import FilterBar
from annotator.ui.library.list_parts import ArticlesFoot, ArticlesHead, EmptyNote, RailHead
from annotator.ui.shortcuts.pane_keys import meaning_in
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

    from annotator.ui.library.article_cards import ArticleCard
    from annotator.ui.library.sections import LibraryFacts

WIDTH, NARROWEST, WIDEST, RAIL_WIDTH = 248, 180, 420, 48
FOLDING = (Qt.Key.Key_Left, Qt.Key.Key_Right)  # as in every tree


class ArticleList(QFrame):
    """Fed with cards. Arrow keys only look; a click or the key for it chooses; with Ctrl or Shift several are selected.

    `arranged` says that order, headings or what is folded were changed by hand.
    """

    article_chosen = Signal(str)
    files_dropped = Signal(list)
    import_wanted = Signal()
    unfold_wanted = Signal()
    arranged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articles")
        self.setAcceptDrops(True)
        self._model = ArticleModel(self)
        self._cards, self._rail = ArticleDelegate(self._model, self), ArticleRailDelegate(self)
        self.head, self.rail_head, self.foot, self.note = ArticlesHead(), RailHead(), ArticlesFoot(), EmptyNote()
        self.filter_bar = FilterBar()
        self.field, self.picks, self.chips = self.filter_bar.field, self.filter_bar.picks, self.filter_bar.chips
        self.pick_button = self.filter_bar.button
        self.field.installEventFilter(self)
        self.view = CardView(self._model)
        self.view.installEventFilter(self)
        self._lay_out()
        self._connect()
        self.compact, self._opened = False, ""
        self.set_compact(False)

    def show_articles(self, cards: Sequence[ArticleCard], facts: LibraryFacts | None = None) -> None:
        """Show these articles, given in the order of import, with the groups and fields there are."""
        self._model.show_cards(cards, facts)
        gone = {pick for pick in self._model.picks if not self._model.facts.text(pick)}
        if gone:
            self._model.arrange(picks=self._model.picks - gone)
        self._show_arranged()

    def update_card(self, card: ArticleCard) -> None:
        """Show what has changed of one article."""
        self._model.update_card(card)

    def update_cards(self, cards: Sequence[ArticleCard]) -> None:
        """Show what has changed of several articles; they may have other places now."""
        self._model.update_cards(cards)
        self._arrange()

    def show_with_memo(self, articles: frozenset[str]) -> None:
        """Mark the articles that have a memo."""
        self._model.show_with_memo(articles)

    def show_current(self, article: str) -> None:
        """Mark the article that is open, and scroll to it; another one than before comes out of a folded section."""
        another = bool(self._opened) and article != self._opened
        self._opened = article
        self._model.show_current(article)
        if another and (key := self._model.hidden_under(article)):
            self.fold(key, folded=False)
        index = self._model.index_of(article)
        if index.isValid():
            self.view.go_to(index)

    def arrangement(self) -> Arrangement:
        """Return order, headings and what is folded, to be remembered."""
        model = self._model
        return Arrangement(sorting=model.sorting, grouping=model.grouping, folded=tuple(sorted(model.folded)))

    def take_arrangement(self, kept: Arrangement) -> None:
        """Arrange the articles as they were."""
        sorting = kept.sorting if kept.sorting in SORTINGS else "import"
        self._opened = ""
        model, folded = self._model, frozenset(kept.folded)
        if (model.sorting, model.grouping, model.folded, model.picks) != (sorting, kept.grouping, folded, frozenset()):
            self._arrange(sorting=sorting, grouping=kept.grouping, folded=folded, picks=frozenset())

    def fold(self, key: str, *, folded: bool) -> None:
        """Fold a heading or unfold it."""
        now = self._model.folded | {key} if folded else self._model.folded - {key}
        self._arranged(folded=now)

    def pick(self, key: str) -> None:
        """Show only what has this, or no longer only that."""
        self._arrange(picks=self._model.picks ^ {key})

    def shown_articles(self) -> list[str]:
        """Return the articles in the order in which they are shown, those that are filtered out left out."""
        return self._model.shown()

    def set_compact(self, compact: bool) -> None:
        """Show the rail of 48, for narrow windows, or the whole pane."""
        self.compact = compact
        self._model.arrange(headings=not compact)
        self.view.setItemDelegate(self._rail if compact else self._cards)
        self.setMinimumWidth(RAIL_WIDTH if compact else NARROWEST)
        self.setMaximumWidth(RAIL_WIDTH if compact else WIDEST)
        self.updateGeometry()
        self._show_what_fits()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.rail_head)
        column.addWidget(self.filter_bar)
        column.addWidget(self.view, 1)
        column.addWidget(self.note, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._filter)
        self.view.opened.connect(self.article_chosen)
        self.view.heading_clicked.connect(self._turn_heading)
        self.picks.aboutToShow.connect(self._fill_picks)
        self.picks.turned.connect(self.pick)
        self.picks.cleared.connect(self._take_all_off)
        self.chips.taken_off.connect(self.pick)
        self.head.menu.grouping_chosen.connect(self._group_by)
        self.head.menu.all_folded.connect(self._fold_all)
        self.head.import_wanted.connect(self.import_wanted)
        self.head.sorting_chosen.connect(self._sort_by)
        self.rail_head.unfold_wanted.connect(self.unfold_wanted)
        self.note.import_wanted.connect(self.import_wanted)
        self.note.clear_wanted.connect(self._clear)
        theme().changed.connect(self._take_theme)

    def _filter(self, words: str) -> None:
        self._arrange(words=words)

    def _sort_by(self, sorting: str) -> None:
        self._arranged(sorting=sorting)

    def _group_by(self, grouping: str) -> None:
        self._arranged(grouping=grouping)

    def _fold_all(self, folded: bool) -> None:
        keys = {heading.key for heading in self._model.headings_shown()}
        self._arranged(folded=self._model.folded | keys if folded else self._model.folded - keys)

    def _turn_heading(self, key: str) -> None:
        self.fold(key, folded=key not in self._model.folded)

    def _arranged(self, **said: object) -> None:
        self._arrange(**said)
        self.arranged.emit()

    def _arrange(self, **said: object) -> None:
        model, row = self._model, self._model.article_at(self.view.currentIndex())
        model.arrange(**said)
        if (index := model.index_of(row)).isValid():
            self.view.go_to(index)
        self._show_arranged()

    def _show_arranged(self) -> None:
        model = self._model
        self.chips.show_picks({key: model.facts.full_text(key) for key in sorted(model.picks)})
        self.head.menu.take(model.sorting, model.grouping, model.facts)
        self._show_what_fits()

    def _fill_picks(self) -> None:
        self.picks.fill(self._model.cards(), self._model.facts, self._model.picks)

    def _take_all_off(self) -> None:
        self._arrange(picks=frozenset())

    def _clear(self) -> None:
        self._take_all_off()
        self.field.clear()

    def _choose(self, index: QModelIndex) -> None:
        article = self._model.article_at(index)
        if article:
            self.article_chosen.emit(article)
        elif index.isValid():
            self._fold_here(index, folded=False)

    def _show_what_fits(self) -> None:
        shown, there = self._model.counts()
        empty = shown == 0 and not self.compact
        self.head.show_count(shown, there)
        self.note.explain(there, self.field.text(), len(self._model.picks))
        self.note.setVisible(empty)
        self.view.setVisible(not empty)
        for part in (self.head, self.foot):
            part.setVisible(not self.compact)
        self.rail_head.setVisible(self.compact)
        self.filter_bar.setVisible(not self.compact and there > 0)

    def _take_theme(self) -> None:
        self.view.viewport().update()

    def _key_in_field(self, key: int) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._model.first_article())
        elif key == Qt.Key.Key_Down and self._model.first_article().isValid():
            self.view.setFocus()
            self.view.setCurrentIndex(self._model.first_article())
        elif key == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
        else:
            return False
        return True

    def _key_in_list(self, event: QKeyEvent) -> bool:
        meant, index = meaning_in("articles", event), self.view.currentIndex()
        if meant == "open_row":
            if not event.isAutoRepeat():
                self._choose(index)
            return True
        if event.key() in FOLDING and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._fold_here(index, folded=event.key() == Qt.Key.Key_Left)
            return True
        return False

    def _fold_here(self, index: QModelIndex, *, folded: bool) -> None:
        """Fold the section of a row, or unfold that of a heading, and stay there."""
        heading = self._model.heading_at(index) if index.isValid() else None
        if heading is None or heading.folded == folded:
            return
        self.fold(heading.key, folded=folded)
        there = self._model.index_of_heading(heading.key)
        self.view.go_to(there if folded else there.siblingAtRow(there.row() + 1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.field and self._key_in_field(event.key()):
                return True
            if watched is self.view and self._key_in_list(event):
                return True
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return QSize(RAIL_WIDTH if self.compact else WIDTH, 600)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self.foot.invite(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.foot.invite(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.foot.invite(False)
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)
