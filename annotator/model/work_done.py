"""How far each coder is with each article, as far as the one who asks may know it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.progress import progress
from annotator.model.zones import that_count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.model.progress import Span
    from annotator.model.records import Coder, Coding, Reading


@dataclass(frozen=True, slots=True)
class WorkDone:
    """One coder's work on an article. `hidden`: its figures could give away how a colleague codes what is unread."""

    article: str
    coder: str
    finished: bool
    words: int
    codings: int = 0
    coded: int = 0
    hidden: bool = False

    @property
    def begun(self) -> bool:
        """Whether something was done that may be known."""
        return self.finished or self.codings > 0

    @property
    def per_thousand(self) -> float:
        """Codings per 1,000 words; 0 in a text without words."""
        return 1000 * self.codings / self.words if self.words else 0.0


def work_on(
    article: str,
    text: str,
    coders: Sequence[Coder],
    codings: Sequence[Coding],
    readings: Mapping[tuple[str, str], Reading],
    own: str,
    aside: Sequence[Span] = (),
) -> list[WorkDone]:
    """Return the work of each coder on an article. `readings` by article and coder, `own` is who asks.

    Colleagues' figures are hidden until one has finished the article oneself, or has looked at theirs.
    """
    mine = readings.get((article, own))
    may_know = mine is not None and (mine.state == "finished" or mine.seen)
    rows = []
    for coder in coders:
        reading = readings.get((article, coder.id))
        hidden = coder.id != own and not may_know
        theirs = [] if hidden else [coding for coding in codings if coding.coder == coder.id]
        found = progress(text, theirs, aside)
        finished = reading is not None and reading.state == "finished"
        number = len(that_count(theirs, aside, text))
        rows.append(WorkDone(article, coder.id, finished, found.words, number, found.coded, hidden))
    return rows


def in_all(rows: Sequence[WorkDone], coder: str) -> WorkDone:
    """Return a coder's work on all articles together; hidden where some of it is. Finished when all are."""
    theirs = [row for row in rows if row.coder == coder]
    hidden = any(row.hidden for row in theirs)
    codings, coded = sum(row.codings for row in theirs), sum(row.coded for row in theirs)
    return WorkDone(
        "", coder, all(row.finished for row in theirs), sum(row.words for row in theirs), 0 if hidden else codings,
        0 if hidden else coded, hidden,
    )  # fmt: skip
