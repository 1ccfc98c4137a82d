"""Which zones follow from the parts that a file itself marks: captions, menus, buttons for sharing, heads of pages."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from annotator.importing.clutter.phrases import phrase_of
from annotator.importing.clutter.zone_rules import FoundZone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.importing.read_records import Block

_SITE = ("navigation", "the file marks it as a part of the site, not of the article")
_ASIDE = {
    "caption": ("caption", "the file marks it as a caption"),
    "navigation": _SITE,
    "page head": ("page number", "the line stands at the head of page after page"),
    "page foot": ("page number", "the line stands at the foot of page after page"),
}
_KINDS = {"caption": "caption", "comment": "comments"} | dict.fromkeys(
    ("related", "readmore", "mostread"), "related link"
)
_SITE_PARTS = (
    "share", "sharing", "social", "newsletter", "promo", "advert", "advertisement", "cookie", "breadcrumb", "menu",
    "sidebar", "tag", "topic", "pagination", "skiplink",
)  # fmt: skip
_HINTS = frozenset([*_SITE_PARTS, *_KINDS])
_TEXT = frozenset(["table cell", "footnote"])


def with_marked(text: str, zones: Sequence[FoundZone], blocks: Sequence[Block]) -> list[FoundZone]:
    """Add the parts that the file marks to what the rules found in the lines; the file knows better than a rule."""
    marked = [_zone(block) for block in blocks if block.kind in _ASIDE and block.end > block.start]
    taken = {(zone.start, zone.end) for zone in marked}
    hinted = [zone for block in blocks if (zone := _hinted(block)) and (zone.start, zone.end) not in taken]
    if 2 * sum(zone.end - zone.start for zone in hinted) < len(text):  # more is the article in a part of an odd name
        marked += hinted
    left = _apart(_outside_tables(text, zones, blocks), sorted((zone.start, zone.end) for zone in marked))
    return sorted([*left, *marked], key=lambda zone: (zone.start, zone.end))


def _zone(block: Block) -> FoundZone:
    kind, reason = _SITE if block.path and block.kind in ("page head", "page foot") else _ASIDE[block.kind]
    return FoundZone(block.start, block.end, kind, "set aside", f"{reason} ({block.path})" if block.path else reason)


def _hinted(block: Block) -> FoundZone | None:
    """Return what the name of a part of a web page says of it: `div.share`."""
    if block.end <= block.start:
        return None
    steps = block.path.split("/")
    if steps[-1] == "a" and "aside" in steps:
        return FoundZone(
            block.start, block.end, "related link", "set aside", f"only a link, beside the article ({block.path})"
        )
    if "." not in block.path:
        return None
    hint = next((step.partition(".")[2] for step in steps if step.partition(".")[2] in _HINTS), "")
    if not hint:
        return None
    reason = f"the page calls this part “{hint}” ({block.path})"
    return FoundZone(block.start, block.end, _KINDS.get(hint, "navigation"), "set aside", reason)


def _outside_tables(text: str, zones: Iterable[FoundZone], blocks: Iterable[Block]) -> list[FoundZone]:
    """Leave out what a rule for lines without a stop says of a table's rows or a footnote: there they are text."""
    cells = sorted((block.start, block.end) for block in blocks if block.kind in _TEXT)
    starts = [start for start, _ in cells]

    def in_a_cell(zone: FoundZone) -> bool:
        place = bisect_right(starts, zone.start) - 1
        short = zone.kind in ("related link", "page number") and phrase_of(text[zone.start : zone.end]) is None
        return short and place >= 0 and zone.start < cells[place][1]

    return [zone for zone in zones if not in_a_cell(zone)]


def _apart(zones: Iterable[FoundZone], taken: Sequence[tuple[int, int]]) -> list[FoundZone]:
    """Return the zones that share nothing with the stretches taken."""
    left, place = [], 0
    for zone in zones:
        while place < len(taken) and taken[place][1] <= zone.start:
            place += 1
        if place == len(taken) or taken[place][0] >= zone.end:
            left.append(zone)
    return left
