"""Two analysts code apart and exchange their work as files, through the window: seen, decided, in one step."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from journeys.analyst import SENTENCE, dropped
from PySide6.QtCore import QModelIndex

from annotator.jobs.receiving import look_at, write_received
from annotator.model import edits
from annotator.project.checking import check_project
from annotator.project.project import Project
from annotator.reviewing.choices import Choices
from annotator.ui import messages
from annotator.ui.actions import BY_ID

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst

    from annotator.ui.exchanging.receive_window import ReceiveWindow
    from annotator.ui.exchanging.send_window import SendWindow

FIRST = "Each keeps its own accounts for a year."
HIDDEN = "Hidden until you finish it"


@pytest.fixture(autouse=True)
def never_stuck(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a window that is closed by a test that failed go without a question."""
    monkeypatch.setattr(messages, "confirm", lambda *_: True)


@pytest.fixture
def bens_file(ann: Analyst, project_path: Path, tmp_path: Path) -> Path:
    """Ben codes two passages in his copy, at the same program, and sends his work; then Ann is back at hers."""
    (tmp_path / "ben").mkdir()
    copy = tmp_path / "ben" / "evidence.annotator"
    ann.project.settle()
    shutil.copy(project_path, copy)
    assert ann.window.open_project(copy, "Ben")
    for words, label in ((SENTENCE, "C11"), (FIRST, "G3")):
        code(ann, words, label)
    sheet = send_sheet(ann)
    assert sheet.what.text() == "Ben: 2 codings on 1 article, 46 codes, revision 3"
    assert sheet.out() == copy.with_name("evidence from Ben.annotator")
    ann.press("Ctrl+Return")
    ann.qtbot.waitUntil(lambda: "went into evidence from Ben.annotator" in ann.notice())
    assert ann.window.open_project(project_path, "Ann")
    return copy.with_name("evidence from Ben.annotator")


def code(analyst: Analyst, words: str, label: str) -> None:
    analyst.select(words)
    analyst.click_code(label)


def send_sheet(analyst: Analyst) -> SendWindow:
    analyst.window.commands.perform(BY_ID["send_work"])
    window = analyst.workspace.exchange.sending.window
    assert window is not None
    analyst.qtbot.waitUntil(window.isActiveWindow)
    return window


def looks(analyst: Analyst) -> ReceiveWindow:
    """Wait until a file was looked at; return the window that shows what it brings."""
    receiving = analyst.workspace.exchange.receiving
    analyst.qtbot.waitUntil(lambda: receiving.window is not None and receiving.window.main_button.isEnabled())
    window = receiving.window
    assert window is not None
    analyst.qtbot.waitUntil(window.isActiveWindow)
    return window


def listed(window: ReceiveWindow) -> dict[str, list[str]]:
    """Return the rows of the list that is shown, by their headings."""
    rows, found = window.tree.rows, {}
    for kind in range(rows.rowCount()):
        above = rows.index(kind, 0)
        for state in range(rows.rowCount(above)):
            heading = rows.index(state, 0, above)
            lines = [rows.index(row, 0, heading) for row in range(rows.rowCount(heading))]
            title = f"{above.data().split(':')[0]}, {heading.data().split('  ')[0].lower()}"
            found[title] = [str(line.data()) for line in lines]
    return found


def delete_in(path: Path, label: str) -> None:
    """Take a code out of the scheme, as Ann, in another window."""
    with Project.open(path) as project:
        project.join("Ann")
        gone = next(one for one in project.codes() if one.label == label)
        project.do(edits.delete_code(code=gone, codes=project.codes(), codings=[], memos=[], declined=[]))


def test_a_colleagues_work_is_dropped_looked_at_and_received_once(
    ann: Analyst, bens_file: Path, project_path: Path
) -> None:
    dropped(ann.window.page.view.viewport(), [bens_file])
    window = looks(ann)

    assert window.head.text() == "The work of Ben, revision 3, from “evidence from Ben.annotator”"
    assert window.sentence.text().startswith("2 new codings")
    rows = listed(window)
    assert rows["Codings, new"] == [HIDDEN, HIDDEN]
    assert rows["Coders, new"] == ["Ben"]
    assert len(rows["Codes, here already"]) == 46
    assert window.decisions.isHidden()
    assert ann.project.codings() == []

    ann.press("Ctrl+Return")

    ann.qtbot.waitUntil(lambda: "Received from Ben: 2 new codings" in ann.notice())
    assert "stay hidden" in ann.notice()
    assert [one.quote for one in ann.project.codings()] == [SENTENCE, FIRST]
    assert ann.coded() == []
    assert ann.workspace.desk.others.by_id == {}
    backups = list(project_path.parent.glob("evidence before receiving *.annotator"))
    assert len(backups) == 1
    ann.window.drop_files([str(bens_file)])
    receiving = ann.workspace.exchange.receiving
    ann.qtbot.waitUntil(lambda: receiving.window is not None and receiving.window.sentence.text() != "")
    assert receiving.window is not None
    assert receiving.window.sentence.text() == "All of it is here already."
    assert not receiving.window.main_button.isEnabled()
    ann.press("Esc")
    assert receiving.window is None
    ann.press("Ctrl+Z")
    assert ann.project.codings() == []
    assert ann.menu_text("redo") == "Redo Receive the work of Ben"


def test_the_review_page_looked_at_alone_knows_of_the_colleague_afterwards(ann: Analyst, bens_file: Path) -> None:
    ann.press("Ctrl+2")
    band = ann.window.reviewing.page.band
    assert "Only one person" in band.sentence.text()
    ann.press("Ctrl+1")

    ann.window.drop_files([str(bens_file)])
    looks(ann)
    ann.press("Ctrl+Return")
    ann.qtbot.waitUntil(lambda: "Received from Ben" in ann.notice())
    ann.press("Ctrl+2")

    assert "Only one person" not in band.sentence.text()
    desk = ann.window.reviewing.desk
    assert desk is not None
    assert desk.chosen is not None


def test_what_is_on_a_deleted_code_takes_the_code_that_is_chosen(
    ann: Analyst, bens_file: Path, project_path: Path
) -> None:
    delete_in(project_path, "G3")
    ann.workspace.session.follow()
    ann.window.drop_files([str(bens_file)])
    window = looks(ann)
    (box,) = window.decisions.boxes.values()
    assert box.hasFocus()
    assert box.currentText() == "Bring it back"
    assert "Deleted" in window.sides.here.document().toPlainText()

    ann.type("g4")
    window = looks(ann)
    assert box.currentText().startswith("G4 ")
    assert "Codes, new" not in listed(window)
    window.main_button.click()

    ann.qtbot.waitUntil(lambda: "Received from Ben" in ann.notice())
    labels = {one.id: one.label for one in ann.project.codes()}
    assert [(labels[one.code], one.quote) for one in ann.project.codings()] == [("C11", SENTENCE), ("G4", FIRST)]
    assert "G3" not in labels.values()


def test_words_that_both_changed_are_decided_for_all_at_once(ann: Analyst, bens_file: Path, project_path: Path) -> None:
    for path, name in ((bens_file.with_name("evidence.annotator"), "Ben"), (project_path, "Ann")):
        with Project.open(path) as project:
            project.join(name)
            for label in ("C1", "C2"):
                one = next(one for one in project.codes() if one.label == label)
                project.do(edits.describe_code(code=one, definition=f"{name} on {label}"))
    ann.workspace.session.follow()
    ann.window.drop_files([str(bens_file.with_name("evidence.annotator"))])
    window = looks(ann)
    assert len(window.decisions.boxes) == 2

    window.decisions.answered.emit([(0, "ours"), (1, "ours")])
    window = looks(ann)
    assert [box.currentText() for box in window.decisions.boxes.values()] == ["Keep my words", "Keep my words"]
    window.main_button.click()

    ann.qtbot.waitUntil(lambda: "Received from the copy" in ann.notice())
    assert {ann.code(label).definition for label in ("C1", "C2")} == {"Ann on C1", "Ann on C2"}
    ann.window.close_project()
    assert check_project(project_path) == []


def test_once_an_article_is_finished_what_comes_for_it_is_shown(ann: Analyst, bens_file: Path) -> None:
    article = ann.workspace.desk.article
    assert article is not None
    ann.workspace.session.do(edits.finish_reading(
        articles=[article], readings=ann.project.readings(), coder=ann.workspace.session.coder
    ))  # fmt: skip
    ann.window.drop_files([str(bens_file)])
    window = looks(ann)

    assert listed(window)["Codings, new"] == [f"“{SENTENCE}”", f"“{FIRST}”"]
    heading = window.tree.rows.index(0, 0, window.tree.rows.index(0, 0, QModelIndex()))
    window.tree.setCurrentIndex(window.tree.rows.index(1, 0, heading))
    assert FIRST in window.sides.here.document().toPlainText()


@pytest.mark.parametrize("content", [b"no project at all", b"SQLite format 3\x00" + b"\x07" * 300])
def test_what_is_no_project_is_answered_in_the_notice(ann: Analyst, tmp_path: Path, content: bytes) -> None:
    strange = tmp_path / "strange.annotator"
    strange.write_bytes(content)

    ann.window.drop_files([str(strange)])

    ann.qtbot.waitUntil(lambda: "strange.annotator is" in ann.notice())
    assert ann.workspace.exchange.receiving.window is None


def test_a_file_that_changes_under_the_look_is_looked_at_again(ann: Analyst, bens_file: Path) -> None:
    ann.window.drop_files([str(bens_file)])
    window = looks(ann)
    bens = bens_file.with_name("evidence.annotator")
    with Project.open(bens) as project:
        project.join("Ben")
        assert project.coder is not None
        one = next(one for one in project.codings() if one.quote == FIRST)
        project.do(edits.write_memo(coding=one, memo="later"))
    shutil.copy(bens, bens_file)

    window.main_button.click()

    ann.qtbot.waitUntil(lambda: "has changed since you looked" in window.said.text())
    assert ann.project.codings() == []
    looks(ann).main_button.click()
    ann.qtbot.waitUntil(lambda: [one.memo for one in ann.project.codings()] == ["", "later"])


def test_a_file_that_is_gone_when_it_shall_be_received_is_said(ann: Analyst, bens_file: Path) -> None:
    ann.window.drop_files([str(bens_file)])
    window = looks(ann)
    bens_file.unlink()

    window.main_button.click()

    assert "cannot be read" in window.said.text()
    assert ann.project.codings() == []


def test_work_goes_out_without_texts_where_it_is_wanted(
    ann: Analyst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code(ann, SENTENCE, "C11")
    chosen = tmp_path / "for ben.annotator"
    monkeypatch.setattr(messages, "choose_place_to_save", lambda *_: chosen)
    sheet = send_sheet(ann)
    ann.click(sheet.choose_button)
    sheet.texts.click()
    ann.click(sheet.main_button)

    ann.qtbot.waitUntil(lambda: "without the texts" in ann.notice())
    assert SENTENCE.encode() not in chosen.read_bytes()


def test_what_cannot_be_written_there_is_said_on_the_sheet(ann: Analyst, project_path: Path) -> None:
    sheet = send_sheet(ann)
    sheet.where.setText(str(project_path))
    ann.click(sheet.main_button)

    ann.qtbot.waitUntil(lambda: "is a project" in sheet.sentence.text())
    assert sheet.isVisible()
    assert sheet.main_button.isEnabled()
    ann.press("Esc")
    assert ann.workspace.exchange.sending.window is None


def test_a_copy_that_a_synced_folder_made_is_offered_once(ann: Analyst, bens_file: Path, project_path: Path) -> None:
    copy = project_path.with_name("evidence (Ben's conflicted copy 2026-11-02).annotator")
    shutil.copy(bens_file.with_name("evidence.annotator"), copy)
    shutil.copy(project_path, project_path.with_name("evidence 2.annotator"))  # nothing is in it that is not here

    ann.workspace.exchange.beside.look()

    ann.qtbot.waitUntil(lambda: "conflicted copy" in ann.notice())
    assert "2 new codings" in ann.notice()
    assert ann.window.notices.waiting() == 0
    assert ann.project.codings() == []
    ann.window.notices.buttons[0].click()
    window = looks(ann)
    assert window.head.text() == f"A copy of this project, from “{copy.name}”"
    ann.press("Esc")
    assert ann.window.open_project(project_path, "Ann")
    ann.workspace.exchange.beside.look()
    ann.qtbot.wait(300)
    assert ann.notice() == ""


def test_who_turns_out_to_be_one_person_goes_on_as_the_one_who_stands(
    ann: Analyst, project_path: Path, tmp_path: Path
) -> None:
    """Cy coded at two computers before either was sent; at the other one both were said to be one."""
    (tmp_path / "other").mkdir()
    other = tmp_path / "other" / "evidence.annotator"
    ann.project.settle()
    shutil.copy(project_path, other)
    assert ann.window.open_project(project_path, "Cy")
    code(ann, SENTENCE, "C11")
    here = ann.workspace.session.coder
    ann.window.close_project()
    with Project.open(other) as project:
        there, _ = project.join("Cy")
        found = look_at(project, project_path, Choices(people={here.id: there.id})).found
        write_received(project, found)
    assert ann.window.open_project(project_path, "Cy")

    ann.window.drop_files([str(other)])
    looks(ann).main_button.click()

    ann.qtbot.waitUntil(lambda: "Received from the copy" in ann.notice())
    assert ann.workspace.session.coder == there
    assert ann.coded() == [("C11", SENTENCE)]
    ann.window.close_project()
    assert check_project(project_path) == []


def test_a_package_that_is_opened_says_what_it_is(ann: Analyst, bens_file: Path) -> None:
    assert ann.window.open_project(bens_file, "Ann")

    assert "is what a coder sent" in ann.notice()
