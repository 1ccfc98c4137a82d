"""The sample articles of other house styles, what was judged in them by hand, and how far the rules agree."""

from __future__ import annotations

import email
import email.policy
import json
import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.importing.formats.html_text import read_html
from annotator.importing.found_in_text import FoundInText, find_in_text
from annotator.model.canonical import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.importing.read_records import Block
    from annotator.model.records import Quotation

FOLDER = Path(__file__).parents[1] / "reference" / "house_styles"
STYLES = tuple(sorted(path.name for path in FOLDER.iterdir() if path.suffix in (".txt", ".html", ".eml")))
NOBODY = "-"
_MARKS = re.compile(r"^(?P<line>[~%] )|\[\[(?P<who>[^|\]\n]*)\||(?P<close>\]\])", re.MULTILINE)


@dataclass(frozen=True)
class Judged:
    """A quotation by hand: `speakers` are the answers that are right."""

    start: int
    end: int
    speakers: frozenset[str]


@dataclass(frozen=True)
class HouseStyle:
    """A sample: `aside` are the lines to be set aside, `either` those where both answers are right."""

    name: str
    text: str
    aside: list[tuple[int, int]]
    either: list[tuple[int, int]]
    quotations: list[Judged]
    blocks: tuple[Block, ...] = ()

    def found(self) -> FoundInText:
        return find_in_text(self.text, self.blocks)


@dataclass
class Tally:
    """How many were right, found and expected; `shown` are the misses in words."""

    right: int = 0
    found: int = 0
    expected: int = 0
    shown: list[str] = field(default_factory=list)

    def __iadd__(self, other: Tally) -> Tally:
        self.right, self.found = self.right + other.right, self.found + other.found
        self.expected += other.expected
        self.shown += other.shown
        return self

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0


def answers(printed: str) -> frozenset[str]:
    """Return the right answers: in small letters, an empty one for nobody."""
    return frozenset("" if one.strip() == NOBODY else _plain(one) for one in printed.split(" / "))


def house_style(name: str) -> HouseStyle:
    """Read a sample: the text without the marks of the judge, and where they stood."""
    marked, blocks = _marked_text(name)
    parts: list[str] = []
    cuts: list[tuple[int, int]] = []
    aside: list[tuple[int, int]] = []
    either: list[tuple[int, int]] = []
    quotations: list[Judged] = []
    opened: list[tuple[int, str]] = []
    at = gone = 0
    for mark in _MARKS.finditer(marked):
        parts.append(marked[at : mark.start()])
        place = mark.start() - gone
        at, gone = mark.end(), gone + len(mark[0])
        cuts.append((mark.start(), gone))
        if mark["line"]:
            (aside if mark["line"] == "~ " else either).append((place, place))
        elif mark["close"]:
            start, who = opened.pop()
            quotations.append(Judged(start, place, answers(who)))
        else:
            opened.append((place, mark["who"]))
    text = "".join([*parts, marked[at:]])
    return HouseStyle(
        name, text, _lines(text, aside), _lines(text, either), quotations,
        tuple(replace(one, start=_moved(cuts, one.start), end=_moved(cuts, one.end)) for one in blocks),
    )  # fmt: skip


def judged_metadata(name: str) -> dict[str, str] | None:
    """Return what a sample prints about itself; nothing where its format tells it beside the text."""
    told: dict[str, dict[str, str]] = json.loads((FOLDER / "metadata.json").read_text("utf-8"))
    return told.get(name)


def judged_reported(name: str) -> list[tuple[str, frozenset[str]]]:
    """Return the beginnings of the sentences that report speech without marks, and whose."""
    told: dict[str, list[list[str]]] = json.loads((FOLDER / "reported.json").read_text("utf-8"))
    return [(beginning, answers(who)) for beginning, who in told[name]]


def is_one_of(speaker: str, right: frozenset[str]) -> bool:
    return _plain(speaker) in right


def set_aside_tally(style: HouseStyle, found: FoundInText) -> Tally:
    """Count lines: a line that is set aside in part counts as one."""
    tally = Tally(expected=len(style.aside))
    lines = _lines_within(style.text, ((one.start, one.end) for one in found.zones if one.state == "set aside"))
    for line in lines:
        if line in style.either:
            continue
        tally.found += 1
        if line in style.aside:
            tally.right += 1
        else:
            tally.shown.append(f"wrongly set aside: {style.text[slice(*line)]}")
    tally.shown += [f"not set aside: {style.text[slice(*line)]}" for line in style.aside if line not in lines]
    return tally


def outer(style: HouseStyle, quotations: Iterable[Quotation]) -> list[Quotation]:
    """Return the quotations that are to be judged: not reported, not in a line set aside, not inside another."""
    rows = [one for one in quotations if one.kind != "reported" and not _inside(one.start, one.end, style.aside)]
    spans = sorted({(one.start, one.end) for one in rows}, key=lambda span: (span[0], -span[1]))
    kept, reach = set(), -1
    for start, end in spans:
        if end > reach:
            kept.add((start, end))
            reach = end
    return [one for one in rows if (one.start, one.end) in kept]


def span_tally(style: HouseStyle, found: FoundInText) -> Tally:
    expected = {(one.start, one.end) for one in style.quotations}
    there = {(one.start, one.end) for one in outer(style, found.quotations)}
    shown = [f"no quotation: {style.text[slice(*span)]}" for span in sorted(there - expected)]
    shown += [f"not found: {style.text[slice(*span)]}" for span in sorted(expected - there)]
    return Tally(len(expected & there), len(there), len(expected), shown)


def speaker_tallies(style: HouseStyle, found: FoundInText) -> dict[str, Tally]:
    """Count who speaks: `all` against every quotation judged, and each grade against itself."""
    judged = {(one.start, one.end): one for one in style.quotations}
    tallies = {grade: Tally() for grade in ("all", "sure", "likely", "guess", "none")}
    tallies["all"].expected = len(judged)
    for one in outer(style, found.quotations):
        by_hand = judged.get((one.start, one.end))
        if by_hand is None:
            continue
        right = is_one_of(one.speaker, by_hand.speakers)
        shown = [] if right else [
            f"{one.grade}: {one.speaker or NOBODY} for {'/'.join(by_hand.speakers)}: "
            f"{style.text[one.start : one.end][:50]} ({one.kind}; {one.reason})"
        ]  # fmt: skip
        for grade in ("all", one.grade):
            tallies[grade] += Tally(right, 1, 0, shown)
    return tallies


def _marked_text(name: str) -> tuple[str, tuple[Block, ...]]:
    data = (FOLDER / name).read_bytes()
    if name.endswith(".html"):
        read = read_html(data, name)
        return canonical(read.text), read.blocks
    if name.endswith(".eml"):
        message = email.message_from_bytes(data, policy=email.policy.default)
        body = message.get_body()
        assert body is not None
        return canonical(body.get_content()), ()
    return canonical(data.decode("utf-8")), ()


def _moved(cuts: Sequence[tuple[int, int]], position: int) -> int:
    """Return a position of the marked text in the text without marks."""
    place = bisect_right(cuts, position, key=lambda cut: cut[0]) - 1
    if place < 0:
        return position
    start, gone = cuts[place]
    return max(position - gone, start - (cuts[place - 1][1] if place else 0))


def _lines(text: str, starts: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    return [_line(text, start) for start, _ in starts]


def _line(text: str, position: int) -> tuple[int, int]:
    low = text.rfind("\n", 0, position) + 1
    high = text.find("\n", position)
    line = text[low : high if high >= 0 else len(text)]
    lead = len(line) - len(line.lstrip())
    return low + lead, low + len(line.rstrip())


def _lines_within(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in spans:
        at = start
        while at < end:
            line = _line(text, at)
            if line[1] > line[0] and line not in found:
                found.append(line)
            following = text.find("\n", at)
            at = following + 1 if following >= 0 else end
    return found


def _inside(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(low <= start and end <= high for low, high in spans)


def _plain(name: str) -> str:
    small = " ".join(name.replace("’", "'").split()).casefold()
    for article in ("the ", "a ", "an ", "un ", "une ", "le ", "la ", "der ", "die ", "das "):
        small = small.removeprefix(article)
    return small.rstrip(".")
