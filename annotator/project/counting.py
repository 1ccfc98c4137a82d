"""How many codings there are: those that lie wholly in what was set aside afterwards do not count."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING

from annotator.model.records import Coding, Zone
from annotator.model.zones import aside_spans, lies_aside
from annotator.project.rows import column_list, from_row, marks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from sqlite_utils import Database

ASIDE = "state = 'set aside'"


def counts(
    db: Database, column: str, *, coders: Sequence[str] | None = None, article: str | None = None,
    codes: Sequence[str] | None = None, with_aside: bool = False,
) -> dict[str, int]:  # fmt: skip
    """Return how many codings there are for each value of a column of `coding`, none where there are none."""
    where, values = _restricted(coders, article, codes)
    rows = db.execute(f'SELECT "{column}", count(*) FROM coding WHERE {where} GROUP BY "{column}"', values)
    number = Counter(dict(rows.fetchall()))
    if not with_aside:
        number -= Counter(
            str(getattr(coding, column)) for coding in codings_aside(db, coders=coders, article=article, codes=codes)
        )
    return dict(number)


def codings_aside(
    db: Database, *, coders: Sequence[str] | None = None, article: str | None = None,
    codes: Sequence[str] | None = None,
) -> list[Coding]:  # fmt: skip
    """Return the codings that lie wholly in what is set aside, be it several stretches in a row.

    Only those that begin in a stretch are looked at: the way to them goes by zones, of which there are few.
    """
    where, values = _restricted(coders, article, codes)
    sql = (
        f"SELECT DISTINCT {column_list(Coding, 'coding.')} FROM zone "
        "CROSS JOIN coding ON coding.article = zone.article "
        f'AND coding.start >= zone.start AND coding.start < zone."end" WHERE zone.{ASIDE} AND {where}'
    )
    begun: dict[str, list[Coding]] = defaultdict(list)
    for row in db.execute(sql, values).fetchall():
        coding = from_row(Coding, row)
        begun[coding.article].append(coding)
    found: list[Coding] = []
    for one, there in begun.items():
        stretches, text = aside_spans(_aside_zones(db, one)), _text_of(db, one)
        found += [coding for coding in there if lies_aside((coding.start, coding.end), stretches, text)]
    return [coding for coding in found if coding.place != "lost"]


def codings_touching(db: Database, *, article: str, coder: str, start: int, end: int) -> list[Coding]:
    """Return a coder's codings of an article that have a letter in `[start, end)`, without the lost ones."""
    sql = (
        f'SELECT {column_list(Coding, "")} FROM coding WHERE article = ? AND start < ? AND "end" > ? '
        "AND coder = ? AND place <> 'lost'"
    )
    return [from_row(Coding, row) for row in db.execute(sql, (article, end, start, coder)).fetchall()]


def _aside_zones(db: Database, article: str) -> list[Zone]:
    sql = f'SELECT {column_list(Zone)} FROM zone WHERE article = ? AND {ASIDE} ORDER BY start, "end"'
    return [from_row(Zone, row) for row in db.execute(sql, (article,)).fetchall()]


def _text_of(db: Database, article: str) -> Callable[[], str]:
    """Return what reads an article's text, once, if it is needed at all."""

    @cache
    def text() -> str:
        sql = "SELECT body FROM text JOIN article ON article.text_sha256 = text.sha256 WHERE article.id = ?"
        row = db.execute(sql, (article,)).fetchone()
        return "" if row is None else str(row[0])

    return text


def _restricted(
    coders: Sequence[str] | None, article: str | None, codes: Sequence[str] | None
) -> tuple[str, list[Any]]:  # fmt: skip
    """Return the condition on codings, and its values; None means no restriction.

    The sign before the coder keeps SQLite from going by who coded: one coder may have most codings, and a million of
    them are counted by the index of what they are grouped by in a quarter of the time that sorting them takes.
    """
    conditions, values = ["1"], []
    for column, allowed in (
        ("+coding.coder", coders),
        ("coding.article", article and [article]),
        ("coding.code", codes),
    ):
        if allowed is not None:
            conditions.append(f"{column} IN ({marks(allowed)})")
            values += list(allowed)
    return " AND ".join(conditions), values
