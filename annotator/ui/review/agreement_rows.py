"""What the agreement table shows: a row for each code, all codes pooled, and how each figure is worded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from math import floor
from typing import TYPE_CHECKING

from annotator.model.counting import counted
from annotator.model.figures import UNDEFINED, coefficient, interval, percent
from annotator.ui.scheme.scheme_model import on_one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

NOTHING_OPEN = "·"
AXIS_STEP = 5  # steps of the graph's scale to 1
POOLED = "All codes, pooled"


class Column(IntEnum):
    """The columns of figures; one for each article follows."""

    CODE = 0
    COUNTS = 1
    PERCENT = 2
    ALPHA = 3
    INTERVAL = 4
    GRAPH = 5
    KAPPA = 6
    F1 = 7
    OPEN = 8


FIRST_ARTICLE = len(Column)
MOST_FIRST = (Column.COUNTS, Column.OPEN)  # what a first click sorts downwards, as the columns of articles


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """How coders agree on a code, or on all: shares and coefficients from −1 to 1, None where undefined.

    `counts` are of units: only A, both, only B; with three coders or more: coded by some, coded by all.
    `note` stands in place of the graph ("only Ann used this code"). `cells` are the open differences in each
    article, None where the code could not be compared there.
    """

    code: str
    label: str
    name: str
    colour: str
    counts: tuple[int, ...]
    percent: float | None
    alpha: float | None
    low: float | None
    high: float | None
    kappa: float | None
    f1: float | None
    open: int
    note: str = ""
    cells: tuple[int | None, ...] = ()

    @property
    def title(self) -> str:
        """Label and name on one line."""
        return on_one_line(" ".join(part for part in (self.label, self.name) if part))


@dataclass(frozen=True, slots=True)
class ArticleColumn:
    """An article of the heat map."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """Everything the table shows. `rows` come in the order of the scheme; `coders` are names, A's first."""

    rows: tuple[AgreementRow, ...]
    pooled: AgreementRow
    articles: tuple[ArticleColumn, ...]
    coders: tuple[str, ...]

    @property
    def in_pair(self) -> bool:
        """Whether two coders are compared, not more."""
        return len(self.coders) == 2

    def lowest_drawn(self) -> float:
        """Return where the graph's scale begins: 0, or the fifth below the lowest end that is drawn."""
        drawn = [value for row in (*self.rows, self.pooled) if not row.note for value in (row.low, row.alpha) if value]
        return max(-1.0, min(0.0, floor(min(drawn, default=0.0) * AXIS_STEP) / AXIS_STEP))

    def busiest_articles(self, most: int) -> list[int]:
        """Return the places of the articles with most open differences, in their own order."""
        sums = [sum(row.cells[place] or 0 for row in self.rows) for place in range(len(self.articles))]
        return sorted(sorted(range(len(sums)), key=lambda place: -sums[place])[:most])


def heads(agreement: Agreement) -> tuple[str, ...]:
    """Return what stands above the columns of figures."""
    counts = "A · both · B" if agreement.in_pair else "some · all"
    return "Code", counts, "percent", "alpha", "95 % interval", "", "kappa", "F1", "open"


def cell_text(row: AgreementRow, column: int) -> str:
    """Return what is printed in a cell; where the code could not be compared in an article, nothing."""
    if column >= FIRST_ARTICLE:
        number = row.cells[column - FIRST_ARTICLE]
        return "" if number is None else f"{number:,}" if number else NOTHING_OPEN
    return {
        Column.CODE: row.title,
        Column.COUNTS: " · ".join(f"{count:,}" for count in row.counts),
        Column.PERCENT: percent(row.percent),
        Column.ALPHA: coefficient(row.alpha),
        Column.INTERVAL: interval(row.low, row.high),
        Column.GRAPH: row.note,
        Column.KAPPA: coefficient(row.kappa),
        Column.F1: coefficient(row.f1),
        Column.OPEN: f"{row.open:,}",
    }[Column(column)]


def cell_said(agreement: Agreement, row: AgreementRow, column: int) -> str:
    """Return what a screen reader says of a cell; of the first one the whole row."""
    if column == Column.CODE:
        return row_said(agreement, row)
    if column >= FIRST_ARTICLE:
        return article_said(agreement.articles[column - FIRST_ARTICLE], row, row.cells[column - FIRST_ARTICLE])
    if column == Column.COUNTS:
        return f"{row.title}: {_counts_said(agreement, row)}"
    if column == Column.GRAPH:
        return f"{row.title}: {row.note or f'alpha {_spoken(row.alpha)}, {_interval_said(row)}'}"
    return f"{row.title}, {heads(agreement)[column]}: {cell_text(row, column).replace(UNDEFINED, 'undefined')}"


def row_said(agreement: Agreement, row: AgreementRow) -> str:
    """Return a row as one sentence."""
    parts = [
        _counts_said(agreement, row), f"{percent(row.percent)} agreement", f"alpha {_spoken(row.alpha)}",
        _interval_said(row), row.note, f"kappa {_spoken(row.kappa)}", f"F1 {_spoken(row.f1)}", f"{row.open:,} open",
    ]  # fmt: skip
    return f"{row.title or POOLED}: " + ", ".join(part for part in parts if part)


def article_said(article: ArticleColumn, row: AgreementRow, number: int | None) -> str:
    """Return what a cell of the heat map says."""
    told = "could not be compared" if number is None else counted(number, "open difference")
    return f"{on_one_line(article.title)}: {row.title}, {told}"


def ordered(rows: Sequence[AgreementRow], column: int, *, descending: bool) -> list[AgreementRow]:
    """Return rows in the order of a column, equal ones in the order of the scheme; undefined ones come last."""
    known = [row for row in rows if _key(row, column) is not None]
    unknown = [row for row in rows if _key(row, column) is None]
    if column == Column.CODE:
        return [*reversed(rows)] if descending else list(rows)
    return sorted(known, key=lambda row: (_key(row, column) or 0) * (-1 if descending else 1)) + unknown


def _key(row: AgreementRow, column: int) -> float | None:
    if column >= FIRST_ARTICLE:
        return row.cells[column - FIRST_ARTICLE]
    return {
        Column.CODE: 0.0,
        Column.COUNTS: float(sum(row.counts)),
        Column.PERCENT: row.percent,
        Column.ALPHA: row.alpha,
        Column.INTERVAL: row.low,
        Column.GRAPH: row.alpha,
        Column.KAPPA: row.kappa,
        Column.F1: row.f1,
        Column.OPEN: float(row.open),
    }[Column(column)]


def _counts_said(agreement: Agreement, row: AgreementRow) -> str:
    if agreement.in_pair:
        a, b = agreement.coders
        return f"{row.counts[0]:,} only {a}, {row.counts[1]:,} both, {row.counts[2]:,} only {b}"
    return f"{row.counts[0]:,} coded by some, {row.counts[1]:,} by all"


def _interval_said(row: AgreementRow) -> str:
    return "" if row.low is None or row.high is None else f"95 % interval {interval(row.low, row.high)}"


def _spoken(value: float | None) -> str:
    return "undefined" if value is None else coefficient(value)
