"""The Code page: articles at the left, the article in the middle, codes at the right, and what goes between them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.model.counting import counted
from annotator.ui.article.article_view import ArticleView
from annotator.ui.article.empty_page import EmptyPage
from annotator.ui.dates import shown_date
from annotator.ui.key_hint import KeyHint
from annotator.ui.library.article_cards import ArticleCard
from annotator.ui.library.article_list import ArticleList
from annotator.ui.scheme.code_finder import CodeFinder
from annotator.ui.scheme.scheme_panel import SchemePanel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from annotator.model.records import Article, Coding
    from annotator.ui.article.marks import CodingMark
    from annotator.ui.desk import Desk
    from annotator.ui.selection import Selection
    from annotator.ui.words_coded import Words


class ArticlePage(QWidget):
    """Shows what is on the desk. What the analyst does goes out through the widgets' own signals."""

    project_noted = Signal(bool)
    shown = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.articles = ArticleList(self)
        self.view = ArticleView(self)
        self.hint = KeyHint(self.view)
        self.empty = EmptyPage(self.view)
        self.codes = SchemePanel(self)
        self.finder = CodeFinder(window)
        for clicked in (self.codes.tree, self.articles.view):
            clicked.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where the keys code
        self._desk: Desk | None = None
        self._selection: Selection | None = None
        self._read: Mapping[str, float] = {}
        self._speech = ""
        self._with_memo: frozenset[str] = frozenset()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.articles)
        row.addWidget(self.view, 1)
        row.addWidget(self.codes)

    def show_desk(self, desk: Desk, selection: Selection, read: Mapping[str, float]) -> None:
        """Follow another desk: a project was opened. `read` has the share seen of each article, from 0 to 1."""
        self._desk, self._selection, self._read = desk, selection, read
        desk.article_opened.connect(self._show_article)
        desk.marks_changed.connect(self._change_marks)
        desk.marks_reset.connect(self._reset_marks)
        desk.scheme_changed.connect(self._show_scheme)
        desk.counts_changed.connect(self._show_counts)
        desk.articles_changed.connect(self.show_cards)
        desk.library.changed.connect(self._show_library)
        desk.reading_changed.connect(self.update_card)
        desk.words.changed.connect(self._show_words)
        self.view.caret_moved.connect(desk.words.wait)
        selection.coding_changed.connect(self._show_coding)
        selection.code_changed.connect(self.codes.show_code)
        self._show_scheme()
        self.codes.switch.begin(only_used=any(desk.everywhere.values()))
        self._show_coding(selection.coding)
        self.show_cards()

    def show_cards(self) -> None:
        """Show the list of articles."""
        desk = self._desk
        if desk is not None:
            cards = [self._card(desk, article) for article in desk.articles.values()]
            self.articles.show_articles(cards, desk.library.facts)
            self.articles.show_current(desk.article.id if desk.article else "")

    def _show_library(self, touched: list[str]) -> None:
        """Show anew the articles of which groups or own fields changed; none of them named means all."""
        desk = self._desk
        if desk is not None and touched:
            there = [desk.articles[article] for article in touched if article in desk.articles]
            self.articles.update_cards([self._card(desk, article) for article in there])
        else:
            self.show_cards()

    def update_card(self, article_id: str) -> None:
        """Show one article's state anew."""
        if self._desk is not None and article_id in self._desk.articles:
            self.articles.update_card(self._card(self._desk, self._desk.articles[article_id]))

    def hold_passage(self, held: bool) -> None:
        """While the finder is open: the passage stays outlined, and no coding is current in the memo."""
        self.view.hold_outline(held)
        if held:
            self.codes.show_coding(None)
        elif self._selection is not None:
            self._show_coding(self._selection.coding)

    def _card(self, desk: Desk, article: Article) -> ArticleCard:
        reading = desk.readings.get(article.id)
        share, codings = self._read.get(article.id, 0.0), desk.by_article[article.id]
        state = reading.state if reading else "in progress" if share or codings else "new"
        words = desk.words.known(article.id)
        return ArticleCard(
            words=words.there if words else None, coded=words.coded if words else 0,
            nothing=len(reading.nothing_to_code.split()) if reading else 0,
            id=article.id, title=article.title, publication=article.publication, published=article.published,
            state=state, read=share, codings=codings, author=article.author,
            groups=desk.library.groups_of(article.id), values=desk.library.values_of(article.id),
        )  # fmt: skip

    def _show_words(self, article_id: str) -> None:
        self.update_card(article_id)
        desk = self._desk
        if desk is not None and desk.article is not None and desk.article.id == article_id:
            self.view.show_facts(self._facts(desk))

    def show_speech(self, told: str) -> None:
        """Say above the text how much is quoted and how many speak."""
        self._speech = told
        if self._desk is not None:
            self.view.show_facts(self._facts(self._desk))

    def show_with_memo(self, articles: frozenset[str], *, project: bool) -> None:
        """Mark the articles that have a memo, in the list and above the text, and tell whether the project has one."""
        self._with_memo = articles
        self.articles.show_with_memo(articles)
        if self._desk is not None:
            self.view.show_facts(self._facts(self._desk))
        self.project_noted.emit(project)

    def _facts(self, desk: Desk) -> str:
        if desk.article is None:
            return ""
        noted = ["has a memo"] if desk.article.id in self._with_memo else []
        return " · ".join([article_facts(desk.article, desk.words.known(desk.article.id), self._speech), *noted])

    def _show_article(self) -> None:
        desk = self._desk
        if desk is None or desk.article is None:
            self.view.clear_article()
            self.codes.codings.show_codings(self._listed)
            self.articles.show_current("")
            self.empty.tell(any_articles=bool(desk and desk.articles))
            self.shown.emit()
            return
        self.empty.hide()
        blocks = desk.session.project.blocks(desk.article.text_sha256)
        self.view.show_article(desk.text, title=desk.article.title, facts=self._facts(desk), blocks=blocks)
        self.view.set_marks(desk.all_marks())
        self.codes.codings.show_codings(self._listed)
        self.articles.show_current(desk.article.id)
        self.shown.emit()

    def _listed(self) -> tuple[Iterable[CodingMark], str, Callable[[int], Sequence[str]]]:
        return self.view.codings.marks.values(), self.view.text, self.view.marks_at

    def _reset_marks(self, marks: list[CodingMark]) -> None:
        desk, selection = self._desk, self._selection
        if desk is not None and selection is not None:
            self.view.set_marks(marks)
            self.codes.codings.show_codings(self._listed)
            if desk.coding(selection.coding) is None:
                selection.set_coding(None)
            self.view.set_current(selection.coding)
            self._show_memo(selection.coding)

    def _change_marks(self, put: list[CodingMark], removed: list[str]) -> None:
        selection = self._selection
        for coding in removed:
            self.view.remove_mark(coding)
            self.codes.codings.remove(coding)
            if selection is not None and selection.coding == coding:
                selection.set_coding(None)
        for mark in put:
            self.view.put_mark(mark)
            self.codes.codings.put(mark)
        if selection is not None and selection.coding is not None:
            self._show_coding(selection.coding)

    def _show_scheme(self) -> None:
        if self._desk is not None:
            self.codes.show_scheme(list(self._desk.codes.values()))
            self._show_counts()

    def _show_counts(self) -> None:
        if self._desk is not None:
            self.codes.show_counts(self._desk.counts.here, self._desk.everywhere)
            self.codes.switch.show_number_of_codings(len(self._desk.own))
            if self._desk.article is not None:
                self.update_card(self._desk.article.id)

    def _show_coding(self, coding_id: str | None) -> None:
        desk = self._desk
        if desk is None:
            return
        coding = desk.coding(coding_id)
        self.view.set_current(coding_id)
        self.codes.codings.show_current(coding_id)
        self._show_memo(coding_id)
        if coding is not None and self._selection is not None:
            self._selection.set_code(coding.code)
            self.codes.show_code(coding.code)  # the code may have come back by undo under the same id

    def _show_memo(self, coding_id: str | None) -> None:
        desk = self._desk
        if desk is not None:
            coding = self._with_kept_memo(desk.coding(coding_id))
            own = coding is None or coding.coder == desk.coder
            self.codes.show_coding(coding, desk.coder_name(coding) if coding else "", own)

    def _with_kept_memo(self, coding: Coding | None) -> Coding | None:
        """Return the coding with the memo that could not be written yet, if there is one."""
        kept = self._desk.unsaved_memos.get(coding.id) if self._desk is not None and coding is not None else None
        return coding if coding is None or kept is None else replace(coding, memo=kept)


def article_facts(article: Article, words: Words | None, speech: str = "") -> str:
    """Return the line below the headline: what is known, how long the article is, and how much of it is coded."""
    author = f"By {article.author}" if article.author else ""
    date = shown_date(article.published) if article.published else ""
    length = counted(words.there, "word") if words else ""
    coded = f", {words.coded:,} coded" if words and words.coded else ""
    return " · ".join(part for part in (author, article.publication, date, length + coded, speech) if part)
