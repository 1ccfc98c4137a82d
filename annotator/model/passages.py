"""What can be done with a passage: trim, snap, grow to the next unit, lay out beside others.

A passage is `(start, end)` in Unicode code points, zero-based, end exclusive, as in Python slicing.
"""

from __future__ import annotations

from bisect import bisect_right
from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from annotator.model.errors import Refused
from annotator.model.sentences import sentence_at

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Span = tuple[int, int]

_GRAPHEME = regex.compile(r"\X")
# A row of flags is passed over at once: there \X would take quadratic time.
_FLAGS = regex.compile(r"(?:\p{Regional_Indicator}{2}(?=\p{Regional_Indicator}))*+")
# Between these two kinds of character there is always a grapheme end, whatever stands around them.
_SURE_END = regex.compile(
    r"(?r)[\p{GCB=Other}\p{GCB=LV}\p{GCB=LVT}\p{GCB=V}\p{GCB=T}\p{GCB=Control}\p{GCB=LF}]"
    r"[\p{GCB=Other}\p{GCB=L}\p{GCB=LV}\p{GCB=LVT}\p{GCB=Control}\p{GCB=LF}\p{GCB=Regional_Indicator}]"
)
_WORD = regex.compile(
    r"\p{Han}|\p{Hiragana}+|[\p{Katakana}ー]+"
    r"|(?:(?![\p{Han}\p{Hiragana}\p{Katakana}])[\w\p{M}])+(?:(?:['’‑-]|(?<=\d)[.,:](?=\d))[\w\p{M}]+)*"
)
_LONGEST_WORD = 200
_CLAUSE_MARK = regex.compile(
    r"(?<!\d)[,:]|[,:](?!\d)|[;–—()\[\]\"“”„«»‹›，、；：（）「」『』،؛]|(?<=\s)-+(?=\s)|(?<!\w)['‘]|['’](?!\w)"
)
_STOPS = ".!?…؟۔।。！？ \t\u00a0\u3000"


def trim(text: str, start: int, end: int) -> Span:
    """Return the passage without white space at its ends; an empty passage at `start` when there is nothing else."""
    passage = text[start:end]
    if not passage.strip():
        return start, start
    return end - len(passage.lstrip()), start + len(passage.rstrip())


def snap_to_graphemes(text: str, start: int, end: int) -> Span:
    """Return the passage widened so that no visible character (accent, emoji, flag, syllable) is cut."""
    return _grapheme_around(text, start)[0], _grapheme_around(text, end)[1]


def _grapheme_around(text: str, position: int) -> Span:
    """Return the grapheme that `position` cuts, or `(position, position)` where it cuts none."""
    if not 0 < position < len(text):
        return position, position
    sure = _SURE_END.search(text, 0, position + 1)
    at = sure.start() + 1 if sure else 0
    while at < position:
        at = _FLAGS.match(text, at, position).end()
        grapheme = _GRAPHEME.match(text, at)
        if grapheme is None or grapheme.end() > position:
            return at, grapheme.end() if grapheme else position
        at = grapheme.end()
    return position, position


def checked_passage(text: str, start: int, end: int) -> Span:
    """Return the passage trimmed and snapped to graphemes.

    Raises Refused when it is reversed, outside the text, or holds nothing but white space.
    """
    if start > end:
        raise Refused(f"The passage ends ({end}) before it starts ({start}). Nothing was coded. Give the start first.")
    if start < 0 or end > len(text):
        raise Refused(
            f"The passage {start} to {end} lies outside the article, which has {len(text)} characters. "
            "Nothing was coded. Choose a passage inside the text."
        )
    start, end = trim(text, start, end)
    if start == end:
        raise Refused("The passage holds nothing but white space. Nothing was coded. Choose some words.")
    return snap_to_graphemes(text, start, end)


def paragraphs(text: str) -> list[Span]:
    """Return the lines that are not blank, each whole and without its line feed."""
    found, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        if line and not line.isspace():
            found.append((start, end))
        start = end + 1
    return found


def paragraph_at(text: str, position: int) -> Span:
    """Return the line at `position` without its line feed, blank or not."""
    end = text.find("\n", position)
    return text.rfind("\n", 0, position) + 1, len(text) if end < 0 else end


def paragraph_number(starts: Sequence[int], position: int) -> int:
    """Return the number, from 1, of the paragraph at `position`, given all paragraphs' starts; 0 when there is none."""
    return max(1, bisect_right(starts, position)) if starts else 0


def word_at(text: str, position: int) -> Span | None:
    """Return the word that holds `position` or ends there; none among spaces and marks."""
    low, high = paragraph_at(text, position)
    low, high = max(low, position - _LONGEST_WORD), min(high, position + _LONGEST_WORD)
    for word in _WORD.finditer(text, low, high):
        first, last = word.span()
        if first <= position < last or (last == position and not _WORD.match(text, position, high)):
            return first, last
    return None


def clause_at(text: str, position: int) -> Span | None:
    """Return the fragment of the sentence at `position` between commas, colons, dashes, brackets, quotation marks.

    The marks themselves and the sentence's stop are left out. On a mark, the fragment before it counts.
    """
    sentence = sentence_at(text, position)
    if sentence is None:
        return None
    clauses = _clauses(text, *sentence)
    before = [clause for clause in clauses if clause[0] <= position]
    return before[-1] if before else clauses[0] if clauses else sentence


def _clauses(text: str, low: int, high: int) -> list[Span]:
    cuts, start, quoted = [], low, False
    for mark in _CLAUSE_MARK.finditer(text, low, high):
        single = mark[0] in "'‘’"
        opens = single and not _word_before(text, mark.start(), low)
        if single and not opens and not quoted:
            continue
        quoted = opens if single else quoted
        cuts.append((start, mark.start()))
        start = mark.end()
    cuts.append((start, high))
    bare = [_without_stops(text, *cut) for cut in cuts]
    return [(first, last) for first, last in bare if first < last]


def _word_before(text: str, position: int, low: int) -> bool:
    return position > low and not text[position - 1].isspace() and text[position - 1] not in '([{“"„«'


def _without_stops(text: str, start: int, end: int) -> Span:
    end = start + len(text[start:end].rstrip(_STOPS))
    return trim(text, start, end)


def widen(text: str, start: int, end: int, quotations: Sequence[Span] = ()) -> Span:
    """Return the next larger of words, clauses, sentences, paragraphs around the passage; itself when it has all.

    The smallest of the `quotations` that holds the passage comes in where it has its size: after the sentence that it
    holds, and before the paragraph unless it runs on beyond it.
    """
    units: tuple[Callable[[str, int], Span | None], ...] = (word_at, clause_at, sentence_at, paragraph_at)
    around = (_around(text, unit, start, end) for unit in units)
    wider = [unit for unit in around if unit and _grows(unit, start, end)][:1]
    wider += [(first, last) for first, last in quotations if _grows((first, last), start, end)]
    return min(wider, key=lambda span: span[1] - span[0], default=(start, end))


def _around(text: str, unit: Callable[[str, int], Span | None], start: int, end: int) -> Span | None:
    first, last = unit(text, start), unit(text, max(start, end - 1))
    return trim(text, first[0], last[1]) if first and last else None


def _grows(wider: Span, start: int, end: int) -> bool:
    return wider[0] <= start and end <= wider[1] and wider != (start, end)


def overlap(a: Span, b: Span) -> int:
    """Return how many code points two passages share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def union(a: Span, b: Span) -> Span:
    """Return the smallest passage that holds both."""
    return min(a[0], b[0]), max(a[1], b[1])


def assign_lanes(spans: Sequence[Span]) -> list[int]:
    """Return a lane, from 0, for each passage: in order of start (longer first) the first free one.

    Passages that only touch may share a lane.
    """
    lanes = [0] * len(spans)
    busy: list[tuple[int, int]] = []
    free: list[int] = []
    for index in sorted(range(len(spans)), key=lambda i: (spans[i][0], -spans[i][1], i)):
        start, end = spans[index]
        while busy and busy[0][0] <= start:
            heappush(free, heappop(busy)[1])
        lanes[index] = heappop(free) if free else len(busy)
        heappush(busy, (end, lanes[index]))
    return lanes


def parts(spans: Sequence[Span]) -> list[tuple[int, int, tuple[int, ...]]]:
    """Return the segments between all ends as `(start, end, indices)`: which passages cover each, none left out."""
    full = [(start, end, index) for index, (start, end) in enumerate(spans) if start < end]
    edges = sorted({edge for start, end, _ in full for edge in (start, end)})
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for start, end, index in full:
        opening.setdefault(start, []).append(index)
        closing.setdefault(end, []).append(index)
    found: list[tuple[int, int, tuple[int, ...]]] = []
    covering: set[int] = set()
    for left, right in pairwise(edges):
        covering.difference_update(closing.get(left, ()))
        covering.update(opening.get(left, ()))
        if covering:
            found.append((left, right, tuple(sorted(covering))))
    return found
