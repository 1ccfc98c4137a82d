"""The hits of a search in the article: which are where, and how they look."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPainter

    from annotator.ui.article.lines import Line, Lines

Span = tuple[int, int]
UNDERLINE = 2


class Hits:
    """Passages found, in order of the text. Positions are code points; hits do not overlap each other."""

    def __init__(self, spans: Sequence[Span] = (), current: int | None = None) -> None:
        self.current: Span | None = spans[current] if current is not None and 0 <= current < len(spans) else None
        self._spans = sorted(spans)

    def between(self, start: int, end: int) -> list[Span]:
        """Return the hits that touch a stretch of the text."""
        first = bisect_right(self._spans, start, key=_end)
        last = bisect_left(self._spans, end, key=_start)
        return self._spans[first:last]


def paint_hits(painter: QPainter, hits: Hits, shown: Iterable[Line], lines: Lines) -> None:
    """Underline what is found in some lines: an accent line at their foot, never a tint."""
    accent = theme().colour("accent")
    for line in shown:
        for start, end in hits.between(line.start, line.end):
            for left, right in lines.spans(line, start, end):
                painter.fillRect(QRectF(round(left), line.bottom - UNDERLINE, round(right - left), UNDERLINE), accent)


def _start(span: Span) -> int:
    return span[0]


def _end(span: Span) -> int:
    return span[1]
