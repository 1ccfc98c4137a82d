"""Where sentences begin and end.

All positions are Unicode code points. A sentence never crosses a line feed: a line is a paragraph, and every line
that is not blank has at least one sentence. Each function reads only the lines around the position asked for.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

import regex as re  # possessive quantifiers are wrong in the `re` of Python 3.11.2

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_BULLET = re.compile(r"\s*(?:[•‣⁃◦▪▫●○■□◆◇▶►➢➤✓✔❖·\uf0b7*+–—-]\s+(?=\S))?")
_WORD = re.compile(r"\w")
_NOT_BLANK = re.compile(r"\S")
_SPACE = re.compile(r"\s*")
# A stop, spaced full stops that make an ellipsis, then the marks that close before the next sentence.
_STOP = re.compile(
    r"([.!?…؟۔।॥።။។。！？｡]++(?:[ \u00a0]\.(?![.\w]))*+)"
    r"((?:[\"'”’“‘»«›‹)\]}*_」』）】》〉]|[ \u00a0\u202f][»›”](?!\w)|\[\d{1,3}\])*+)"
)
_NEXT = re.compile(r"\s*+([\"'“”„‚‘’«»‹›(\[{¿¡*_\s–—-]{0,8}+)((?:[^\W_]|['’](?=\w)){0,40})(\.?)")
_BEFORE = re.compile(r"[\w.’'&-]+$")
_LETTERS_WITH_STOPS = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}|[^\W\d_]")
_LIST_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*|[^\W\d_]")

_ENDS_WITHOUT_SPACE = "。！？｡"
_TITLES = _words(
    "Mr Mrs Ms Mx Dr Drs Prof Profs Rev Hon Gen Col Capt Lt Cmdr Sgt Maj Sen Rep Gov Messrs Mme Mlle Hr Fr"
)
_MID_SENTENCE = _words(
    "e.g eg i.e ie cf vs viz approx esp incl excl resp z.b d.h u.a bzw ca vgl sog p.ex c.-à-d d.w.z bijv p.ej"
)
_BEFORE_NUMBERS = _words(
    "no nos nr vol vols p pp art arts fig figs sec sect ch chap para paras ed s ss abs cl reg tel ext ",
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun",
)
_SOMETIMES_LAST = _words("inc ltd co corp jr sr bros al st mt ave rd dept univ assn")
_GERMAN_MONTHS = _words(
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember Jahrhundert"
)
_OPENING_WORDS = _words(
    "A After All Also Although An And Another Any As Asked At Because Before Both But By Despite During Each Even ",
    "Every Finally First For From He Her Here His How However I If In Instead It Its Just Later Many Meanwhile More ",
    "Most My No Nobody None Nor Not Nothing Now Of On Once One Only Or Our Other Others She Since So Some Still Such ",
    "That The Their Then There These They This Those Though Thus To Today Two Under Until We Well What When Where ",
    "Whether Which While Who Why With Without Yet You Your",
)
_WINDOW = 4096
_FAR_ENOUGH = 128  # what must be read beyond a stop to judge it


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the spans, in code points, of all sentences that share a character with `start` to `end`.

    Sentences are given whole, without the white space around them and without a bullet mark before them.
    """
    end = len(text) if end is None else end
    found = takewhile(lambda span: span[0] < end, _from_sentence_at(text, start))
    return [span for span in found if span[1] > start]


def later_starts(text: str, low: int, high: int) -> list[int]:
    """Return where sentences begin in the line from `low` to `high` (code points), but for its first one."""
    if _STOP.search(text, low, high) is None:
        return []
    return [start for start, _ in _in_line(text, low, high, low)][1:]


def sentence_at(text: str, position: int) -> Span | None:
    """Return the sentence at a position in code points; none on a blank line.

    White space after a sentence belongs to it; so does a bullet mark or an indent before the first one of a line.
    """
    low, high = _line(text, position)
    last = None
    for span in _in_line(text, low, high, position):
        if span[0] > position:
            return last or span
        last = span
    return last


def next_sentence(text: str, position: int) -> Span | None:
    """Return the first sentence that starts after `position` (code points), on this line or a later one."""
    return next((span for span in _from_sentence_at(text, position) if span[0] > position), None)


def previous_sentence(text: str, position: int) -> Span | None:
    """Return the sentence before the one at `position` (code points); on a blank line, the one above."""
    here = sentence_at(text, position)
    low, _ = _line(text, position)
    if here and here[0] > low and (earlier := sentence_at(text, here[0] - 1)) != here:
        return earlier
    return _last_above(text, low)


def _last_above(text: str, low: int) -> Span | None:
    """Return the last sentence before the line that begins at `low`, passing over blank lines."""
    reach = _WINDOW
    while reach < 2 * low and text[max(0, low - reach) : low].isspace():
        reach *= 4
    near = max(0, low - reach)
    end = near + len(text[near:low].rstrip())
    return sentence_at(text, end - 1) if end > near else None


def _line(text: str, position: int) -> Span:
    end = text.find("\n", position)
    return text.rfind("\n", 0, position) + 1, len(text) if end < 0 else end


def _from_sentence_at(text: str, position: int) -> Iterator[Span]:
    """Yield the sentence at `position` and all later ones, through the lines below."""
    low, high = _line(text, position)
    yield from _in_line(text, low, high, position)
    while full := _NOT_BLANK.search(text, high):
        low, high = _line(text, full.start())
        yield from _in_line(text, low, high, low)


def _in_line(text: str, low: int, high: int, near: int) -> Iterator[Span]:
    """Yield the sentences of the line from `low` to `high`, beginning at or before `near`."""
    first = _BULLET.match(text, low, high)
    low = first.end() if first else low
    high = low + len(text[low:high].rstrip())
    start = _known_start(text, low, high, near)
    for end in _ends(text, low, start, high):
        yield start, end
        start = _after_space(text, end)
    if start < high:
        yield start, high


def _known_start(text: str, low: int, high: int, near: int) -> int:
    """Return a sentence start at or before `near`, without reading a very long line from its beginning."""
    reach = _WINDOW
    while near - reach > low:
        stop = _STOP.search(text, near - reach, near)
        for end in _ends(text, low, stop.end(), min(high, near + _FAR_ENOUGH)) if stop else ():
            if end > near:
                break
            if (start := _after_space(text, end)) <= near:
                return start
        reach *= 4
    return low


def _after_space(text: str, position: int) -> int:
    space = _SPACE.match(text, position)
    return space.end() if space else position


def _ends(text: str, low: int, start: int, high: int) -> Iterator[int]:
    """Yield where sentences end before `high`; the last one of the line is left to the caller."""
    before = start
    for stop in _STOP.finditer(text, start, high):
        if stop.end() < high and _WORD.search(text, before, stop.start()) and _ends_sentence(text, low, stop, high):
            yield stop.end()
        before = stop.end()


def _ends_sentence(text: str, low: int, stop: re.Match[str], high: int) -> bool:
    mark, closing, after = stop[1], stop[2], stop.end()
    if mark[-1] in _ENDS_WITHOUT_SPACE:
        return not (closing and text[after] == "と")
    if not text[after].isspace():
        return closing.endswith("”") and text[after].isupper()
    following = _NEXT.match(text, after, high)
    opening, word, point = following.groups() if following else ("", "", "")
    abbreviated = mark == "." and not closing and _abbreviated(text, low, stop.start(), word, point)
    ellipsis = "…" in mark or mark.count(".") > 1
    if _continues(word):
        return not ellipsis and not abbreviated and bool(re.search(r"[\"'“„‘«»\[]", opening))
    if ellipsis:
        return not word[:1].isdigit()
    return not abbreviated


def _continues(word: str) -> bool:
    """Tell whether the word goes on with a sentence: small initial, but not as in `iPhone` or `mRNA`."""
    return word[:1].islower() and not word[1:2].isupper()


def _abbreviated(text: str, low: int, stop: int, word: str, point: str) -> bool:
    """Tell whether the full stop at `stop` belongs to the word before it; `word` and `point` follow."""
    found = _BEFORE.search(text[max(low, stop - 24) : stop])
    token = found[0] if found else ""
    if stop - len(token) == low and _LIST_NUMBER.fullmatch(token):
        return True
    if token in _TITLES or token.casefold() in _MID_SENTENCE:
        return True
    if word[:1].isdigit() and token.casefold() in _BEFORE_NUMBERS:
        return True
    if token.isdigit() and len(token) < 3:
        return word in _GERMAN_MONTHS
    may_be_last = token.casefold() in _SOMETIMES_LAST or _LETTERS_WITH_STOPS.fullmatch(token)
    initial = len(word) == 1 and point == "."
    return bool(may_be_last) and bool(word) and (initial or word not in _OPENING_WORDS)
