"""What can be read: records, counts and extracts, by plain questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from annotator.model.extracts import Extract, ExtractFilter, Pass
from annotator.model.passage_facts import ArticleFacts
from annotator.model.records import (
    Answer,
    Article,
    Code,
    Coder,
    Coding,
    Declined,
    FieldValue,
    Membership,
    Memo,
    Person,
    Quotation,
    Reading,
    Record,
    Verdict,
    Zone,
)
from annotator.model.scheme_tree import name_paths
from annotator.project.rows import TABLES, column_list, from_row, marks
from annotator.project.text_tables import pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlite_utils import Database

AnyRecord = TypeVar("AnyRecord", bound=Record)
AnyStretch = TypeVar("AnyStretch", Zone, Quotation)
AnyFact = TypeVar("AnyFact", Membership, FieldValue, Person, Verdict)


def records(db: Database, kind: type[AnyRecord], order: str = "", where: str = "", values: Sequence[Any] = ()) -> (
    list[AnyRecord]
):  # fmt: skip
    """Return the records of a table."""
    sql = f"SELECT {column_list(kind)} FROM {TABLES[kind]}"
    sql += f" WHERE {where}" if where else ""
    sql += f" ORDER BY {order}" if order else ""
    return [from_row(kind, row) for row in db.execute(sql, values).fetchall()]


def codings(
    db: Database,
    *,
    articles: Sequence[str] | None = None,
    coders: Sequence[str] | None = None,
    codes: Sequence[str] | None = None,
) -> list[Coding]:
    """Return codings by article, start and end; None means no restriction."""
    where, values = _restricted({"coding.article": articles, "coding.coder": coders, "coding.code": codes})
    sql = (
        f"SELECT {column_list(Coding, 'coding.')} FROM coding JOIN article ON article.id = coding.article"
        f'{where} ORDER BY article.position, article.id, coding.start, coding."end", coding.created, coding.id'
    )
    return [from_row(Coding, row) for row in db.execute(sql, values).fetchall()]


def coded_spans(db: Database, article: str, coder: str) -> list[tuple[int, int]]:
    """Return start and end of a coder's codings of an article that are not lost."""
    sql = "SELECT start, \"end\" FROM coding WHERE article = ? AND coder = ? AND place <> 'lost'"
    return db.execute(sql, (article, coder)).fetchall()


def in_text(db: Database, kind: type[AnyStretch], article: str | None = None) -> list[AnyStretch]:
    """Return the zones or quotations of an article, or of all articles, by article, start and end."""
    where, values = _restricted({"article": None if article is None else [article]})
    sql = f'SELECT {column_list(kind)} FROM {TABLES[kind]}{where} ORDER BY article, start, "end", id'
    return [from_row(kind, row) for row in db.execute(sql, values).fetchall()]


def of_article(db: Database, kind: type[AnyFact], article: str | None, order: str) -> list[AnyFact]:
    """Return the memberships, values or verdicts of an article, or of all."""
    if article is None:
        return records(db, kind, order)
    return records(db, kind, order, where="article = ?", values=(article,))


def answers(db: Database, article: str | None = None) -> list[Answer]:
    """Return what was said to the verdicts on an article, or on all."""
    where = "verdict IN (SELECT id FROM verdict WHERE article = ?)" if article is not None else ""
    return records(db, Answer, "created, id", where, () if article is None else (article,))


def declined(db: Database, article: str | None = None, coder: str | None = None) -> list[Declined]:
    """Return the proposed sentences that were turned down."""
    asked = {"article": article, "coder": coder}
    where, values = _restricted({column: None if one is None else [one] for column, one in asked.items()})
    sql = f"SELECT {column_list(Declined)} FROM declined{where} ORDER BY created, id"
    return [from_row(Declined, row) for row in db.execute(sql, values).fetchall()]


def extracts(db: Database, chosen: ExtractFilter) -> Iterator[Extract]:
    """Yield the extracts by article, start and end, a page of rows at a time, so that memory stays bounded.

    Zones, quotations and text are asked for once an article. A coding without a place in the text passes no filter
    on what the article tells.
    """
    codes = {code.id: code for code in records(db, Code)}
    paths = name_paths(codes.values())
    articles = {article.id: article for article in records(db, Article)}
    coders = {coder.id: coder for coder in records(db, Coder)}
    passes = {(reading.article, reading.coder): _pass(reading) for reading in records(db, Reading)}
    where, values = _chosen(chosen)
    cursor = db.conn.cursor()
    cursor.execute(
        f"SELECT {column_list(Coding, 'coding.')} FROM coding JOIN article ON article.id = coding.article "
        f"JOIN coder ON coder.id = coding.coder{where} "
        'ORDER BY article.position, article.id, coding.start, coding."end", coding.created, coding.id',
        values,
    )
    at, told = "", ArticleFacts("", (), ())
    while rows := cursor.fetchmany(1000):
        for row in rows:
            coding = from_row(Coding, row)
            if coding.article != at:
                at, told = coding.article, _article_facts(db, articles[coding.article])
            coder = coders[coding.coder]
            passed = "agreed" if coder.kind == "agreed" else passes.get((coding.article, coding.coder), "")
            extract = Extract(
                coding=coding, article=articles[coding.article], code=codes[coding.code], path=paths[coding.code],
                coder=coder, passed=passed, told=told,
            )  # fmt: skip
            if chosen.passes(extract):
                yield extract


def _article_facts(db: Database, article: Article) -> ArticleFacts:
    row = db.execute("SELECT body FROM text WHERE sha256 = ?", (article.text_sha256,)).fetchone()
    text = "" if row is None else str(row[0])
    known = pages(db, article.text_sha256)
    return ArticleFacts(text, in_text(db, Quotation, article.id), in_text(db, Zone, article.id), known)


def memos(db: Database, about: str | None, subject: str | None) -> list[Memo]:
    """Return the memos on a kind of thing, or on one thing."""
    where, values = _restricted({"about": None if about is None else [about], "subject": subject and [subject]})
    sql = f"SELECT {column_list(Memo)} FROM memo{where} ORDER BY created, rowid"
    return [from_row(Memo, row) for row in db.execute(sql, values).fetchall()]


def search(db: Database, words: str) -> list[tuple[str, str]]:
    """Return (article id, text hash) of the articles whose present text matches an FTS5 expression."""
    sql = (
        "SELECT article.id, text.sha256 FROM text_search JOIN text ON text.id = text_search.rowid "
        "JOIN article ON article.text_sha256 = text.sha256 WHERE text_search MATCH ? ORDER BY article.position"
    )
    return [(row[0], row[1]) for row in db.execute(sql, (words,)).fetchall()]


def _pass(reading: Reading) -> Pass:
    if reading.state != "finished":
        return ""
    return "seen" if reading.seen else "blind"


def _chosen(chosen: ExtractFilter) -> tuple[str, list[Any]]:
    where, values = _restricted(
        {
            "coding.code": chosen.codes or None, "coding.article": chosen.articles or None,
            "coding.coder": chosen.coders or None, "article.publication": chosen.publications or None,
            "coding.stance": tuple("" if stance == "none" else stance for stance in chosen.stances) or None,
        }
    )  # fmt: skip
    more: list[str] = []
    for condition, value in (("article.published >= ?", chosen.since), ("article.published <= ?", chosen.until)):
        if value:
            more.append(f"article.published GLOB '[0-9][0-9][0-9][0-9]*' AND {condition}")  # `3/4/2019` is no known day
            values.append(value)
    if chosen.search:
        more.append("(instr(casefold(coding.quote), ?) OR instr(casefold(coding.memo), ?))")
        values += [chosen.search.casefold()] * 2
    if chosen.groups:
        more.append(f'coding.article IN (SELECT article FROM membership WHERE "group" IN ({marks(chosen.groups)}))')
        values += chosen.groups
    if chosen.agreed:
        more.append("coder.kind = 'agreed'")
    return _joined(where, more), values


def _joined(where: str, more: list[str]) -> str:
    if not more:
        return where
    return f"{where} AND {' AND '.join(more)}" if where else f" WHERE {' AND '.join(more)}"


def _restricted(columns: dict[str, Sequence[str] | None]) -> tuple[str, list[Any]]:
    """Return the WHERE clause that keeps rows whose columns hold one of the values."""
    conditions, values = [], []
    for column, allowed in columns.items():
        if allowed is not None:
            conditions.append(f"{column} IN ({marks(allowed)})")
            values += list(allowed)
    return (f" WHERE {' AND '.join(conditions)}" if conditions else ""), values
