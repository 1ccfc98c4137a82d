"""What a text prints about itself: headline, by-line, date, publication. Nothing is filled in from a clue."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.importing.clutter.dates import printed_date
from annotator.importing.speech.words import words
from annotator.importing.titles import printed_headline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.importing.clutter.lines import Line

HEAD = 12  # lines
_FIRST = 4_000  # characters of the body in which the publication is looked for
_NAME = r"[^\W\d_][\w’'.-]*(?:[ \u00a0][^\W\d_][\w’'.-]*){1,3}"
_BY = re.compile(
    rf"(?:^|[\s|·–—,*_])(?:by|par|von|words by):?\s+\**"
    rf"(?:\[({_NAME})\]\([^)]*\)|({_NAME}(?:(?:,| and| &) {_NAME})*))",
    re.IGNORECASE,
)
_BY_ROLE = re.compile(r"by ((?:a|an|our|the) [^\W\d_][\w’' -]{2,50})", re.IGNORECASE)
_NEAR = r"\**([A-Z]{2,8}|\*[A-Z][^*\n]{1,40}\*|_[A-Z][^_\n]{1,40}_)\**"
_PUBLICATION = (
    re.compile(rf"(?:told|tells|interview with|speaking to|spoke to|talking to|interviewed by)\s+(?:the )?{_NEAR}"),
    re.compile(
        rf"{_NEAR}(?:’s|'s)?\s+(?:asked|pressed|has learned|has learnt|understands|can reveal|put it to|spoke to)"
    ),
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|[Cc]opyright)\s*(?:19|20)\d\d,? ([A-ZÀ-Þ][\w’'&-]*(?: [A-ZÀ-Þ][\w’'&-]*){0,5})")
_NOT_PUBLICATIONS = words("nhs mp mps gp gps ccg ccgs us uk eu un i a pm stp stps")
_CURRENTLY = re.compile(r"\W*currently reading\W*", re.IGNORECASE)
_EXCLUSIVE = re.compile(r"exclusive:\s+\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """Something the text tells about itself, and where it stands (code points)."""

    value: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Head:
    """What was found; none where the text prints nothing of the kind."""

    title: Found | None = None
    author: Found | None = None
    published: Found | None = None
    publication: Found | None = None


def head_of(text: str, lines: Sequence[Line]) -> Head:
    """Return what the first lines print, and the publication that its interviewer names."""
    published, author = _date(lines), _by_line(lines)
    return Head(_title(text, lines, published or author), author, published, _publication(text))


def _date(lines: Sequence[Line]) -> Found | None:
    for line in lines[:HEAD]:
        found = printed_date(line.text[:200]) if line.short and not line.text.endswith(".") else None
        if found and (line.words <= 14 or found[1] == 0):
            value, start, end = found
            return Found(value, line.start + start, line.start + end, f"a date in the line “{line.text}”")
    return None


def _by_line(lines: Sequence[Line]) -> Found | None:
    for line in lines[:HEAD]:
        role = _BY_ROLE.fullmatch(line.text) if line.short else None
        if role and not line.stopped:
            return Found(role[1], line.start + role.start(1), line.end, f"“{line.text}”")
        by = _BY.search(line.text[:200]) if line.short and not line.stopped else None
        if by is None:
            continue
        group = 1 if by[1] else 2
        if all(word[0].isupper() for word in re.split(r"[\s,&]+", by[group]) if word not in ("and", "")):
            return Found(by[group], line.start + by.start(group), line.start + by.end(group), f"“{line.text}”")
    return None


def _title(text: str, lines: Sequence[Line], dated: Found | None) -> Found | None:
    for line, after in itertools.pairwise(lines):
        if _CURRENTLY.fullmatch(line.text[:60]) and after.short and not after.stopped:
            return _whole(after, "stands behind “Currently reading”")
    for line in lines[:3]:
        if _EXCLUSIVE.match(line.text) and line.short and not line.stopped:
            return _whole(line, "begins with “Exclusive:”")
    if lines and dated is not None and _headline(lines[0]) and lines[0].end <= dated.start:
        return _whole(lines[0], "the first line, before date and by-line")
    headline = printed_headline(text)
    first = next((line for line in lines[:3] if " ".join(line.text.split()) == headline), None)
    return _whole(first, "the first line, standing apart") if first and headline else None


def _headline(line: Line) -> bool:
    return line.short and line.words >= 3 and not line.bullet and not line.text.endswith((".", ":", ";", ","))


def _whole(line: Line, reason: str) -> Found:
    value = " ".join(line.text.lstrip("# ").split())
    return Found(value, line.start, line.end, reason)


def _publication(text: str) -> Found | None:
    """Return the paper that asks: the most frequent name in capitals or emphasis beside asked, told, interview."""
    found = [match for pattern in _PUBLICATION for match in pattern.finditer(text, 0, 20 * _FIRST)]
    named = [match for match in found if match[1].strip("*_").lower() not in _NOT_PUBLICATIONS]
    if not named:
        return _of_the_copyright(text)
    counts = Counter(match[1].strip("*_") for match in named)
    value = max(counts, key=lambda name: (counts[name], -min(m.start() for m in named if m[1].strip("*_") == name)))
    first = min((match for match in named if match[1].strip("*_") == value), key=re.Match.start)
    start = first.start(1) + first[1].index(value)
    return Found(value, start, start + len(value), f"named in “{' '.join(first[0].split())}”")


def _of_the_copyright(text: str) -> Found | None:
    """Return whom the last notice of copyright names: `© 2016 The Ledger`."""
    found = _COPYRIGHT.search(text, max(0, len(text) - _FIRST))
    if found is None:
        return None
    value = found[1].split(" All ")[0].strip()
    return Found(value, found.start(1), found.start(1) + len(value), "named in the notice of copyright")
