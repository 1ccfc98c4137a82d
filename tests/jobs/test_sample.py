"""The sample: made once from what ships, sound, two coders' work in it, and never overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import making
import pytest

from annotator.jobs.sample import SAMPLE_FILE, SAMPLE_NAME, sample_in
from annotator.model import edits
from annotator.model.errors import Refused
from annotator.project.checking import check_project
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_in(tmp_path_factory.mktemp("sample"))


def test_it_is_a_sound_project_of_two_coders(sample: Path) -> None:
    assert check_project(sample) == []
    with Project.open(sample, read_only=True) as project:
        assert project.name == SAMPLE_NAME
        assert [coder.name for coder in project.coders()] == ["Coder A", "Coder B"]
        assert len(project.articles()) == 5
        assert len([code for code in project.codes() if code.label]) == 42
        assert set(project.counts_by_coder()) == {coder.id for coder in project.coders()}
        assert {(reading.state, reading.seen) for reading in project.readings()} == {("finished", False)}
        assert len(project.readings()) == 10
        assert [memo.about for memo in project.memos()] == ["project"]


def test_every_code_is_used_and_every_article_coded_by_both(sample: Path) -> None:
    with Project.open(sample, read_only=True) as project:
        used = project.counts_by_code()
        assert [code.title for code in project.codes() if code.label and code.id not in used] == []
        for coder in project.coders():
            assert len(project.counts_by_article(coders=[coder.id])) == 5


def test_none_of_it_is_the_analysts_to_take_back(sample: Path) -> None:
    with Project.open(sample, read_only=True) as project:
        assert {step.kind for step in project.history()} == {"setup"}
        for coder in project.coders():
            project.act_as(coder)
            assert project.undo_label() is None


def test_what_was_done_in_it_is_there_the_next_time(tmp_path: Path) -> None:
    path = sample_in(tmp_path)
    assert [found.name for found in tmp_path.iterdir()] == [SAMPLE_FILE]
    with Project.open(path) as project:
        ann, _ = project.join("Ann")
        project.do(edits.write_note(about="project", text="mine", coder=ann))

    assert sample_in(tmp_path) == path
    with Project.open(path) as project:
        assert "mine" in {memo.text for memo in project.memos("project")}


def test_a_sample_that_was_half_made_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / f"{SAMPLE_FILE}.partial").write_bytes(b"half")

    path = sample_in(tmp_path)

    assert check_project(path) == []
    assert [found.name for found in tmp_path.iterdir()] == [SAMPLE_FILE]


def test_it_is_not_made_beside_somebodys_project(tmp_path: Path) -> None:
    made = making.team(tmp_path, "mine")
    made.project.close()

    with pytest.raises(Refused, match=r"holds mine\.annotator, which is not the sample. Nothing was written"):
        sample_in(tmp_path)
    assert [found.name for found in tmp_path.iterdir()] == ["mine.annotator"]
