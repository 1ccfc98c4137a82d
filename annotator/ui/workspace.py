"""One open project in the window: session, desk, selection, places, and the page that shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.model import edits
from annotator.model.records import Coding
from annotator.preferences import Place, load_preferences
from annotator.ui.coding_commands import CodingCommands
from annotator.ui.desk import Desk
from annotator.ui.places import Places
from annotator.ui.selection import Selection
from annotator.ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.changes import ChangeSet, Done
    from annotator.model.records import Coder
    from annotator.project.project import Project
    from annotator.ui.article.article_page import ArticlePage

ALL_SEEN = 0.995


class Workspace(QObject):
    """Ties the parts together for one project; closed with it. `state_changed`: something may be on or off now."""

    state_changed = Signal()
    saved = Signal()

    def __init__(self, project: Project, coder: Coder, page: ArticlePage, tell: Callable[..., None]) -> None:
        super().__init__(page)
        self._page = page
        self._tell = tell
        self.session = Session(project, coder, self)
        self.desk = Desk(self.session, self)
        self.selection = Selection(self)
        self.coding = CodingCommands(page, self.desk, self.selection, tell)
        self.places = Places(project.id, load_preferences().places.get(project.id, Place()))
        self._asked_to_finish = ""
        self._connections: list[tuple[object, object]] = []
        page.show_desk(self.desk, self.selection)
        self._connect()
        self._show_cards()

    def open_first(self, article: str = "") -> None:
        """Open an article: the one named, else that last worked on, else the first."""
        for wanted in (article, self.places.article, next(iter(self.desk.articles), "")):
            if wanted in self.desk.articles:
                self.open_article(wanted)
                return
        self.desk.open_article(None)
        self.state_changed.emit()

    def open_article(self, article_id: str) -> None:
        """Open an article where one was in it."""
        self.leave_article()
        if not self.desk.open_article(article_id):
            return
        self.coding.highlighting = False
        self.selection.set_article(article_id)
        self.places.enter(article_id)
        caret = min(self.places.caret(article_id), len(self.desk.text))
        if caret:
            self._page.view.place_caret(caret)
            self._page.view.scroll_to(caret, caret)
        self._page.view.setFocus()
        self.state_changed.emit()

    def leave_article(self) -> None:
        """Take over the memo being typed, the caret and how much was seen."""
        self._page.codes.flush_memo()
        if self.desk.article is not None:
            self._see()
            self.places.save()

    def step_article(self, step: int) -> None:
        """Open the next (1) or previous (-1) article in the list's order."""
        ids = list(self.desk.articles)
        if self.desk.article is None or self.desk.article.id not in ids:
            self.open_first()
            return
        place = ids.index(self.desk.article.id) + step
        if 0 <= place < len(ids):
            self.open_article(ids[place])
        else:
            self._tell("That was the last article." if step > 0 else "That is the first article.")

    def go_back(self) -> None:
        """Open the article one was in before."""
        before = self.places.before()
        if before in self.desk.articles:
            self.open_article(str(before))

    def finish_article(self) -> None:
        """Finish the article and go on; the first press says what is unread. A finished one is taken up again."""
        article = self.desk.article
        if article is None:
            return
        self._see()
        reading = self.desk.readings.get(article.id)
        finished = reading is not None and reading.state == "finished"
        seen = self.places.read.get(article.id, 0.0)
        if not finished and seen < ALL_SEEN and self._asked_to_finish != article.id:
            self._asked_to_finish = article.id
            self._tell(
                f"{100 - int(seen * 100)} % of this article has not been on the screen. Press again to finish it."
            )
            return
        change_set = edits.finish_reading(
            articles=[article], readings=list(self.desk.readings.values()), coder=self.session.coder, reopen=finished
        )
        if self.session.do(change_set) is not None and not finished:
            self.step_article(1)

    def undo(self) -> None:
        """Take back the last gesture and go to its place."""
        self._page.codes.flush_memo()
        self._go_to(self.session.undo())

    def redo(self) -> None:
        """Do it again and go to its place."""
        self._page.codes.flush_memo()
        self._go_to(self.session.redo())

    def close(self) -> None:
        """Keep what is being typed, and close the file."""
        self.leave_article()
        for signal, slot in self._connections:
            signal.disconnect(slot)  # type: ignore[attr-defined]
        self.session.close()

    def needs(self) -> dict[str, bool]:
        """Return what is there, for the enablement of actions."""
        project = self.session.project
        return {
            "project": True,
            "article": self.desk.article is not None,
            "coding": self.coding.current is not None,
            "last_code": self.desk.article is not None and self.coding.last_code is not None,
            "undo": project.undo_label() is not None,
            "redo": project.redo_label() is not None,
        }

    def _connect(self) -> None:
        page, view, codes = self._page, self._page.view, self._page.codes
        for signal, slot in (
            (page.articles.article_chosen, self.open_article),
            (view.passage_selected, self.coding.passage_selected),
            (view.coding_clicked, self.selection.set_coding),
            (view.coding_opened, self._open_coding),
            (view.code_dropped, self._code_dropped),
            (codes.code_chosen, self.coding.chosen_in_tree),
            (codes.code_current, self.selection.set_code),
            (codes.passage_dropped, self._code_dropped),
            (codes.finder_wanted, self.coding.find_code),
            (codes.memo_written, self.coding.memo_written),
            (codes.memo_finished, view.setFocus),
            (page.finder.chosen, self.coding.finder_chose),
            (page.finder.new_code_wanted, self.coding.finder_made),
            (page.finder.current_changed, codes.show_code),
            (page.finder.closed, self._finder_closed),
            (view.visible_changed, self._see),
        ):
            signal.connect(slot)
            self._connections.append((signal, slot))
        self.session.changed.connect(lambda _: self.state_changed.emit())
        self.session.saved.connect(self.saved)
        self.selection.coding_changed.connect(lambda _: self.state_changed.emit())
        self.desk.articles_changed.connect(self._articles_changed)

    def _show_cards(self) -> None:
        self._page.show_cards(self.places.read)

    def _articles_changed(self) -> None:
        self._show_cards()
        if self.desk.article is None and self.desk.articles:
            self.open_first()

    def _open_coding(self, coding_id: str) -> None:
        self.selection.set_coding(coding_id)
        self._page.codes.write_memo()

    def _code_dropped(self, code_id: str, start: int, end: int) -> None:
        self.coding.code_passage(code_id, (start, end))
        self._page.view.setFocus()

    def _finder_closed(self) -> None:
        self._page.codes.show_code(self.selection.code)
        self._page.view.setFocus()

    def _see(self) -> None:
        article = self.desk.article
        if article is not None and self.places.see(self._page.view, len(self.desk.text)):
            self._page.update_card(article, self.places.read)

    def _go_to(self, done: Done | None) -> None:
        if done is None:
            return
        coding = coding_in(done.change_set)
        if coding is None:
            return
        if self.desk.article is None or self.desk.article.id != coding.article:
            self.open_article(coding.article)
        if coding.id in self.desk.codings:
            self.coding.go_to(self.desk.codings[coding.id])
        else:
            self._page.view.scroll_to(coding.start, coding.end)
            self._page.view.place_caret(coding.start)


def coding_in(change_set: ChangeSet) -> Coding | None:
    """Return the coding that a gesture was about, if it was about one."""
    for change in change_set.changes:
        record = change.after or change.before
        if isinstance(record, Coding):
            return record
    return None
