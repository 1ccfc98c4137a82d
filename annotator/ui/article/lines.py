"""Where the lines of the text stand on the page: plain data, read from the layout once and kept.

Page coordinates: device-independent pixels from the top left of the laid-out page, which scrolls. Positions are
code points of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

    from annotator.ui.article.text_positions import TextPositions

BASELINE = 0.8  # Qt puts the baseline of a line of fixed height at this share of it
RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

_NOT_BLANK = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `start` to `end` in the text (with the space it breaks at), `middle` of its height, its `unit`.

    The unit is the line height over 24: every measure of `tokens.md` is multiplied by it.
    """

    start: int
    end: int
    left: float
    right: float
    middle: float
    unit: float
    block: int
    number: int

    @property
    def top(self) -> float:
        """Where the line's height begins."""
        return self.middle - 12 * self.unit

    @property
    def bottom(self) -> float:
        """Where the line's height ends."""
        return self.middle + 12 * self.unit


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a passage begins or ends: `outward` is 1 where outside is at the right, else -1."""

    x: float
    middle: float
    outward: int


class Lines:
    """The lines of one laid-out document."""

    def __init__(self, document: QTextDocument, text: str, positions: TextPositions) -> None:
        self._document = document
        self._layout = document.documentLayout()
        self._above = document.rootFrame().frameFormat().topMargin()
        self._text = text
        self._positions = positions
        self._blocks: dict[int, list[Line]] = {}

    def between(self, top: float, bottom: float) -> Iterator[Line]:
        """Yield the lines that reach into a stretch of the page's height."""
        # Above the first line, Qt answers with any position while the text is only partly laid out.
        first = self._layout.hitTest(QPointF(0, max(self._above + 1, top)), Qt.HitTestAccuracy.FuzzyHit)
        block = self._document.findBlock(max(0, first))
        while block.isValid():
            lines = self._of(block)
            if lines and lines[0].top >= bottom:
                return
            yield from (line for line in lines if line.bottom > top and line.top < bottom)
            block = self._after(block, lines)

    def over(self, start: int, end: int) -> Iterator[Line]:
        """Yield the lines that hold a part of the passage."""
        block = self._document.findBlock(self._positions.to_qt(start))
        while block.isValid():
            lines = self._of(block)
            if lines and lines[0].start >= end:
                return
            yield from (line for line in lines if line.start < end and line.end > start)
            block = self._after(block, lines)

    def at(self, position: int) -> Line | None:
        """Return the line that holds a position; the line before it at the end of a paragraph."""
        lines = self._of(self._document.findBlock(self._positions.to_qt(position)))
        if not lines:
            return None
        return lines[max(0, bisect_right(lines, position, key=lambda line: line.start) - 1)]

    def edges(self, start: int, end: int) -> tuple[Edge, Edge] | None:
        """Return where a passage begins and ends, in the direction of reading."""
        first, last = self._edge(start, closing=False), self._edge(max(start, end - 1), closing=True)
        return (first, last) if first and last else None

    def _edge(self, character: int, *, closing: bool) -> Edge | None:
        line = self.at(character)
        if line is None:
            return None
        spans = self.spans(line, character, character + 1) or [(line.left, line.right)]
        at_right = closing != bool(RIGHT_TO_LEFT.match(self._text, character))
        return Edge(spans[-1][1] if at_right else spans[0][0], line.middle, 1 if at_right else -1)

    def spans(self, line: Line, start: int, end: int) -> list[tuple[float, float]]:
        """Return the left and right edges of what stands between two positions of the line, from left to right."""
        block = self._document.findBlockByNumber(line.block)
        first = self._positions.to_qt(max(start, line.start)) - block.position()
        last = self._positions.to_qt(min(end, line.end)) - block.position()
        text_line = block.layout().lineAt(line.number)
        left = block.layout().position().x()
        if RIGHT_TO_LEFT.search(self._text, line.start, line.end):
            return _merged([(left + a, left + b) for a, b in _visual_runs(text_line, first, last)])
        return [(left + _x(text_line, first), min(line.right, left + _x(text_line, last)))]

    def _after(self, block: QTextBlock, lines: list[Line]) -> QTextBlock:
        """Return the next block, passing over a run of blank lines at once."""
        following = block.next()
        if lines or not following.isValid():
            return following
        full = _NOT_BLANK.search(self._text, self._positions.to_text(following.position()))
        return self._document.findBlock(self._positions.to_qt(full.start())) if full else self._document.end()

    def _of(self, block: QTextBlock) -> list[Line]:
        number = block.blockNumber()
        found = self._blocks.get(number)
        if found is None:
            found = self._blocks[number] = self._read(block)
        return found

    def _read(self, block: QTextBlock) -> list[Line]:
        height = block.blockFormat().lineHeight()
        if height == 0 or not block.isValid():
            return []
        self._layout.blockBoundingRect(block)  # lays out up to here
        layout = block.layout()
        origin, begin = layout.position(), block.position()
        found = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            rect = line.naturalTextRect()
            start = self._positions.to_text(begin + line.textStart())
            end = self._positions.to_text(begin + line.textStart() + line.textLength())
            middle = round(origin.y() + line.y() + line.ascent() - (BASELINE - 0.5) * height)
            left = origin.x() + rect.left()
            found.append(Line(start, end, left, left + rect.width(), middle, height / 24, block.blockNumber(), number))
        return found


def _x(line: QTextLine, qt_position: int) -> float:
    """Return where a position of the block stands; PySide gives it with the position it was moved to."""
    found: object = line.cursorToX(qt_position)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def _visual_runs(line: QTextLine, first: int, last: int) -> list[tuple[float, float]]:
    """Return the edges of the glyph runs: in right-to-left text one passage can stand in several places."""
    rects = [run.boundingRect() for run in line.glyphRuns(first, last - first)] if last > first else []
    return [(rect.left(), rect.right()) for rect in rects if rect.width() > 0]


def _merged(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for left, right in sorted(spans):
        if merged and left <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    return merged
