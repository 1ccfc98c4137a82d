"""Where a passage is now, when the text was corrected or a colleague's copy differs.

Positions are Unicode code points. Scores run from 0 to 1: from 0.95 on the place is sure, from 0.75 on it wants a
look, below the passage is lost.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from diff_match_patch import diff_match_patch
from rapidfuzz import fuzz
from rapidfuzz.distance import Postfix, Prefix

from annotator.model.passages import snap_to_graphemes, trim, word_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Span = tuple[int, int]
How = Literal["unchanged", "moved", "one of several", "changed", "lost"]

SURE = 0.95
DOUBTFUL = 0.75
CONTEXT = 32  # characters kept on either side of a coding

_NEARBY = 2_000  # characters either side of the old place that are searched first
_SHORT = 20  # a quote of fewer characters says little without its context
_SHORTEST_CHANGED = 6  # below this length a changed quote cannot be told from any other word
_MOST_PLACES = 2_000
_DIFF_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Found:
    """A place in code points, how sure it is (0 to 1), and in what way it was found."""

    start: int
    end: int
    score: float
    how: How

    @property
    def sure(self) -> bool:
        """Whether the passage may be moved without a look."""
        return self.score >= SURE

    @property
    def lost(self) -> bool:
        """Whether the passage has no place any more."""
        return self.how == "lost"


Carried = Found  # for a lost passage, `start` and `end` are the one place where it would have been


def find_quote(text: str, quote: str, near: int, before: str = "", after: str = "") -> Found | None:
    """Return where `quote` stands in `text`; none when there is no place with a score of 0.75 or more.

    Tried in turn: at `near` (code points), the same words elsewhere (ranked by the characters `before` and `after`
    the quote, then by distance), nearly the same words around `near`, nearly the same words anywhere.
    """
    if not quote:
        return None
    near = min(max(0, near), len(text))
    if text.startswith(quote, near):
        return Found(near, near + len(quote), 1.0, "unchanged")
    return _same_words(text, quote, near, before, after) or _changed_words(text, quote, near, before, after)


def _same_words(text: str, quote: str, near: int, before: str, after: str) -> Found | None:
    places = list(_places(text, quote, near))
    if not places:
        return None
    ranked = sorted((-_agreement(text, at, at + len(quote), before, after), abs(at - near), at) for at in places)
    context, at = -ranked[0][0], ranked[0][2]
    if len(ranked) > 1:
        clear = context >= 0.25 and context > -ranked[1][0]
        return Found(at, at + len(quote), 0.97 if clear else 0.85, "moved" if clear else "one of several")
    unknown = not before and not after
    weak = len(quote) < _SHORT and not unknown and context < 0.25
    return Found(at, at + len(quote), 0.9 if weak else 1.0, "moved")


def _places(text: str, quote: str, near: int) -> Iterator[int]:
    """Yield where the quote stands; of very many places, those around `near` first."""
    at = text.find(quote)
    if text.count(quote) > _MOST_PLACES:
        at = text.find(quote, max(0, near - _NEARBY))
    for _ in range(_MOST_PLACES):
        if at < 0:
            return
        yield at
        at = text.find(quote, at + 1)


def _agreement(text: str, start: int, end: int, before: str, after: str) -> float:
    """Return which share (0 to 1) of the known context stands around the place, counted outward from its ends."""
    known = len(before) + len(after)
    left = Postfix.similarity(before, text[max(0, start - len(before)) : start])
    right = Prefix.similarity(after, text[end : end + len(after)])
    return (left + right) / known if known else 0.0


def _changed_words(text: str, quote: str, near: int, before: str, after: str) -> Found | None:
    if len(quote) < _SHORTEST_CHANGED:
        return None
    reach = len(quote) + _NEARBY
    nearby = _nearly(text, quote, max(0, near - reach), min(len(text), near + reach))
    best = nearby if nearby and nearby.score >= SURE else max(
        (found for found in (nearby, _nearly(text, quote, 0, len(text))) if found),
        key=lambda found: found.score,
        default=None,
    )  # fmt: skip
    if best is None or best.score < DOUBTFUL:
        return None
    if best.score < SURE or _agreement(text, best.start, best.end, before, after) >= 0.5:
        return best
    return Found(best.start, best.end, SURE - 0.01, best.how)


def _nearly(text: str, quote: str, low: int, high: int) -> Found | None:
    """Return the stretch between `low` and `high` that is most like the quote, its ends moved to word ends."""
    window = text[low:high]
    if len(window) <= len(quote):
        start, end = trim(text, low, high)
    else:
        aligned = fuzz.partial_ratio_alignment(quote, window, score_cutoff=100 * DOUBTFUL - 15)
        if aligned is None:
            return None
        start, end = _to_word_ends(text, quote, low + aligned.dest_start, low + aligned.dest_end)
    start, end = snap_to_graphemes(text, *trim(text, start, end))
    return Found(start, end, fuzz.ratio(quote, text[start:end]) / 100, "changed") if start < end else None


def _to_word_ends(text: str, quote: str, start: int, end: int) -> Span:
    """Return the ends, among the word ends close by, between which the text is most like the quote."""
    reach = min(40, max(12, len(quote) // 4))
    low, high = max(0, start - reach), min(len(text), end + reach)
    starts = [start, *(low + m.start() for m in re.finditer(r"\b", text[low : start + reach]))]
    ends = [end, *(end - reach + m.start() for m in re.finditer(r"\b|(?<=[.!?”’])", text[end - reach : high]))]
    for _ in range(2):
        end = max((at for at in ends if at > start), key=lambda at: fuzz.ratio(quote, text[start:at]), default=end)
        start = max((at for at in starts if at < end), key=lambda at: fuzz.ratio(quote, text[at:end]), default=start)
    return start, end


def carry(
    old_text: str, new_text: str, spans: Sequence[Span], moved: Callable[[Span], Span] | None = None
) -> list[Carried]:
    """Return, for each passage of the old text (code points), its place in the new one.

    Passages that the correction leaves alone keep their words. Where words changed, the place that the comparison of
    the two texts gives counts while it is like the old passage, else the place where the quote is found again.
    `moved` is the comparison, where the caller has made it already.
    """
    moved = moved or map_passages(old_text, new_text)
    return [_carry_one(old_text, new_text, span, moved) for span in spans]


def _carry_one(old_text: str, new_text: str, span: Span, moved: Callable[[Span], Span]) -> Carried:
    quote = old_text[slice(*span)]
    start, end = moved(span)
    if quote and new_text[start:end] == quote:
        return Carried(start, end, 1.0, "unchanged" if start == span[0] else "moved")
    if len(quote) >= _SHORT and (at := _nearest(new_text, quote, start)) >= 0:
        return Carried(at, at + len(quote), 1.0, "moved")
    mapped = _widened(new_text, quote, _mapped(new_text, quote, start, end))
    if mapped and mapped.score >= DOUBTFUL:
        return mapped
    found = _found_again(old_text, new_text, span, (start + end) // 2 if end - start > _NEARBY else start)
    return found or Carried(start, start, mapped.score if mapped else 0.0, "lost")


def _nearest(text: str, quote: str, near: int) -> int:
    """Return where the quote stands within a few characters of `near`; -1 where it does not.

    The comparison may take a mark at its end, twice there now, for the other one.
    """
    low, high = max(0, near - CONTEXT), near + CONTEXT + len(quote)
    places = (text.rfind(quote, low, near + len(quote)), text.find(quote, near, high))
    return min((at for at in places if at >= 0), key=lambda at: abs(at - near), default=-1)


def _mapped(new_text: str, quote: str, start: int, end: int) -> Carried | None:
    """Return the place the comparison gives, in whole words; none where so much changed that nothing can be said."""
    start, end = trim(new_text, start, max(start, end))
    if start == end or end - start > 2 * len(quote) + 2 * CONTEXT:
        return None
    first, last = word_at(new_text, start), word_at(new_text, end - 1)
    start, end = first[0] if first and first[1] > start else start, max(end, last[1]) if last else end
    start, end = snap_to_graphemes(new_text, start, end)
    return Carried(start, end, fuzz.ratio(quote, new_text[start:end]) / 100, "changed")


def _widened(new_text: str, quote: str, mapped: Carried | None) -> Carried | None:
    """Return the place with the words at its ends that the comparison took for changed, though they stand there still.

    That happens where a whole paragraph goes right before the passage, and a word within it is changed too.
    """
    if mapped is None or mapped.score < DOUBTFUL:
        return mapped
    low, high = max(0, mapped.start - len(quote)), mapped.end + len(quote)
    wider = _nearly(new_text, quote, low, high)
    around = wider is not None and wider.start <= mapped.start and wider.end >= mapped.end
    return wider if wider is not None and around and wider.score > mapped.score else mapped


def _found_again(old_text: str, new_text: str, span: Span, near: int) -> Carried | None:
    """Return where the quote is found in the new text; never sure when it stood in several places before."""
    quote = old_text[slice(*span)]
    before, after = old_text[max(0, span[0] - CONTEXT) : span[0]], old_text[span[1] : span[1] + CONTEXT]
    found = find_quote(new_text, quote, near, before, after)
    alone = old_text.find(quote) == span[0] and old_text.find(quote, span[0] + 1) < 0
    if found and found.sure and not alone and _agreement(new_text, found.start, found.end, before, after) < 0.5:
        return Carried(found.start, found.end, 0.85, "one of several")
    return found


def map_passages(old_text: str, new_text: str) -> Callable[[Span], Span]:
    """Return the function from old to new passages: diff-match-patch's `diff_xIndex`, with one look-up for each end.

    What is inserted at an end stays outside; what replaces the words at an end belongs to the passage.
    """
    comparer = diff_match_patch()
    comparer.Diff_Timeout = _DIFF_SECONDS
    diffs = comparer.diff_main(old_text, new_text)
    old_ends = [0, *accumulate(len(piece) if kind <= 0 else 0 for kind, piece in diffs)]
    new_ends = [0, *accumulate(len(piece) if kind >= 0 else 0 for kind, piece in diffs)]
    kinds = [kind for kind, _ in diffs] + [comparer.DIFF_EQUAL]

    def moved(span: Span) -> Span:
        first, last = (min(bisect_right(old_ends, at) - 1, len(diffs)) for at in (span[0], span[1] - 1))
        start = new_ends[first] + (0 if kinds[first] == comparer.DIFF_DELETE else span[0] - old_ends[first])
        if kinds[last] != comparer.DIFF_DELETE:
            return start, new_ends[last] + span[1] - old_ends[last]
        replaced = kinds[last + 1] == comparer.DIFF_INSERT
        return start, new_ends[last + 2] if replaced else new_ends[last]

    return moved
