"""Work is sent and received from a terminal: what it says, its document, its exit codes."""

from __future__ import annotations

import shutil
import sqlite3
import zlib
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


def test_a_package_is_sound(annotator: Annotator, package: Path) -> None:
    assert annotator("check", package, "--json").document == {"ok": True, "problems": []}


def test_it_is_received_once(annotator: Annotator, project: Path, package: Path, listed: Listed) -> None:
    first = annotator("receive", project, package, "--coder", "Ann", "--json")
    again = annotator("receive", project, package, "--coder", "Ann", "--json")

    assert (first.code, again.code) == (0, 0)
    assert list(first.document) == [
        "new",
        "changed",
        "same",
        "removed",
        "doubtful",
        "refused",
        "brought_back",
        "to_decide",
    ]
    assert set(KINDS) <= set(first.document["new"])
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
        ("UPDATE coding SET code = 'c0de000000000000000000000000c0de'", "names a code that is not there"),
        ("UPDATE coding SET id = '../../etc/passwd' WHERE start = 0", "an id that Annotator does not give"),
        ("UPDATE coding SET id = '' WHERE start = 0", "an id that Annotator does not give"),
        ("UPDATE coding SET id = printf('%.*c', 5000, 'a') WHERE start = 0", "an id that Annotator does not give"),
        ('UPDATE coding SET start = 9000000000000000000, "end" = 9000000000000000001', "outside its text"),
        ("UPDATE text SET body = printf('%.*c', 120000000, 'x')", "is damaged"),
        ("CREATE TABLE evil (id TEXT)", "not ours"),
        ("CREATE VIEW evil AS SELECT * FROM coding", "not ours"),
        ("UPDATE about SET value = 'nobody' WHERE key = 'id'", "is of another project"),
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


def test_values_of_another_kind_than_their_columns_are_answered_with_a_sentence(
    annotator: Annotator, project: Path, package: Path
) -> None:
    before = project.read_bytes()
    strict = None
    for change in ("UPDATE coding SET memo = memo", "UPDATE coding SET \"end\" = 'there', memo = x'00ff'"):
        with closing(sqlite3.connect(package, isolation_level=None)) as connection:
            connection.execute(change)
            asked = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'coding'").fetchone()[0]
            connection.execute("PRAGMA writable_schema = ON")
            strict = strict or asked
            loose = strict if strict != asked else asked.replace("STRICT", "")
            connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'coding'", (loose,))

    answer = annotator("receive", project, package, "--coder", "Ann", "--json")

    assert (answer.code, answer.out) == (2, "")
    assert "is damaged" in answer.err
    assert "should not have" not in answer.err
    assert project.read_bytes() == before


def test_what_a_text_was_read_from_may_not_unpack_to_more_than_any_file(
    annotator: Annotator, project: Path, bens: Path, rows: Rows, tmp_path: Path
) -> None:
    (tmp_path / "third.txt").write_text("Nobody else has this article.", encoding="utf-8")
    annotator("import", bens, tmp_path / "third.txt", "--coder", "Ben")
    before, bomb = project.read_bytes(), zlib.compress(bytes(150_000_000))
    with closing(sqlite3.connect(bens)) as connection:
        connection.execute("UPDATE text SET original = ?", (bomb,))
        connection.commit()

    answer = annotator("receive", project, bens, "--coder", "Ann")

    assert answer.code == 2
    assert "cannot be unpacked" in answer.err
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
    itself = annotator("send", project, project, "--coder", "Ann")

    assert [one.code for one in (unknown, itself)] == [2, 2]
    assert "is the project itself" in itself.err
    assert not (tmp_path / "out.annotator").exists()


def test_a_package_is_written_anew_over_an_older_one_and_over_nothing_else(
    annotator: Annotator, bens: Path, package: Path, rows: Rows, tmp_path: Path
) -> None:
    annotator("code", bens, rows({"article": "second", "code": "G1", "start": 0, "end": 5}), "--coder", "Ben")
    other = tmp_path / "other.annotator"
    annotator("new", other, "--coder", "Ben")

    anew = annotator("send", bens, package, "--coder", "Ben", "--json")
    over = annotator("send", bens, other, "--coder", "Ben")

    assert (anew.code, anew.document["codings"]) == (0, 3)
    assert over.code == 2
    assert "is a project or another database" in over.err


def test_work_goes_out_without_texts_and_comes_in_whole(
    annotator: Annotator, project: Path, bens: Path, listed: Listed, tmp_path: Path
) -> None:
    out = tmp_path / "bare.annotator"

    sent = annotator("send", bens, out, "--coder", "Ben", "--without-texts")
    answer = annotator("receive", project, out, "--coder", "Ann")

    assert (sent.code, answer.code) == (0, 0)
    assert FIRST[0:9].encode() not in out.read_bytes()
    assert annotator("check", out).code == 0
    assert [one["text"] for one in listed(project, "codings")] == [FIRST[0:9], FIRST[10:17]]


def test_ones_own_package_from_another_computer_comes_in_once(
    annotator: Annotator, bens: Path, rows: Rows, tmp_path: Path
) -> None:
    """At home Ben has acted more often than there."""
    home, out = tmp_path / "home.annotator", tmp_path / "from the other computer.annotator"
    shutil.copy(bens, home)
    annotator("code", bens, rows({"article": "second", "code": "G1", "start": 0, "end": 5}), "--coder", "Ben")
    annotator("send", bens, out, "--coder", "Ben")
    for code in ("F1", "G1", "G2"):
        annotator("code", home, rows({"article": "second", "code": code, "start": 0, "end": 9}), "--coder", "Ben")

    first = annotator("receive", home, out, "--coder", "Ben", "--json")
    again = annotator("receive", home, out, "--coder", "Ben", "--json")
    looked = annotator("receive", home, out, "--coder", "Ben", "--dry-run")

    assert first.code == 0, first.err
    assert first.document["new"]["codings"] == 1
    assert again.code == 0, again.err
    assert sum(again.document["new"].values()) == 0
    assert "Nothing new" in again.err
    assert looked.code == 0
