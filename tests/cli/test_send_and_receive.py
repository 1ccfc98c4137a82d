"""Work is sent and received from a terminal: what it says, its document, its exit codes."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from cli.calling import FIRST

if TYPE_CHECKING:
    from pathlib import Path

    from cli.calling import Annotator, Listed, Rows

KINDS = [
    "coders", "articles", "codes", "codings", "readings", "memos", "declined", "zones", "quotations", "groups",
    "memberships", "fields", "values", "rounds", "verdicts", "answers",
]  # fmt: skip


@pytest.fixture
def bens(annotator: Annotator, project: Path, rows: Rows, tmp_path: Path) -> Path:
    """Ben's copy of the project, in which he has coded two passages."""
    copy = tmp_path / "bens.annotator"
    shutil.copy(project, copy)
    codings = [{"article": "first", "code": "G1", "start": 0, "end": 9}, {"article": "first", "code": "F1", "start": 10,
               "end": 17}]  # fmt: skip
    assert annotator("code", copy, rows(*codings), "--coder", "Ben").code == 0
    return copy


@pytest.fixture
def package(annotator: Annotator, bens: Path, tmp_path: Path) -> Path:
    """What Ben sends."""
    out = tmp_path / "from ben.annotator"
    answer = annotator("send", bens, out, "--coder", "Ben", "--json")
    assert answer.code == 0, answer.err
    assert answer.document == {"codings": 2, "articles": 1, "codes": 5, "revision": 2}
    return out


def test_a_package_is_sound(annotator: Annotator, package: Path) -> None:
    assert annotator("check", package, "--json").document == {"ok": True, "problems": []}


def test_it_is_received_once(annotator: Annotator, project: Path, package: Path, listed: Listed) -> None:
    first = annotator("receive", project, package, "--coder", "Ann", "--json")
    again = annotator("receive", project, package, "--coder", "Ann", "--json")

    assert (first.code, again.code) == (0, 0)
    assert list(first.document) == ["new", "changed", "same", "removed", "doubtful", "refused", "brought_back"]
    assert list(first.document["new"]) == KINDS
    assert (first.document["new"]["codings"], first.document["same"]["codes"]) == (2, 5)
    assert (again.document["new"]["codings"], again.document["same"]["codings"]) == (0, 2)
    assert "Received. The project as it was before: evidence before receiving" in first.err
    assert "All of it is here already." in again.err
    assert [(one["coder"], one["text"]) for one in listed(project, "codings")] == [
        ("Ben", FIRST[0:9]), ("Ben", FIRST[10:17]),
    ]  # fmt: skip
    assert annotator("check", project).code == 0


def test_one_undo_takes_it_back(annotator: Annotator, project: Path, package: Path, listed: Listed) -> None:
    annotator("receive", project, package, "--coder", "Ann")

    answer = annotator("undo", project, "--coder", "Ann")

    assert answer.err.strip() == "Undo Receive the work of Ben"
    assert listed(project, "codings") == []
    assert annotator("check", project).code == 0


def test_a_dry_run_says_what_would_come_and_leaves_the_file_alone(
    annotator: Annotator, project: Path, package: Path
) -> None:
    content, names = project.read_bytes(), {found.name for found in project.parent.iterdir()}

    answer = annotator("receive", project, package, "--dry-run")

    assert answer.code == 0
    assert "codings\t2\t0\t0\t0" in answer.out.splitlines()
    assert "Nothing was written." in answer.err
    assert project.read_bytes() == content
    assert {found.name for found in project.parent.iterdir()} == names


def test_a_whole_copy_is_received_too(annotator: Annotator, project: Path, bens: Path, listed: Listed) -> None:
    assert annotator("receive", project, bens, "--coder", "Ann").code == 0

    assert len(listed(project, "codings")) == 2


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"no project" * 20, "no Annotator project"), (b"SQLite format 3\x00" + b"\x01" * 200, ""), (None, "There is no")],
    ids=["a text", "damaged", "nothing"],
)
def test_what_is_no_project_is_answered_with_a_sentence(
    annotator: Annotator, project: Path, tmp_path: Path, content: bytes | None, told: str
) -> None:
    before, file = project.read_bytes(), tmp_path / "strange.annotator"
    if content is not None:
        file.write_bytes(content)

    answer = annotator("receive", project, file, "--coder", "Ann")

    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert "Traceback" not in answer.err
    assert project.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ('UPDATE coding SET "end" = 4000', "outside its text"),
        ("UPDATE coding SET quote = 'never written'", "not what stands in the text"),
        ("UPDATE revision SET number = 9000000000000000000", "as nobody can have made them"),
        ("UPDATE revision SET table_name = 'evil'", "cannot be read"),
        ("UPDATE revision SET kept = '[1, 2]'", "cannot be read"),
        ("UPDATE text SET body = body || '!'", "is damaged"),
        ("CREATE TRIGGER evil AFTER UPDATE ON coding BEGIN DELETE FROM coding; END", "not ours"),
        ("PRAGMA user_version = 99", "made by a newer Annotator"),
    ],
)
def test_a_hostile_or_damaged_package_is_answered_with_a_sentence(
    annotator: Annotator, project: Path, package: Path, statement: str, told: str
) -> None:
    before = project.read_bytes()
    with closing(sqlite3.connect(package)) as connection:
        connection.execute(statement)
        connection.commit()

    answer = annotator("receive", project, package, "--coder", "Ann", "--json")

    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert "should not have" not in answer.err
    assert project.read_bytes() == before


def test_another_project_and_an_older_package_are_refused(
    annotator: Annotator, project: Path, bens: Path, package: Path, rows: Rows, tmp_path: Path
) -> None:
    annotator("new", tmp_path / "other.annotator", "--coder", "Ann")
    annotator("code", bens, rows({"article": "second", "code": "G1", "start": 0, "end": 5}), "--coder", "Ben")
    annotator("receive", project, bens, "--coder", "Ann")

    other = annotator("receive", project, tmp_path / "other.annotator", "--coder", "Ann")
    older = annotator("receive", project, package, "--coder", "Ann")

    assert (other.code, older.code) == (2, 2)
    assert "is of another project" in other.err
    assert "older than what is here of Ben" in older.err


def test_what_cannot_be_sent_is_said(annotator: Annotator, project: Path, tmp_path: Path) -> None:
    unknown = annotator("send", project, tmp_path / "out.annotator", "--coder", "Benn")
    without = annotator("send", project, tmp_path / "out.annotator", "--coder", "Ann", "--without-texts")
    itself = annotator("send", project, project, "--coder", "Ann")

    assert [one.code for one in (unknown, without, itself)] == [2, 2, 2]
    assert "cannot be made yet" in without.err
    assert "is the project itself" in itself.err
    assert not (tmp_path / "out.annotator").exists()
