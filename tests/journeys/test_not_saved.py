"""Saved is said only after the commit; when the disk fails or the file is gone, that is said and nothing is lost."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from journeys.analyst import SENTENCE

from annotator.project.project import Project
from annotator.ui import messages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analyst import Analyst

resource = pytest.importorskip("resource", reason="limits of POSIX systems")


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_when_saved_is_said_the_coding_is_on_the_disk(ann: Analyst) -> None:
    on_disk: list[int] = []

    def look() -> None:
        with Project.open(ann.project.path, read_only=True) as other:
            on_disk.append(len(other.codings()))

    ann.workspace.session.saved.connect(look)
    ann.press("J", "J", "1", "2")
    assert on_disk == [1, 2]


def test_a_full_disk_is_said_and_the_next_gesture_goes(ann: Analyst) -> None:
    ann.press("J", "J", "1")
    with full_disk():
        ann.press("2")
        assert ann.saved() == "Not saved: see the notice"
        assert "disk" in ann.notice()
        assert len(ann.window.page.view.codings.marks) == 1, "nothing is shown that is not saved"
        ann.press("Ctrl+S")
        assert "Every gesture is written at once" not in ann.notice()
    ann.press("2")
    assert ann.saved().startswith("All saved, ")
    assert ann.notice() == ""
    assert sorted(ann.coded()) == [("C11", SENTENCE), ("C4", SENTENCE)]


def test_a_memo_that_could_not_be_written_is_kept_and_written_later(ann: Analyst) -> None:
    ann.press("J", "J", "1", "J", "2", "Shift+N", "M")
    ann.type("worth keeping")
    with full_disk():
        ann.press("Ctrl+Return", "N")
        assert ann.window.page.codes.memo.editor.toPlainText() != "worth keeping"
        ann.press("Shift+N")
        assert ann.window.page.codes.memo.editor.toPlainText() == "worth keeping"
        ann.press("N")
    ann.press("D")
    assert [(coding.memo, coding.unsure) for coding in ann.codings()] == [("worth keeping", False), ("", True)]


def test_leaving_asks_when_a_memo_would_be_lost(ann: Analyst, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(messages, "confirm", lambda _parent, sentence, _verb: bool(asked.append(sentence)))
    ann.press("J", "J", "1", "M")
    ann.type("worth keeping")
    with full_disk():
        ann.press("Ctrl+Return")
        ann.window.close()
        assert asked == ["A memo could not be written to the project. Leaving now loses what was typed."]
        assert ann.window.isVisible()
    ann.press("2")
    assert "worth keeping" in {coding.memo for coding in ann.codings()}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let an open file be moved")
def test_a_project_moved_away_is_noticed_and_work_goes_on_when_it_is_back(ann: Analyst) -> None:
    path = ann.project.path
    ann.press("J", "J", "1")
    ann.qtbot.waitUntil(lambda: ann.project.settle())
    elsewhere = path.with_name("moved.annotator")
    path.rename(elsewhere)
    ann.press("2")
    assert "no longer in" in ann.notice()
    assert ann.saved() == "Not saved: see the notice"
    assert [label for label, _ in ann.coded()] == ["C11"]
    ann.workspace.session.follow()
    elsewhere.rename(path)
    ann.workspace.session.follow()
    assert ann.notice() == ""
    assert ann.saved().startswith("All saved, ")
    ann.press("2")
    assert {label for label, _ in ann.coded()} == {"C11", "C4"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let an open file be deleted")
def test_a_project_deleted_or_replaced_is_said_once_without_a_gesture(ann: Analyst) -> None:
    path = ann.project.path
    copy = path.read_bytes()
    path.unlink()
    ann.qtbot.waitUntil(lambda: "no longer in" in ann.notice())
    path.write_bytes(copy)
    ann.press("J", "J", "1")
    assert ann.coded() == [], "nothing is written into a file that nobody will find"
    ann.window.notices.close_notice()
    ann.workspace.session.follow()
    assert ann.notice() == "", "the same sentence does not come back every second"
