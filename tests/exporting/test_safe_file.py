"""Whatever the disk does, an analyst's older file stays and no half of a new one is left."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from children import reachable_by_others

from annotator.exporting.safe_file import replacing
from annotator.model.errors import CannotWrite

ROOT = Path(__file__).parents[2]
NOBODY = 65534
posix = pytest.mark.skipif(os.name != "posix", reason="limits and owners of POSIX systems")


def in_a_child(script: str, *arguments: Path) -> str:
    """Run a script in a process of its own and return what it printed."""
    command = [sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_new_file_takes_its_name_when_the_block_ends_well(tmp_path: Path) -> None:
    out, beside = tmp_path / "out.csv", tmp_path / "out.txt"
    out.write_text("old")

    with replacing(out, beside) as (first, second):
        first.write_text("new")
        second.write_text("beside")
        assert (out.read_text(), beside.exists()) == ("old", False)

    assert (out.read_text(), beside.read_text(), names(tmp_path)) == ("new", "beside", ["out.csv", "out.txt"])


def test_when_anything_is_raised_the_older_file_stays_alone(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("old")

    with pytest.raises(KeyboardInterrupt), replacing(out, tmp_path / "beside") as (first, _):  # noqa: PT012
        first.write_text("half")
        raise KeyboardInterrupt

    assert (out.read_text(), names(tmp_path)) == ("old", ["out.csv"])


def test_a_folder_a_database_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    project = tmp_path / "work.annotator"
    project.write_bytes(b"SQLite format 3\x00 and pages")

    for out, why in [
        (tmp_path / "folder.csv", "is a folder"),
        (project, "is a project"),
        (tmp_path / "gone" / "out.csv", "is not there"),
        (project / "out.csv", "is not there"),
    ]:
        with pytest.raises(CannotWrite, match=why), replacing(out):
            pass
    assert names(tmp_path) == ["folder.csv", "work.annotator"]
    assert project.read_bytes() == b"SQLite format 3\x00 and pages"


@posix
def test_a_device_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(CannotWrite, match="not an ordinary file"), replacing(pipe):
        pass
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@posix
def test_the_file_behind_a_link_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    real, link = tmp_path / "shared" / "real.csv", tmp_path / "link.csv"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)

    with replacing(link) as (part,):
        part.write_text("new")

    assert (link.is_symlink(), real.read_text(), stat.S_IMODE(real.stat().st_mode)) == (True, "new", 0o640)


EXPORT_IN_A_CHILD = """
    import os, resource, sys
    from pathlib import Path
    from annotator.exporting.safe_file import replacing
    from annotator.model.errors import CannotWrite

    {before}
    try:
        with replacing(Path(sys.argv[1])) as (part,):
            with part.open("wb") as stream:
                for _ in range(1_000):
                    stream.write(b"x" * 1_000)
    except CannotWrite as error:
        print(error.sentence)
"""


@posix
def test_a_full_disk_leaves_the_older_file_and_says_so(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("old")
    limit = "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))"

    said = in_a_child(EXPORT_IN_A_CHILD.format(before=limit), out)

    assert said.startswith("out.csv was not written: the disk is full")
    assert (out.read_text(), names(tmp_path)) == ("old", ["out.csv"])


@posix
@pytest.mark.parametrize(
    ("folder_rights", "file_rights", "why"), [(0o555, 0o666, "cannot be written to"), (0o777, 0o444, "write-protected")]
)
def test_what_is_read_only_stays_and_says_so(folder_rights: int, file_rights: int, why: str, tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    out = folder / "out.csv"
    out.write_text("old")
    out.chmod(file_rights)
    folder.chmod(folder_rights)
    reachable_by_others(tmp_path)
    ordinary = f"os.getuid() or os.setuid({NOBODY})"

    said = in_a_child(EXPORT_IN_A_CHILD.format(before=ordinary), out)

    folder.chmod(0o755)
    assert why in said
    assert (out.read_text(), names(folder)) == ("old", ["out.csv"])


def test_what_a_killed_export_left_is_swept_a_day_later(tmp_path: Path) -> None:
    old, young = tmp_path / ".annotator-1.part", tmp_path / ".annotator-2.part"
    for part in (old, young):
        part.write_text("half")
    os.utime(old, (1_000_000_000, 1_000_000_000))
    with replacing(tmp_path / "out.csv") as (part,):
        part.write_text("whole")
    assert names(tmp_path) == [young.name, "out.csv"]
