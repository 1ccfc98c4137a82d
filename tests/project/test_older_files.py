"""A project made before places were kept opens as it was: read without a trace, or brought up to date for coding."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import making
import pytest

from annotator.model import edits
from annotator.model.errors import CannotOpen
from annotator.model.records import Coding
from annotator.project.checking import check_project
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from making import Team

NINTH_VERSION = (
    "DROP VIEW extract",  # it is made anew whenever a project is opened
    "DROP TABLE person",
    "DELETE FROM _sqlite_migrations WHERE name = 'm010_cast'",
)
EIGHTH_VERSION = (
    *NINTH_VERSION,
    *(f"DROP TABLE {table}" for table in ("block", "paragraph")),
    "DELETE FROM _sqlite_migrations WHERE name = 'm009_blocks'",
    "PRAGMA user_version = 8",
)
SEVENTH_VERSION = (
    *EIGHTH_VERSION,
    "DROP INDEX coding_verdict",
    *(f"ALTER TABLE coding DROP COLUMN {column}" for column in ("verdict", "adopted_from")),
    *(f"DROP TABLE {table}" for table in ("answer", "verdict", "round")),
    "DELETE FROM _sqlite_migrations WHERE name = 'm008_review'",
    """UPDATE change SET "before" = replace("before", ',"verdict":null,"adopted_from":""', ''),
        "after" = replace("after", ',"verdict":null,"adopted_from":""', '')""",
)
THIRD_VERSION = (
    *SEVENTH_VERSION,
    "ALTER TABLE coding DROP COLUMN origin",
    *(
        f"DROP TABLE {table}"
        for table in (
            "revision",
            "revision_before",
            "field_value",
            "field",
            "membership",
            "article_group",
            "declined",
            "zone",
            "quotation",
        )
    ),
    """DELETE FROM _sqlite_migrations WHERE name IN (
        'm004_zones_and_quotations', 'm005_suggestions', 'm006_groups_and_fields', 'm007_revisions')""",
    """UPDATE change SET "before" = replace("before", ',"origin":""', ''),
        "after" = replace("after", ',"origin":""', '')""",
)
SECOND_VERSION = (
    *THIRD_VERSION,
    "ALTER TABLE reading DROP COLUMN nothing_to_code",
    "DELETE FROM _sqlite_migrations WHERE name = 'm003_nothing_to_code'",
    """UPDATE change SET "after" = replace("after", ',"nothing_to_code":""', '')""",
    "PRAGMA user_version = 2",
)
FIRST_VERSION = (
    *SECOND_VERSION,
    "ALTER TABLE coding DROP COLUMN place",
    "DELETE FROM _sqlite_migrations WHERE name = 'm002_place'",
    """UPDATE change SET "before" = replace("before", ',"place":"sure"', ''),
        "after" = replace("after", ',"place":"sure"', '')""",
    "PRAGMA user_version = 1",
)


@pytest.fixture
def older(team: Team) -> Path:
    """A project of the first version with a coding that was altered once."""
    coding = making.code(team.project, team.article, 0, 9, team.decides)
    team.project.do(edits.write_memo(coding=coding, memo="why"))
    team.project.close()
    behind_our_back(team.path, *FIRST_VERSION)
    return team.path


def behind_our_back(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_it_is_read_and_checked_and_left_as_it_came(older: Path) -> None:
    content = older.read_bytes()

    assert check_project(older) == []
    with Project.open(older, read_only=True) as project:
        assert [(coding.quote, coding.place) for coding in project.codings()] == [("The board", "sure")]
        assert [article.title for article in project.search("casefold OR board")] == ["A briefing"]

    assert older.read_bytes() == content
    assert [found.name for found in older.parent.iterdir()] == [older.name]


def test_it_is_brought_up_for_coding_with_its_history(older: Path, team: Team) -> None:
    with Project.open(older) as project:
        project.act_as(team.ann)
        project.undo()
        assert [(coding.memo, coding.place) for coding in project.codings()] == [("", "sure")]
        project.undo()
        assert project.codings() == []
        project.redo()

    assert check_project(older) == []


def test_how_far_one_was_in_a_file_of_the_second_version_is_kept_and_can_be_taken_back(team: Team) -> None:
    finish = edits.finish_reading(articles=[team.article], readings=[], coder=team.ann)
    team.project.do(finish)
    team.project.close()
    behind_our_back(team.path, *SECOND_VERSION)

    with Project.open(team.path) as project:
        project.act_as(team.ann)
        assert [(one.state, one.nothing_to_code) for one in project.readings()] == [("finished", "")]
        project.do(
            edits.mark_nothing_to_code(
                article=team.article, paragraph="A briefing", readings=project.readings(), coder=team.ann
            )
        )
        assert [(one.state, bool(one.nothing_to_code)) for one in project.readings()] == [("finished", True)]
        project.undo()
        project.undo()
        assert project.readings() == []

    assert check_project(team.path) == []


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize(
    "evil", ["CREATE VIEW evil AS SELECT 1", "ALTER TABLE coding ADD COLUMN evil TEXT", "DROP TABLE memo"]
)
def test_a_stranger_in_it_is_refused_before_anything_is_written(older: Path, evil: str, *, read_only: bool) -> None:
    behind_our_back(older, evil)
    content = older.read_bytes()

    with pytest.raises(CannotOpen):
        Project.open(older, read_only=read_only)

    assert older.read_bytes() == content
    assert [found.name for found in older.parent.iterdir()] == [older.name]


def test_how_often_each_row_was_written_is_told_by_its_history(team: Team) -> None:
    kept, gone = (making.code(team.project, team.article, at, at + 9, team.decides) for at in (0, 10))
    team.project.do(edits.write_memo(coding=kept, memo="why"))
    team.project.do(edits.remove_coding(coding=gone, code=team.decides))
    counted = team.project.revisions()
    team.project.close()
    behind_our_back(
        team.path, *SEVENTH_VERSION, "DROP TABLE revision", "DROP TABLE revision_before", "PRAGMA user_version = 6",
        "DELETE FROM _sqlite_migrations WHERE name = 'm007_revisions'",
    )  # fmt: skip

    with Project.open(team.path) as project:
        assert project.revisions() == counted
    assert counted[Coding, gone.id].kept == gone
    assert (counted[Coding, kept.id].number, counted[Coding, gone.id].gone) == (2, 1)
    assert check_project(team.path) == []
