"""The one file is whole whenever it is copied in a quiet moment; an older one is brought up with a copy kept."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import making
import pytest
from children import write_ahead

from annotator.project import opening, schema
from annotator.project.checking import check_project
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from making import Team
    from sqlite_utils import Database


def test_after_a_quiet_moment_a_copy_is_the_whole_project(team: Team, tmp_path: Path) -> None:
    making.code(team.project, team.article, 0, 9, team.decides)
    assert team.project.settle()
    copy = tmp_path / "copy.annotator"
    shutil.copy(team.path, copy)

    making.code(team.project, team.article, 10, 17, team.decides)

    assert check_project(copy) == []
    with Project.open(copy) as project:
        assert [coding.quote for coding in project.codings()] == ["The board"]


@write_ahead
def test_settling_waits_for_nobody_and_is_tried_again(team: Team) -> None:
    with closing(sqlite3.connect(team.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM coding").fetchone()
        making.code(team.project, team.article, 0, 9, team.decides)
        assert not team.project.settle()
        reader.execute("ROLLBACK")

    assert team.project.settle()


def test_closing_leaves_exactly_one_file_however_it_was_used(team: Team) -> None:
    making.code(team.project, team.article, 0, 9, team.decides)
    extracts = iter(team.project.codings())
    next(extracts)
    team.project.close()
    team.project.close()

    assert [found.name for found in team.path.parent.iterdir()] == [team.path.name]
    assert team.path.read_bytes()[18:20] == b"\x01\x01"  # no write-ahead journal is asked for


def test_a_project_of_this_version_needs_no_migration(team: Team) -> None:
    team.project.close()
    content = team.path.read_bytes()

    with Project.open(team.path, read_only=True):
        pass
    Project.open(team.path).close()

    assert [found.name for found in team.path.parent.iterdir()] == [team.path.name]
    assert len(team.path.read_bytes()) == len(content)


@pytest.fixture
def next_program(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The program as it would be with one more migration."""

    def m999_rating(db: Database) -> None:
        db.execute("ALTER TABLE coding ADD COLUMN rating TEXT NOT NULL DEFAULT ''")
        db.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION + 1}")

    monkeypatch.setattr(schema.migrations, "_migrations", list(schema.migrations._migrations))  # noqa: SLF001
    monkeypatch.setattr(opening, "SCHEMA_VERSION", schema.SCHEMA_VERSION + 1)
    schema.migrations()(m999_rating)
    schema.expected_schema.cache_clear()
    yield
    monkeypatch.undo()
    schema.expected_schema.cache_clear()


def left_unsettled(team: Team, folder: Path) -> Path:
    """A copy with its journal beside it, as a crash leaves it."""
    folder.mkdir()
    for ending in ("", "-wal"):
        shutil.copy(f"{team.path}{ending}", folder / f"{team.path.name}{ending}")
    return folder / team.path.name


@write_ahead
def test_an_older_project_is_brought_up_and_its_whole_copy_kept(team: Team, tmp_path: Path, next_program: None) -> None:
    making.code(team.project, team.article, 0, 9, team.decides)
    older = left_unsettled(team, tmp_path / "old")

    with Project.open(older) as project:
        assert [coding.quote for coding in project.codings()] == ["The board"]
    with closing(sqlite3.connect(older)) as connection:
        assert connection.execute("SELECT rating FROM coding").fetchall() == [("",)]

    backup = older.with_name(f"evidence before version {schema.SCHEMA_VERSION + 1}.annotator")
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.SCHEMA_VERSION,)
        assert connection.execute("SELECT quote FROM coding").fetchall() == [("The board",)]
    assert sorted(found.name for found in older.parent.iterdir()) == sorted([older.name, backup.name])


def test_an_older_project_with_a_stranger_in_it_is_not_taken_up(team: Team, next_program: None) -> None:
    team.project.close()
    with closing(sqlite3.connect(team.path)) as connection:
        connection.execute("CREATE TRIGGER evil AFTER UPDATE ON coding BEGIN DELETE FROM coding; END")
    content = team.path.read_bytes()

    with pytest.raises(opening.CannotOpen, match="trigger evil"):
        Project.open(team.path)
    assert team.path.read_bytes() == content
