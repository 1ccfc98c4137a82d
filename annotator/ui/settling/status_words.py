"""What the status line says of a comparison: whose passes count, and how the figures are reckoned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.counting import counted
from annotator.reviewing.intervals import RUNS, SEED

if TYPE_CHECKING:
    from annotator.ui.settling.review_desk import ReviewDesk

UNITS = {"sentence": "sentences", "character": "characters", "paragraph": "paragraphs"}


def status_of(desk: ReviewDesk) -> tuple[str, str]:
    """Return both sentences; empty where nothing is compared."""
    work, a, b = desk.work, desk.a, desk.b
    if work is None or a is None or b is None:
        return "", ""
    of = len(work.work) + len(work.left_out)
    people = [coder for coder in (a, b) if coder.kind == "person"]
    passes = "both blind and finished" if len(people) == 2 else "blind and finished"
    whose = f"{' and '.join(coder.name for coder in people)}: {passes}, {len(work.work):,} of {counted(of, 'article')}"
    comparison = work.comparison
    if comparison.unit == "segment":
        return whose, f"passages that share {comparison.threshold:.0%} or more match"
    drawn = f"bootstrap over {comparison.drawn}, {RUNS:,}, seed {SEED}"
    return whose, f"alpha: {UNITS[comparison.unit]}, {drawn}"
