"""Which tables the project file has, and how older files are brought up to date."""

from __future__ import annotations

import sqlite3
from functools import lru_cache

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from annotator.project.cast_tables import CAST_TABLES
from annotator.project.extract_view import EXTRACT_VIEW
from annotator.project.review_tables import REVIEW_TABLES
from annotator.project.text_tables import TEXT_TABLES, store_paragraphs

APPLICATION_ID = 0x414E4E4F  # "ANNO"
SCHEMA_VERSION = 10
HISTORY_FORMAT = 1
SQLITES_OWN = {"sqlite_stat1", "sqlite_stat4", "sqlite_sequence"}  # what ANALYZE leaves, and a counter

migrations = Migrations("annotator")

_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;
CREATE TABLE text (
    id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, body TEXT NOT NULL, original BLOB NOT NULL
) STRICT;
CREATE TABLE coder (
    id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, created TEXT NOT NULL
) STRICT;
CREATE TABLE article (
    id TEXT PRIMARY KEY NOT NULL, position INTEGER NOT NULL, title TEXT NOT NULL, file TEXT NOT NULL,
    text_sha256 TEXT NOT NULL REFERENCES text(sha256) DEFERRABLE INITIALLY DEFERRED,
    publication TEXT NOT NULL, author TEXT NOT NULL, published TEXT NOT NULL, link TEXT NOT NULL,
    coder TEXT NOT NULL REFERENCES coder(id) DEFERRABLE INITIALLY DEFERRED, created TEXT NOT NULL
) STRICT;
CREATE INDEX article_text ON article(text_sha256);
CREATE TABLE code (
    id TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL, name TEXT NOT NULL, short_name TEXT NOT NULL,
    parent TEXT REFERENCES code(id) DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
    colour TEXT NOT NULL, definition TEXT NOT NULL, include TEXT NOT NULL, exclude TEXT NOT NULL,
    examples TEXT NOT NULL, key INTEGER, codable INTEGER NOT NULL,
    coder TEXT NOT NULL REFERENCES coder(id) DEFERRABLE INITIALLY DEFERRED, created TEXT NOT NULL
) STRICT;
CREATE INDEX code_parent ON code(parent);
CREATE TABLE coding (
    id TEXT PRIMARY KEY NOT NULL,
    article TEXT NOT NULL REFERENCES article(id) DEFERRABLE INITIALLY DEFERRED,
    code TEXT NOT NULL REFERENCES code(id) DEFERRABLE INITIALLY DEFERRED,
    coder TEXT NOT NULL REFERENCES coder(id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL CHECK (start >= 0), "end" INTEGER NOT NULL, quote TEXT NOT NULL,
    "before" TEXT NOT NULL, "after" TEXT NOT NULL, memo TEXT NOT NULL, stance TEXT NOT NULL,
    unsure INTEGER NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL, CHECK ("end" > start)
) STRICT;
CREATE INDEX coding_place ON coding(article, start, "end");
CREATE INDEX coding_code ON coding(code, coder);
CREATE INDEX coding_coder ON coding(coder);
CREATE TABLE reading (
    id TEXT PRIMARY KEY NOT NULL,
    article TEXT NOT NULL REFERENCES article(id) DEFERRABLE INITIALLY DEFERRED,
    coder TEXT NOT NULL REFERENCES coder(id) DEFERRABLE INITIALLY DEFERRED,
    state TEXT NOT NULL, seen INTEGER NOT NULL, modified TEXT NOT NULL, UNIQUE (article, coder)
) STRICT;
CREATE TABLE memo (
    id TEXT PRIMARY KEY NOT NULL, about TEXT NOT NULL, subject TEXT,
    coder TEXT NOT NULL REFERENCES coder(id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL
) STRICT;
CREATE INDEX memo_subject ON memo(subject);
CREATE TABLE step (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, time TEXT NOT NULL, coder TEXT NOT NULL,
    label TEXT NOT NULL, undoes TEXT, kind TEXT NOT NULL, format INTEGER NOT NULL
) STRICT;
CREATE INDEX step_coder ON step(coder, seq);
CREATE TABLE change (
    id INTEGER PRIMARY KEY, step INTEGER NOT NULL REFERENCES step(seq), table_name TEXT NOT NULL,
    row TEXT NOT NULL, "before" TEXT, "after" TEXT
) STRICT;
CREATE INDEX change_row ON change(row, step);
CREATE INDEX change_step ON change(step);
CREATE VIRTUAL TABLE text_search USING fts5(
    body, content='text', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
"""

_ZONES_AND_QUOTATIONS = """
CREATE TABLE zone (
    id TEXT PRIMARY KEY NOT NULL,
    article TEXT NOT NULL REFERENCES article(id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL CHECK (start >= 0), "end" INTEGER NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL,
    reason TEXT NOT NULL, coder TEXT REFERENCES coder(id) DEFERRABLE INITIALLY DEFERRED, created TEXT NOT NULL,
    CHECK ("end" > start)
) STRICT;
CREATE INDEX zone_place ON zone(article, start, "end");
CREATE TABLE quotation (
    id TEXT PRIMARY KEY NOT NULL,
    article TEXT NOT NULL REFERENCES article(id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL CHECK (start >= 0), "end" INTEGER NOT NULL, kind TEXT NOT NULL, speaker TEXT NOT NULL,
    grade TEXT NOT NULL, confirmed INTEGER NOT NULL, reason TEXT NOT NULL, via TEXT NOT NULL,
    printed TEXT NOT NULL DEFAULT '',
    coder TEXT REFERENCES coder(id) DEFERRABLE INITIALLY DEFERRED, created TEXT NOT NULL, CHECK ("end" > start)
) STRICT;
CREATE INDEX quotation_place ON quotation(article, start, "end");
CREATE INDEX quotation_speaker ON quotation(speaker);
"""

_DECLINED = """
CREATE TABLE declined (
    id TEXT PRIMARY KEY NOT NULL,
    article TEXT NOT NULL REFERENCES article(id) DEFERRABLE INITIALLY DEFERRED,
    code TEXT NOT NULL REFERENCES code(id) DEFERRABLE INITIALLY DEFERRED,
    coder TEXT NOT NULL REFERENCES coder(id) DEFERRABLE INITIALLY DEFERRED,
    sentence TEXT NOT NULL, created TEXT NOT NULL
) STRICT;
CREATE INDEX declined_code ON declined(code, coder);
CREATE INDEX declined_article ON declined(article);
ALTER TABLE coding ADD COLUMN origin TEXT NOT NULL DEFAULT '';
"""

_GROUPS_AND_FIELDS = """
CREATE TABLE article_group (
    id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, position INTEGER NOT NULL,
    coder TEXT NOT NULL REFERENCES coder(id) DEFERRABLE INITIALLY DEFERRED, created TEXT NOT NULL
) STRICT;
CREATE TABLE membership (
    id TEXT PRIMARY KEY NOT NULL,
    article TEXT NOT NULL REFERENCES article(id) DEFERRABLE INITIALLY DEFERRED,
    "group" TEXT NOT NULL REFERENCES article_group(id) DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL
) STRICT;
CREATE INDEX membership_group ON membership("group", article);
CREATE INDEX membership_article ON membership(article);
CREATE TABLE field (
    id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, choices TEXT NOT NULL,
    position INTEGER NOT NULL, coder TEXT NOT NULL REFERENCES coder(id) DEFERRABLE INITIALLY DEFERRED,
    created TEXT NOT NULL
) STRICT;
CREATE TABLE field_value (
    id TEXT PRIMARY KEY NOT NULL,
    article TEXT NOT NULL REFERENCES article(id) DEFERRABLE INITIALLY DEFERRED,
    field TEXT NOT NULL REFERENCES field(id) DEFERRABLE INITIALLY DEFERRED, value TEXT NOT NULL
) STRICT;
CREATE INDEX field_value_field ON field_value(field, article);
CREATE INDEX field_value_article ON field_value(article);
"""

_REVISIONS = """
CREATE TABLE revision (
    table_name TEXT NOT NULL, row TEXT NOT NULL, number INTEGER NOT NULL, gone INTEGER NOT NULL, kept TEXT,
    same_as TEXT NOT NULL, PRIMARY KEY (table_name, row)
) STRICT, WITHOUT ROWID;
CREATE TABLE revision_before (
    step INTEGER NOT NULL, table_name TEXT NOT NULL, row TEXT NOT NULL, number INTEGER, gone INTEGER, kept TEXT,
    same_as TEXT, PRIMARY KEY (step, table_name, row)
) STRICT, WITHOUT ROWID;
INSERT INTO revision SELECT table_name, row, written, CASE WHEN "after" IS NULL THEN written ELSE 0 END,
    CASE WHEN "after" IS NULL THEN "before" END, ''
    FROM (SELECT table_name, row, max(1, count("after")) AS written, max(id) AS last FROM change GROUP BY 1, 2)
    JOIN change USING (table_name, row) WHERE id = last AND (written > 1 OR "after" IS NULL);
INSERT INTO revision SELECT 'coder', coder, count(*) + 1, 0, NULL, '' FROM step WHERE kind <> 'setup' GROUP BY coder;
"""


@migrations()
def m001_first(db: Database) -> None:
    """Make the tables of the first version."""
    _run(db, _TABLES)
    db.execute(EXTRACT_VIEW)
    db.execute("PRAGMA user_version = 1")


@migrations()
def m002_place(db: Database) -> None:
    """Keep with each coding whether its place is sure since the text was corrected."""
    db.execute("ALTER TABLE coding ADD COLUMN place TEXT NOT NULL DEFAULT 'sure'")
    db.execute("PRAGMA user_version = 2")


@migrations()
def m003_nothing_to_code(db: Database) -> None:
    """Keep with each reading which paragraphs hold nothing to code."""
    db.execute("ALTER TABLE reading ADD COLUMN nothing_to_code TEXT NOT NULL DEFAULT ''")
    db.execute("PRAGMA user_version = 3")


@migrations()
def m004_zones_and_quotations(db: Database) -> None:
    """Keep what is set aside in an article, and who is speaking where."""
    _run(db, _ZONES_AND_QUOTATIONS)
    db.execute("PRAGMA user_version = 4")


@migrations()
def m005_suggestions(db: Database) -> None:
    """Keep which codings were proposed by the program, and which sentences were turned down."""
    _run(db, _DECLINED)
    db.execute("PRAGMA user_version = 5")


@migrations()
def m006_groups_and_fields(db: Database) -> None:
    """Keep groups of articles, and fields of one's own with what each article has in them."""
    _run(db, _GROUPS_AND_FIELDS)
    db.execute("PRAGMA user_version = 6")


@migrations()
def m007_revisions(db: Database) -> None:
    """Keep how often each row was written, as the history tells, so that copies can be put together."""
    _run(db, _REVISIONS)
    db.execute("PRAGMA user_version = 7")


@migrations()
def m008_review(db: Database) -> None:
    """Keep rounds, verdicts and answers, and with each agreed coding where it came from."""
    _run(db, REVIEW_TABLES)
    db.execute("PRAGMA user_version = 8")


@migrations()
def m009_blocks(db: Database) -> None:
    """Keep with each text what its file marks in it, and where its paragraphs begin."""
    _run(db, TEXT_TABLES)
    for number, body in db.execute("SELECT id, body FROM text").fetchall():
        store_paragraphs(db, number, body)
    db.execute("PRAGMA user_version = 9")


@migrations()
def m010_cast(db: Database) -> None:
    """Keep who was made known by hand in an article's cast, and the forms of the names."""
    _run(db, CAST_TABLES)
    db.execute("PRAGMA user_version = 10")


def make_schema(db: Database) -> None:
    """Bring a new or older file up to date. The caller has made the backup."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrations.apply(db)


def _run(db: Database, statements: str) -> None:
    for statement in statements.split(";\n"):
        if statement.strip():
            db.execute(statement)


@lru_cache
def expected_schema(version: int) -> frozenset[tuple[str, str, str]]:
    """Return (type, name, statement) of everything that a file of a version may hold."""
    db = Database(sqlite3.connect(":memory:"), execute_plugins=False)
    names = [migration.name for migration in migrations.pending(db)]
    migrations.apply(db, stop_before=names[version] if version < len(names) else None)
    listed = schema_of(db)
    db.close()
    return listed


def schema_of(db: Database) -> frozenset[tuple[str, str, str]]:
    """Return (type, name, statement) of everything in a file, SQLite's own indexes and statistics left out."""
    rows = db.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master").fetchall()
    return frozenset(
        (kind, name, " ".join(statement.split()))
        for kind, name, statement in rows
        if not (kind == "index" and name.startswith("sqlite_autoindex_") and not statement)
        and not (kind == "table" and name in SQLITES_OWN)
    )
