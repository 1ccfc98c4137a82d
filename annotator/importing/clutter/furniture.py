"""What a page, an e-mail or a site puts around its text in more than one line: running heads, replies, comments."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from annotator.importing.clutter.phrases import PAGE_NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.importing.clutter.lines import Line

_WROTE = re.compile(
    r"(?:On|Am|Le) [^\n]{6,160}(?:wrote|schrieb[^\n]{0,60}|a écrit) ?:|"
    r"-{3,} ?(?:Original Message|Ursprüngliche Nachricht|Message d'origine) ?-{3,}",
    re.IGNORECASE,
)
_CONFIDENTIAL = re.compile(
    r"\W*this (?:e-?mail|message)\b[^\n]{0,80}\b(?:confidential|privileged|intended (?:only|solely))\b", re.IGNORECASE
)
_COUNT = re.compile(r"\W*(?:\d+ (?:comments?|responses?|replies|commentaires?|kommentare?|reader comments)|"
                    r"comments|commentaires|kommentare)(?: ?\(\d+\)| \d+)?\W*", re.IGNORECASE)  # fmt: skip
_REPLY = re.compile(r"\W*(?:reply|répondre|antworten|[^\n]{1,40} (?:says|said|wrote|commented|sagt|schrieb|dit) ?:)\W*",
                    re.IGNORECASE)  # fmt: skip
_SIGNATURE = 10  # lines
_LEAST = 2  # times a running head stands on a page


def running_heads(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """Find lines that stand again and again beside page numbers or beside each other, as at the head of a page."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if line.short and line.words <= 12 and not line.text.endswith((".", ":", "!")) and not line.text.isdigit():
            places[line.text].append(place)
    again = {text: there for text, there in places.items() if len(there) >= _LEAST}
    pages = {place for place, line in enumerate(lines) if _is_page_number(line)} if again else set()
    heads = {text for text, there in again.items() if sum(_at_a_page(pages, one) for one in there) >= _LEAST}
    joined = {text for text in set(again) - heads if _stands_with(lines, again[text], heads)}
    for text in sorted(heads | joined):
        first = again[text][0]
        masthead = text in heads and first == 0
        for place in again[text]:
            if place != first or masthead or _at_a_page(pages, place):
                yield lines[place], "the line stands again and again, at the head or foot of pages"


def page_number_lines(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """Find lines of only a number, but not the numbers of a table: those stand beside one another."""
    for place, line in enumerate(lines):
        year = len(line.text) == 4 and line.text[:2] in ("19", "20")
        if _is_page_number(line) and not year and not _in_a_table(lines, place):
            yield line, "a line of only a number"


def mail_ends(lines: Sequence[Line]) -> Iterator[tuple[Line, str, str]]:
    """Find what stands below an e-mail: its signature, the message it answers, a note that it is confidential."""
    replied = next((place for place, line in enumerate(lines) if _WROTE.fullmatch(line.text[:300])), len(lines))
    for line in lines[replied : replied + 1]:
        yield line, "quoted message", "announces the message that is answered"
    for line in lines[replied + 1 :]:
        if line.text.startswith(">"):
            yield line, "quoted message", "a line of the message that is answered"
    dashes = next((place for place, line in enumerate(lines) if line.text in ("--", "—")), len(lines))
    below = [line for line in lines[dashes:replied] if not _CONFIDENTIAL.match(line.text)]
    if len(below) <= _SIGNATURE and all(line.short and (not line.body or line.text == "--") for line in below):
        for line in below:
            yield line, "signature", "a line of the signature below the dashes"
    for line in lines[len(lines) // 2 :]:
        if _CONFIDENTIAL.match(line.text[:300]):
            yield line, "signature", "a note that the message is confidential"


def comments_below(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """Find readers' comments: all that stands behind their count, where somebody says or replies something there."""
    counts = [place for place, line in enumerate(lines) if len(line.text) < 40 and _COUNT.fullmatch(line.text)]
    if not counts:
        return
    below = lines[counts[-1] :]
    if any(len(line.text) < 60 and _REPLY.fullmatch(line.text) for line in below):
        for line in below:
            yield line, "stands below the count of readers' comments"


def _is_page_number(line: Line) -> bool:
    return len(line.text) < 24 and not line.text.isalpha() and PAGE_NUMBER.fullmatch(line.text) is not None


def _at_a_page(pages: set[int], place: int) -> bool:
    """Tell whether a line stands beside a page number; `pages` are the places of those."""
    return place - 1 in pages or place + 1 in pages


def _stands_with(lines: Sequence[Line], there: Sequence[int], heads: set[str]) -> bool:
    """Tell whether a line stands beside a running head at least as often as a head stands on pages."""
    if not heads:
        return False
    beside = sum(
        any(0 <= near < len(lines) and lines[near].text in heads for near in (place - 1, place + 1)) for place in there
    )
    return beside >= _LEAST


def _in_a_table(lines: Sequence[Line], place: int) -> bool:
    if not lines[place].text.isdigit():
        return False
    beside = [*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2]]
    return any(line.text.isdigit() for line in beside)
