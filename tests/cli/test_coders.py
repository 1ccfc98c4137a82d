"""Who acts: by option, environment or preferences; who is added, who is refused, who is not needed."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

import pytest

from annotator.preferences import Preferences, save_preferences

if TYPE_CHECKING:
    from pathlib import Path

    from cli.calling import Annotator, Listed, Rows

ADDED = "is new in this project and was added as a coder."


def names(listed: Listed, project: Path) -> list[str]:
    return [coder["name"] for coder in listed(project, "coders")]


def test_the_option_goes_before_the_environment_and_that_before_the_preferences(
    annotator: Annotator, listed: Listed, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_preferences(Preferences(coder="By preference"))
    assert f"By preference {ADDED}" in annotator("finish", project).err
    monkeypatch.setenv("ANNOTATOR_CODER", "By environment")
    assert f"By environment {ADDED}" in annotator("finish", project).err
    assert f"By option {ADDED}" in annotator("finish", project, "--coder", "By option").err
    assert names(listed, project) == ["Ann", "By preference", "By environment", "By option"]


def test_without_any_name_the_systems_is_taken_and_said(annotator: Annotator, tmp_path: Path) -> None:
    path = tmp_path / "mine.annotator"
    assert f"{getpass.getuser()} {ADDED}" in annotator("new", path).err
    (tmp_path / "scheme.csv").write_text("name\nOne\n", encoding="utf-8")
    assert annotator("scheme", "import", path, tmp_path / "scheme.csv").code == 0
    assert annotator("undo", path).code == 0


@pytest.mark.parametrize("command", [["undo"], ["redo"], ["purge", "--article", "first"], ["scheme", "import"]])
def test_elsewhere_an_unknown_coder_is_refused_with_the_nearest_names(
    annotator: Annotator, listed: Listed, project: Path, tmp_path: Path, command: list[str]
) -> None:
    arguments = [*command, project, *([tmp_path / "scheme.csv"] if command[0] == "scheme" else [])]
    answer = annotator(*arguments, "--coder", "Anne")
    assert (answer.code, answer.out) == (2, "")
    assert "There is no coder “Anne” in the project, so nothing was done. Nearest: “Ann”." in answer.err
    unnamed = annotator(*arguments)
    assert (unnamed.code, unnamed.out) == (2, "")
    assert "--coder NAME" in unnamed.err
    assert names(listed, project) == ["Ann"]


def test_a_name_differs_by_more_than_case_and_white_space(annotator: Annotator, listed: Listed, project: Path) -> None:
    assert annotator("finish", project, "--coder", "  aNN ").code == 0
    assert annotator("finish", project, "--reopen", "--coder", "ANN").err == "Finished 0, reopened 2.\n"
    assert names(listed, project) == ["Ann"]


def test_an_empty_name_is_refused_rather_than_somebody_else_taken(
    annotator: Annotator, listed: Listed, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_CODER", "Ann")
    assert annotator("finish", project, "--coder", "").code == 2
    assert annotator("undo", project, "--coder", "").code == 2
    assert annotator("list", project, "codings", "--coder", "").code == 2
    assert names(listed, project) == ["Ann"]
    monkeypatch.setenv("ANNOTATOR_CODER", "")
    assert "Say who you are" in annotator("undo", project).err


def test_nobody_joins_when_nothing_is_done(
    annotator: Annotator, listed: Listed, project: Path, rows: Rows, tmp_path: Path
) -> None:
    wrong = rows({"article": "first", "code": "no such code", "start": 0, "end": 4})
    for arguments in (
        ["import", project, tmp_path / "gone.txt"],
        ["code", project, tmp_path / "gone.csv"],
        ["code", project, wrong],
        ["finish", project, "--article", "no such article"],
    ):
        answer = annotator(*arguments, "--coder", "Zoe")
        assert answer.code == 2
        assert ADDED not in answer.err
    assert names(listed, project) == ["Ann"]


def test_commands_that_read_need_no_coder_and_ignore_a_name_that_the_project_lacks(
    annotator: Annotator, coded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_CODER", "Somebody else")
    save_preferences(Preferences(coder="A third"))
    assert annotator("list", coded, "codings").out.count("\n") == 3
    assert annotator("export", coded, tmp_path / "all.csv").code == 0
    assert annotator("scheme", "export", coded, tmp_path / "codes.csv").code == 0
    assert annotator("check", coded).code == 0
    refused = annotator("list", coded, "codings", "--coder", "Somebody else")
    assert (refused.code, refused.out) == (2, "")
    assert "Nearest:" in refused.err
