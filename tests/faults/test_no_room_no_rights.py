"""Disk full, folder or file read-only, file held by another program: a sentence, nothing lost, and it goes on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import children
import making
import pytest

from annotator.model.errors import CannotWrite
from annotator.project import connection
from annotator.project.checking import check_project
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

READING_AND_WRITING = """
    import os, sys
    from pathlib import Path
    import making
    from annotator.model.errors import AnnotatorError
    from annotator.project.checking import check_project
    from annotator.project.project import Project

    path = Path(sys.argv[1])
    os.getuid() or os.setuid(65534)
    with Project.open(path, read_only=True) as project:
        print(len(project.codings()), project.text(project.articles()[0].text_sha256)[:9], sep="|")
    print(check_project(path))
    try:
        with Project.open(path) as project:
            project.join("Ann")
            making.code(project, project.articles()[0], 10, 17, project.codes()[0])
            print("written")
    except AnnotatorError as error:
        print(error.sentence)
"""


@children.posix
@pytest.mark.parametrize(("folder_rights", "file_rights"), [(0o555, 0o666), (0o777, 0o444), (0o555, 0o444)])
def test_what_is_read_only_can_be_read_and_says_so_when_written(
    tmp_path: Path, folder_rights: int, file_rights: int
) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    made = making.team(folder)
    making.code(made.project, made.article, 0, 9, made.decides)
    made.project.close()
    content = made.path.read_bytes()
    children.reachable_by_others(tmp_path)
    made.path.chmod(file_rights)
    folder.chmod(folder_rights)

    try:
        read, checked, said = children.run(READING_AND_WRITING, made.path).splitlines()
    finally:
        folder.chmod(0o755)

    assert (read, checked) == ("1|The board", "[]")
    assert "Copy the project to a folder of your own" in said
    assert made.path.read_bytes() == content
    assert [found.name for found in folder.iterdir()] == [made.path.name]


@children.posix
def test_a_folder_that_may_not_be_entered_is_a_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "private"
    folder.mkdir()
    made = making.team(folder)
    made.project.close()
    children.reachable_by_others(tmp_path)
    folder.chmod(0o700)

    said = children.run(
        """
        import os, sys
        from pathlib import Path
        from annotator.model.errors import AnnotatorError
        from annotator.project.project import Project

        os.getuid() or os.setuid(65534)
        for act in (Project.open, Project.create):
            try:
                act(Path(sys.argv[1]))
            except AnnotatorError as error:
                print(error.sentence)
        """,
        made.path,
    )

    assert said.count(made.path.name) == 2


@children.posix
def test_a_folder_that_may_not_be_written_takes_no_new_project(tmp_path: Path) -> None:
    children.reachable_by_others(tmp_path)
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o555)

    said = children.run(
        """
        import os, sys
        from pathlib import Path
        from annotator.model.errors import CannotWrite
        from annotator.project.project import Project

        os.getuid() or os.setuid(65534)
        try:
            Project.create(Path(sys.argv[1]) / "new.annotator")
        except CannotWrite as error:
            print(error.sentence)
        """,
        folder,
    )

    assert said.startswith("new.annotator")
    assert list(folder.iterdir()) == []


FULL = """
    import resource, signal, sys
    from pathlib import Path
    import making
    from annotator.model.errors import CannotWrite
    from annotator.project.project import Project

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    project = Project.open(Path(sys.argv[1]))
    project.join("Ann")
    before = making.everything(project)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
    heard = []
    project.on_change(heard.append)
    try:
        making.add_article(project, "A long text. " * 100_000, "Long")
    except CannotWrite as error:
        print(error.sentence)
    assert making.everything(project) == before and heard == []
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    making.add_article(project, "A long text. " * 100_000, "Long")
    project.close()
"""


@children.posix
@pytest.mark.parametrize("room", [1_000, 200_000, 1_000_000])
def test_a_full_disk_loses_nothing_and_work_goes_on_when_there_is_room(tmp_path: Path, room: int) -> None:
    made = making.team(tmp_path)
    making.code(made.project, made.article, 0, 9, made.decides)
    made.project.close()

    said = children.run(FULL, made.path, room)

    assert "the disk is full or does not answer" in said
    assert "Nothing was changed" in said
    assert check_project(made.path) == []
    with Project.open(made.path) as project:
        assert [article.title for article in project.articles()] == ["A briefing", "Long"]
        assert len(project.codings()) == 1
    assert [found.name for found in tmp_path.iterdir()] == [made.path.name]


@children.posix
def test_a_new_project_on_a_full_disk_leaves_nothing_half_made(tmp_path: Path) -> None:
    said = children.run(
        """
        import resource, signal, sys
        from pathlib import Path
        from annotator.model.errors import CannotWrite
        from annotator.project.project import Project

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        path = Path(sys.argv[1]) / "new.annotator"
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
        try:
            Project.create(path)
        except CannotWrite as error:
            print(error.sentence)
        print([found.name for found in path.parent.iterdir()])
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        Project.create(path).close()
        """,
        tmp_path,
    )

    assert "the disk is full" in said
    assert said.splitlines()[-1] == "[]"


def test_another_program_that_holds_the_file_is_waited_for_and_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.1)
    made = making.team(tmp_path)
    before = making.everything(made.project)
    with closing(sqlite3.connect(made.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(CannotWrite, match="is held by another program, so nothing was written"):
            making.code(made.project, made.article, 0, 9, made.decides)
        assert making.everything(made.project) == before
        other.execute("ROLLBACK")

    making.code(made.project, made.article, 0, 9, made.decides)
    made.project.close()
    assert check_project(made.path) == []


def test_a_file_held_by_another_program_is_a_sentence_on_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.1)
    made = making.team(tmp_path)
    made.project.close()
    with closing(sqlite3.connect(made.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CannotWrite, match="is held by another program"):
            Project.open(made.path)
