"""A gesture of thousands of rows is written beside the window, which lives on: it can be stopped, never half done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import making
import pytest
from journeys.test_not_saved import full_disk
from journeys.watchdog import watching
from PySide6.QtCore import QTimer

from annotator.model import edits
from annotator.model.edits.codings import new_coding
from annotator.project.checking import check_project
from annotator.project.project import Project
from annotator.ui import messages, writing_strip

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeys.analyst import Analyst

    from annotator.model.changes import ChangeSet

NUMBER = 3_000
ROUNDS = 10
DELEGATION, VETO = "C11", "C4"


@pytest.fixture
def much(reader: Analyst, monkeypatch: pytest.MonkeyPatch) -> Analyst:
    """Ann, who has coded three thousand passages with one code and agrees to whatever is asked."""
    monkeypatch.setattr(messages, "confirm", lambda *_: True)
    monkeypatch.setattr(writing_strip, "PATIENCE_MS", 0)
    desk, code = reader.workspace.desk, reader.code(DELEGATION)
    assert desk.article is not None
    codings = [
        new_coding(
            article=desk.article, text=desk.text, start=place, end=place + 9, code=code, coder=desk.session.coder
        )
        for place in range(15, 15 + NUMBER)
    ]  # fmt: skip
    assert desk.session.do(edits.code_passages(codings=codings, label="Code much"))
    return reader


def merge(ann: Analyst) -> None:
    """Merge the code with the three thousand codings into another, as the analyst does it."""
    ann.click_code(DELEGATION)
    ann.workspace.scheme.commands.merge_code()
    ann.type(VETO)
    ann.press("Return")


def meanwhile(ann: Analyst, act: Callable[[], object]) -> list[str]:
    """Do something while the next big gesture is being written; return what the strip said then."""
    said: list[str] = []

    def do() -> None:
        if said:
            return
        said.append(ann.window.writing.sentence.text())
        act()

    ann.workspace.session.written.connect(do)
    return said


def heard(ann: Analyst) -> list[ChangeSet]:
    """Return the list in which every change that the window hears of is kept."""
    changes: list[ChangeSet] = []
    ann.workspace.session.changed.connect(changes.append)
    return changes


def test_the_window_lives_while_codes_are_merged_and_parted_again(much: Analyst) -> None:
    changes, before, watchdog = heard(much), making.everything(much.project), watching(much.workspace.session)
    merge(much)
    assert watchdog.rounds > ROUNDS, "the window came round many times while the codes were merged"
    assert len(changes) == 1
    assert {label for label, _ in much.coded()} == {VETO}
    assert len(much.window.page.view.codings.marks) == NUMBER
    much.window.page.view.setFocus()
    much.press("Ctrl+Z")
    assert watchdog.rounds > 2 * ROUNDS
    assert len(changes) == 2
    assert making.everything(much.project) == before
    assert much.echo().startswith("Undone: Merge ")
    much.press("Ctrl+Y")
    assert {label for label, _ in much.coded()} == {VETO}
    assert check_project(much.project.path) == []


def test_a_merge_that_is_stopped_leaves_everything_as_it_was(much: Analyst) -> None:
    changes, before = heard(much), making.everything(much.project)
    said = meanwhile(much, lambda: much.click(much.window.writing.button))
    merge(much)
    assert said
    assert said[0].startswith("Merge ")
    assert changes == []
    assert making.everything(much.project) == before
    assert "stopped" in much.notice()
    assert much.window.writing.isHidden()
    assert much.menu_text("undo").endswith("Code much")
    much.window.page.view.setFocus()
    much.press("J", "2")
    assert VETO in {label for label, _ in much.coded()}, "the next gesture goes"
    assert check_project(much.project.path) == []


def test_no_other_gesture_goes_meanwhile_and_that_is_said(much: Analyst) -> None:
    told: list[str] = []

    def code_a_sentence() -> None:
        much.window.page.view.setFocus()
        much.press("J", "2", "Ctrl+Z")
        told.append(much.notice())

    meanwhile(much, code_a_sentence)
    merge(much)
    assert told
    assert told[0].startswith("A change is still being written.")
    assert len(much.codings()) == NUMBER
    assert much.menu_text("undo").split()[1] == "Merge"
    assert much.notice() == "", "what is over is not said any longer"


def test_the_strip_says_how_far_it_is(much: Analyst) -> None:
    shown: list[tuple[bool, str]] = []
    strip = much.window.writing
    much.workspace.session.written.connect(lambda: shown.append((strip.isVisible(), strip.sentence.text())))
    merge(much)
    assert any(visible and sentence.endswith(" % written") for visible, sentence in shown)
    assert strip.isHidden()


def test_the_window_closes_when_it_is_done_and_all_of_it_is_there(much: Analyst) -> None:
    path = much.project.path
    meanwhile(much, much.window.close)
    QTimer.singleShot(0, lambda: merge(much))
    much.qtbot.waitUntil(lambda: not much.window.isVisible())
    assert check_project(path) == []
    with Project.open(path, read_only=True) as project:
        assert DELEGATION not in {code.label for code in project.codes()}
        assert len(project.codings()) == NUMBER


def test_a_full_disk_is_said_and_nothing_is_half_done(much: Analyst) -> None:
    before = making.everything(much.project)
    much.qtbot.waitUntil(much.project.settle)
    with full_disk():
        merge(much)
        assert much.saved() == "Not saved: see the notice"
        assert "disk" in much.notice()
    assert making.everything(much.project) == before
    merge(much)
    assert {label for label, _ in much.coded()} == {VETO}
    assert check_project(much.project.path) == []


def test_a_code_with_thousands_of_codings_is_deleted_and_comes_back(much: Analyst) -> None:
    before, watchdog = making.everything(much.project), watching(much.workspace.session)
    much.click_code(DELEGATION)
    much.workspace.scheme.commands.delete_code()
    assert watchdog.rounds > ROUNDS
    assert much.codings() == []
    much.window.page.view.setFocus()
    much.press("Ctrl+Z")
    assert making.everything(much.project) == before


def test_a_text_is_corrected_under_thousands_of_codings(much: Analyst) -> None:
    before = making.everything(much.project)
    correcting, written = much.workspace.finding.correcting, []
    much.workspace.session.writing.connect(written.append)
    correcting.correct_the_text()
    window = correcting.window
    assert window is not None
    window.editor.setPlainText(window.editor.text().replace("A long report", "A very long report", 1))
    much.qtbot.waitUntil(window.agree_button.isEnabled)
    much.click(window.agree_button)
    assert len(written) == 1
    assert len(much.codings()) == NUMBER
    assert all(much.workspace.desk.text[one.start : one.end] == one.quote for one in much.codings())
    much.window.activateWindow()
    much.window.page.view.setFocus()
    much.press("Ctrl+Z")
    assert len(written) == 2
    assert making.everything(much.project) == before


def desk_equals_file(ann: Analyst) -> bool:
    """Tell whether the desk has what the file has: one's codings of the article, and the numbers of all."""
    desk, project = ann.workspace.desk, ann.project
    counts = project.counts_by_code(coders=[desk.coder])
    assert +desk.everywhere == counts
    return {coding.id: coding for coding in ann.codings()} == desk.codings


def test_after_a_big_gesture_the_desk_has_what_the_file_has(much: Analyst) -> None:
    for _ in range(2):
        merge(much)
        assert desk_equals_file(much)
        much.press("Ctrl+Z")
        assert desk_equals_file(much)


def test_what_another_window_writes_right_after_a_big_gesture_is_on_the_desk_too(much: Analyst) -> None:
    session, read = much.workspace.session, much.workspace.session.read_beside
    article, code = much.workspace.desk.article, much.code("C4")
    assert article is not None

    def read_and_write_elsewhere(project: Project) -> object:
        found = read(project)
        session.read_beside = read
        with Project.open(project.path) as other:
            other.act_as(session.coder)
            text = other.text(article.text_sha256)
            coding = new_coding(article=article, text=text, start=4, end=9, code=code, coder=session.coder)
            other.do(edits.code_passages(codings=[coding], label="Code elsewhere"))
        return found

    session.read_beside = read_and_write_elsewhere
    merge(much)
    session.follow()
    assert len(much.codings()) == NUMBER + 1
    assert desk_equals_file(much)
