"""Who speaks in an article: which quotation is at a place, who was named so far, and how a speaker is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.passage_speech import REPORTED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.model.records import Quotation

NOBODY = "nobody"


def quotation_for(quotations: Iterable[Quotation], start: int, end: int) -> Quotation | None:
    """Return the smallest quotation that holds a passage, or the caret where `start` is `end`."""
    there = [one for one in quotations if one.start <= start and end <= one.end]
    return min(there, key=lambda one: (one.end == start, one.end - one.start), default=None)


def cast(quotations: Iterable[Quotation], recent: Iterable[str] = ()) -> list[str]:
    """Return the speakers named in an article: those of `recent` first, then the one named last first.

    One who is named in other capitals is the same.
    """
    by_time = sorted((one for one in quotations if one.speaker), key=lambda one: (one.created, one.start), reverse=True)
    known = {one.speaker.casefold(): one.speaker for one in reversed(by_time)}
    names = [*(name for name in recent if name.casefold() in known), *(one.speaker for one in by_time)]
    return list({name.casefold(): known[name.casefold()] for name in names}.values())


def known_speakers(quotations: Iterable[Quotation]) -> list[str]:
    """Return everybody who is known to speak, in alphabetical order; nobody who is only guessed."""
    names = {one.speaker.casefold(): one.speaker for one in quotations if one.speaker and is_known(one)}
    return [names[folded] for folded in sorted(names)]


def passing_on(quotations: Iterable[Quotation]) -> list[str]:
    """Return everybody who passes on words of somebody known, in alphabetical order."""
    names = {one.via.casefold(): one.via for one in quotations if one.via and one.speaker and is_known(one)}
    return [names[folded] for folded in sorted(names)]


def is_known(quotation: Quotation) -> bool:
    """Tell whether a speaker may be told as a fact: confirmed by somebody, or by a rule that is more than a guess."""
    return quotation.confirmed or quotation.grade in ("sure", "likely")


def how_known(quotation: Quotation) -> str:
    """Return how far a speaker can be relied on: confirmed, or the grade a rule gave."""
    return "confirmed" if quotation.confirmed else quotation.grade


def spoken(quotation: Quotation) -> str:
    """Return who speaks and how that is known: `spoken by the chief executive, confirmed`; empty for nobody known."""
    if quotation.speaker and quotation.kind == REPORTED:
        return f"told in other words than those of {quotation.speaker}, {how_known(quotation)}"
    if quotation.speaker:
        via = f" through {quotation.via}" if quotation.via else ""
        return f"spoken by {quotation.speaker}{via}, {how_known(quotation)}"
    return "spoken by nobody to be named, confirmed" if quotation.confirmed else ""
