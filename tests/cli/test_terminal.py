"""How the command behaves in a terminal: help, pipes that close, Ctrl+C, odd encodings, and what it loads."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from children import ROOT, posix, write_ahead
from cli.calling import Answer, answered, begin, outside

from annotator import __version__
from annotator.cli.main import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path

    from cli.calling import Annotator

LOADED = """
import json, sys
from annotator.cli.main import main
try:
    code = main(sys.argv[1:])
finally:
    print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
sys.exit(code)
"""
HEAVY = {"PySide6", "shiboken6", "numpy", "mammoth", "jinja2", "lxml", "docx", "openpyxl", "rapidfuzz"}


def loaded(*arguments: object) -> set[str]:
    """Return the packages that a command has loaded when it ends."""
    answer = answered(begin("-c", LOADED, *arguments))
    assert answer.code in (0, 1), answer.err
    return set(json.loads(answer.out.splitlines()[-1]))


@pytest.mark.parametrize("name", ["", *COMMANDS, "scheme import", "scheme export"])
def test_help_can_be_read(annotator: Annotator, name: str) -> None:
    answer = annotator(*name.split(), "--help")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"Usage: annotator {name}".rstrip())
    told = answer.out.replace("PATHS...", "").replace("[ARGS]...", "").replace("[C]...", "")
    assert "..." not in told, "no line is cut short"
    assert max(len(line) for line in answer.out.splitlines()) <= 80


def test_every_command_stands_in_the_help_and_the_version_is_told(annotator: Annotator) -> None:
    shown = annotator("--help").out.split("Commands:")[1].splitlines()
    assert [line.split()[0] for line in shown if line.strip()] == list(COMMANDS)
    assert annotator("--version").out == f"annotator, version {__version__}\n"
    assert annotator("-h").out == annotator("--help").out


@pytest.mark.parametrize(
    "arguments",
    [["lisst"], ["list"], ["list", "p", "tags"], ["import", "p"], ["undo", "p", "--steps", "many"], ["new"], ["scheme"],
     ["list", "p", "codes", "--colour"], ["purge", "p"]],
)  # fmt: skip
def test_a_wrong_call_is_told_on_stderr(annotator: Annotator, arguments: list[str]) -> None:
    answer = annotator(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert "Usage: annotator" in answer.err
    assert "Traceback" not in answer.err


def test_an_unknown_command_is_answered_with_the_nearest_and_a_file_with_open(
    annotator: Annotator, project: Path
) -> None:
    assert "There is no command “exprt”. Nearest: export." in annotator("exprt", project).err
    answer = annotator(project)
    assert answer.code == 2
    assert f"annotator open {project}" in answer.err
    assert "No such command 'qqqq'" in annotator("qqqq").err


def test_no_command_loads_qt_or_a_format_library_before_it_needs_it(project: Path, coded: Path, tmp_path: Path) -> None:
    listing = loaded("list", coded, "codings", "--json")
    assert not listing & HEAVY
    for arguments in (
        ["new", tmp_path / "other.annotator"],
        ["undo", coded, "--coder", "Ann"],
        ["redo", coded, "--coder", "Ann"],
        ["finish", coded, "--coder", "Ann"],
        ["check", coded],
        ["code", coded, tmp_path / "codings.csv", "--coder", "Ann"],
        ["scheme", "export", coded, tmp_path / "codes.csv"],
        ["scheme", "import", coded, tmp_path / "scheme.csv", "--coder", "Ann"],
        ["import", coded, tmp_path / "first.txt", "--coder", "Ann"],
        ["export", coded, tmp_path / "out.html"],
        ["purge", coded, "--article", "first", "--coder", "Ann"],
        ["setup"],
        ["--help"],
    ):
        found = loaded(*arguments)
        assert not found & {"PySide6", "shiboken6", "numpy"}, arguments


@posix
@pytest.mark.parametrize("arguments", [["codings"], ["codings", "--json"], ["history", "--json"]])
def test_whoever_stops_reading_makes_nothing_fail(coded: Path, arguments: list[str]) -> None:
    process = begin("-m", "annotator", "list", coded, *arguments)
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None
    _, err = process.communicate()
    assert (process.returncode, err) == (0, b"")


@posix
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", ">&- 2>&-"])
def test_streams_may_be_closed(coded: Path, tmp_path: Path, closed: str) -> None:
    (tmp_path / "third.txt").write_text("A third.", encoding="utf-8")
    call = f'"$0" -m annotator import "$1" "$2" gone.txt --json --coder Ann {closed}'
    done = subprocess.run(
        ["sh", "-c", call, sys.executable, coded, tmp_path / "third.txt"], capture_output=True, check=False
    )
    assert done.returncode == 1
    if ">" not in closed.replace("2>", ""):
        assert len(json.loads(done.stdout)["imported"]) == 1


@posix
@pytest.mark.parametrize(
    "surroundings",
    [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "latin-1"},
     {"PYTHONIOENCODING": "ascii"}],
    ids=["C", "latin-1", "ascii"],
)  # fmt: skip
def test_a_terminal_that_lacks_characters_still_gets_an_answer(
    annotator: Annotator, project: Path, tmp_path: Path, surroundings: dict[str, str]
) -> None:
    text = "Grüße \u2013 \u201cquoted\u201d \U0001f600"
    (tmp_path / "greeting.txt").write_text(text, encoding="utf-8")
    assert annotator("import", project, tmp_path / "greeting.txt", "--coder", "Ann").code == 0
    plain = outside("list", project, "articles", "--text", **surroundings)
    assert (plain.code, plain.err) == (0, "")
    document = outside("list", project, "articles", "--text", "--json", **surroundings)
    assert json.loads(document.out)[-1]["text"] == text
    refused = outside("list", project, "codings", "--coder", "Ann\u00e9\u2019s", **surroundings)
    assert (refused.code, refused.out) == (2, "")
    assert "There is no coder" in refused.err


@posix
@write_ahead
def test_ctrl_c_stops_an_import_and_leaves_the_project_as_it_was(
    annotator: Annotator, project: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(3000):
        (folder / f"{number}.txt").write_text(f"{number} " * 3000, encoding="utf-8")
    before = annotator("list", project, "history").out
    process = begin("-m", "annotator", "import", project, folder, "--coder", "Zoe")
    while process.poll() is None and not project.with_name(f"{project.name}-wal").exists():
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    answer = answered(process)
    assert (answer.code, answer.out) == (130, "")
    assert answer.err.strip() == "Stopped."
    assert annotator("list", project, "history").out == before
    assert annotator("check", project).code == 0


@posix
def test_names_that_are_no_text_or_stand_for_nothing_are_refused(annotator: Annotator, tmp_path: Path) -> None:
    for name in ("", f"{tmp_path}/bytes\udcff.annotator"):
        answer = annotator("new", name, "--coder", "Ann")
        assert (answer.code, answer.out) == (2, "")
        assert "nothing was done" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_names_with_spaces_marks_and_line_ends_and_links_are_names(
    annotator: Annotator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "näher dran #1 100%?"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in ("my project?.annotator", "a#b%20c.annotator", "two\nlines.annotator"):
        assert annotator("new", name, "--coder", "Ann").code == 0
        assert "Ann" in annotator("list", f"../{folder.name}/{name}", "coders").out
    (folder / "link.annotator").symlink_to("my project?.annotator")
    assert annotator("finish", "link.annotator", "--coder", "Ben").code == 0
    assert "Ben" in annotator("list", "my project?.annotator", "coders").out
    assert sorted(path.name for path in folder.iterdir()) == [
        "a#b%20c.annotator", "link.annotator", "my project?.annotator", "two\nlines.annotator",
    ]  # fmt: skip


BAR = """
import time
from annotator.cli.answers import Progress
bar = Progress("Importing")
bar(1, 10)
time.sleep(1.1)
bar(5, 10)
bar.finish()
"""


@posix
def test_progress_is_shown_on_a_terminal_and_nowhere_else() -> None:
    import pty

    assert answered(begin("-c", BAR)) == Answer(0, "", "")
    try:
        reader, terminal = pty.openpty()
    except OSError:
        pytest.skip("this machine has no terminals to give")
    done = subprocess.run([sys.executable, "-c", BAR], cwd=ROOT, stderr=terminal, stdout=subprocess.PIPE, check=True)
    shown = os.read(reader, 1000).decode()
    os.close(terminal)
    os.close(reader)
    assert done.stdout == b""
    assert shown == f"\rImporting [{'=' * 15}{' ' * 15}] 5 of 10\r\n"
