"""A synced folder leaves a second copy beside the project: it is known by its name and by what is in it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import making
import pytest

from annotator.jobs.conflict_copies import conflict_copies, copies_of
from annotator.jobs.sending import send_work
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

COPIES = [
    "evidence (Ann's conflicted copy 2026-11-02)",
    "evidence (conflicted copy 2026-11-02 101500)",
    "evidence (In Konflikt stehende Kopie von Ann 2026-11-02)",
    "evidence (copie en conflit de Ann 2026-11-02)",
    "evidence (Case Conflict)",
    "evidence (SFConflict ann@board.example 2026-11-02-10-15-00)",
    "evidence.sync-conflict-20261102-101500-ABCDEFG",
    "evidence_conflict-20261102-101500",
    "evidence-ANNS-LAPTOP",
    "evidence-Ann’s MacBook Pro",
    "evidence (1)",
    "evidence 2",
]
OTHERS = [
    "evidence before receiving 2026-11-02 101500",
    "evidence before receiving 2026-11-02 101500-2",
    "evidence before version 9",
    "evidence from Ann",
    "evidence of last year (Ann's conflicted copy 2026-11-02)",
    "other (Ann's conflicted copy 2026-11-02)",
]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_known_by_its_name(tmp_path: Path, name: str) -> None:
    project = tmp_path / "evidence.annotator"
    for file in (project, tmp_path / f"{name}.annotator", tmp_path / f"{name}.annotator-wal"):
        file.touch()

    assert conflict_copies(project) == [tmp_path / f"{name}.annotator"]


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_copy_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.annotator").touch()

    assert conflict_copies(tmp_path / "evidence.annotator") == []


def test_only_copies_of_this_very_project_count(tmp_path: Path) -> None:
    team = making.team(tmp_path)
    team.project.settle()
    copy = tmp_path / "evidence (Ben's conflicted copy 2026-11-02).annotator"
    shutil.copy(team.path, copy)
    Project.create(tmp_path / "evidence 2.annotator").close()
    (tmp_path / "evidence 3.annotator").write_bytes(b"no project")
    send_work(team.project, team.ann, tmp_path / "evidence-package.annotator")

    assert list(copies_of(team.project)) == [copy]
    team.project.close()
