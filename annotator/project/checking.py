"""Whether the file is whole: what `check` looks at. It never writes."""

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.model.canonical import text_sha256
from annotator.model.field_values import misfit
from annotator.model.passages import paragraphs
from annotator.model.records import RECORD_TYPES, Article, Code, Coding, Field, FieldValue, Quotation, Record, Zone
from annotator.model.scheme_tree import tree_order
from annotator.project import connection, history, opening
from annotator.project.queries import records
from annotator.project.revisions import read_revisions
from annotator.project.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlite_utils import Database

INTEGRITY_LINES = 100


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it should be, and where."""

    what: str
    where: str


def check_project(path: Path, progress: Callable[[int, int], None] | None = None) -> list[Problem]:
    """Return every problem of a project file, none when it is sound. `progress` hears (looks done, looks in all).

    Raises CannotOpen when it cannot be opened at all.
    """
    path = Path(path)
    opening.check_header(path)
    with connection.told(path):
        db = connection.connect(path, read_only=True)
        try:
            opening.check_content(db, path, quickly=True)
            return _problems(db := opening.in_present_form(db), progress)
        finally:
            db.close()


def _problems(db: Database, progress: Callable[[int, int], None] | None) -> list[Problem]:
    found = list(_integrity(db))
    for done, look in enumerate(_LOOKS):
        if progress is not None:
            progress(done, len(_LOOKS))
        try:
            found += look(db)
        except (sqlite3.Error, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            found.append(Problem("cannot be read", look.__name__.removeprefix("_").replace("_", " ")))
    return found


def _integrity(db: Database) -> Iterator[Problem]:
    try:
        rows = db.execute(f"PRAGMA integrity_check({INTEGRITY_LINES})").fetchall()
    except sqlite3.DatabaseError as error:
        rows = [(str(error),)]
    for (line,) in rows:
        if line != "ok":
            yield Problem(str(line), "file")


def _facts(db: Database) -> Iterator[Problem]:
    for key in opening.missing_facts(db):
        yield Problem(f"does not say its own {key}", "about")
    codes = records(db, Code)
    if len(tree_order(codes)) != len(codes):
        yield Problem("codes hang below themselves", "code")


def _dangling(db: Database) -> Iterator[Problem]:
    for table, row, parent in opening.dangling_rows(db):
        yield Problem(f"points at a {parent} that is not there", f"{table}, row {row}")


def _texts(db: Database) -> Iterator[Problem]:
    for number, sha256, body, original in db.execute("SELECT id, sha256, body, original FROM text"):
        if text_sha256(body) != sha256:
            yield Problem("the text is not what its SHA-256 says", f"text {number}")
        try:
            zlib.decompress(original)
        except zlib.error:
            yield Problem("the file it was read from is damaged", f"text {number}")


def _codings(db: Database) -> Iterator[Problem]:
    if opening.came_without_texts(db):
        return
    hashes = {article.id: article.text_sha256 for article in records(db, Article)}
    shown, body = "", ""
    for coding in records(db, Coding, "article"):
        sha256 = hashes.get(coding.article, "")
        if sha256 != shown:
            row = db.execute("SELECT body FROM text WHERE sha256 = ?", (sha256,)).fetchone()
            shown, body = sha256, row[0] if row else ""
        if not 0 <= coding.start < coding.end <= len(body):
            yield Problem("the passage lies outside the text", f"coding {coding.id}")
        elif coding.place != "lost" and body[coding.start : coding.end] != coding.quote:
            yield Problem("the stored quote is not what stands in the text", f"coding {coding.id}")


def _stretches(db: Database) -> Iterator[Problem]:
    """Look whether zones and quotations lie inside their texts."""
    if opening.came_without_texts(db):
        return
    lengths = dict(
        db.execute("SELECT article.id, length(body) FROM article JOIN text ON sha256 = text_sha256").fetchall()
    )
    found: list[Zone | Quotation] = [*records(db, Zone), *records(db, Quotation)]
    for one in found:
        if not 0 <= one.start < one.end <= lengths.get(one.article, 0):
            yield Problem("lies outside the text", f"{TABLES[type(one)]} {one.id}")


def _blocks(db: Database) -> Iterator[Problem]:
    """Look whether what files mark lies inside their texts, and whether the paragraphs are numbered as they stand."""
    outside = 'SELECT text, start FROM block JOIN text ON id = text WHERE "end" > length(body)'
    for number, start in db.execute(outside):
        yield Problem("what its file marks lies outside the text", f"text {number}, at {start}")
    for number, body in db.execute("SELECT id, body FROM text"):
        stored = db.execute("SELECT start FROM paragraph WHERE text = ? ORDER BY number", (number,)).fetchall()
        if [start for (start,) in stored] != [start for start, _ in paragraphs(body)]:
            yield Problem("its paragraphs are not numbered as they stand", f"text {number}")


def _values(db: Database) -> Iterator[Problem]:
    """Look whether what articles have in the fields of one's own fits the kinds of the fields."""
    fields = {field.id: field for field in records(db, Field)}
    for one in records(db, FieldValue):
        if one.field in fields and (not one.value or misfit(fields[one.field], one.value)):
            yield Problem("does not fit the kind of its field", f"{TABLES[FieldValue]} {one.id}")


def _steps(db: Database) -> Iterator[Problem]:
    missing = db.execute(
        "SELECT seq FROM step WHERE coder NOT IN (SELECT id FROM coder) AND kind <> 'setup'"
    ).fetchall()
    for (seq,) in missing:
        yield Problem("its coder is not in the project", f"history, step {seq}")
    wrong = db.execute(
        "SELECT seq FROM step WHERE kind NOT IN ('do', 'undo', 'redo', 'setup') "
        "OR (kind IN ('undo', 'redo') AND undoes IS NULL) OR undoes NOT IN (SELECT id FROM step)"
    ).fetchall()
    for (seq,) in wrong:
        yield Problem("does not tell what it did or took back", f"history, step {seq}")


def _replay(db: Database) -> Iterator[Problem]:
    misfits: list[int] = []
    led_to: dict[tuple[str, str], Record] = history.replayed(db, misfits)
    for seq in misfits:
        yield Problem("does not follow from the steps before it", f"history, step {seq}")
    for kind in RECORD_TYPES:
        table = TABLES[kind]
        for record in records(db, kind):
            expected = led_to.pop((table, record.id), None)
            if expected is None:
                yield Problem("stands in the project, but no step of the history made it", f"{table} {record.id}")
            elif expected != record:
                yield Problem("is not as the history left it", f"{table} {record.id}")
    for table, row in led_to:
        yield Problem("the history made it, but it is not in the project", f"{table} {row}")


def _revisions(db: Database) -> Iterator[Problem]:
    """Look whether each row that is there has the revision of one that is, and each that is gone that of one gone."""
    present = {(kind, record.id) for kind in RECORD_TYPES for record in records(db, kind)}
    for (kind, row), one in read_revisions(db).items():
        if one.number < 1 or one.gone < 0:
            yield Problem("its revision cannot be", f"{TABLES[kind]} {row}")
        elif (kind, row) not in present and not one.same_as and one.number > one.gone:
            yield Problem("is not in the project, though its revision says so", f"{TABLES[kind]} {row}")


def _search_index(db: Database) -> Iterator[Problem]:
    """Compare index and texts in a copy in memory, since FTS5 checks itself only by a write."""
    copy = sqlite3.connect(":memory:")
    try:
        db.conn.backup(copy)
        copy.execute("INSERT INTO text_search (text_search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        yield Problem(f"the search index does not fit the texts ({error})", "text_search")
    finally:
        copy.close()


_LOOKS = (
    *(_facts, _dangling, _texts, _codings, _stretches, _blocks, _values),
    *(_steps, _replay, _revisions, _search_index),
)
