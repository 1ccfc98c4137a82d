"""What happens to zones and quotations when the text of an article is corrected."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.model.changes import Change
from annotator.model.passages import checked_passage, snap_to_graphemes
from annotator.model.records import Quotation, Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.anchors import Carried
    from annotator.model.records import Verdict

LOOK_AGAIN = "confirmed before the text was corrected; look again"


@dataclass(frozen=True, slots=True)
class SpeakerToCheck:
    """A quotation whose confirmed speaker wants a look: its words before, and after; none where they are gone."""

    speaker: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FoundMoved:
    """The changes, how many moved or went, and the confirmed speakers that are not sure any more."""

    changes: tuple[Change, ...] = ()
    zones_moved: int = 0
    zones_gone: int = 0
    quotations_moved: int = 0
    quotations_gone: int = 0
    speakers: tuple[SpeakerToCheck, ...] = ()


def found_moved(
    found: Sequence[Zone | Quotation], places: Sequence[Carried], old_text: str, new_text: str
) -> FoundMoved:
    """Move zones and quotations to their places; one whose text is gone is removed, which undo takes back.

    Where a place is doubtful, a confirmed speaker becomes a guess until somebody looks.
    """
    changes, speakers = [], []
    for one, place in zip(found, places, strict=True):
        after = _moved(one, place, new_text)
        if after != one:
            changes.append(Change(one, after))
        if isinstance(one, Quotation) and one.confirmed and one.speaker and (after is None or not place.sure):
            words = new_text[after.start : after.end] if after is not None else ""
            speakers.append(SpeakerToCheck(one.speaker, old_text[one.start : one.end], words))
    return FoundMoved(
        tuple(changes), _number(changes, Zone, gone=False), _number(changes, Zone, gone=True),
        _number(changes, Quotation, gone=False), _number(changes, Quotation, gone=True), tuple(speakers),
    )  # fmt: skip


def verdicts_moved(verdicts: Sequence[Verdict], places: Sequence[Carried], text: str) -> list[Change]:
    """Move verdicts to their places; one whose words are gone stays on a letter near where they stood."""
    changes = []
    for one, place in zip(verdicts, places, strict=True):
        if place.lost or not text[place.start : place.end].strip():
            at = min(place.start, len(text) - 1)
            start, end = snap_to_graphemes(text, at, at + 1)
        else:
            start, end = checked_passage(text, place.start, place.end)
        if (start, end) != (one.start, one.end):
            changes.append(Change(one, replace(one, start=start, end=end)))
    return changes


def _moved(one: Zone | Quotation, place: Carried, text: str) -> Zone | Quotation | None:
    if place.lost or not text[place.start : place.end].strip():
        return None
    start, end = checked_passage(text, place.start, place.end)
    if isinstance(one, Zone):
        return replace(one, start=start, end=end)
    moved = replace(one, start=start, end=end)
    if place.sure or not (one.confirmed and one.speaker):
        return moved
    return replace(moved, confirmed=False, grade="guess", reason=LOOK_AGAIN)


def _number(changes: Sequence[Change], kind: type[Zone] | type[Quotation], *, gone: bool) -> int:
    return sum(isinstance(change.record, kind) and (change.after is None) == gone for change in changes)
