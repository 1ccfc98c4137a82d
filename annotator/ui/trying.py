"""How an edit is tried: a refusal is told, and where the passage has the code already, one is shown that coding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.errors import AnnotatorError
from annotator.model.passages import checked_passage, paragraph_number, paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from annotator.model.changes import ChangeSet
    from annotator.model.records import Coding
    from annotator.ui.article.article_view import ArticleView
    from annotator.ui.desk import Desk
    from annotator.ui.selection import Selection

Span = tuple[int, int]


class Trying:
    """Makes edits on the desk's article. What is refused changes nothing."""

    def __init__(self, view: ArticleView, desk: Desk, selection: Selection, tell: Callable[[str], None]) -> None:
        self._view = view
        self._desk = desk
        self._selection = selection
        self._tell = tell

    def edit(
        self, make: Callable[[list[Coding]], ChangeSet], code_id: str, passages: Iterable[Span], but: Iterable[str] = ()
    ) -> ChangeSet | None:
        """Return the edit that `make` makes of one's codings of these passages; none when it is refused.

        When a passage has the code already, by another coding than `but`, that one becomes current.
        """
        try:
            there = [coding for span in passages for coding in self._of(span)]
        except AnnotatorError as error:
            self._tell(error.sentence)
            return None
        try:
            return make(there)
        except AnnotatorError as error:
            left_out = set(but)
            first = next((coding for coding in there if coding.code == code_id and coding.id not in left_out), None)
            self._tell(f"{error.sentence} {self._show(first)}".strip() if first else error.sentence)
            return None

    def _of(self, span: Span) -> Iterable[Coding]:
        return self._desk.own.of_passage(*checked_passage(self._desk.text, *span))

    def _show(self, first: Coding) -> str:
        """Make the coding that is there already current; return where it is."""
        self._selection.set_coding(first.id)
        self._view.scroll_to(first.start, first.end)
        starts = [start for start, _ in paragraphs(self._desk.text)]
        return f"It is in paragraph {paragraph_number(starts, first.start)}, and current now."
