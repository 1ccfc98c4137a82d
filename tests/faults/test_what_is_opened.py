"""What somebody may try to open: each is a sentence that says what it is, and stays as it was."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import making
import pytest
from children import posix

from annotator.model.errors import CannotOpen
from annotator.project.checking import check_project
from annotator.project.project import Project
from annotator.project.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from pathlib import Path


def refused(path: Path, says: str) -> None:
    for look in (Project.open, lambda path: Project.open(path, read_only=True), check_project):
        with pytest.raises(CannotOpen, match=says):
            look(path)


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    made = making.team(tmp_path)
    made.project.close()
    return made.path


def test_a_path_where_nothing_is(tmp_path: Path) -> None:
    refused(tmp_path / "gone.annotator", "There is no project at .*gone.annotator")
    refused(tmp_path / "no folder" / "gone.annotator", "There is no project")
    assert list(tmp_path.iterdir()) == []


def test_a_folder(tmp_path: Path) -> None:
    refused(tmp_path, "is a folder, not a project")


@pytest.mark.parametrize("content", [b"", b"Dear colleague,\n", b"SQLite format 3", bytes(range(256)) * 100])
def test_a_file_of_another_kind(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.annotator"
    path.write_bytes(content)

    refused(path, "is no Annotator project")
    assert path.read_bytes() == content


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "other.annotator"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE coding (id)")
    content = path.read_bytes()

    refused(path, "is a database of another program")
    assert path.read_bytes() == content


def test_a_project_of_a_newer_program(project_path: Path) -> None:
    with closing(sqlite3.connect(project_path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    content = project_path.read_bytes()

    refused(
        project_path,
        rf"made by a newer Annotator \(file version {SCHEMA_VERSION + 1}; this program knows {SCHEMA_VERSION}\)",
    )
    assert project_path.read_bytes() == content


@pytest.mark.parametrize("left", [50, 99, 100, 4096, 20_000, -4096])
def test_a_project_cut_short(project_path: Path, left: int) -> None:
    content = project_path.read_bytes()[:left]
    project_path.write_bytes(content)

    refused(project_path, "is damaged|is no Annotator project|does not answer")
    assert project_path.read_bytes() == content


@posix
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.annotator"
    os.mkfifo(path)

    refused(path, "is no file, not a project")


@posix
def test_a_project_behind_a_link_is_the_project(project_path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.annotator"
    link.symlink_to(project_path)

    with Project.open(link) as project:
        assert [coder.name for coder in project.coders()] == ["Ann", "Ben"]
    assert link.is_symlink()
    assert sorted(found.name for found in tmp_path.iterdir()) == [project_path.name, link.name]


@pytest.mark.parametrize("name", ["what? 50% #1 & ü", "a 'quoted' \"name\"", "…"])
def test_a_file_name_may_hold_anything(tmp_path: Path, name: str) -> None:
    made = making.team(tmp_path, name)
    making.code(made.project, made.article, 0, 9, made.decides)
    made.project.close()

    assert check_project(made.path) == []
    assert [found.name for found in tmp_path.iterdir()] == [f"{name}.annotator"]
