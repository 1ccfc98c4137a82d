"""A project that is missing, damaged, newer, strange, read-only or in use: a sentence, and the file as it was."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from children import NOBODY, posix, reachable_by_others, write_ahead
from cli.calling import answered, begin

from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cli.calling import Annotator, Listed


def execute(path: Path, sql: str) -> None:
    with sqlite3.connect(path) as db:
        db.execute(sql)
    db.close()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def cut_in_the_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50])


def newer(path: Path) -> None:
    execute(path, "PRAGMA user_version = 99")


def with_trigger(path: Path) -> None:
    execute(path, "CREATE TRIGGER strange AFTER INSERT ON coding BEGIN SELECT 1; END")


def of_another_program(path: Path) -> None:
    path.unlink()
    execute(path, "CREATE TABLE other (x)")


def no_database(path: Path) -> None:
    path.write_text("some text", encoding="utf-8")


def empty(path: Path) -> None:
    path.write_bytes(b"")


def missing(path: Path) -> None:
    path.rename(path.with_name("evidence (1).annotator"))


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


SPOILED: list[tuple[Callable[[Path], None], str]] = [
    (cut, "is damaged"),
    (cut_in_the_header, "is damaged"),
    (newer, "was made by a newer Annotator"),
    (with_trigger, "holds something that is not ours (trigger strange)"),
    (of_another_program, "is a database of another program"),
    (no_database, "is no Annotator project"),
    (empty, "is no Annotator project"),
    (missing, "Nearest there: “evidence (1).annotator”"),
    (a_folder, "is a folder, not a project"),
]


@pytest.mark.parametrize(("spoil", "said"), SPOILED, ids=[spoil.__name__ for spoil, _ in SPOILED])
def test_every_command_refuses_in_one_sentence(
    annotator: Annotator, coded: Path, tmp_path: Path, spoil: Callable[[Path], None], said: str
) -> None:
    spoil(coded)
    before = coded.read_bytes() if coded.is_file() else b""
    for arguments in (
        ["list", coded, "codings", "--json"],
        ["check", coded, "--json"],
        ["import", coded, tmp_path / "first.txt", "--json"],
        ["code", coded, tmp_path / "codings.csv", "--json"],
        ["finish", coded, "--json"],
        ["undo", coded, "--json", "--coder", "Ann"],
        ["purge", coded, "--article", "first", "--coder", "Ann"],
        ["scheme", "import", coded, tmp_path / "scheme.csv", "--coder", "Ann", "--dry-run"],
        ["scheme", "export", coded, tmp_path / "out.csv"],
        ["export", coded, tmp_path / "out.csv"],
        ["open", coded],
    ):
        answer = annotator(*arguments)
        assert (answer.code, answer.out) == (2, ""), arguments
        assert said in answer.err, arguments
        assert answer.err.count("\n") == 1, answer.err
    assert not (tmp_path / "out.csv").exists()
    assert (coded.read_bytes() if coded.is_file() else b"") == before


def test_check_tells_what_is_not_as_it_should_be(annotator: Annotator, coded: Path) -> None:
    assert annotator("check", coded).out == "Sound.\n"
    execute(coded, "UPDATE coding SET quote = 'zzz' WHERE start = 0")
    before = coded.read_bytes()
    plain = annotator("check", coded)
    assert plain.code == 1
    assert "the stored quote is not what stands in the text" in plain.err
    answer = annotator("check", coded, "--json")
    assert (answer.code, answer.err, answer.document["ok"]) == (1, "", False)
    assert {tuple(problem) for problem in answer.document["problems"]} == {("what", "where")}
    assert any("history" in problem["what"] for problem in answer.document["problems"])
    assert coded.read_bytes() == before


WINDOW = """
import sys
from pathlib import Path
from annotator.project.project import Project
with Project.open(Path(sys.argv[1])) as project:
    project.join("Dora")
    print("open", flush=True)
    sys.stdin.readline()
"""


@write_ahead
def test_a_project_in_use_can_be_listed_exported_and_checked(
    annotator: Annotator, listed: Listed, coded: Path, tmp_path: Path
) -> None:
    window = begin("-c", WINDOW, coded)
    assert window.stdout is not None
    assert window.stdout.readline().strip() == b"open"
    try:
        assert [coder["name"] for coder in listed(coded, "coders")] == ["Ann", "Ben", "Dora"]
        assert annotator("check", coded).code == 0
        assert annotator("export", coded, tmp_path / "out.csv").code == 0
        assert annotator("undo", coded, "--coder", "Ann").code == 0
        held = annotator("purge", coded, "--article", "second", "--coder", "Ann")
        assert (held.code, held.out) == (2, "")
        assert "nothing was" in held.err.lower()
    finally:
        assert answered(window, "close\n").code == 0
    assert not list(tmp_path.glob("*-wal"))


READ_ONLY = """
import os, sys
from importlib import import_module
from annotator.cli.main import COMMANDS, main
for module, _ in COMMANDS.values():
    import_module(f"annotator.cli.{module}")
import annotator.jobs.sample, annotator.ui.screen, rapidfuzz.process, rapidfuzz.fuzz, rapidfuzz.utils
os.chdir(sys.argv[1])
os.geteuid() or os.setuid(int(sys.argv[2]))
sys.stderr = sys.stdout
for line in sys.stdin:
    arguments = line.rstrip("\\n").split("|")
    print(f"{main(arguments)}", flush=True)
"""


@posix
def test_in_a_folder_without_rights_reading_goes_and_writing_is_refused(coded: Path, tmp_path: Path) -> None:
    reachable_by_others(tmp_path)
    name = coded.name
    lines = [
        f"list|{name}|coders", f"check|{name}", f"undo|{name}|--coder|Ann", f"code|{name}|codings.csv|--coder|Zoe",
        f"purge|{name}|--article|first|--coder|Ann", "new|mine.annotator", f"export|{name}|out.csv",
        f"scheme|export|{name}|out.csv", "demo|here", "demo",
    ]  # fmt: skip
    coded.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        said = answered(begin("-c", READ_ONLY, tmp_path, NOBODY), "\n".join(lines)).out
    finally:
        tmp_path.chmod(0o755)
    assert [line for line in said.splitlines() if line in {"0", "1", "2"}] == ["0", "0", *["2"] * 8]
    assert said.count(f"{name} cannot be written: the file or its folder is read-only. Nothing was changed.") == 3
    assert "here cannot be made: Permission denied" in said
    assert "Traceback" not in said
    assert "went wrong" not in said
    with Project.open(coded, read_only=True) as project:
        assert [coder.name for coder in project.coders()] == ["Ann", "Ben"]
