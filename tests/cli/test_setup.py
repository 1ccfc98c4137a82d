"""`setup` adds what is missing, by the tools that this machine has, and says what it does."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from children import NOBODY, reachable_by_others
from cli.calling import Answer, answered, begin

from annotator.cli.setting_up import LIBRARIES, missing_packages

if TYPE_CHECKING:
    from pathlib import Path

    from cli.calling import Annotator

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks libraries of Qt")

SETUP = """
import os, sys
from annotator.cli.main import main
from annotator.cli import setting_up
os.setuid(int(sys.argv[1]))
code = main(["setup"])
assert not [name for name in sys.modules if name.startswith(("PySide6", "shiboken"))]
sys.exit(code)
"""
Setup = Callable[..., Answer]


@pytest.fixture
def setup(tmp_path: Path) -> Setup:
    """Run setup where only the made tools are found and libxcb-cursor cannot be loaded."""
    broken, tools = tmp_path / "libraries", tmp_path / "tools"
    broken.mkdir()
    tools.mkdir()
    (broken / "libxcb-cursor.so.0").write_text("no library", encoding="utf-8")
    reachable_by_others(tmp_path)

    def run(*, owner: int | None = None, whole: bool = False, **scripts: str) -> Answer:
        for name, script in scripts.items():
            tool = tools / name.replace("_", "-")
            tool.write_text(f'#!/bin/sh\necho {tool.name} "$@" >> {tmp_path}/calls\n{script}\n', encoding="utf-8")
            tool.chmod(0o755)
        (tmp_path / "calls").touch()
        (tmp_path / "calls").chmod(0o666)
        path = "" if whole else str(broken)
        uid = os.getuid() if owner is None else owner
        return answered(begin("-c", SETUP, uid, PATH=str(tools), LD_LIBRARY_PATH=path))

    return run


def calls(folder: Path) -> list[str]:
    return (folder / "calls").read_text(encoding="utf-8").splitlines()


as_root = pytest.mark.skipif(os.name == "posix" and os.getuid() != 0, reason="only root can become somebody else")


def test_where_everything_is_there_nothing_is_done(setup: Setup, tmp_path: Path, annotator: Annotator) -> None:
    if missing_packages():
        pytest.skip("this machine lacks libraries that the window needs")
    answer = setup(whole=True, apt_get="exit 1", sudo="exit 1")
    assert (answer.code, answer.out, answer.err) == (0, "", "Everything the window needs is here.\n")
    assert calls(tmp_path) == []


def test_without_apt_the_list_is_printed(setup: Setup) -> None:
    answer = setup()
    assert (answer.code, answer.out) == (0, "")
    assert "libxcb-cursor0" in answer.err
    assert "this system's own tool" in answer.err


@as_root
def test_root_installs_with_apt_which_first_renews_its_lists(setup: Setup, tmp_path: Path) -> None:
    answer = setup(apt_get='echo working; test "$DEBIAN_FRONTEND" = noninteractive', sudo="exit 1")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err.startswith("Installing libxcb-cursor0")
    assert answer.err.endswith("working\nworking\nDone.\n")
    update, install = calls(tmp_path)
    assert update == "apt-get -q update"
    assert install.startswith("apt-get -q install -y --no-install-recommends libxcb-cursor0")


@as_root
def test_lists_that_cannot_be_renewed_matter_only_when_installing_fails(setup: Setup) -> None:
    assert setup(apt_get='test "$2" = install').code == 0
    answer = setup(apt_get="echo no network >&2; exit 100")
    assert (answer.code, answer.out) == (2, "")
    assert "Ask an administrator to install: libxcb-cursor0" in answer.err


@as_root
def test_others_go_through_sudo_or_are_told_whom_to_ask(setup: Setup, tmp_path: Path) -> None:
    alone = setup(owner=NOBODY, apt_get="exit 0")
    assert (alone.code, alone.out) == (2, "")
    assert alone.err.startswith("Ask an administrator to install: libxcb-cursor0")
    assert calls(tmp_path) == []
    assert setup(owner=NOBODY, apt_get="exit 0", sudo='exec "$@"').code == 0
    tools = tmp_path / "tools"
    assert calls(tmp_path)[:2] == [f"sudo {tools}/apt-get -q update", "apt-get -q update"]


def test_each_library_has_a_package() -> None:
    assert all(".so." in library for library in LIBRARIES)
    assert len(set(LIBRARIES.values())) == len(LIBRARIES)
