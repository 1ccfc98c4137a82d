"""What is set aside in an article, and what is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.changes import Change, ChangeSet
from annotator.model.passages import checked_passage
from annotator.model.records import Zone, ZoneState, new_id, now

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.model.records import Article, Coder

BY_HAND = "set by hand"


def set_aside(
    *, article: Article, text: str, start: int, end: int, coder: Coder, zones: Iterable[Zone] = (), kind: str = "other"
) -> ChangeSet:
    """Set `text[start:end]` aside. White space at the ends is left out. `zones` are those of the article.

    A zone of exactly this stretch is set aside again; everything else gets a zone of its own.
    Raises Refused for a range outside the text.
    """
    start, end = checked_passage(text, start, end)
    there = next((zone for zone in zones if (zone.start, zone.end) == (start, end)), None)
    if there is not None:
        return change_zone(zone=there, state="set aside", coder=coder)
    zone = Zone(
        id=new_id(), article=article.id, start=start, end=end, kind=kind, reason=BY_HAND, coder=coder.id, created=now()
    )
    return ChangeSet("Set aside", (Change(None, zone),))


def change_zone(*, zone: Zone, state: ZoneState, coder: Coder) -> ChangeSet:
    """Set a zone aside or bring it back; the reason tells that somebody did."""
    label = "Set aside" if state == "set aside" else "Bring back"
    after = replace(zone, state=state, reason=BY_HAND, coder=coder.id)
    return ChangeSet(label, () if zone.state == state else (Change(zone, after),))
