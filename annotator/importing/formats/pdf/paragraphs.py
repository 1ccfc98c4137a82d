"""Which lines belong to one paragraph: by gaps, indents, sizes, and whether the next word would still have fitted."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from annotator.importing.formats.pdf.page_edges import FOOTNOTE, opens_note
from annotator.importing.formats.pdf.printed_lines import SIGN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.importing.formats.pdf.printed_lines import Line

_WIDER = 1.18  # times the usual distance of lines is a gap
_INDENT = 0.3  # of the height of the letters
_SPACE = 0.25
_SAME_SIZE = 0.09
_ENDS = (".", "!", "?", ":", "”", "’", '"', "»", ")", "…", ";", "]")
_PARTED = ("\x02", "\u00ad", "-", "‐")
_JUSTIFIED = 0.6  # of the lines end at the right edge
_HANGING = 0.8
_FIRST_LINES = 0.5  # of the lines moved inwards are first lines where that is the way
_FAR = 0.3  # of the column's width: a line that ends so early is the last one

Paragraph = list["Line"]


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """Join lines into paragraphs. Page heads, feet and footnotes wait until the paragraph they stand in has ended."""
    ways = _Ways([line for line in lines if not line.kind])
    found: list[Paragraph] = []
    current: Paragraph = []
    waiting: list[Paragraph] = []
    for line in lines:
        if line.kind and line.kind != "table cell":
            _wait(waiting, line)
        elif current and ways.goes_on(current, line):
            current.append(line)
        else:
            found += [current, *waiting]
            current, waiting = [line], []
    found += [current, *waiting]
    return [paragraph for paragraph in found if paragraph]


def _wait(waiting: list[Paragraph], line: Line) -> None:
    last = waiting[-1][-1] if waiting else None
    if last is not None and line.kind == FOOTNOTE == last.kind and last.page == line.page and not opens_note(line):
        waiting[-1].append(line)
    else:
        waiting.append([line])


class _Ways:
    """Knows how a PDF sets its lines: how far apart, justified or not, with what indents."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._gaps = _usual_gaps(lines)
        self._left = _usual_lefts(lines)
        ends = [line.column[1] - line.right < 0.2 * line.size for line in lines if len(line.words) > 3]
        self._justified = len(ends) > 5 and sum(ends) > _JUSTIFIED * len(ends)
        pairs = [(one, two) for one, two in _neighbours(lines) if two.left - one.left > _INDENT * two.size]
        full = sum(not self._had_room(one, two) for one, two in pairs if not one.listed)
        self._hanging = len(pairs) > 2 and full > _HANGING * len(pairs)
        self._indent = 0 if self._hanging else _usual_indent(lines, len(pairs))

    def goes_on(self, paragraph: Paragraph, line: Line) -> bool:
        """Tell whether a line goes on with the paragraph before it."""
        last = paragraph[-1]
        if line.kind or last.kind or line.bold != last.bold or self._opens_point(last, line):
            return False
        if abs(line.size - last.size) > _SAME_SIZE * max(line.size, last.size):
            return False
        if line.page != last.page or line.base <= last.base:
            return self._goes_on_elsewhere(paragraph, line)
        if line.base - last.base > self._gap(paragraph) * _WIDER + 0.4 or self._is_moved(paragraph, line):
            return False
        return not self._ended(last, line)

    def _opens_point(self, last: Line, line: Line) -> bool:
        """Tell whether a line opens a point of a list; a number may also end a sentence that ran on."""
        if not line.listed or SIGN.fullmatch(line.words[0].text):
            return line.listed
        return last.listed or last.text.endswith(_ENDS) or self._had_room(last, line)

    def _goes_on_elsewhere(self, paragraph: Paragraph, line: Line) -> bool:
        """Tell whether a paragraph goes on at the top of the next column or page."""
        last = paragraph[-1]
        indent, before = line.left - self._edge(line), last.left - self._edge(last)
        moved = indent - (0.0 if len(paragraph) == 1 and self._opens_indented(last) else before)
        if self._indent and moved > _INDENT * line.size and not last.listed:
            return False
        if last.text.endswith(_PARTED):
            return True
        return not self._ended(last, line) and (not last.text.endswith(":") or line.words[0].text[0].islower())

    def _gap(self, paragraph: Paragraph) -> float:
        """Return how far apart the paragraph's lines are, or as is usual for their size."""
        usual = self._gaps.get(_rounded(paragraph[-1].size), 1.25 * paragraph[-1].size)
        if len(paragraph) > 1 and paragraph[-1].base > paragraph[-2].base and paragraph[-1].page == paragraph[-2].page:
            return min(paragraph[-1].base - paragraph[-2].base, usual * 1.5)
        return usual

    def _is_moved(self, paragraph: Paragraph, line: Line) -> bool:
        """Tell whether a line begins at a place where a new paragraph does."""
        last = paragraph[-1]
        moved = line.left - last.left
        if moved > _INDENT * line.size:
            hangs = len(paragraph) == 1 and (last.listed or (self._hanging and not self._had_room(last, line)))
            return not hangs and not self._is_centred(last, line)
        if moved < -_INDENT * line.size:
            return not (len(paragraph) == 1 and not last.listed) and not self._is_centred(last, line)
        return len(paragraph) == 1 and self._opens_indented(last) and self._opens_indented(line)

    def _opens_indented(self, line: Line) -> bool:
        """Tell whether a line begins where the first lines of paragraphs do."""
        return self._indent > 0 and not line.listed and abs(line.left - self._edge(line) - self._indent) < 1.0

    def _is_centred(self, last: Line, line: Line) -> bool:
        middle, other = (last.left + last.right) / 2, (line.left + line.right) / 2
        return abs(middle - other) < 2.0 and last.left - last.column[0] > _INDENT * last.size

    def _ended(self, last: Line, line: Line) -> bool:
        """Tell whether a line ended before its column did."""
        if last.text.endswith(_PARTED) or not self._had_room(last, line) or self._is_centred(last, line):
            return False
        first = line.words[0].text[0]
        early = last.column[1] - last.right > _FAR * (last.column[1] - last.column[0])
        return early or last.text.endswith(_ENDS) or not first.islower()

    def _had_room(self, last: Line, line: Line) -> bool:
        """Tell whether the next line's first word would still have fitted; in justified text, any word at all."""
        room = last.column[1] - last.right
        first = line.words[0]
        if self._justified and room > 0.8 * last.size:
            return True
        return room > first.right - first.left + (_SPACE + 0.1) * last.size

    def _edge(self, line: Line) -> float:
        return self._left.get((line.page, round(line.column[0])), line.column[0])


def _neighbours(lines: Sequence[Line]) -> Iterable[tuple[Line, Line]]:
    """Give lines with the next one below them, of the same size."""
    for one, two in pairwise(lines):
        if one.page == two.page and one.base < two.base and abs(one.size - two.size) < _SAME_SIZE * one.size:
            yield one, two


def _usual_indent(lines: Sequence[Line], moved_inwards: int) -> int:
    """Return by how much first lines are moved inwards, 0 where most lines that are so are no first lines."""
    moved = Counter(
        round(two.left - one.left)
        for (one, two), (_, three) in pairwise(_neighbours(lines))
        if two.left - one.left > _INDENT * two.size and abs(three.left - one.left) < _INDENT * two.size
    )
    indent = max(moved, key=lambda by: moved[by], default=0)
    return indent if moved[indent] > max(2, _FIRST_LINES * moved_inwards) else 0


def _usual_gaps(lines: Sequence[Line]) -> dict[float, float]:
    """Return the most frequent distance of lines for each size of letters that is often used."""
    gaps: dict[float, Counter[float]] = defaultdict(Counter)
    for one, two in _neighbours(lines):
        if 0.5 * one.size < two.base - one.base < 3 * one.size:
            gaps[_rounded(one.size)][round((two.base - one.base) * 2) / 2] += 1
    return {
        size: min(gap for gap, count in counts.items() if count >= 0.5 * max(counts.values()))
        for size, counts in gaps.items()
        if sum(counts.values()) > 2
    }


def _usual_lefts(lines: Sequence[Line]) -> dict[tuple[int, int], float]:
    """Return where most lines of a column begin."""
    lefts: dict[tuple[int, int], Counter[float]] = defaultdict(Counter)
    for line in lines:
        lefts[line.page, round(line.column[0])][round(line.left, 1)] += 1
    return {column: max(counts, key=lambda left: counts[left]) for column, counts in lefts.items()}


def _rounded(size: float) -> float:
    return round(size * 2) / 2
