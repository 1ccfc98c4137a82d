"""The sample without a screen: the whole job is done, said, and repeated without touching the sample."""

from __future__ import annotations

import csv
import hashlib
from typing import TYPE_CHECKING

import pytest
from cli.calling import answered, begin, outside

if TYPE_CHECKING:
    from pathlib import Path

    from cli.calling import Annotator

NO_SCREEN = {"DISPLAY": None, "WAYLAND_DISPLAY": None, "QT_QPA_PLATFORM": None}
FILES = {
    "extracts.csv", "extracts.csv.manifest.json", "extracts.memos.csv", "extracts.html", "extracts.html.manifest.json",
    "window.png",
}  # fmt: skip


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_it_does_the_whole_job_and_a_second_run_uses_the_sample_that_is_there(
    annotator: Annotator, tmp_path: Path
) -> None:
    folder = tmp_path / "a new" / "größerer folder"
    first = outside("demo", folder, **NO_SCREEN)
    assert (first.code, first.out) == (0, "")
    (sample,) = folder.glob("*.annotator")
    assert {path.name for path in folder.iterdir()} == {sample.name, *FILES}
    for words in ("no screen", str(sample), "extracts.csv", "extracts.html", "window.png"):
        assert words in first.err
    with (folder / "extracts.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    codings = annotator("list", sample, "codings", "--json").document
    assert {row["id"]: row["text"] for row in rows} == {one["id"]: one["text"] for one in codings}
    assert {row["coder"] for row in rows} == {"Coder A", "Coder B"}
    assert annotator("check", sample).code == 0
    assert annotator("undo", sample, "--coder", "Coder A").code == 2, "nothing of the sample is the analyst's to undo"

    annotator("finish", sample, "--coder", "Ann")
    before = digest(sample)
    (folder / "extracts.html").unlink()
    second = outside("demo", folder, **{**NO_SCREEN, "DISPLAY": ":987"})
    assert (second.code, second.out) == (0, ""), "a display that cannot be reached is no screen"
    assert digest(sample) == before
    assert {path.name for path in folder.iterdir()} == {sample.name, *FILES}


@pytest.mark.parametrize("platform", ["offscreen", "minimal"])
def test_a_platform_without_windows_is_no_screen(annotator: Annotator, project: Path, platform: str,
                                                 monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setenv("DISPLAY", ":0")
    for arguments in (["open", project], ["open"], []):
        answer = annotator(*arguments)
        assert (answer.code, answer.out) == (2, "")
        assert "There is no screen to show the window on, so nothing was opened." in answer.err


def test_by_default_the_sample_lies_in_the_documents(own_folders: Path) -> None:
    answer = outside("demo", **NO_SCREEN)
    assert answer.code == 0, answer.err
    (sample,) = own_folders.rglob("*.annotator")
    assert str(sample) in answer.err


def test_what_is_not_ours_is_left_alone(annotator: Annotator, project: Path, tmp_path: Path) -> None:
    strange = tmp_path / "strange"
    strange.mkdir()
    (strange / "extracts.csv").write_text("mine", encoding="utf-8")
    before = digest(project)
    for folder, said in (
        (tmp_path, "evidence.annotator, which is not the sample"),
        (strange, "extracts.csv already"),
        (project, "cannot be made"),
        (project / "below", "cannot be made"),
    ):
        answer = annotator("demo", folder)
        assert (answer.code, answer.out) == (2, "")
        assert said in answer.err
        assert "Name another folder." in answer.err
    assert digest(project) == before
    assert (strange / "extracts.csv").read_text(encoding="utf-8") == "mine"
    assert [path.name for path in strange.iterdir()] == ["extracts.csv"]


def test_a_sample_that_was_half_made_is_made_anew(annotator: Annotator, tmp_path: Path) -> None:
    half = begin("-c", "import sys; from pathlib import Path; from annotator.project.project import Project; "
                 "Project.create(Path(sys.argv[1]))", tmp_path / "Annotator sample.annotator.partial")  # fmt: skip
    assert answered(half).code == 0
    assert outside("demo", tmp_path, **NO_SCREEN).code == 0
    assert annotator("list", tmp_path / "Annotator sample.annotator", "articles").out.count("\n") == 5
    assert not list(tmp_path.glob("*.partial*"))
