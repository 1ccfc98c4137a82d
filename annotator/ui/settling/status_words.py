"""What the status line says of a comparison: whose passes count, and how the figures are reckoned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.counting import counted
from annotator.reviewing.intervals import RUNS, SEED
from annotator.ui.settling.round_words import round_line

if TYPE_CHECKING:
    from collections.abc import Sized

    from annotator.ui.settling.review_desk import ReviewDesk

UNITS = {"sentence": "sentences", "character": "characters", "paragraph": "paragraphs"}


def status_of(desk: ReviewDesk) -> tuple[str, str, str]:
    """Return whose passes count, how figures are reckoned, and the round; empty where nothing is compared."""
    work, a, b = desk.work, desk.a, desk.b
    if work is None or a is None or b is None:
        return "", "", ""
    told = round_line(desk.round, desk.round_now) if desk.round is not None else ""
    shared = desk.shared
    if shared is not None:
        whose = f"{len(shared.comparison.coders)} coders, blind and finished: {_of(shared.work, shared.left_out)}"
        return whose, _drawn(shared.comparison.unit, shared.comparison.drawn), told
    people = [coder for coder in (a, b) if coder.kind == "person"]
    passes = "both blind and finished" if len(people) == 2 else "blind and finished"
    whose = f"{' and '.join(coder.name for coder in people)}: {passes}, {_of(work.work, work.left_out)}"
    comparison = work.comparison
    if comparison.unit == "segment":
        return whose, f"passages that share {comparison.threshold:.0%} or more match", told
    return whose, _drawn(comparison.unit, comparison.drawn), told


def _of(work: Sized, left_out: Sized) -> str:
    return f"{len(work):,} of {counted(len(work) + len(left_out), 'article')}"


def _drawn(unit: str, drawn: str) -> str:
    return f"alpha: {UNITS[unit]}, bootstrap over {drawn}, {RUNS:,}, seed {SEED}"
