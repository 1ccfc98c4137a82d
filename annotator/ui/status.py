"""What the status line says of the work: saved when, which coding, where, how much."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotator.model.blocks import NO_PAGES
from annotator.model.counting import counted
from annotator.model.passages import paragraph_number, paragraphs
from annotator.model.records import Round
from annotator.model.rounds import round_of

if TYPE_CHECKING:
    from annotator.model.changes import ChangeSet
    from annotator.model.records import Coding
    from annotator.ui.article.article_view import ArticleView
    from annotator.ui.desk import Desk
    from annotator.ui.status_line import StatusLine


class Status:
    """Keeps the status line in step with the desk."""

    def __init__(self, line: StatusLine, view: ArticleView) -> None:
        self._line = line
        self._view = view
        self._desk: Desk | None = None
        self._starts: list[int] = []
        self._pages = NO_PAGES
        self._saved = "All saved"
        self.saved = True
        self._review: tuple[str, str, str] | None = None
        self._rounds: list[Round] = []

    def follow(self, desk: Desk) -> None:
        """Speak of another project."""
        self._desk = desk
        self._line.show_coder(desk.session.coder.name)
        self._line.progress.tip = self.progress_tip
        for signal in (desk.reading_changed, desk.articles_changed):
            signal.connect(self._show_progress)
        desk.session.changed.connect(self._follow_rounds)
        self._rounds = desk.session.project.rounds()
        self._show_progress()
        self.show_saved(desk.session.project.last_time())

    def show_saved(self, time: str = "") -> None:
        """Say that all is saved, as of a time (UTC, ISO 8601; default now)."""
        self.saved = True
        moment = datetime.fromisoformat(time.replace("Z", "+00:00")) if time else datetime.now(UTC)
        self._saved = f"All saved, {moment.astimezone():%H:%M}"
        self._line.show_saved(self._saved, True)

    def saved_text(self) -> str:
        """Return since when all is saved."""
        return self._saved

    def show_not_saved(self) -> None:
        """Say that the last gesture is not saved."""
        self.saved = False
        self._line.show_saved("Not saved: see the notice", False)

    def show_saved_again(self) -> None:
        """Say again since when all is saved."""
        self.saved = True
        self._line.show_saved(self._saved, True)

    def progress_tip(self) -> str:
        """Return how many articles are finished and how many words are coded, in all articles."""
        desk = self._desk
        if desk is None:
            return ""
        words = desk.words.in_all()
        coded = f"{words.coded:,} of {counted(words.there, 'word')} coded" if words else "words are being counted"
        return f"{desk.progress()}, {coded}, {counted(sum(desk.by_article.values()), 'coding')}"

    def show_review(self, told: tuple[str, str, str] | None) -> None:
        """Speak of a comparison as long as the Review page is in front: whose, how it is reckoned, in which round."""
        before, self._review = self._review, told
        if told is not None:
            self._line.show_coding(told[0], None)
            self._line.show_counts(told[1])
            self._line.show_place("")
            self._line.show_round(told[2])
            self._line.show_progress("", 0)
        elif before is not None:
            self.show_place()
            self._show_round()
            self._show_progress()

    def _follow_rounds(self, change_set: ChangeSet) -> None:
        if self._desk is not None and any(isinstance(change.record, Round) for change in change_set.changes):
            self._rounds = self._desk.session.project.rounds()
            self._show_round()

    def _show_round(self) -> None:
        """Name the round in which one codes the open article."""
        desk = self._desk
        if self._review is None and desk is not None:
            found = round_of(self._rounds, desk.article.id, [desk.coder]) if desk.article else None
            self._line.show_round(found.name if found else "")

    def _show_progress(self, _article: str = "") -> None:
        desk = self._desk if self._review is None else None
        if desk is not None and desk.articles:
            self._line.show_progress(desk.progress(), desk.finished() / len(desk.articles))
        else:
            self._line.show_progress("", 0)

    def show_article(self) -> None:
        """Count the paragraphs of the article on the desk, and learn its pages."""
        desk = self._desk
        self._starts = [start for start, _ in paragraphs(desk.text)] if desk else []
        shown = desk.article if desk else None
        self._pages = desk.session.project.pages(shown.text_sha256) if desk and shown else NO_PAGES
        self._show_round()
        self.show_place()

    def show_place(self) -> None:
        """Say in which paragraph the caret is, on which page of the file, and who speaks there."""
        if self._review is not None:
            return
        if not self._starts:
            self._line.show_place("")
            return
        caret = self._view.caret()
        number, page = paragraph_number(self._starts, caret), self._pages.at(caret)
        told = [f"Paragraph {max(1, number)} of {len(self._starts)}", f"page {page}" if page else ""]
        self._line.show_place(", ".join(part for part in (*told, self._view.spoken_at_caret()) if part))

    def show_codings(self) -> None:
        """Say how many codings the article has."""
        desk = self._desk
        if self._review is not None:
            return
        if desk is None or desk.article is None:
            self._line.show_counts("")
            return
        self._line.show_counts(counted(desk.counts.here.total(), "coding"))

    def show_selection(self, coding: Coding | None) -> None:
        """Name the current coding with its rank at the place, or what is selected."""
        desk = self._desk
        if desk is None or self._review is not None:
            return
        self.show_place()
        if coding is not None:
            self._show_coding(desk, coding)
            return
        passage = self._view.passage()
        if passage is None:
            self._line.show_coding("", None)
            return
        words = len(desk.text[passage[0] : passage[1]].split())
        self._line.show_coding(f"Selected: {words:,} {'word' if words == 1 else 'words'}", None)

    def _show_coding(self, desk: Desk, coding: Coding) -> None:
        code = desk.codes[coding.code]
        path = desk.paths[code.id]
        there = self._view.marks_at(coding.start)
        rank = f", {there.index(coding.id) + 1} of {len(there)} here" if len(there) > 1 and coding.id in there else ""
        family = f"{path[0]} › " if len(path) > 1 else ""
        self._line.show_coding(f"{family}{code.title}, by {desk.coder_name(coding)}{rank}", code.colour)
