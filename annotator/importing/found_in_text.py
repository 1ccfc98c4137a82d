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
    from annotator.importing.read_records import Block


@dataclass(frozen=True, slots=True)
class FoundInText:
    """Rows without their article, in the order of the text, and the head."""

    zones: tuple[Zone, ...]
    quotations: tuple[Quotation, ...]
    head: Head


def find_in_text(text: str, blocks: Sequence[Block] = ()) -> FoundInText:
    """Return the zones and quotations of a canonical text. `blocks` are the parts that its file marks."""
    from annotator.importing.clutter.zone_rules import find_zones
    from annotator.importing.marked_parts import with_marked

    zones, head = find_zones(text)
    zones = with_marked(text, zones, blocks) if blocks else zones
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
