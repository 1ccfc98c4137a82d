"""What is said of a correction before it is made, and of passages that want a look after it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotator.model.counting import counted
from annotator.model.records import Coding

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.model.edits.correcting import Correction, Replaced
    from annotator.model.edits.correcting_found import FoundMoved, SpeakerToCheck
    from annotator.model.records import Code

LONGEST = 160  # characters of a passage that are shown


def summary(correction: Correction, coders: Mapping[str, str], own: str) -> str:
    """Return what will happen to everyone's codings. `coders` are names by id, `own` is one's own id."""
    parts = (
        (correction.unchanged, "unchanged"), (correction.moved, "moved along"),
        (correction.doubtful, "doubtful"), (correction.lost, "lost, kept with their words"),
    )  # fmt: skip
    number = sum(len(codings) for codings, _ in parts)
    beside = _beside(correction.found)
    if not number:
        return f"Nothing is coded in this article yet.{beside}"
    told = f"{number:,} coding{'' if number == 1 else 's'}: " + ", ".join(
        f"{len(some):,} {what}" for some, what in parts
    )
    others = Counter(_coding(one).coder for some, _ in parts for one in some)
    others.pop(own, None)
    names = ", ".join(f"{coders.get(coder, 'somebody')} {count:,}" for coder, count in sorted(others.items()))
    return (f"{told}. Of colleagues: {names}." if names else f"{told}.") + beside


def _beside(found: FoundMoved) -> str:
    """Return what becomes of zones and quotations, empty where nothing does."""
    parts = (
        (found.zones_moved, "zone", "moved along"), (found.zones_gone, "zone", "removed with its text"),
        (found.quotations_moved, "quotation", "moved along"),
        (found.quotations_gone, "quotation", "removed with its text"),
    )  # fmt: skip
    told = ", ".join(f"{counted(number, one)} {what}" for number, one, what in parts if number)
    return f" {told}." if told else ""


def lines_of_speaker(one: SpeakerToCheck) -> str:
    """Return a confirmed speaker that wants a look, with the words before and after."""
    now = f"\nafter: {shortened(one.after)}" if one.after else ""
    state = "a guess from now on" if one.after else "gone with its words"
    return f"Speaker: {one.speaker} · {state}\nbefore: {shortened(one.before)}{now}"


def _coding(one: Coding | Replaced) -> Coding:
    return one if isinstance(one, Coding) else one.after


def lines_of(one: Replaced, codes: Mapping[str, Code]) -> str:
    """Return what was coded before, and what would be after."""
    head = f"{_title(one.before, codes)} · {one.after.place}"
    before = f"before: {shortened(one.before.quote)}"
    return f"{head}\n{before}" + (f"\nafter: {shortened(one.after.quote)}" if one.after.place != "lost" else "")


def line_of_moved(one: Replaced, codes: Mapping[str, Code]) -> str:
    """Return what goes along as it is."""
    return f"{_title(one.before, codes)} · sure, moves along\n{shortened(one.after.quote)}"


def lines_of_coding(coding: Coding, title: str, codes: Mapping[str, Code], before: str = "") -> str:
    """Return how a coding that wants a look is listed; `before` are its words before the correction, if known."""
    was = f"\nbefore: {shortened(before)}" if before and before != coding.quote else ""
    now = f"\n{'was' if coding.place == 'lost' else 'now'}: {shortened(coding.quote)}"
    return f"{_title(coding, codes)} · {coding.place} · {shortened(title)}{was}{now}"


def shortened(words: str) -> str:
    """Return words on one line, not too many."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def _title(coding: Coding, codes: Mapping[str, Code]) -> str:
    return codes[coding.code].title if coding.code in codes else "a code that is gone"
