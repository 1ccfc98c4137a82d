"""What suggests passages like those that one gave a code, and what becomes of the ones taken and turned down."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.model.errors import AnnotatorError
from annotator.model.suggesting import FEWEST, Place, Suggestion, sentences_of, suggest
from annotator.ui import background
from annotator.ui.finding.suggestion_rows import SuggestionRow
from annotator.ui.finding.suggestions_window import SuggestionsWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.records import Code, Coding
    from annotator.ui.workspace import Workspace

BLIND = (
    "Colleagues have coded in this project. So that you read for yourself, nothing is suggested in an article before "
    "you have finished it."
)


class SuggestingCommands:
    """The suggestions in one open project. They come from one's own codings only; what is turned down stays so."""

    def __init__(self, workspace: Workspace, tell: Callable[..., None]) -> None:
        self._workspace, self._desk, self._tell = workspace, workspace.desk, tell
        self._rejected: dict[str, set[Place]] = defaultdict(set)
        self._code: Code | None = None
        self.window: SuggestionsWindow | None = None

    def suggest_passages(self) -> None:
        """List the passages most like those of the current code."""
        code = self._desk.codes.get(self._workspace.selection.code or "")
        if code is None or not code.codable:
            self._tell("Choose a code in the tree first; then passages like those you gave it are looked for.")
            return
        own = self._own(code)
        if len(own) < FEWEST:
            self._tell(f"You gave {code.title} to {len(own)} so far. From {FEWEST} codings on, others are suggested.")
            return
        texts = self._texts()
        if not texts:
            self._tell(BLIND)
            return
        self._code = code
        self._look_for(code, own, texts)

    def close(self) -> None:
        """Take the window away with the project."""
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None

    def _own(self, code: Code) -> list[Coding]:
        codings = self._desk.session.project.codings(coders=[self._desk.coder], codes=[code.id])
        return [coding for coding in codings if coding.place != "lost"]

    def _texts(self) -> dict[str, str]:
        """Return the texts, by article, in which a suggestion does not spoil a reading of one's own."""
        project = self._desk.session.project
        people = {coder.id for coder in project.coders() if coder.kind == "person"} - {self._desk.coder}
        blind = any(project.counts_by_coder().get(coder, 0) for coder in people)
        return {
            article.id: project.text(article.text_sha256)
            for article in self._desk.articles.values()
            if not blind or self._finished(article.id)
        }

    def _finished(self, article_id: str) -> bool:
        reading = self._desk.readings.get(article_id)
        return reading is not None and reading.state == "finished"

    def _look_for(self, code: Code, own: list[Coding], texts: dict[str, str]) -> None:
        coded: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for coding in own:
            coded[coding.article].append((coding.start, coding.end))
        rejected, quotes = frozenset(self._rejected[code.id]), [coding.quote for coding in own]

        def work(_progress: object, _cancelled: object) -> list[Suggestion]:
            known = [sentence for article, text in texts.items() for sentence in sentences_of(article, text)]
            return suggest(quotes, known, rejected=rejected, coded=coded)

        window = self.window or self._made()
        window.show_rows(code.title, [], "Looking for passages.")
        window.show()
        window.raise_()
        window.activateWindow()
        background.run(work, window, lambda found: self._show(code, texts, found), self._tell)

    def _made(self) -> SuggestionsWindow:
        self.window = window = SuggestionsWindow(self._workspace.page.window())
        window.accepted_one.connect(self._accept)
        window.rejected_one.connect(self._reject)
        window.shown_one.connect(self._go_to)
        return window

    def _show(self, code: Code, texts: dict[str, str], found: object) -> None:
        if self.window is None or self._code != code or not isinstance(found, list):
            return
        rows = [
            SuggestionRow(one, self._desk.articles[one.article].title, texts[one.article][one.start : one.end])
            for one in found
            if one.article in self._desk.articles
        ]
        self.window.show_rows(code.title, rows, _told(len(rows)))

    def _accept(self, row: SuggestionRow) -> None:
        window, session, one = self.window, self._desk.session, row.suggestion
        article, code = self._desk.articles.get(one.article), self._desk.codes.get(self._code.id if self._code else "")
        if window is None or article is None or code is None:
            return
        try:
            text = session.project.text(article.text_sha256)
            if text[one.start : one.end] != row.text:
                window.say("The text was corrected meanwhile, so nothing was coded. Look for passages again.")
                return
            own = session.project.codings(articles=[article.id], coders=[session.coder.id], codes=[code.id])
            made = edits.code_passage(
                article=article, text=text, start=one.start, end=one.end, code=code, coder=session.coder, existing=own
            )
        except AnnotatorError as error:
            window.say(error.sentence)
            return
        if session.do(replace(made, label=f"Code suggested passage: {code.title}")) is not None:
            window.take_away_current()
            window.say(f"Coded {code.title}. {_told(window.rows.rowCount())}")

    def _reject(self, row: SuggestionRow) -> None:
        one = row.suggestion
        if self.window is not None and self._code is not None:
            self._rejected[self._code.id].add((one.article, one.start, one.end))
            self.window.take_away_current()
            self.window.say(f"Turned down for this sitting. {_told(self.window.rows.rowCount())}")

    def _go_to(self, row: SuggestionRow) -> None:
        one = row.suggestion
        self._workspace.open_unless_open(one.article)
        if self._desk.article is not None and self._desk.article.id == one.article:
            self._workspace.page.view.select_passage(one.start, one.end)


def _told(number: int) -> str:
    if not number:
        return "No further passage is like those you gave this code."
    return f"{number:,} passage{'' if number == 1 else 's'}, the most alike first; the words in common are underlined."
