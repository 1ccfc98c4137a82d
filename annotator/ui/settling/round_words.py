"""How a round of coding is told in a line: its name, when its agreement was frozen, what it was and what it is now."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from annotator.model.figures import coefficient
from annotator.reviewing.frozen import read_frozen
from annotator.ui.dates import MONTHS

if TYPE_CHECKING:
    from annotator.model.review_records import Round

UNREADABLE = "frozen by another version of the program"


def round_line(coding_round: Round, now: float | None) -> str:
    """Return `Pilot, frozen 3 Nov 2026: alpha .61; now .66`; `now` is the present alpha, none where undefined."""
    if not coding_round.frozen:
        return coding_round.name
    frozen = read_frozen(coding_round)
    then = f"alpha {coefficient(frozen.pooled.alpha)}" if frozen is not None else UNREADABLE
    return f"{coding_round.name}, frozen {frozen_on(coding_round)}: {then}; now {coefficient(now)}"


def frozen_on(coding_round: Round) -> str:
    """Return the day on which it was frozen, here; empty while it is not."""
    try:
        day = datetime.fromisoformat(coding_round.frozen_at).astimezone()
    except ValueError:
        return ""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
