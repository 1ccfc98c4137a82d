"""What the zones of an article say of its text: which stretches are set aside, what is left, and who said so."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.changes import Change, ChangeSet
from annotator.model.passages import overlap
from annotator.model.progress import covered
from annotator.model.records import Coding, Zone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from annotator.model.records import Coder

Span = tuple[int, int]

BROUGHT_BACK = "coded, and so brought back"
KEY_POINT = "key point"


def aside_spans(zones: Iterable[Zone]) -> list[Span]:
    """Return the stretches that zones set aside, in order, none overlapping or touching another."""
    return covered((zone.start, zone.end) for zone in zones if zone.state == "set aside")


def joined_over_blanks(text: str, aside: Sequence[Span]) -> list[Span]:
    """Return stretches of which those with nothing but white space between them are one."""
    joined: list[Span] = []
    for start, end in aside:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def stretch_around(span: Span, aside: Sequence[Span]) -> Span | None:
    """Return the stretch that is set aside in which a span wholly lies; `aside` as `aside_spans` gives them."""
    index = bisect_right(aside, span[0], key=lambda stretch: stretch[0]) - 1
    return aside[index] if index >= 0 and span[1] <= aside[index][1] else None


def is_aside(span: Span, aside: Sequence[Span]) -> bool:
    """Tell whether a span lies wholly in a stretch that is set aside; `aside` as `aside_spans` gives them."""
    return stretch_around(span, aside) is not None


def lies_aside(span: Span, aside: Sequence[Span], text: Callable[[], str]) -> bool:
    """Tell whether a span lies wholly in stretches set aside that have nothing but white space between them.

    `aside` as `aside_spans` gives them. The text is asked for only where a span goes over from one to the next.
    """
    index = bisect_right(aside, span[0], key=lambda stretch: stretch[0]) - 1
    if index < 0 or span[0] >= aside[index][1]:
        return False
    while span[1] > aside[index][1]:
        if index + 1 == len(aside) or text()[aside[index][1] : aside[index + 1][0]].strip():
            return False
        index += 1
    return True


def that_count(codings: Iterable[Coding], aside: Sequence[Span], text: str) -> list[Coding]:
    """Return the codings that count: those that do not lie wholly in what was set aside after they were made."""
    return [
        coding
        for coding in codings
        if coding.place == "lost" or not lies_aside((coding.start, coding.end), aside, lambda: text)
    ]


def without_zones(spans: Iterable[Span], zones: Iterable[Zone]) -> list[Span]:
    """Return the spans (hits, sentences) that do not lie wholly in what is set aside."""
    aside = aside_spans(zones)
    return [span for span in spans if not is_aside(span, aside)]


def zone_for(zones: Iterable[Zone], start: int, end: int) -> Zone | None:
    """Return the zone that a key means: the smallest at the caret, or the one most of which a selection covers."""
    if start == end:
        there = [zone for zone in zones if zone.start <= start < zone.end or zone.start < start == zone.end]
        return min(there, key=lambda zone: (zone.end - zone.start, zone.end == start), default=None)
    shared = [(overlap((zone.start, zone.end), (start, end)), zone) for zone in zones]
    touched = [(length, zone) for length, zone in shared if length]
    return min(touched, key=lambda one: (-one[0], one[1].end - one[1].start), default=(0, None))[1]


def with_zones_back(change_set: ChangeSet, zones: Iterable[Zone], coder: Coder) -> ChangeSet:
    """Return the gesture that also brings back each zone set aside in which one of its new codings wholly lies.

    What it did itself stays last in the gesture.
    """
    made: dict[str, list[Span]] = defaultdict(list)
    for change in change_set.changes:
        if change.before is None and isinstance(change.after, Coding):
            made[change.after.article].append((change.after.start, change.after.end))
    for spans in made.values():
        spans.sort()
    back = [
        Change(zone, replace(zone, state="kept", reason=BROUGHT_BACK, coder=coder.id))
        for zone in zones
        if zone.state == "set aside" and _holds_one(zone, made.get(zone.article, ()))
    ]
    return replace(change_set, changes=(*back, *change_set.changes)) if back else change_set


def _holds_one(zone: Zone, spans: Sequence[Span]) -> bool:
    """Tell whether one of the spans, given in order, lies wholly in a zone."""
    first, last = (bisect_left(spans, edge, key=lambda span: span[0]) for edge in (zone.start, zone.end))
    return any(end <= zone.end for _, end in spans[first:last])


def why_aside(zone: Zone) -> str:
    """Return in words why a zone is set aside, as `Set aside: caption. The line is short.` says it."""
    kind = f": {zone.kind}" if zone.kind and zone.kind != "other" else ""
    return f"Set aside{kind}.{_in_a_sentence(zone.reason)}"


def why_kept(zone: Zone) -> str:
    """Return in words what a zone is that is kept, as `By-line. A name behind “By”.` says it."""
    return f"{zone.kind[:1].upper()}{zone.kind[1:]}.{_in_a_sentence(zone.reason)}"


def _in_a_sentence(reason: str) -> str:
    told = reason.strip()
    return f" {told[0].upper()}{told[1:].rstrip('.')}." if told else ""


def margin_note(zone: Zone) -> str:
    """Return what the margin says beside a zone that is set aside: `related link, set aside`."""
    if zone.kind == KEY_POINT:
        return "key points, not coded"
    return "set aside" if zone.kind in ("", "other") else f"{zone.kind}, set aside"


def set_by(coder: str | None, names: Mapping[str, str]) -> str:
    """Return who set something: a coder's name, or `rule`."""
    return "rule" if coder is None else names.get(coder, "somebody")
