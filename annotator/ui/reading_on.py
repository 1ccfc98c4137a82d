"""How a paragraph is marked as read with nothing to code, and where the marks stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.model.nothing_to_code import paragraph_key, spans_without_codes
from annotator.model.passages import paragraph_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.passages import Span
    from annotator.ui.article.article_view import ArticleView
    from annotator.ui.coding_commands import CodingCommands
    from annotator.ui.desk import Desk


class ReadingOn:
    """One key for a paragraph without codings; the same key again takes the mark back."""

    def __init__(self, view: ArticleView, desk: Desk, coding: CodingCommands, tell: Callable[[str], None]) -> None:
        self._view = view
        self._desk = desk
        self._coding = coding
        self._tell = tell
        self.marked: list[Span] = []
        desk.article_opened.connect(self._show)
        desk.articles_changed.connect(self._show)
        desk.reading_changed.connect(self._show)

    def nothing_to_code(self) -> None:
        """Mark the paragraph of the selection or the outlined sentence as read with nothing to code; or no longer."""
        desk, passage = self._desk, self._coding.passage_to_code()
        if passage is None or desk.article is None:
            return
        start, end = paragraph_at(desk.text, passage[0])
        marked = self._is_marked(desk.text[start:end])
        if not marked and self._is_coded(start, end):
            self._tell("This paragraph is coded, so it was not marked as read with nothing to code.")
            return
        change_set = edits.mark_nothing_to_code(
            article=desk.article, paragraph=desk.text[start:end], readings=desk.readings.values(),
            coder=desk.session.coder, nothing=not marked,
        )  # fmt: skip
        if desk.session.do(change_set) is not None:
            self._view.show_echo("Something to code" if marked else "Read, nothing to code", *passage)

    def _is_marked(self, paragraph: str) -> bool:
        reading = self._desk.readings.get(self._desk.article.id) if self._desk.article else None
        return reading is not None and paragraph_key(paragraph) in reading.nothing_to_code.split()

    def _is_coded(self, start: int, end: int) -> bool:
        """Return whether one has coded there oneself."""
        following = self._desk.own.from_position(start, 1)
        there = any(coding in self._desk.codings for coding in self._view.marks_at(start))
        return there or (following is not None and start <= following.start < end)

    def _show(self, *_: object) -> None:
        article = self._desk.article
        reading = self._desk.readings.get(article.id) if article else None
        self.marked = spans_without_codes(self._desk.text, reading)
        self._view.set_read_paragraphs(self.marked)
