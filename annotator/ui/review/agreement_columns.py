"""How wide the columns of the agreement table are in the room there is, and which give way first.

All lengths in device-independent pixels. Nothing scrolls sideways: the heat map goes first, then kappa and F1.
"""

from __future__ import annotations

from dataclasses import dataclass

from annotator.ui.review.agreement_rows import Column

EDGE = 16  # left of the first, right of the last column's content
FIXED = {Column.PERCENT: 68, Column.ALPHA: 60, Column.INTERVAL: 108, Column.KAPPA: 68, Column.F1: 60, Column.OPEN: 60}
COUNTS = 92
CELL, PITCH = (28, 16), 32  # of the heat map
RIGHT = EDGE - (PITCH - CELL[0]) // 2
CODE_LEAST, CODE_GOOD, CODE_MOST = 180, 272, 420
GRAPH_LEAST, GRAPH_SHORT, GRAPH_GOOD = 220, 280, 380
GAP_LEAST, GAP_GOOD = 24, 98  # between the figures and the heat map
FEWEST_ARTICLES = 3  # fewer, where there are more, say too little


@dataclass(frozen=True, slots=True)
class Widths:
    """The columns' widths; `gap` belongs to the column of open differences, whose figures stand left of it."""

    code: int
    counts: int
    graph: int
    gap: int
    articles: int
    kappa: bool

    def of(self, column: Column) -> int:
        """Return the width of a column of figures, 0 where it is left out."""
        if not self.kappa and column in (Column.KAPPA, Column.F1):
            return 0
        own = {Column.CODE: self.code, Column.COUNTS: self.counts, Column.GRAPH: self.graph}
        return own[column] if column in own else FIXED[column] + (self.gap if column == Column.OPEN else 0)

    @property
    def right(self) -> int:
        """Where the content of the last column ends."""
        return sum(map(self.of, Column)) + self.articles * PITCH - (PITCH - CELL[0]) // 2 * bool(self.articles)


def widths(room: int, articles: int, counts: int = COUNTS) -> Widths:
    """Return the widths in this room. `articles` there are to show; `counts` is what the widest counts take."""
    room -= RIGHT + counts + sum(FIXED.values())
    kappa = room >= CODE_LEAST + GRAPH_LEAST
    shown = _articles_shown(room, articles) if kappa else 0
    if not kappa:
        room += FIXED[Column.KAPPA] + FIXED[Column.F1]
    if shown:
        room -= shown * PITCH + GAP_LEAST
    code = max(CODE_LEAST, min(CODE_GOOD, room - GRAPH_SHORT))
    graph = max(0, min(GRAPH_GOOD, room - code))
    room = max(0, room - code - graph)
    gap = min(room, GAP_GOOD - GAP_LEAST) if shown else 0
    wider = min(room - gap, CODE_MOST - code)
    rest = room - gap - wider
    return Widths(code + wider, counts, graph + rest, gap + GAP_LEAST if shown else 0, shown, kappa)


def _articles_shown(room: int, articles: int) -> int:
    """Return how many articles the heat map has: names of codes may be cut for all of them, not for some."""
    room -= GRAPH_SHORT + GAP_LEAST
    if articles * PITCH <= room - CODE_LEAST:
        return articles
    fitting = max(0, room - CODE_GOOD) // PITCH
    return fitting if fitting >= FEWEST_ARTICLES else 0
