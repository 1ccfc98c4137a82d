"""One open project in the window: session, desk, selection, places, and the page that shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from annotator.preferences import Place
from annotator.ui.coding_commands import CodingCommands
from annotator.ui.colleagues import Colleagues
from annotator.ui.coverage.coverage_commands import CoverageCommands
from annotator.ui.current_coding import CurrentCoding
from annotator.ui.desk import Desk
from annotator.ui.exchanging.exchange import Exchange
from annotator.ui.finding_commands import FindingCommands
from annotator.ui.found_in_text import FoundInText
from annotator.ui.going import Going
from annotator.ui.hands import Hands
from annotator.ui.learning.learning import Learning
from annotator.ui.listing import Listing
from annotator.ui.places import Places
from annotator.ui.printing_commands import PrintingCommands
from annotator.ui.progress_commands import ProgressCommands
from annotator.ui.rounds.round_commands import RoundCommands
from annotator.ui.scheme_work import SchemeWork
from annotator.ui.selection import Selection
from annotator.ui.session import Session
from annotator.ui.trying import Trying
from annotator.ui.walking import Walking

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.records import Coder
    from annotator.project.project import Project
    from annotator.ui.article.article_page import ArticlePage


class Workspace(QObject):
    """Ties the parts together for one project; closed with it. `state_changed`: something may be on or off now."""

    state_changed = Signal()

    def __init__(
        self, project: Project, coder: Coder, page: ArticlePage, tell: Callable[..., None], place: Place | None
    ) -> None:
        super().__init__(page)
        self.page = page
        self.session = Session(project, coder, self)
        self.desk = Desk(self.session, self)
        self.selection = Selection(self)
        self.places = Places(project.id, place or Place())
        self.colleagues = Colleagues(self.desk, self.selection, self.places, tell)
        trying = Trying(page.view, self.desk, self.selection, tell)
        self.coding = CodingCommands(page, self.desk, self.selection, trying, tell)
        self.current = CurrentCoding(page.view, self.desk, self.selection)
        self.walking = Walking(page.view, self.desk, self.selection)
        self.going = Going(self, tell)
        self.listing = Listing(self)
        self._connections: list[tuple[object, object]] = []
        page.show_desk(self.desk, self.selection, self.places.read)
        self.finding = FindingCommands(self, tell)
        self.hands = Hands(self, trying, tell)
        self.scheme = SchemeWork(self, tell)
        self.progress = ProgressCommands(self, tell)
        self.exchange = Exchange(self, tell)
        self.found = FoundInText(self, tell)
        self.printing = PrintingCommands(self, tell)
        self.rounds, self.coverage = RoundCommands(self, tell), CoverageCommands(self, tell)
        self.learning = Learning(self, tell)
        self._connect()

    @property
    def owners(self) -> tuple[object, ...]:
        """Where the methods of the actions are, in the order in which they are looked for."""
        own = self, self.going, self.coding, self.current, self.walking, self.colleagues, *self.finding.owners
        own = *own, *self.hands.owners, *self.scheme.owners, *self.found.owners, *self.exchange.owners
        return *own, self.printing, self.progress, self.rounds, self.coverage, *self.learning.owners

    def open_first(self, article: str = "") -> None:
        """Open an article: the one named, else that last worked on, else the first."""
        for wanted in (article, self.places.article, next(iter(self.desk.articles), "")):
            if wanted in self.desk.articles:
                self.open_article(wanted)
                return
        self.desk.open_article(None)
        self.state_changed.emit()

    def open_article(self, article_id: str) -> None:
        """Open an article where one was in it; one that is gone leaves things as they are."""
        if article_id not in self.desk.articles:
            return
        self.leave_article()
        if not self.desk.open_article(article_id):
            return
        self.coding.highlighting = False
        self.selection.set_article(article_id)
        self.places.enter(article_id)
        caret = min(self.places.caret(article_id), len(self.desk.text))
        if caret:
            self.page.view.place_caret(caret)
            self.page.view.scroll_to(caret, caret)
        self.page.view.setFocus()
        self.state_changed.emit()

    def open_unless_open(self, article_id: str) -> None:
        """Open an article if another one is open."""
        if self.desk.article is None or self.desk.article.id != article_id:
            self.open_article(article_id)

    def leave_article(self) -> None:
        """Take over the memo being typed, the caret and how much was seen."""
        self.flush()
        if self.desk.article is not None:
            self.see()
            self.places.leave(self.desk.article.id, self.page.view)

    def flush(self) -> None:
        """Write the ends that are being changed and the memos that are being typed."""
        self.page.view.keep_ends()
        self.page.codes.flush_memo()
        self.scheme.memos.flush()

    def may_leave(self) -> bool:
        """Write what is being typed, and tell whether the windows beside the work may go."""
        if self.session.refuses():
            return False
        self.flush()
        parts = self.finding, self.scheme, self.found, self.exchange, self.learning, self.rounds
        return all(part.may_leave() for part in parts)

    def see(self) -> None:
        """Take over how much of the article has been seen."""
        article, length = self.desk.article, len(self.desk.text.rstrip())
        if article is not None and self.places.see(article.id, min(1.0, self.page.view.read_to() / max(1, length))):
            self.page.update_card(article.id)

    def leave_one_thing(self) -> bool:
        """Leave one thing: ends, highlighter, selection, current coding; tell whether there was one."""
        if self.hands.leave():
            return True
        if self.coding.highlighting:
            self.coding.highlighting = False
            return True
        return self.finding.leave() or self.walking.leave()

    def close(self) -> None:
        """Keep what is being typed, and close the file."""
        self.leave_article()
        for signal, slot in self._connections:
            signal.disconnect(slot)  # type: ignore[attr-defined]
        self.finding.close()
        self.hands.close()
        self.scheme.close()
        self.progress.close()
        self.exchange.close()
        self.found.close()
        self.printing.close()
        self.rounds.close()
        self.coverage.close()
        self.learning.close()
        self.session.close()

    def needs(self) -> dict[str, bool]:
        """Return what is there, for the enablement of actions."""
        undo, redo = self.session.labels()
        return {
            "project": True,
            "code page": True,
            "article": self.desk.article is not None,
            "coding": self.desk.coding(self.selection.coding) is not None,
            "colleagues": self.colleagues.shown,
            "filter": self.hands.filtering.on,
            "last_code": self.desk.article is not None and self.coding.last_code is not None,
            "undo": bool(undo),
            "redo": bool(redo),
            **self.scheme.needs(),
            **self.learning.needs(),
        }

    def _connect(self) -> None:
        page, view, codes = self.page, self.page.view, self.page.codes
        for signal, slot in (
            (page.articles.article_chosen, self.open_article),
            (view.passage_selected, self.coding.passage_selected),
            (view.coding_clicked, self._click_coding),
            (view.coding_opened, self._open_coding),
            (view.code_dropped, self.coding.dropped),
            (codes.code_chosen, self.coding.chosen_in_tree),
            (codes.code_current, self.selection.set_code),
            (codes.passage_dropped, self.coding.dropped),
            (codes.finder_wanted, self.coding.find_code),
            (codes.memo_written, self.current.memo_written),
            (codes.memo_finished, view.setFocus),
            (page.finder.current_changed, codes.show_code),
            (page.finder.closed, self._finder_closed),
            (view.visible_changed, self.see),
            (view.verticalScrollBar().rangeChanged, self.see),  # a higher window shows more
            *self.hands.connections,
            *self.listing.connections,
            *self.scheme.connections,
        ):
            signal.connect(slot)
            self._connections.append((signal, slot))
        self.session.changed.connect(self._changed)
        self.selection.coding_changed.connect(self._changed)
        self.hands.filtering.changed.connect(self._changed)
        self.colleagues.changed.connect(self._changed)
        self.desk.articles_changed.connect(self._articles_changed)

    def _changed(self) -> None:
        self.state_changed.emit()

    def _articles_changed(self) -> None:
        if self.desk.article is None and self.desk.articles:
            self.open_first()

    def _click_coding(self, coding_id: str) -> None:
        self.selection.set_coding(coding_id)
        self.page.view.setFocus()

    def _open_coding(self, coding_id: str) -> None:
        self.selection.set_coding(coding_id)
        if not self.colleagues.refuse():
            self.page.codes.write_memo()

    def _finder_closed(self) -> None:
        self.page.hold_passage(False)
        self.page.codes.show_code(self.selection.code)
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:  # a click elsewhere says itself where the focus goes
            self.page.view.setFocus()
