"""Where a passage stands in its article, and what stands around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from annotator.model.passages import paragraphs
from annotator.model.sentences import sentences

LONGEST_CONTEXT = 2_000  # characters on either side: a text without sentence ends would else go out with every passage


class ArticleText:
    """One article's canonical text with the places of its paragraphs and sentences, found once."""

    def __init__(self, body: str) -> None:
        self.body = body

    def paragraph(self, position: int) -> int:
        """Return the number, from 1, of the paragraph (non-empty line) at a position in code points."""
        return max(1, bisect_right(self._paragraph_starts, position))

    def before(self, start: int, count: int) -> str:
        """Return the text from `count` whole sentences before the one in which a passage starts, up to `start`.

        It is cut to the nearest 2,000 characters.
        """
        if count <= 0 or not self._sentences:
            return ""
        first = max(0, bisect_right(self._sentence_ends, start) - count)
        opening = self._sentences[min(first, len(self._sentences) - 1)][0]
        return self.body[max(opening, start - LONGEST_CONTEXT) : start]

    def after(self, end: int, count: int) -> str:
        """Return the text from `end` to the end of `count` whole sentences after the one in which a passage ends.

        It is cut to the nearest 2,000 characters.
        """
        if count <= 0 or not self._sentences:
            return ""
        last = bisect_left(self._sentence_starts, end) - 1 + count
        closing = self._sentences[max(0, min(last, len(self._sentences) - 1))][1]
        return self.body[end : min(closing, end + LONGEST_CONTEXT)]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [start for start, _ in paragraphs(self.body)]

    @cached_property
    def _sentences(self) -> list[tuple[int, int]]:
        return sentences(self.body)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self._sentences]

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [end for _, end in self._sentences]
