"""The signs of mark-up in a text, which are not shown: what is shown instead, and how passages and searches pass over.

The shown text is as long as the stored one, in code points and in UTF-16 units, so that every position holds. A sign
is shown as a space without width, where there is none beside it as one that joins, so that lines break as if it were
not there. Positions are code points of the stored text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from annotator.model.blocks import MARK
from annotator.model.passages import trim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.model.blocks import Block

    Span = tuple[int, int]

HIDDEN, JOINED, HIDDEN_ASTRAL = "\u200b", "\u2060", "\U000e0001"
UNSEEN = HIDDEN + JOINED + HIDDEN_ASTRAL
BULLET, BULLETS = "•", "-*+"
EMPHASIS = "*_~"
_NOT_SEEN = re.compile(rf"[\s{UNSEEN}]*")
_HIDE = re.compile(r"[^\n]")
_BULLET_SIGN = re.compile(r"([ \t]*)([-*+]|\d+[.)])([ \t])")


class Signs:
    """The signs of one text."""

    def __init__(self, text: str, blocks: Iterable[Block] = ()) -> None:
        marks = _apart(block for block in blocks if block.kind == MARK and block.end <= len(text))
        self._text = text
        self._starts, self._ends = [mark.start for mark in marks], [mark.end for mark in marks]
        self._partners = _pairs(text, marks)
        gone = [0, *accumulate(mark.end - mark.start for mark in marks)]
        self._gone = gone
        self._in_reading = [mark.start - before for mark, before in zip(marks, gone, strict=False)]
        self.shown = _with(text, list(_shown(text, marks)))

    @property
    def emphasised(self) -> list[tuple[int, int, str]]:
        """Start and end of each stretch between two signs of emphasis, and the sign."""
        return [
            (self._ends[number], self._starts[partner], self._text[self._starts[number] : self._ends[number]])
            for number, partner in self._partners.items()
            if number < partner and self._text[self._starts[number]] in EMPHASIS
        ]

    def only(self, start: int, end: int) -> bool:
        """Tell whether nothing that is seen stands between two positions."""
        return _NOT_SEEN.fullmatch(self.shown, start, end) is not None

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self._starts)

    def without(self, start: int, end: int) -> Span:
        """Return a passage without the signs at its ends; as it is where there are none, or nothing else.

        A sign whose partner stands inside the passage stays, as all do that stand inside.
        """
        if not self._starts:
            return start, end
        first, last = trim(self._text, start, end)
        found = True
        while found and first < last:
            found = False
            leading, trailing = self._sign_at(first), self._sign_at(last - 1)
            if leading is not None and not self._is_partner_inside(leading, first, last):
                first, found = trim(self._text, self._ends[leading], last)[0], True
            elif trailing is not None and not self._is_partner_inside(trailing, first, last):
                last, found = trim(self._text, first, self._starts[trailing])[1], True
        if first >= last or (first, last) == trim(self._text, start, end):
            return start, end
        return first, last

    def between(self, one: int, other: int) -> bool:
        """Tell whether nothing but signs stands between two different positions."""
        low, high = min(one, other), max(one, other)
        while low < high and (sign := self._sign_at(low)) is not None:
            low = self._ends[sign]
        return one != other and low >= high

    def beyond(self, position: int, step: int) -> int:
        """Return where the signs at a position end (step 1), or those before it begin (-1)."""
        while (sign := self._sign_at(position if step > 0 else position - 1)) is not None:
            position = self._ends[sign] if step > 0 else self._starts[sign]
        return position

    @property
    def reading(self) -> str:
        """The text as it reads, without the signs."""
        return self.read(0, len(self._text))

    def read(self, start: int, end: int) -> str:
        """Return a stretch of the text as it reads, without the signs in it."""
        low, high = bisect_right(self._ends, start), bisect_left(self._starts, end)
        kept, at = [], start
        for number in range(low, high):
            kept.append(self._text[at : max(at, self._starts[number])])
            at = min(end, self._ends[number])
        return "".join([*kept, self._text[at:end]])

    def from_reading(self, start: int, end: int) -> Span:
        """Return where a stretch of the text as it reads stands in the stored one, without signs at its ends."""
        return (
            start + self._gone[bisect_right(self._in_reading, start)],
            end + self._gone[bisect_left(self._in_reading, end)],
        )

    def _sign_at(self, position: int) -> int | None:
        number = bisect_right(self._starts, position) - 1
        return number if number >= 0 and position < self._ends[number] else None

    def _is_partner_inside(self, sign: int, first: int, last: int) -> bool:
        partner = self._partners.get(sign)
        return partner is not None and first < self._starts[partner] and self._ends[partner] < last


def _apart(marks: Iterable[Block]) -> list[Block]:
    """Return marks in the order of the text, none inside another."""
    found: list[Block] = []
    for mark in sorted(marks, key=lambda block: (block.start, -block.end)):
        if not found or mark.start >= found[-1].end:
            found.append(mark)
    return found


def _pairs(text: str, marks: Sequence[Block]) -> dict[int, int]:
    """Return of each sign that has one the number of its partner; they come as pairs, those of links one in another."""
    pairs: dict[int, int] = {}
    waiting: dict[tuple[str, str], list[int]] = {}
    for number, mark in enumerate(marks):
        if mark.path not in ("link", "emphasis", "code"):
            continue
        sign = text[mark.start : mark.end]
        opens = sign in ("[", "![") if mark.path == "link" else not waiting.get((mark.path, sign))
        there = waiting.setdefault((mark.path, "" if mark.path == "link" else sign), [])
        if opens:
            there.append(number)
        elif there:
            partner = there.pop()
            pairs[partner], pairs[number] = number, partner
    return pairs


def _shown(text: str, marks: Sequence[Block]) -> Iterator[tuple[int, int, str]]:
    """Yield what is shown for the signs: nothing that is seen, but a bullet for that of a list, and numbers."""
    ends = {mark.start: mark.end for mark in marks}
    run_end, instead = 0, HIDDEN
    for mark in marks:
        if mark.start >= run_end:
            run_end = mark.end
            while run_end in ends:
                run_end = ends[run_end]
            around = text[mark.start - 1 : mark.start] if mark.start else "", text[run_end : run_end + 1]
            instead = HIDDEN if any(not one or one.isspace() for one in around) else JOINED
        sign = text[mark.start : mark.end]
        bullet = _BULLET_SIGN.match(sign) if mark.path == "bullet" else None
        if bullet is None:
            yield mark.start, mark.end, _hidden(sign, instead)
        else:
            seen = BULLET if bullet[2] in BULLETS else bullet[2]
            rest = _hidden(sign[bullet.end() :], HIDDEN)
            yield mark.start, mark.end, _hidden(bullet[1], HIDDEN) + seen + bullet[3] + rest


def _hidden(characters: str, instead: str) -> str:
    if characters.isascii() and "\n" not in characters:
        return instead * len(characters)
    return _HIDE.sub(lambda found: instead if found[0] < "\U00010000" else HIDDEN_ASTRAL, characters)


def _with(text: str, changes: Sequence[tuple[int, int, str]]) -> str:
    """Return the text with stretches in place of others."""
    pieces, at = [], 0
    for start, end, instead in changes:
        pieces += [text[at:start], instead]
        at = end
    return "".join([*pieces, text[at:]])
