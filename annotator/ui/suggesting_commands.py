"""What suggests passages like those that one gave a code, and what becomes of the ones taken and turned down."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.model.zones import aside_spans, is_aside
from annotator.ui import background
from annotator.ui.writing_on_sheets import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from annotator.model.changes import ChangeSet
    from annotator.model.records import Code, Coding, Declined
    from annotator.model.suggesting import Suggestion
    from annotator.ui.finding.suggestion_rows import SuggestionRow
    from annotator.ui.finding.suggestions_left import SuggestionsLeft
    from annotator.ui.finding.suggestions_window import SuggestionsWindow
    from annotator.ui.workspace import Workspace

BLIND = (
    "Colleagues have coded in this project. So that you read for yourself, nothing is suggested in an article before "
    "you have finished it."
)


Spans = dict[str, list[tuple[int, int]]]  # by article id


class SuggestingCommands:
    """The suggestions in one open project. They come from one's own codings only; what is turned down stays so."""

    def __init__(self, workspace: Workspace, tell: Callable[..., None]) -> None:
        self._workspace, self._desk, self._tell = workspace, workspace.desk, tell
        self._code: Code | None = None
        self._left: SuggestionsLeft | None = None
        self.window: SuggestionsWindow | None = None
        workspace.session.changed.connect(self._follow)

    def suggest_passages(self) -> None:
        """List the passages most like those of the current code."""
        from annotator.model.suggesting import FEWEST  # rules and window are loaded when first asked for

        code = self._desk.codes.get(self._workspace.selection.code or "")
        if code is None or not code.codable:
            self._tell("Choose a code in the tree first; then passages like those you gave it are looked for.")
            return
        own = self._own(code)
        if len(own) < FEWEST:
            self._tell(f"You gave {code.title} to {len(own)} so far. From {FEWEST} codings on, others are suggested.")
            return
        within = self._within()
        if not within:
            self._tell(BLIND)
            return
        self._code, self._left = code, None
        self._look_for(code, within)

    def close(self) -> None:
        """Take the window away with the project."""
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None

    def _own(self, code: Code) -> list[Coding]:
        codings = self._desk.session.project.codings(coders=[self._desk.coder], codes=[code.id])
        return [coding for coding in codings if coding.place != "lost"]

    def _within(self) -> list[str]:
        """Return the articles in which a suggestion does not spoil a reading of one's own."""
        project = self._desk.session.project
        people = {coder.id for coder in project.coders() if coder.kind == "person"} - {self._desk.coder}
        counts = project.counts_by_coder(with_aside=True)
        blind = any(counts.get(coder, 0) for coder in people)
        return [article for article in self._desk.articles if not blind or self._finished(article)]

    def _finished(self, article_id: str) -> bool:
        reading = self._desk.readings.get(article_id)
        return reading is not None and reading.state == "finished"

    def _look_for(self, code: Code, within: list[str]) -> None:
        from annotator.model.suggesting import sentences_of, suggest

        project, coder = self._desk.session.project, self._desk.coder
        texts = {one.id: project.text(one.text_sha256) for one in self._desk.articles.values()}
        all_own = [coding for coding in project.codings(coders=[coder]) if coding.place != "lost"]
        coded = _by_article(coding for coding in all_own if coding.code == code.id)
        otherwise = _by_article(coding for coding in all_own if coding.code != code.id)
        aside = {article: aside_spans(project.zones(article)) for article in texts}
        declined = [one for one in project.declined(coder=coder) if one.code == code.id]
        rejected = {(one.article, one.sentence) for one in declined}

        def work(_progress: object, _cancelled: object) -> list[Suggestion]:
            known = [
                one for article, text in texts.items() for one in sentences_of(article, text)
                if not is_aside((one.start, one.end), aside[article])
            ]  # fmt: skip
            return suggest(known, coded, otherwise=otherwise, rejected=rejected, within=within)

        window = self.window or self._made()
        window.begin(code.title, "Looking for passages.")
        window.show()
        window.raise_()
        window.activateWindow()
        background.run(work, window, lambda found: self._show(code, texts, declined, found), self._tell)

    def _made(self) -> SuggestionsWindow:
        from annotator.ui.finding.suggestions_window import SuggestionsWindow

        self.window = window = SuggestionsWindow(self._workspace.page.window())
        window.accepted_one.connect(self._accept)
        window.rejected_one.connect(self._reject)
        window.brought_back.connect(self._bring_back)
        window.shown_one.connect(self._go_to)
        window.taking_back.connect(lambda way: getattr(self._workspace.going, way)())
        return window

    def _show(self, code: Code, texts: dict[str, str], declined: list[Declined], found: object) -> None:
        if self.window is None or self._code != code or not isinstance(found, list):
            return
        from annotator.ui.finding.suggestion_rows import SuggestionRow
        from annotator.ui.finding.suggestions_left import SuggestionsLeft

        rows = [
            SuggestionRow(one, self._desk.articles[one.article].title, texts[one.article][one.start : one.end])
            for one in found
            if one.article in self._desk.articles
        ]
        self._left = SuggestionsLeft(code.id, self._desk.coder, rows, declined)
        self.window.show_rows(self._left.left(), self._left.turned_down())

    def _follow(self, change_set: ChangeSet) -> None:
        """Have the list tell what is left after every gesture, also after one that was taken back."""
        if self.window is not None and self._left is not None and self._left.follow(change_set):
            self.window.show_rows(self._left.left(), self._left.turned_down())

    def _accept(self, row: SuggestionRow) -> None:
        session, one = self._desk.session, row.suggestion

        def make(text: str, code: Code) -> ChangeSet:
            article = self._desk.articles[one.article]
            own = session.project.codings(articles=[article.id], coders=[session.coder.id], codes=[code.id])
            return edits.accept_suggestion(
                article=article, text=text, start=one.start, end=one.end, code=code, coder=session.coder, existing=own
            )

        self._decide(row, make, "Coded.")

    def _reject(self, row: SuggestionRow) -> None:
        session, article = self._desk.session, self._desk.articles.get(row.suggestion.article)

        def make(_text: str, code: Code) -> ChangeSet:
            assert article is not None
            own = session.project.declined(article=article.id, coder=session.coder.id)
            return edits.decline_suggestion(
                article=article, sentence=row.text, code=code, coder=session.coder, existing=own
            )

        self._decide(row, make, "Turned down.")

    def _decide(self, row: SuggestionRow, make: Callable[[str, Code], ChangeSet], done: str) -> None:
        """Write what was decided on a row, if it still stands there, and say so."""
        window, session, one = self.window, self._desk.session, row.suggestion
        article, code = self._desk.articles.get(one.article), self._desk.codes.get(self._code.id if self._code else "")
        if window is None or article is None or code is None:
            return
        text = session.project.text(article.text_sha256)
        if text[one.start : one.end] != row.text:
            window.say_first("The text was corrected meanwhile, so nothing was done. Look for passages again.")
        elif written(session, lambda: make(text, code), window.say_first):
            window.say_first(done)

    def _bring_back(self, row: SuggestionRow) -> None:
        declined = self._left.declined(row) if self._left is not None else None
        code = self._desk.codes.get(declined.code) if declined is not None else None
        if self.window is not None and declined is not None and code is not None:
            written(
                self._desk.session, lambda: edits.bring_back_suggestion(declined=declined, code=code),
                self.window.say_first,
            )  # fmt: skip

    def _go_to(self, row: SuggestionRow) -> None:
        one = row.suggestion
        self._workspace.open_unless_open(one.article)
        if self._desk.article is not None and self._desk.article.id == one.article:
            self._workspace.page.view.select_passage(one.start, one.end)


def _by_article(codings: Iterable[Coding]) -> Spans:
    spans: Spans = defaultdict(list)
    for coding in codings:
        spans[coding.article].append((coding.start, coding.end))
    return spans
