"""Which articles there are, how far each is read, which one is open: the pane at the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from annotator.ui.dropped_files import dropped_files
from annotator.ui.icons import icon
from annotator.ui.library.article_delegate import ArticleDelegate
from annotator.ui.library.article_model import ArticleModel
from annotator.ui.library.article_rail import ArticleRailDelegate
from annotator.ui.library.list_parts import ArticlesFoot, ArticlesHead, EmptyNote, RailHead
from annotator.ui.shortcuts.pane_keys import meaning_in
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

    from annotator.ui.library.article_cards import ArticleCard

WIDTH, NARROWEST, WIDEST, RAIL_WIDTH = 248, 180, 420, 48


class ArticleList(QFrame):
    """Fed with cards. Arrow keys only look; a click or the key for it chooses."""

    article_chosen = Signal(str)
    files_dropped = Signal(list)
    import_wanted = Signal()
    unfold_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articles")
        self.setAcceptDrops(True)
        self._model = ArticleModel(self)
        self._cards, self._rail = ArticleDelegate(self), ArticleRailDelegate(self)
        self.head, self.rail_head, self.foot, self.note = ArticlesHead(), RailHead(), ArticlesFoot(), EmptyNote()
        self.field = self._filter_field()
        self.view = self._list_view()
        self._lay_out()
        self._connect()
        self._compact = False
        self.set_compact(False)

    def show_articles(self, cards: Sequence[ArticleCard]) -> None:
        """Show these articles, given in the order of import."""
        self._model.show_cards(cards)
        self.head.show_count(len(cards))
        self._show_what_fits()

    def update_card(self, card: ArticleCard) -> None:
        """Show what has changed of one article."""
        self._model.update_card(card)

    def show_with_memo(self, articles: frozenset[str]) -> None:
        """Mark the articles that have a memo."""
        self._model.show_with_memo(articles)

    def show_current(self, article: str) -> None:
        """Mark the article that is open, and scroll to it."""
        self._model.show_current(article)
        index = self._model.index_of(article)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def shown_articles(self) -> list[str]:
        """Return the articles in the order in which they are shown, those that are filtered out left out."""
        return self._model.shown()

    def set_compact(self, compact: bool) -> None:
        """Show the rail of 48, for narrow windows, or the whole pane."""
        self._compact = compact
        self._model.group(not compact)
        self.view.setItemDelegate(self._rail if compact else self._cards)
        self.setMinimumWidth(RAIL_WIDTH if compact else NARROWEST)
        self.setMaximumWidth(RAIL_WIDTH if compact else WIDEST)
        self.updateGeometry()
        self._show_what_fits()

    def _filter_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("articleFilter")
        field.setPlaceholderText("Filter articles")
        field.setAccessibleName("Filter articles")
        field.setAcceptDrops(False)
        field.setClearButtonEnabled(True)
        field.installEventFilter(self)
        self._filter_icon = field.addAction(icon("filter", "ink3"), QLineEdit.ActionPosition.LeadingPosition)
        return field

    def _list_view(self) -> QListView:
        view = QListView()
        view.setObjectName("articleList")
        view.setAccessibleName("Articles")
        view.setModel(self._model)
        view.setMouseTracking(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setSelectionMode(QListView.SelectionMode.NoSelection)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.viewport().setAutoFillBackground(False)
        view.installEventFilter(self)
        return view

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.rail_head)
        inset = QVBoxLayout()
        inset.setContentsMargins(12, 0, 12, 8)
        inset.addWidget(self.field)
        self._inset = inset
        column.addLayout(inset)
        column.addWidget(self.view, 1)
        column.addWidget(self.note, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._filter)
        self.view.clicked.connect(self._choose)
        self.head.import_wanted.connect(self.import_wanted)
        self.head.sorting_chosen.connect(self._model.sort_by)
        self.rail_head.unfold_wanted.connect(self.unfold_wanted)
        self.note.import_wanted.connect(self.import_wanted)
        self.note.clear_wanted.connect(self.field.clear)
        theme().changed.connect(self._take_theme)

    def _filter(self, words: str) -> None:
        self._model.filter_by(words)
        self._show_what_fits()

    def _choose(self, index: QModelIndex) -> None:
        article = self._model.article_at(index)
        if article:
            self.article_chosen.emit(article)

    def _show_what_fits(self) -> None:
        shown, there = self._model.counts()
        empty = shown == 0 and not self._compact
        self.note.explain(there, self.field.text())
        self.note.setVisible(empty)
        self.view.setVisible(not empty)
        for part in (self.head, self.foot):
            part.setVisible(not self._compact)
        self.rail_head.setVisible(self._compact)
        self.field.setVisible(not self._compact and there > 0)
        self._inset.setContentsMargins(12, 0, 12, 8 if self.field.isVisibleTo(self) else 0)

    def _take_theme(self) -> None:
        self._filter_icon.setIcon(icon("filter", "ink3"))
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.field and self._key_in_field(event.key()):
                return True
            if watched is self.view and meaning_in("articles", event) == "open_row":
                if not event.isAutoRepeat():
                    self._choose(self.view.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return QSize(RAIL_WIDTH if self._compact else WIDTH, 600)

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
