"""What in a text is not running text: each zone with its kind, whether it is set aside, and why in words.

The text is never changed. A rule that is not sure leaves the line where it is: one lost sentence is worse than ten
captions that stay.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.importing.clutter.furniture import comments_below, mail_ends, page_number_lines, running_heads
from annotator.importing.clutter.head import Head, head_of
from annotator.importing.clutter.lines import Line, lines_of
from annotator.importing.clutter.phrases import phrase_of
from annotator.importing.speech.words import ROLE_HEADS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.model.records import ZoneState

_CURRENTLY = re.compile(r"\W*currently reading\W*", re.IGNORECASE)
_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Prof(?:essor)?)\.? )?[A-Z][\w’'-]+(?: (?:[A-Z]\.|[A-Z][\w’'-]+)){1,3}"
)
_SEEN = re.compile(
    rf"({_NAME.pattern}),? (?:at|with|outside|inside|beside|behind|near|pictured|left|right|\((?:left|right)\))\b"
)
_CREDIT = re.compile(r"\W*(?:image|photo(?:graph)?|picture|pic|credit|foto|crédit)s?\b ?:.{0,80}", re.IGNORECASE)
_LEAST_CAPTION = 6  # words
_MARK = re.compile("[“\"‘'«„]")
_TOP = 40  # lines among which the head is looked for
_LEAST_BODY = 3  # lines of running text before anything counts as its end
_MOST_AFTER = 25  # short lines after the last sentence
_ROLE = re.compile(r"(?:The|A|An) (?:[\w’'-]+ ){0,3}([\w’'-]+)")
_ROLE_WORDS = 5
_MOST_NAMES = 100  # lines that are only a name; a text with more of them is a list
_LIST_MARK = re.compile(r"\W*(?:\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_ASKED = re.compile(r"\W*(?:Q|Question|Interviewer) ?:\W*\w")


@dataclass(frozen=True, slots=True)
class FoundZone:
    """A stretch of code points that is not running text. `reason` says in words why it is thought so."""

    start: int
    end: int
    kind: str
    state: ZoneState
    reason: str


def find_zones(text: str) -> tuple[list[FoundZone], Head]:
    """Return the zones of a text in its order, and what its head tells."""
    lines = lines_of(text)
    zones: dict[int, FoundZone] = {}
    for zone in _furniture(lines):
        zones.setdefault(zone.start, zone)
    left = [line for line in lines if line.start not in zones] if zones else lines
    head = head_of(text, [*(line for line in left[:_TOP] if not _is_furniture(line)), *left[_TOP:]])
    for rule in (_phrases, _captions, _roles, _after_the_end, _of_the_head, _key_points, _headings, _questions):
        if len(left) + len(zones) > len(lines):
            left = [line for line in lines if line.start not in zones]
        for zone in rule(text, left, head):
            zones.setdefault(zone.start, zone)
    return sorted(zones.values(), key=lambda zone: zone.start), head


def _furniture(lines: Sequence[Line]) -> Iterator[FoundZone]:
    for line, reason in page_number_lines(lines):
        yield _aside(line, "page number", reason)
    for line, reason in running_heads(lines):
        yield _aside(line, "running head", reason)
    for line, kind, reason in mail_ends(lines):
        yield _aside(line, kind, reason)
    for line, reason in comments_below(lines):
        yield _aside(line, "comments", reason)


def _is_furniture(line: Line) -> bool:
    """Tell a line that is no headline whatever stands first: an announcement of the press, a masthead."""
    phrase = phrase_of(line.text)
    return phrase is not None and phrase.kind in ("press note", "masthead")


def _aside(line: Line, kind: str, reason: str) -> FoundZone:
    return FoundZone(line.start, line.end, kind, "set aside", reason)


def _kept(line: Line, kind: str, reason: str) -> FoundZone:
    return FoundZone(line.start, line.end, kind, "kept", reason)


def _phrases(_text: str, lines: Sequence[Line], head: Head) -> Iterator[FoundZone]:
    for place, line in enumerate(lines):
        phrase = phrase_of(line.text)
        if phrase is None or _is_head(line, head, place):
            continue
        yield _aside(line, phrase.kind, f"“{line.text}” {phrase.reason}")
        follows = lines[place + 1] if place + 1 < len(lines) else None
        if _CURRENTLY.fullmatch(line.text) and follows and follows.short and not follows.stopped:
            yield _aside(follows, "related link", "the headline behind “Currently reading”")


def _is_head(line: Line, head: Head, place: int) -> bool:
    return place == 0 and head.title is not None and head.title.start == line.start


def _captions(text: str, lines: Sequence[Line], head: Head) -> Iterator[FoundZone]:
    """Find a line that is only a name the body also uses, and the short line without a stop behind it."""
    names = [(place, line) for place, line in enumerate(lines) if line.words <= 5 and _NAME.fullmatch(line.text)]
    body = next((place for place, line in enumerate(lines) if line.body), len(lines))
    looked = 0
    for place, line in enumerate(lines):
        credited = place + 1 < len(lines) and _CREDIT.fullmatch(lines[place + 1].text[:100]) and place > body
        if credited and line.short and not line.stopped:
            yield _aside(line, "caption", "a short line without a stop before the credit of a picture")
        elif place > body and looked < _MOST_NAMES and _SEEN.match(line.text[:80]):
            looked += 1
            if not _pictured(text, lines, place):
                continue
            yield _aside(line, "caption", "a line without a stop that tells how somebody is seen")
    for place, line in names if len(names) <= _MOST_NAMES else ():
        if place < body or not _used_elsewhere(text, line) or _is_list(lines, place):
            continue
        yield _aside(line, "caption", f"only the name “{line.text}”, which the text uses")
        follows = lines[place + 1] if place + 1 < len(lines) else None
        if follows and _is_caption(follows, head):
            yield _aside(follows, "caption", f"a short line without a stop behind the name “{line.text}”")


def _roles(text: str, lines: Sequence[Line], head: Head) -> Iterator[FoundZone]:
    """Find a line that is only a role, as `The chief executive`, and the short line without a stop behind it."""
    body = next((place for place, line in enumerate(lines) if line.body), len(lines))
    looked = 0
    for line, follows in zip(lines[body:], lines[body + 1 :], strict=False):
        role = line.words <= _ROLE_WORDS and _ROLE.fullmatch(line.text)
        if not role or role[1].lower() not in ROLE_HEADS or looked == _MOST_NAMES:
            continue
        looked += 1
        if _is_caption(follows, head) and follows.words > line.words and f" {line.text.lower()}" in text:
            yield _aside(line, "caption", f"only “{line.text}”, whom the text speaks of")
            yield _aside(follows, "caption", f"a short line without a stop behind “{line.text}”")


def _is_caption(line: Line, head: Head) -> bool:
    return line.short and not line.stopped and not line.bullet and not _is_byline(line, head)


def _pictured(text: str, lines: Sequence[Line], place: int) -> bool:
    """Tell `Ann Holm at the gate, with her dog`: a name the text uses, and where or how it is seen."""
    line = lines[place]
    found = _SEEN.match(line.text) if line.short and not line.stopped and line.words >= _LEAST_CAPTION else None
    beside = 0 < place < len(lines) - 1 and lines[place - 1].stopped
    return bool(found and beside and text.count(found[1]) > 1)


def _used_elsewhere(text: str, line: Line) -> bool:
    at = text.find(line.text)
    while at >= 0:
        if not line.start <= at < line.end:
            return True
        at = text.find(line.text, line.end)
    return False


def _is_list(lines: Sequence[Line], place: int) -> bool:
    """Tell a list of names, as in minutes: a neighbour is only a name, too."""
    beside = [*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2]]
    return any(_NAME.fullmatch(line.text) for line in beside if line.words <= 5)


def _is_byline(line: Line, head: Head) -> bool:
    return any(found and line.start <= found.start < line.end for found in (head.author, head.published))


def _after_the_end(_text: str, lines: Sequence[Line], head: Head) -> Iterator[FoundZone]:
    """Find short lines without a stop after the last full sentence, in a text that is written in sentences."""
    last = next((place for place in range(len(lines) - 1, -1, -1) if lines[place].body), None)
    if last is None or sum(line.body for line in lines[: last + 1]) < _LEAST_BODY:
        return
    after = lines[last + 1 :]
    if len(after) > _MOST_AFTER or 2 * sum(line.body for line in lines[: last + 1]) < last + 1:
        return
    for line in after:
        listed = line.bullet or _LIST_MARK.match(line.text)
        if line.short and not line.stopped and not listed and not _is_byline(line, head):
            yield _aside(line, "related link", "a short line without a stop after the last sentence")


def _of_the_head(_text: str, lines: Sequence[Line], head: Head) -> Iterator[FoundZone]:
    for kind, found in (("headline", head.title), ("by-line", head.author), ("date", head.published)):
        line = next((one for one in lines if found and one.start <= found.start < one.end), None)
        if line is not None and found is not None and (kind == "headline" or not line.stopped):
            yield _kept(line, kind, found.reason)


def _key_points(_text: str, lines: Sequence[Line], _head: Head) -> Iterator[FoundZone]:
    """Find bulleted lines before the first paragraph of running text, two of them or more."""
    first = next((place for place, line in enumerate(lines) if line.body), 0)
    points = [line for line in lines[:first] if line.bullet]
    if len(points) > 1:
        for line in points:
            yield _kept(line, "key point", "a bulleted line before the text begins")


def _headings(_text: str, lines: Sequence[Line], _head: Head) -> Iterator[FoundZone]:
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        plain = line.short and line.words <= 12 and not line.stopped and not line.bullet and line.text[0].isupper()
        if plain and (before.body or before.stopped) and after.body:
            yield _kept(line, "heading", "a short line without a stop between paragraphs")


def _questions(_text: str, lines: Sequence[Line], _head: Head) -> Iterator[FoundZone]:
    """Find unmarked paragraphs that end in a question mark with an answer in marks behind them."""
    for line in lines:
        if _ASKED.match(line.text[:20]):
            yield _kept(line, "question", "begins with the label of a question")
    for line, after in itertools.pairwise(lines):
        asked = (
            line.text.rstrip("*_ ").endswith("?") and not _MARK.search(line.text[:1]) and "“" not in line.text[-400:]
        )
        if asked and _MARK.match(after.text):
            yield _kept(line, "question", "asks what the next paragraph answers")
