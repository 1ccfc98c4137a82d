"""How words are looked for in the open article: hits are marked, stepped through, and left at the hit."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from annotator.model.keyword_in_context import hits_in
from annotator.model.sentences import sentence_at
from annotator.model.zones import is_aside
from annotator.ui.announce import hide_quietly
from annotator.ui.finding.find_bar import FindBar
from annotator.ui.finding.text_column import text_column

if TYPE_CHECKING:
    from annotator.ui.article.article_view import ArticleView
    from annotator.ui.desk import Desk

LONGEST_TAKEN = 80  # a longer selection is hardly what one looks for


class FindingHere:
    """The search in the article. Positions are code points of the stored text."""

    def __init__(self, view: ArticleView, desk: Desk) -> None:
        self._view, self._desk = view, desk
        self.bar = FindBar()
        text_column(view).put_above(self.bar)
        self._hits: list[tuple[int, int]] = []
        self._number: int | None = None
        self._from = 0
        self.bar.asked.connect(self._search)
        self.bar.stepped.connect(self.step)
        self.bar.closed.connect(self.leave)
        desk.article_opened.connect(self._look_again)

    def open(self) -> None:
        """Open the strip; a short selection is what is looked for."""
        passage = self._view.passage()
        self._from = passage[0] if passage else self._view.caret()
        words = self._view.signs.read(*passage) if passage else ""
        self.bar.open_with(words if len(words) <= LONGEST_TAKEN and "\n" not in words else "")
        self._look_again()

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) hit, round at the ends. In the text the hit is the selection then."""
        if self.bar.isHidden() or not self.bar.field.text().strip():
            self._open_again()
        if not self._hits:
            return
        in_text = self._view.hasFocus()
        self._show(self._beside_caret(step) if in_text or self._number is None else self._number + step)
        if in_text and self._number is not None:
            self._view.select_passage(*self._hits[self._number])

    def leave(self) -> bool:
        """Close the strip; the focus is in the text, at the hit. Tell whether it was open."""
        if self.bar.isHidden():
            return False
        hit = self._hits[self._number] if self._number is not None else None
        in_text = self._view.hasFocus()
        hide_quietly(self.bar, self.bar.field, self._view)
        self._hits, self._number = [], None
        self._view.set_hits([])
        if hit is not None and not in_text:
            self._view.select_passage(*hit)
        self._view.setFocus()
        return True

    def close(self) -> None:
        """Take the strip away with the project."""
        self.bar.hide()
        self.bar.deleteLater()

    def zones_changed(self) -> None:
        """Look again, from the present hit on, since something was set aside or brought back."""
        if self._number is not None:
            self._from = self._hits[self._number][0]
        self._look_again()

    def _open_again(self) -> None:
        self._from = self._view.caret()
        if self.bar.field.text().strip():
            self.bar.show()
            self._look_again()
        else:
            self.open()

    def _beside_caret(self, step: int) -> int:
        start, end = self._view.passage() or (self._view.caret(),) * 2
        if step > 0:
            return bisect_left(self._hits, max(start + 1, end) if end > start else start, key=_start)
        return bisect_right(self._hits, start - 1, key=_start) - 1

    def _search(self, words: str, whole_words: bool) -> None:
        signs = self._view.signs
        read = hits_in(signs.reading, words, whole_words=whole_words)
        there = [signs.from_reading(*hit) for hit in read] if signs else read
        counted = [hit for hit in there if not is_aside(hit, self._view.passed_over)]
        self.bar.show_aside(len(there) - len(counted))
        self._hits = there if self.bar.aside.isChecked() else counted
        self._show(bisect_left(self._hits, self._from, key=_start))

    def _look_again(self) -> None:
        if not self.bar.isHidden():
            self._search(self.bar.field.text(), self.bar.whole.isChecked())

    def _show(self, number: int) -> None:
        self._number = number % len(self._hits) if self._hits else None
        self._view.set_hits(self._hits, self._number)
        self.bar.show_count(self._number, len(self._hits), self._sentence())

    def _sentence(self) -> str:
        """Return the sentence of the current hit, for those who do not see it."""
        if self._number is None:
            return ""
        text, hit = self._desk.text, self._hits[self._number]
        return self._view.signs.read(*(sentence_at(text, hit[0]) or hit))


def _start(hit: tuple[int, int]) -> int:
    return hit[0]
