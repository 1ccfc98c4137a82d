"""How what somebody says of an article's cast reaches its quotations: the rules look again, knowing it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from annotator.model.casting import folded, known_forms
from annotator.model.changes import Change, ChangeSet
from annotator.model.records import Person, Quotation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.importing.speech.speakers import Spoken
    from annotator.model.records import Zone

Row = TypeVar("Row", Person, Quotation)
SAID_SO = "“{}” is a form of this name, as somebody said"


def with_speakers_anew(
    gesture: ChangeSet, *, text: str, people: Sequence[Person], quotations: Sequence[Quotation], zones: Iterable[Zone]
) -> ChangeSet:
    """Return the gesture with what follows from it for the speakers whom nobody confirmed, as one step.

    `people`, `quotations` and `zones` are those of the article before it. A quotation gets somebody else only where a
    form of a name that was made known leads there, or one that is taken away had led.
    """
    before, after = known_forms(people), known_forms(_after(Person, people, gesture).values())
    found = _found(text, zones, after)
    said = _after(Quotation, quotations, gesture)
    anew = {row: _anew(one, found.get((one.start, one.end)), before, after) for row, one in said.items()}
    first = {one.id: one for one in quotations}
    others = tuple(change for change in gesture.changes if not isinstance(change.record, Quotation))
    named = tuple(Change(first.get(row), one) for row, one in anew.items() if first.get(row) != one)
    return ChangeSet(gesture.label, (*others, *named))


def _after(kind: type[Row], rows: Iterable[Row], gesture: ChangeSet) -> dict[str, Row]:
    """Return the rows of a kind as a gesture leaves them, by id. None of these gestures removes a quotation."""
    there = {one.id: one for one in rows}
    for change in gesture.changes:
        if isinstance(change.after, kind):
            there[change.after.id] = change.after
        elif isinstance(change.before, kind):
            del there[change.before.id]
    return there


def _found(text: str, zones: Iterable[Zone], cast: Mapping[str, str]) -> dict[tuple[int, int], Spoken]:
    from annotator.importing.speech.speakers import spoken  # the rules are loaded when they are first used

    aside = [(zone.start, zone.end) for zone in zones if zone.state == "set aside"]
    return {(one.start, one.end): one for one in spoken(text, aside, reported=True, cast=cast)}


def _anew(one: Quotation, found: Spoken | None, before: Mapping[str, str], after: Mapping[str, str]) -> Quotation:
    """Return a quotation with whoever speaks now. What was confirmed stays, and what somebody named by hand."""
    if one.confirmed:
        return one
    named = after.get(folded(one.speaker))
    if one.coder is not None:
        return replace(one, speaker=named) if named else one
    called = after.get(folded(one.printed))
    if called is not None and called != one.speaker and one.speaker:
        return replace(one, speaker=called, reason=SAID_SO.format(one.printed))
    if named is not None and named != one.speaker and not _undone(one, before, after):
        return replace(one, speaker=named)
    if found is None or not (found.speaker in after.values() or _undone(one, before, after)):
        return one
    return replace(
        one, speaker=found.speaker, grade=found.grade, reason=found.reason, via=found.via, printed=found.printed
    )


def _undone(one: Quotation, before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    """Tell whether a form that is no longer known may have led to whoever speaks: the form itself, or a pronoun."""
    gone = {form: name for form, name in before.items() if form not in after}
    printed = folded(one.printed)
    return one.speaker in gone.values() and (printed in gone or printed not in before)
