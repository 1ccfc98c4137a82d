"""The command as it is called from outside: exit code, stdout and stderr apart, and a project to work on."""

from __future__ import annotations

import csv
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from cli.calling import FIRST, SCHEME, SECOND, Annotator, Answer, Listed, Rows

from annotator.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def annotator(capfd: pytest.CaptureFixture[str]) -> Annotator:
    """Call a command in this process, as the shell would."""

    def call(*arguments: object) -> Answer:
        capfd.readouterr()
        code = main([str(argument) for argument in arguments])
        return Answer(code, *capfd.readouterr())

    return call


@pytest.fixture
def listed(annotator: Annotator) -> Listed:
    """Return what a list holds, as data."""

    def ask(project: Path, what: str, *options: str) -> Any:
        answer = annotator("list", project, what, "--json", *options)
        assert answer.code == 0, answer.err
        assert answer.err == ""
        return answer.document

    return ask


@pytest.fixture
def project(annotator: Annotator, tmp_path: Path) -> Path:
    """A project by Ann with five codes and two articles."""
    path = tmp_path / "evidence.annotator"
    (tmp_path / "scheme.csv").write_text(SCHEME, encoding="utf-8")
    (tmp_path / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "second.txt").write_text(SECOND, encoding="utf-8")
    made = annotator("new", path, "--scheme", tmp_path / "scheme.csv", "--coder", "Ann")
    assert made.code == 0, made.err
    assert annotator("import", path, tmp_path / "first.txt", tmp_path / "second.txt", "--coder", "Ann").code == 0
    return path


@pytest.fixture
def rows(tmp_path: Path) -> Rows:
    """Write rows of codings, each a dictionary, as a csv file."""

    def write(*given: dict[str, object], name: str = "codings.csv") -> Path:
        path = tmp_path / name
        columns = dict.fromkeys(column for row in given for column in row)
        with path.open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, list(columns))
            table.writeheader()
            table.writerows(given)
        return path

    return write


@pytest.fixture
def coded(annotator: Annotator, project: Path, rows: Rows) -> Path:
    """The project after Ann coded two passages and Ben one."""
    file = rows(
        {"article": "first.txt", "code": "G1", "start": 0, "end": 24, "memo": "who else?", "stance": "opposes"},
        {"article": "second", "code": "Funding", "start": 0, "end": 5},
        {"article": "first", "code": "Governance > Delegation", "start": 26, "end": 50, "coder": "Ben"},
    )
    assert annotator("code", project, file, "--coder", "Ann").code == 0
    return project


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
