"""What gathers one speaker's words for their window, goes to them and copies them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from annotator.exporting.quoting import quoted
from annotator.model.counting import counted
from annotator.model.passage_speech import REPORTED
from annotator.model.passages import overlap, paragraph_number, paragraphs
from annotator.model.speaking import is_known, quotation_for
from annotator.ui.dates import shown_date
from annotator.ui.finding.speaker_rows import SpeakerRow

if TYPE_CHECKING:
    from annotator.model.records import Coding, Quotation
    from annotator.ui.speakers.words_rows import SpokenPlace
    from annotator.ui.speakers.words_window import WordsWindow
    from annotator.ui.workspace import Workspace

MOST_TEXTS = 16  # articles whose text and codings are kept at hand


class WordsCommands:
    """The quotations of the whole project, by speaker. They are read anew when they change and the window is open."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace, self._desk = workspace, workspace.desk
        self.window: WordsWindow | None = None
        self._speaker = ""
        self._by_speaker: dict[str, list[Quotation]] = {}
        self._by_article: dict[tuple[str, str], list[Quotation]] = {}
        self._words: dict[str, str] = {}
        self._codings: dict[str, list[Coding]] = {}

    def show_words(self) -> None:
        """Show what the speaker at the caret says everywhere; without one, whoever speaks most."""
        view, article = self._workspace.page.view, self._desk.article
        here = self._desk.session.project.quotations(article.id) if article else []
        there = quotation_for(here, *(view.passage() or (view.caret(), view.caret())))
        self.show_words_of(there.speaker if there else "", there.id if there else "")

    def show_words_of(self, speaker: str, quotation: str = "") -> None:
        """Show everything that a speaker says; with the id of a quotation, its row is the current one."""
        from annotator.ui.speakers.words_window import WordsWindow  # loaded when somebody's words are first asked for

        if self.window is None:
            self.window = WordsWindow(self._workspace.page.window())
            self.window.speaker_wanted.connect(self._show)
            self.window.go_wanted.connect(self._go_to)
            self.window.copy_wanted.connect(self._copy)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self._speaker = speaker
        self.read()
        self.window.stand_on(quotation)
        (self.window.list if self.window.rows.rowCount() else self.window.field).setFocus()

    def read(self) -> None:
        """Read who says what anew, if the window is open."""
        if self.window is None or not self.window.isVisible():
            return
        self._gather()
        names = {folded: Counter(one.speaker for one in said) for folded, said in self._by_speaker.items()}
        most = sorted(names, key=lambda folded: (-len(self._by_speaker[folded]), folded))
        rows = [SpeakerRow(names[one].most_common(1)[0][0], f"{len(self._by_speaker[one]):,}") for one in most]
        if self._speaker.casefold() not in self._by_speaker:
            self._speaker = rows[0].name if rows else ""
        self.window.show_names(rows, self._speaker)
        self._show(self._speaker)

    def forget_codings(self) -> None:
        """Ask anew for codes, which have changed."""
        self._codings.clear()
        if self.window is not None:
            self.window.list.viewport().update()

    def close(self) -> None:
        """Take the window away with the project."""
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None

    def _gather(self) -> None:
        self._words.clear()
        self._codings.clear()
        self._by_speaker, self._by_article = {}, {}
        for one in self._desk.session.project.quotations():
            if one.speaker:
                folded = one.speaker.casefold()
                self._by_speaker.setdefault(folded, []).append(one)
                self._by_article.setdefault((folded, one.article), []).append(one)

    def _show(self, speaker: str) -> None:
        if self.window is None:
            return
        from annotator.ui.speakers.words_rows import SpokenPlace

        self._speaker = speaker
        current = self.window.current()
        articles = self._desk.articles
        said = [one for one in self._by_speaker.get(speaker.casefold(), ()) if one.article in articles]
        said.sort(key=lambda one: (articles[one.article].position, one.article, one.start))
        places = [
            SpokenPlace(one, articles[one.article].title, _day(articles[one.article].published)) for one in said
        ]  # fmt: skip
        self.window.rows.show(places, self._words_of, self._codes_of)
        self.window.show_words(speaker)
        if current is not None:
            self.window.stand_on(current.quotation.id)

    def _words_of(self, place: SpokenPlace) -> str:
        one = place.quotation
        if one.id not in self._words:
            text = self._text(one.article)
            for other in self._by_article[one.speaker.casefold(), one.article]:
                self._words[other.id] = text[other.start : other.end]
        return self._words[one.id]

    def _codes_of(self, place: SpokenPlace) -> str:
        one, project = place.quotation, self._desk.session.project
        if one.article not in self._codings:
            if len(self._codings) >= MOST_TEXTS:
                del self._codings[next(iter(self._codings))]
            self._codings[one.article] = project.codings(articles=[one.article], coders=[self._desk.coder])
        codes = {
            coding.code: None for coding in self._codings[one.article]
            if coding.place != "lost" and overlap((coding.start, coding.end), (one.start, one.end))
        }  # fmt: skip
        return " · ".join(self._desk.codes[code].title for code in codes if code in self._desk.codes)

    def _text(self, article: str) -> str:
        return self._desk.session.project.text(self._desk.articles[article].text_sha256)

    def _go_to(self, place: SpokenPlace) -> None:
        view, one = self._workspace.page.view, place.quotation
        self._workspace.open_unless_open(one.article)
        view.place_caret(one.start)
        view.scroll_to(one.start, one.end)
        view.window().activateWindow()
        view.setFocus()

    def _copy(self, place: SpokenPlace) -> None:
        one, article = place.quotation, self._desk.articles[place.quotation.article]
        text = self._text(article.id)
        number = paragraph_number([start for start, _ in paragraphs(text)], one.start)
        speaker = one.speaker if is_known(one) else ""
        pages = self._desk.session.project.pages(article.text_sha256).of(one.start, one.end)
        said = quoted(text[one.start : one.end], article, number, speaker, pages=pages, marks=one.kind != REPORTED)
        QGuiApplication.clipboard().setText(said)
        if self.window is not None:
            left_out = "" if speaker else " The speaker is a guess and was left out."
            self.window.say(f"Copied with citation, {counted(len(said.split()), 'word')}.{left_out}")


def _day(published: str) -> str:
    return shown_date(published) if published else ""
