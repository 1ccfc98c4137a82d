"""How a passage is copied: with where it stands, ready to be put into a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from annotator.exporting.quoting import quoted
from annotator.model.passage_facts import ArticleFacts
from annotator.model.passages import paragraph_number, paragraphs, trim

if TYPE_CHECKING:
    from annotator.ui.article.article_view import ArticleView
    from annotator.ui.desk import Desk
    from annotator.ui.selection import Selection


class Copying:
    """Takes the words from the stored text, never from the screen."""

    def __init__(self, view: ArticleView, desk: Desk, selection: Selection) -> None:
        self._view = view
        self._desk = desk
        self._selection = selection

    def copy_with_citation(self) -> None:
        """Copy the selection, else the current coding, else the outlined sentence, with speaker and citation.

        What is set aside inside it is left out and marked [...]; a speaker who is only guessed is not named.
        """
        desk, passage = self._desk, self._passage()
        if passage is None or desk.article is None:
            return
        start, end = trim(desk.text, *passage)
        starts = [first for first, _ in paragraphs(desk.text)]
        number = paragraph_number(starts, start)
        facts = self._facts(desk.article.id).of(start, end)
        reading = facts.reading(desk.text[start:end], start)
        pages = desk.session.project.pages(desk.article.text_sha256).of(start, end)
        said = quoted(reading, desk.article, number, facts.speaker, pages=pages, marks=facts.voice != "reported")
        QGuiApplication.clipboard().setText(said)
        self._view.show_echo(f"Copied with citation, {pages.cited or f'paragraph {number}'}", start, end)

    def _facts(self, article: str) -> ArticleFacts:
        project = self._desk.session.project
        return ArticleFacts(self._desk.text, project.quotations(article), project.zones(article))

    def _passage(self) -> tuple[int, int] | None:
        coding = self._desk.codings.get(self._selection.coding or "")
        here = (coding.start, coding.end) if coding else None
        return self._view.passage() or here or self._view.sentence()
