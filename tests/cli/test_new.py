"""A project begins: with or without a scheme, by somebody, and not over another file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cli.calling import SCHEME

if TYPE_CHECKING:
    from pathlib import Path

    from cli.calling import Annotator, Listed


def test_a_new_project_is_sound_and_empty(annotator: Annotator, listed: Listed, tmp_path: Path) -> None:
    path = tmp_path / "Grüße an alle.annotator"
    answer = annotator("new", path, "--coder", "Ann", "--json")
    assert answer.code == 0
    assert answer.document["file"] == str(path)
    assert answer.document["codes"] == 0
    assert answer.err == f"Ann is new in this project and was added as a coder.\nMade {path}.\n"
    assert annotator("check", path, "--json").document == {"ok": True, "problems": []}
    for what in ("articles", "codes", "codings", "zones", "quotations"):
        assert listed(path, what) == []
    assert [path.name] == [file.name for file in tmp_path.iterdir()]


def test_the_scheme_comes_with_it_and_its_first_codes_get_the_keys(
    annotator: Annotator, listed: Listed, tmp_path: Path
) -> None:
    (tmp_path / "scheme.csv").write_text(SCHEME, encoding="utf-8")
    assert annotator("new", tmp_path / "a", "--scheme", tmp_path / "scheme.csv", "--coder", "Ann").code == 0
    codes = listed(tmp_path / "a", "codes")
    assert {code["path"]: code["key"] for code in codes} == {
        "Governance": None, "Governance > Who answers": 1, "Governance > Delegation": 2, "Funding": None,
        "Funding > Pooled budget": 3,
    }  # fmt: skip


def test_an_existing_file_is_left_alone(annotator: Annotator, project: Path) -> None:
    before = project.read_bytes()
    answer = annotator("new", project, "--coder", "Ben", "--json")
    assert (answer.code, answer.out) == (2, "")
    assert "is there already, so nothing was made" in answer.err
    assert project.read_bytes() == before


@pytest.mark.parametrize(
    "options",
    [["--coder", ""], ["--coder", "x" * 201], ["--scheme", "gone.csv"], ["--scheme", "empty.csv"], ["--scheme", ""]],
)
def test_nothing_is_left_when_it_fails(annotator: Annotator, tmp_path: Path, options: list[str],
                                       monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.csv").write_text("", encoding="utf-8")
    answer = annotator("new", "mine.annotator", *options)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert [file.name for file in tmp_path.iterdir()] == ["empty.csv"]


def test_a_missing_folder_is_said(annotator: Annotator, tmp_path: Path) -> None:
    answer = annotator("new", tmp_path / "no" / "mine.annotator", "--coder", "Ann")
    assert answer.code == 2
    assert "Make the folder first." in answer.err
