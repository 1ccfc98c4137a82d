"""Which stretches of a text stand between quotation marks.

Positions are code points. A span runs from its opening mark to behind its closing one; where none is printed, to the
last character of the paragraph (a running quotation closes only in its last paragraph). Every line is read once, from
left to right, so that the time grows with the length of the text whatever stands in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from annotator.model.passages import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["quotation", "running", "unclosed", "nested"]

_MARK = re.compile("[“”„‟\"‘’‚‛'«»‹›]")
_OPENS_AFTER = frozenset("([{-–—/:*_>¡¿\u00a0\u202f")
_STARTS_LINE = re.compile(r"(?:[\s•‣◦▪●·*>–—-]|\[\d{1,3}\])*")
_DECADE = re.compile(r"['‘’]\d\ds?\b")
_CLIPPED = re.compile(r"['‘’](?:tis|twas|em|til|cause|n|bout|round|ello|ave|im|er)\b", re.IGNORECASE)
_FAMILY = {"“": "“", "”": "“", "„": "“", "‟": "“", '"': '"', "‘": "‘", "’": "‘", "‚": "‘", "‛": "‘", "'": "'"}
_FAMILY |= {"«": "«", "»": "«", "‹": "‹", "›": "‹"}
_DOUBLE = frozenset('“"«')
_CLOSES_LATER = re.compile(r"[.,?!…][’']| (?=[‘'])")
_NEAR = 300
_FAR = 5_000  # a single mark that closes further away is an apostrophe


@dataclass(frozen=True, slots=True)
class QuotationSpan:
    """A stretch between marks. `nested`: inside another one. `unclosed` and `running` end with their paragraph."""

    start: int
    end: int
    kind: Kind


@dataclass(slots=True)
class _Open:
    start: int
    family: str
    nested: bool


def quotation_spans(text: str) -> list[QuotationSpan]:
    """Return the stretches between quotation marks, in the order of the text."""
    lines = [_in_line(text, start, start + len(text[start:end].rstrip())) for start, end in paragraphs(text)]
    found = [span for number, line in enumerate(lines) for span in _with_running(text, lines, number, line)]
    return sorted(found, key=lambda span: (span.start, -span.end))


def _with_running(
    text: str, lines: list[list[QuotationSpan]], number: int, line: list[QuotationSpan]
) -> Iterator[QuotationSpan]:
    """Call what is not closed running when the next paragraphs go on with the same mark."""
    for span in line:
        goes_on = span.kind == "unclosed" and any(
            later and _opens_line(text, later[0].start) and text[later[0].start] == text[span.start]
            for later in lines[number + 1 : number + 4]
        )
        if goes_on:
            yield QuotationSpan(span.start, span.end, "running")
        elif span.kind != "unclosed" or text[span.start] not in "‘'":
            yield span


def _opens_line(text: str, position: int) -> bool:
    start = text.rfind("\n", 0, position) + 1
    found = _STARTS_LINE.match(text, start, position)
    return bool(found and found.end() == position)


def _in_line(text: str, low: int, high: int) -> list[QuotationSpan]:
    """Return the spans of one line; what is still open at its end is not closed."""
    done: list[QuotationSpan] = []
    stack: list[_Open] = []
    for mark in _MARK.finditer(text, low, high):
        at, sign = mark.start(), mark[0]
        closes = _closed_by(text, at, sign, stack, low, high)
        if closes is not None:
            _close(stack, closes, at + 1, done)
        elif _opens(text, at, sign, stack, low, high):
            stack.append(_Open(at, _FAMILY[sign], bool(stack)))
    done += _left_open(text, stack, low, high)
    return [span for span in done if text[span.start + 1 : span.end - (span.kind != "unclosed")].strip()]


def _closed_by(text: str, at: int, sign: str, stack: list[_Open], low: int, high: int) -> int | None:
    """Return which open mark, as a place in the stack, a mark closes; none when it closes nothing."""
    if not stack or not _may_close(text, at, sign, low, high):
        return None
    for place in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
        if _fits(stack[place].family, sign, at - stack[place].start):
            return place
    return None


def _fits(family: str, sign: str, length: int) -> bool:
    if family in "‘'":
        return sign in "’'‘" and length < _FAR
    if family == "“":
        return sign in '”“"'
    return _FAMILY[sign] == family or (family == '"' and sign == "”")


def _may_close(text: str, at: int, sign: str, low: int, high: int) -> bool:
    before = text[at - 1] if at > low else " "
    after = text[at + 1] if at + 1 < high else " "
    if sign in "”»›":
        return True
    if sign == "«" or sign == "‹":
        return not before.isspace() and not _is_word(after)
    if sign in "’'" and (_is_word(after) or _of_several(text, at, high)):
        return False
    if sign in "“‘":  # German style closes with the mark that opens elsewhere
        return not before.isspace() and before not in _OPENS_AFTER and not _is_word(after)
    return not before.isspace() and before not in "([{" and not _is_word(after)


def _of_several(text: str, at: int, high: int) -> bool:
    """Tell `the boards' plan` from a closing mark: a word follows, and the quotation closes behind a stop later on."""
    if text[at - 1] not in "sS" or not text[at + 1 : at + 3].strip().islower():
        return False
    later = _CLOSES_LATER.search(text, at + 1, min(high, at + _NEAR))
    return later is not None and later[0] != " "


def _opens(text: str, at: int, sign: str, stack: list[_Open], low: int, high: int) -> bool:
    before = text[at - 1] if at > low else " "
    after = text[at + 1] if at + 1 < high else " "
    if sign in "“„‟«‹‚‛":
        return not (stack and stack[-1].family == _FAMILY[sign] and before.isalnum())
    if sign in "”»›":
        return sign == "»" and _free(before) and not after.isspace()  # »so« is printed in German books
    if not _free(before) or after.isspace() or at + 1 >= high:
        return False
    if sign == '"':
        return True
    return not _DECADE.match(text, at) and not _CLIPPED.match(text, at) and sign in "‘'"


def _free(before: str) -> bool:
    return before.isspace() or before in _OPENS_AFTER or before in "“\"‘'«‹„"


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _close(stack: list[_Open], place: int, end: int, done: list[QuotationSpan]) -> None:
    """Close an open mark; single marks opened inside it and never closed were apostrophes."""
    opened = stack[place]
    del stack[place:]
    done.append(QuotationSpan(opened.start, end, "nested" if stack else "quotation"))


def _left_open(text: str, stack: list[_Open], low: int, high: int) -> Iterator[QuotationSpan]:
    """Keep the outermost double mark that is not closed, and a single one that opens the line or follows a colon."""
    for opened in stack:
        introduced = _opens_line(text, opened.start) or text[max(low, opened.start - 2) : opened.start] in (": ", ", ")
        if opened.family in _DOUBLE or introduced:
            yield QuotationSpan(opened.start, high, "unclosed")
            return
