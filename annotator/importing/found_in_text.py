"""What the rules find in a text that comes in: zones, quotations, and what it prints about itself.

The rules are loaded when they are first used: their many patterns take time, and the window starts without them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.records import Quotation, Zone, new_id, now

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.importing.clutter.head import Head
    from annotator.importing.clutter.zone_rules import FoundZone
    from annotator.importing.read_records import Block

_ASIDE = {
    "caption": ("caption", "the file marks it as a caption"),
    "navigation": ("navigation", "the file marks it as a part of the site, not of the article"),
    "page head": ("page number", "the line stands at the head of page after page"),
    "page foot": ("page number", "the line stands at the foot of page after page"),
}


@dataclass(frozen=True, slots=True)
class FoundInText:
    """Rows without their article, in the order of the text, and the head."""

    zones: tuple[Zone, ...]
    quotations: tuple[Quotation, ...]
    head: Head


def find_in_text(text: str, blocks: Sequence[Block] = ()) -> FoundInText:
    """Return the zones and quotations of a canonical text. `blocks` are the parts that its file marks."""
    from annotator.importing.clutter.zone_rules import find_zones

    zones, head = find_zones(text)
    zones = _with_marked(zones, blocks)
    time = now()
    rows = (
        Zone(
            id=new_id(), article="", start=zone.start, end=zone.end, kind=zone.kind, state=zone.state,
            reason=zone.reason, created=time,
        )
        for zone in zones
    )  # fmt: skip
    found = tuple(rows)
    return FoundInText(found, quotations_in(text, found), head)


def quotations_in(text: str, zones: Iterable[Zone]) -> tuple[Quotation, ...]:
    """Return the quotations of a text, rows without their article; what `zones` set aside interrupts none."""
    from annotator.importing.speech.speakers import spoken

    aside = [(zone.start, zone.end) for zone in zones if zone.state == "set aside"]
    time = now()
    return tuple(
        Quotation(
            id=new_id(), article="", start=one.start, end=one.end, kind=one.kind, speaker=one.speaker, grade=one.grade,
            reason=one.reason, via=one.via, printed=one.printed, created=time,
        )
        for one in spoken(text, aside, reported=True)
    )  # fmt: skip


def _with_marked(zones: Sequence[FoundZone], blocks: Iterable[Block]) -> list[FoundZone]:
    """Add the parts that the file itself marks; they outdo what a rule says of their lines."""
    marked = [_zone(block) for block in blocks if block.kind in _ASIDE and block.end > block.start]
    if not marked:
        return list(zones)
    taken = sorted((zone.start, zone.end) for zone in marked)
    left, place = [], 0
    for zone in zones:
        while place < len(taken) and taken[place][1] <= zone.start:
            place += 1
        if place == len(taken) or taken[place][0] >= zone.end:
            left.append(zone)
    return sorted([*left, *marked], key=lambda zone: (zone.start, zone.end))


def _zone(block: Block) -> FoundZone:
    from annotator.importing.clutter.zone_rules import FoundZone

    kind, reason = _ASIDE[block.kind]
    return FoundZone(block.start, block.end, kind, "set aside", f"{reason} ({block.path})" if block.path else reason)
