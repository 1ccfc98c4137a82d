"""Who is taken to speak where nobody is named: one who speaks beside it, or the one who speaks all the time."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.importing.speech.people import is_body

if TYPE_CHECKING:
    from annotator.importing.speech.speakers import Spoken

INTRODUCED = "a colon leads up to it, and nobody is named"


def only_one(found: list[Spoken]) -> list[Spoken]:
    """Guess the one person who speaks in the whole article for longer words that nobody is named for."""
    spoke = Counter(one.speaker for one in found if one.grade in ("sure", "likely"))
    if not spoke:
        return found
    name, often = spoke.most_common(1)[0]
    if often < 3 or often < 0.8 * spoke.total() or is_body(name):
        return found
    return [
        replace(one, speaker=name, grade="guess", reason="nearly everything quoted here is said by one person")
        if not one.speaker and one.kind in ("quotation", "running", "unclosed")
        else one
        for one in found
    ]


def beside(done: list[Spoken]) -> list[Spoken]:
    """Give what has no speaker yet that of the nearest quotation of the paragraph, the earlier one first."""
    near = next((one for one in done if one.speaker), None)
    if near is None:
        return done
    named = []
    for one in done:
        if one.speaker:
            near = one
        elif one.kind not in ("nested", "term", "asked") and one.reason != INTRODUCED:
            reason = "speaks elsewhere in the paragraph"
            one = replace(one, speaker=near.speaker, grade="likely", reason=reason, printed=near.printed)
        named.append(one)
    return named
