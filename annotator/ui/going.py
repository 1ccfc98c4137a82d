"""How one goes from article to article, finishes one, and goes back in time and to the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.model.nothing_to_code import span_that_differs
from annotator.model.records import Article, Code, Coding, Quotation, Reading, Zone

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.changes import ChangeSet, Done
    from annotator.ui.workspace import Workspace

ALL_SEEN = 0.995


class Going:
    """Steps over the open project of a workspace."""

    def __init__(self, workspace: Workspace, tell: Callable[..., None]) -> None:
        self._workspace = workspace
        self._desk, self._view = workspace.desk, workspace.page.view
        self._tell = tell
        self._asked_to_finish = ""
        self.elsewhere: Callable[[ChangeSet, str], bool] | None = None  # goes to a gesture of the page in front

    def next_article(self) -> None:
        """Open the next article of the list."""
        self._step_article(1)

    def previous_article(self) -> None:
        """Open the article before in the list."""
        self._step_article(-1)

    def go_back(self) -> None:
        """Open the article one was in before."""
        self._walk_back(forward=False)

    def go_forward(self) -> None:
        """Open the article one came back from."""
        self._walk_back(forward=True)

    def finish_article(self) -> None:
        """Finish the article and go on; the first press says what is unread. A finished one is taken up again."""
        article = self._desk.article
        if article is None:
            return
        self._workspace.see()
        reading = self._desk.readings.get(article.id)
        finished = reading is not None and reading.state == "finished"
        seen = self._workspace.places.read.get(article.id, 0.0)
        if not finished and seen < ALL_SEEN and self._asked_to_finish != article.id:
            self._asked_to_finish = article.id
            unseen = max(1, round(100 - seen * 100))
            self._tell(f"{unseen} % of this article has not been on the screen. Press again to finish it all the same.")
            return
        self._asked_to_finish = ""
        change_set = edits.finish_reading(
            articles=[article], readings=list(self._desk.readings.values()), coder=self._desk.session.coder,
            reopen=finished,
        )  # fmt: skip
        if self._desk.session.do(change_set) is not None and not finished:
            self._go_on()

    def undo(self) -> None:
        """Take back the last gesture, go to its place and name it there."""
        self._workspace.flush()
        name = self._desk.session.labels()[0]
        self._go_to(self._desk.session.undo(), f"Undone: {name}")

    def redo(self) -> None:
        """Do it again, go to its place and name it there."""
        self._workspace.flush()
        name = self._desk.session.labels()[1]
        self._go_to(self._desk.session.redo(), f"Done again: {name}")

    def _step_article(self, step: int) -> None:
        if not self._step(step):
            self._tell("That was the last article of the list." if step > 0 else "That is the first article.")

    def _step(self, step: int) -> bool:
        """Open an article beside the present one in the list; tell whether there is one."""
        ids = [shown for shown in self._workspace.page.articles.shown_articles() if shown in self._desk.articles]
        present = self._desk.article.id if self._desk.article else ""
        place = ids.index(present) + step if present in ids else 0
        if not 0 <= place < len(ids):
            return False
        self._workspace.open_article(ids[place])
        return True

    def _go_on(self) -> None:
        left = sum(
            1 for article in self._desk.articles
            if article not in self._desk.readings or self._desk.readings[article].state != "finished"
        )  # fmt: skip
        if not self._step(1):
            self._tell(f"Finished. {left:,} still to do." if left else "Finished: that was the last one.")

    def _walk_back(self, *, forward: bool) -> None:
        article = self._workspace.places.step(forward)
        while article and article not in self._desk.articles:
            article = self._workspace.places.step(forward)
        if article:
            self._workspace.open_article(article)

    def _go_to(self, done: Done | None, sentence: str) -> None:
        if done is None or (self.elsewhere is not None and self.elsewhere(done.change_set, sentence)):
            return
        record = what_about(done.change_set, self._desk.article.id if self._desk.article else "")
        if isinstance(record, Coding):
            self._go_to_coding(record)
            self._view.show_echo(sentence, record.start, record.end)
            return
        if isinstance(record, Zone | Quotation):
            self._go_to_stretch(record, sentence)
            return
        if isinstance(record, Reading):
            self._workspace.open_unless_open(record.article)
            if self._go_to_paragraph(done, sentence):
                return
        if isinstance(record, Article) and record.id in self._desk.articles:
            self._workspace.open_unless_open(record.id)
        if isinstance(record, Code) and record.id in self._desk.codes:
            self._workspace.selection.set_code(record.id)
        top = self._view.shown_range()[0]
        self._view.show_echo(sentence, top, top)

    def _go_to_paragraph(self, done: Done, sentence: str) -> bool:
        """Go to the paragraph whose mark changed; tell whether there is one."""
        change = done.change_set.changes[0]
        before, after = (one if isinstance(one, Reading) else None for one in (change.before, change.after))
        span = span_that_differs(self._desk.text, before, after)
        if span is not None:
            self._view.place_caret(span[0])
            self._view.scroll_to(*span)
            self._view.show_echo(sentence, *span)
        return span is not None

    def _go_to_stretch(self, record: Zone | Quotation, sentence: str) -> None:
        """Go to what was set aside, or where somebody speaks, and name there what was done."""
        self._workspace.open_unless_open(record.article)
        if self._desk.article is not None and self._desk.article.id == record.article:
            self._view.place_caret(record.start)
            self._view.scroll_to(record.start, record.end)
            self._view.show_echo(sentence, record.start, record.end)

    def _go_to_coding(self, coding: Coding) -> None:
        self._workspace.open_unless_open(coding.article)
        if self._desk.article is None or self._desk.article.id != coding.article:
            return
        there = self._desk.codings.get(coding.id)
        if there is not None:
            self._workspace.walking.go_to(there)
            return
        if self._view.passage() != (coding.start, coding.end):
            self._view.place_caret(coding.start)
        self._view.scroll_to(coding.start, coding.end)


def what_about(change_set: ChangeSet, here: str) -> Coding | Zone | Quotation | Reading | Code | Article | None:
    """Return what a gesture was about: a coding, rather one of the article that is open; else what it changed first.

    Of several, one that is still there.
    """
    records = [change.record for change in sorted(change_set.changes, key=lambda change: change.after is None)]
    kinds: tuple[type[Coding | Zone | Quotation | Reading], ...] = (Coding, Zone, Quotation, Reading)
    for kind in kinds:
        found = [record for record in records if isinstance(record, kind)]
        if found:
            return next((record for record in found if record.article == here), found[0])
    return next((record for record in records if isinstance(record, Code | Article)), None)
