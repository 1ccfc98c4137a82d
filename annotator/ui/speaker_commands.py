"""How it is said who speaks, and how the article and the status line show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.model.errors import Refused
from annotator.model.records import Code, Coding
from annotator.model.speaking import cast, how_known, quotation_for, spoken
from annotator.ui.article.quotations import QuotationMark
from annotator.ui.finding.speaker_finder import SpeakerFinder
from annotator.ui.finding.speaker_rows import SpeakerRow
from annotator.ui.speakers.cast_commands import CastCommands, told_cast
from annotator.ui.speakers.words_commands import WordsCommands

if TYPE_CHECKING:
    from annotator.model.changes import ChangeSet
    from annotator.model.passages import Span
    from annotator.model.records import Article, Quotation
    from annotator.ui.workspace import Workspace

SPEAKS_HERE, PASSES_ON = "speaks here", "passes it on"


class SpeakerCommands:
    """The quotations of the open article. Every name given is one step."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace, self._desk, self._view = workspace, workspace.desk, workspace.page.view
        self.quotations: list[Quotation] = []
        self._recent: list[str] = []
        self._asked: tuple[Article, Quotation | None, Span] | None = None
        self._via = False
        self.finder = SpeakerFinder(workspace.page.window())
        self.finder.chosen.connect(self._take)
        self.finder.closed.connect(self._closed)
        self.finder.cast_wanted.connect(self.show_cast)
        self.finder.via_wanted.connect(self._ask_via)
        self.finder.offer_cast()
        self.words = WordsCommands(workspace)
        self.cast = CastCommands(workspace, lambda: self.quotations, self.words.show_words_of)
        self._desk.article_opened.connect(self.read_article)
        self._view.facts_clicked.connect(self.show_cast)
        workspace.session.changed.connect(self._follow)

    def name_speaker(self) -> None:
        """Ask who speaks in the quotation at the caret; where there is none, in the selection or the sentence."""
        place, article = self._workspace.coding.passage_to_code(), self._desk.article
        if place is None or article is None:
            return
        caret = self._view.caret()
        there = quotation_for(self.quotations, *(self._view.passage() or (caret, caret)))
        span = (there.start, there.end) if there else place
        self._asked, self._via = (article, there, span), False
        self.finder.offer_via(there is not None and bool(there.speaker))
        self._open_finder(span, self._rows(there))

    def _open_finder(self, span: Span, rows: list[SpeakerRow]) -> None:
        self._view.scroll_to(*span)
        self._view.hold_outline(True)
        rect = self._view.passage_rect(*span)
        rect.moveTopLeft(self._view.viewport().mapTo(self._workspace.page.window(), rect.topLeft()))
        self.finder.open_for(rect, rows, via=self._via)

    def _ask_via(self) -> None:
        """Ask who passes on the words of whoever speaks here."""
        if self._asked is None:
            return
        article, _, span = self._asked
        there = next((one for one in self.quotations if (one.start, one.end) == span), None)
        if there is None or not there.speaker:
            return
        self._asked, self._via = (article, there, span), True
        self.finder.offer_via(False)
        others = [name for name in cast(self.quotations, self._recent) if name.casefold() != there.speaker.casefold()]
        names = dict.fromkeys([there.via, *others] if there.via else others)
        self._open_finder(span, [SpeakerRow(name, PASSES_ON if name == there.via else "") for name in names])

    def show_cast(self) -> None:
        """List who speaks in this article, whoever speaks at the caret first."""
        caret = self._view.caret()
        there = quotation_for(self.quotations, *(self._view.passage() or (caret, caret)))
        self.cast.show_cast(there.speaker if there else "")

    def show_words(self) -> None:
        """Show what the speaker at the caret says in all articles."""
        self.words.show_words()

    def read(self) -> None:
        """Read the quotations anew, and show them."""
        self.read_article()
        self.words.read()

    def read_article(self) -> None:
        """Read the quotations of the open article anew, and show them."""
        article = self._desk.article
        self.quotations = self._desk.session.project.quotations(article.id) if article else []
        self.cast.read()
        self._workspace.page.show_speech(told_cast(self.quotations))
        self._view.set_quotations(QuotationMark(one.start, one.end, spoken(one)) for one in self.quotations)

    def close(self) -> None:
        """Take the finder away with the project."""
        self._asked = None
        self._view.facts_clicked.disconnect(self.show_cast)
        self.finder.close_finder()
        self.finder.deleteLater()
        self.words.close()
        self.cast.close()

    def _follow(self, change_set: ChangeSet) -> None:
        if any(isinstance(change.record, Coding | Code) for change in change_set.changes):
            self.words.forget_codings()

    def _rows(self, quotation: Quotation | None) -> list[SpeakerRow]:
        """Return the speakers so far, whoever speaks here first: Enter confirms a guess."""
        here = quotation.speaker if quotation else ""
        names = [here, *cast(self.quotations, self._recent)] if here else cast(self.quotations, self._recent)
        note = f"{SPEAKS_HERE}, {how_known(quotation)}" if quotation else ""
        return [SpeakerRow(name, note if name == here else "") for name in dict.fromkeys(names)]

    def _take(self, name: str) -> None:
        if self._asked is None:
            return
        article, quotation, span = self._asked
        if self._desk.article is None or self._desk.article.id != article.id:
            return
        if self._via and quotation is not None:
            self._pass_on(quotation, name)
            return
        change_set = self._named(article, quotation, span, name)
        if self._desk.session.do(change_set) is None:
            return
        self._recent = [name, *(other for other in self._recent if other != name)] if name else self._recent
        self._view.show_echo(f"Spoken by {name}" if name else "Spoken by nobody to be named", *span)

    def _pass_on(self, quotation: Quotation, name: str) -> None:
        try:
            done = edits.set_via(quotation=quotation, via=name, coder=self._desk.session.coder)
        except Refused as error:
            self._view.show_echo(error.sentence, quotation.start, quotation.end)
            return
        if self._desk.session.do(done) is not None:
            through = f"through {name}" if name else "speaks for themselves"
            self._view.show_echo(f"{quotation.speaker} {through}", quotation.start, quotation.end)

    def _named(self, article: Article, quotation: Quotation | None, span: Span, name: str) -> ChangeSet:
        coder = self._desk.session.coder
        if quotation is not None:
            return edits.name_speaker(quotation=quotation, speaker=name, coder=coder)
        return edits.mark_quotation(
            article=article, text=self._desk.text, start=span[0], end=span[1], speaker=name, coder=coder,
            existing=self.quotations,
        )  # fmt: skip

    def _closed(self) -> None:
        self._view.hold_outline(False)
        self._view.setFocus()
