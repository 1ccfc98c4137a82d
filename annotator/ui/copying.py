"""How a passage is copied: with where it stands, ready to be put into a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from annotator.exporting.quoting import quoted
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
        """Copy the selection, else the current coding, else the outlined sentence, with its citation."""
        desk, passage = self._desk, self._passage()
        if passage is None or desk.article is None:
            return
        start, end = trim(desk.text, *passage)
        starts = [first for first, _ in paragraphs(desk.text)]
        number = paragraph_number(starts, start)
        QGuiApplication.clipboard().setText(quoted(desk.text[start:end], desk.article, number))
        self._view.show_echo(f"Copied with citation, paragraph {number}", start, end)

    def _passage(self) -> tuple[int, int] | None:
        coding = self._desk.codings.get(self._selection.coding or "")
        here = (coding.start, coding.end) if coding else None
        return self._view.passage() or here or self._view.sentence()
