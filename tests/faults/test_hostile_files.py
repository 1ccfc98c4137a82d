"""A project file from a stranger: anything in it that is not ours is refused by name, and nothing in it is run."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import making
import pytest

from annotator.model.errors import CannotOpen
from annotator.project.checking import check_project
from annotator.project.extract_view import EXTRACT_VIEW
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

RENAMED = "UPDATE sqlite_master SET name = 'sqlite_x', sql = replace(sql, 'evil', 'sqlite_x') WHERE name = 'evil'"
TRIGGER = "CREATE TRIGGER evil AFTER INSERT ON coding BEGIN DELETE FROM coding; END"
HOSTILE = {
    "trigger": [TRIGGER],
    "trigger under SQLite's own name": [TRIGGER, "PRAGMA writable_schema = ON", RENAMED],
    "trigger in an older file": [TRIGGER, "PRAGMA user_version = 0"],
    "trigger in a file of no version": [TRIGGER, "PRAGMA user_version = -5"],
    "table": ["CREATE TABLE evil (x)"],
    "table under SQLite's own name": ["CREATE TABLE evil (x)", "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET name = 'sqlite_x', tbl_name = 'sqlite_x', sql = 'CREATE TABLE sqlite_x (x)' "
        "WHERE name = 'evil'"],
    "virtual table": ["CREATE VIRTUAL TABLE evil USING fts5(x)"],
    "index": ["CREATE INDEX evil ON coding(memo)"],
    "view": ["CREATE VIEW evil AS SELECT 1"],
    "column": ["ALTER TABLE coding ADD COLUMN evil TEXT"],
    "column computed on reading": ["ALTER TABLE coding ADD COLUMN evil TEXT AS (hex(memo))"],
    "other check": ["PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'start >= 0', 'start >= -9') WHERE name = 'coding'"],
    "no history": ["DROP TABLE change"],
}  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = making.team(tmp_path)
    making.code(made.project, made.article, 0, 9, made.decides)
    made.project.close()
    return made.path


@pytest.mark.parametrize("what", HOSTILE)
@pytest.mark.parametrize("read_only", [False, True])
def test_it_is_refused_and_left_as_it_came(path: Path, what: str, read_only: bool) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in HOSTILE[what]:
            connection.execute(statement)
        connection.commit()
    came = path.read_bytes()

    with pytest.raises(CannotOpen) as refusal:
        Project.open(path, read_only=read_only)
    with pytest.raises(CannotOpen):
        check_project(path)

    assert path.name in refusal.value.sentence
    assert path.read_bytes() == came
    assert [found.name for found in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("other", ["", EXTRACT_VIEW.replace("coding.quote AS text,", "nowhere(coding.memo) AS text,")])
def test_a_view_of_extracts_that_is_not_ours_is_made_anew_and_never_run(path: Path, other: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in filter(None, ("DROP VIEW extract", other)):
            connection.execute(statement)

    with Project.open(path, read_only=True) as project:
        assert len(project.codings()) == 1
    assert check_project(path) == []
    Project.open(path).close()

    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT text FROM extract").fetchone() == ("The board",)


def test_the_sentence_names_what_is_not_ours(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(TRIGGER)

    with pytest.raises(CannotOpen, match=r"trigger evil.*Nothing in it was run"):
        Project.open(path)


def test_what_sqlite_itself_adds_is_no_stranger(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ANALYZE")
        connection.commit()

    with Project.open(path) as project:
        assert len(project.codings()) == 1
