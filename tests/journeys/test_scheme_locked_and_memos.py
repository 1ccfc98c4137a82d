"""A scheme that is settled is locked on this computer; memos on project, article and code are written and read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from making import everything

from annotator.model import edits
from annotator.project.project import Project

if TYPE_CHECKING:
    from journeys.analyst import Analyst

    from annotator.ui.memo_window import MemoWindow


def _do(ann: Analyst, action: str) -> None:
    ann.window.actions_.by_id[action].trigger()


def _memo_window(ann: Analyst) -> MemoWindow:
    window = next(iter(ann.workspace.scheme.memos.windows.values()))
    ann.qtbot.waitUntil(window.isActiveWindow)
    return window


def _ben_writes(ann: Analyst, text: str) -> None:
    with Project.open(ann.project.path) as other:
        ben, _ = other.join("Ben")
        other.do(edits.write_note(about="project", text=text, coder=ben))
    ann.workspace.session.follow()


def test_a_locked_scheme_stays_as_it_is_and_says_so(ann: Analyst) -> None:
    ann.window.page.codes.switch.only_used_picked.emit(False)
    ann.workspace.selection.set_code(ann.code("G3").id)
    _do(ann, "lock_scheme")
    before = everything(ann.project)
    actions = ann.window.actions_.by_id
    assert actions["lock_scheme"].isChecked()
    assert not any(actions[name].isEnabled() for name in ("describe_code", "delete_code", "import_scheme"))
    ann.window.page.codes.tree.setFocus()
    ann.press("Ctrl+Up")
    assert "The scheme is locked" in ann.notice()
    ann.press("Del", "F2")
    assert ann.workspace.scheme.describing.editor is None
    assert everything(ann.project) == before


def test_locking_and_opening_are_said(ann: Analyst) -> None:
    _do(ann, "lock_scheme")
    assert ann.notice().startswith("The scheme is locked on this computer: codes are not changed here until")
    _do(ann, "lock_scheme")
    assert ann.notice() == "The scheme can be changed again."


def test_the_finder_of_a_locked_scheme_offers_no_new_code(ann: Analyst) -> None:
    _do(ann, "lock_scheme")
    number = len(ann.project.codes())
    ann.press("J", "Return")
    ann.type("something new")
    ann.press("Return")
    assert len(ann.project.codes()) == number
    assert ann.codings() == []
    ann.press("Esc")
    _do(ann, "lock_scheme")
    ann.press("Return")
    ann.type("something new")
    ann.press("Return")
    assert ann.code("something new").name == "something new"


def test_the_lock_is_there_again_after_reopening(ann: Analyst) -> None:
    _do(ann, "lock_scheme")
    assert ann.window.open_project(ann.project.path, "Ann")
    assert ann.workspace.scheme.lock.locked
    assert ann.window.actions_.by_id["lock_scheme"].isChecked()


def test_a_memo_on_the_project_is_one_step_beside_the_others(ann: Analyst) -> None:
    _ben_writes(ann, "Rules of the scheme.")
    _do(ann, "memo_on_project")
    window = _memo_window(ann)
    assert "Ben" in window.others.document().begin().text()
    assert window.others.isReadOnly()
    ann.type("Ask about wards")
    ann.press("Ctrl+Return")
    own = [memo for memo in ann.project.memos("project") if memo.coder == ann.workspace.session.coder.id]
    assert [memo.text for memo in own] == ["Ask about wards"]
    assert ann.workspace.scheme.memos.windows == {}
    assert ann.menu_text("undo") == "Undo Write memo on the project"
    _do(ann, "undo")
    assert [memo.text for memo in ann.project.memos("project")] == ["Rules of the scheme."]


def test_a_memo_that_is_being_typed_is_kept_when_the_window_closes(ann: Analyst) -> None:
    path = ann.project.path
    _do(ann, "memo_on_article")
    _memo_window(ann)
    ann.type("Read again")
    ann.window.close()
    with Project.open(path) as project:
        assert [memo.text for memo in project.memos("article")] == ["Read again"]


def test_a_memo_on_a_code_is_the_one_in_its_form(ann: Analyst) -> None:
    ann.window.page.codes.switch.only_used_picked.emit(False)
    ann.workspace.selection.set_code(ann.code("G3").id)
    _do(ann, "memo_on_code")
    _memo_window(ann)
    ann.type("Too wide?")
    ann.press("Esc")
    _do(ann, "describe_code")
    editor = ann.workspace.scheme.describing.editor
    assert editor is not None
    assert editor.form.texts["memo"].text() == "Too wide?"


def test_undo_and_redo_leave_a_locked_scheme_alone_too(ann: Analyst) -> None:
    ann.press("J", "Return")
    ann.type("something new")
    ann.press("Return")
    _do(ann, "lock_scheme")
    before = everything(ann.project)
    ann.press("Ctrl+Z")
    assert "The scheme is locked" in ann.notice()
    assert everything(ann.project) == before
    _do(ann, "lock_scheme")
    ann.press("Ctrl+Z")
    assert ann.codings() == []
