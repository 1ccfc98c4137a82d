"""An analyst works on the scheme while coding: describes, moves, merges, splits, deletes, and takes each back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journeys.analyst import SENTENCE
from making import everything
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from annotator.model import edits
from annotator.project.project import Project
from annotator.ui import messages

if TYPE_CHECKING:
    from journeys.analyst import Analyst

    from annotator.model.records import Code
    from annotator.ui.scheme.code_editor import CodeEditor


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Answer every question with yes, and keep what was asked."""
    questions: list[str] = []

    def yes(_parent: object, sentence: str, _verb: str) -> bool:
        questions.append(sentence)
        return True

    monkeypatch.setattr(messages, "confirm", yes)
    return questions


@pytest.fixture
def on_all_codes(ann: Analyst) -> Analyst:
    """Return Ann with the whole scheme in the tree."""
    ann.window.page.codes.switch.only_used_picked.emit(False)
    return ann


def _current(ann: Analyst, label: str) -> Code:
    """Make a code current, as a click on it in the tree does."""
    code = ann.code(label)
    ann.workspace.selection.set_code(code.id)
    return code


def _do(ann: Analyst, action: str) -> None:
    ann.window.actions_.by_id[action].trigger()


def _editor(ann: Analyst) -> CodeEditor:
    editor = ann.workspace.scheme.describing.editor
    assert editor is not None
    ann.qtbot.waitUntil(editor.isActiveWindow)
    return editor


def _focus_tree(ann: Analyst, label: str) -> None:
    _current(ann, label)
    ann.window.page.codes.tree.setFocus()


def _sub_codes(ann: Analyst, label: str) -> list[str]:
    parent = ann.code(label).id
    return [code.label or code.name for code in ann.project.codes() if code.parent == parent]


def _ben_codes(ann: Analyst, label: str, *spans: tuple[int, int]) -> None:
    """Have Ben, at another window, code passages of the open article."""
    assert ann.workspace.desk.article is not None
    with Project.open(ann.project.path) as other:
        ben, _ = other.join("Ben")
        code = next(code for code in other.codes() if code.label == label)
        article = next(each for each in other.articles() if each.id == ann.workspace.desk.article.id)
        for start, end in spans:
            text = other.text(article.text_sha256)
            other.do(edits.code_passage(article=article, text=text, start=start, end=end, code=code, coder=ben))
    ann.workspace.session.follow()


# describing


def test_a_code_is_described_in_one_step_and_that_is_taken_back(on_all_codes: Analyst) -> None:
    ann = on_all_codes
    before = everything(ann.project)
    _current(ann, "G3")
    _do(ann, "describe_code")
    editor = _editor(ann)
    assert editor.form.texts["definition"].hasFocus()
    ann.press("Ctrl+A")
    ann.type("Who hands over what")
    editor.form.texts["include"].setFocus()
    ann.press("Ctrl+A")
    ann.type("the terms")
    ann.press("Ctrl+Return")
    code = ann.code("G3")
    assert (code.definition, code.include) == ("Who hands over what", "the terms")
    assert ann.workspace.scheme.describing.editor is None
    assert "Who hands over what" in ann.window.page.codes.definition.text.document().begin().text()
    assert ann.menu_text("undo") == "Undo Describe code: G3 Delegation"
    _do(ann, "undo")
    assert everything(ann.project) == before


def test_a_code_is_renamed_recoloured_and_keyed_in_one_form(on_all_codes: Analyst) -> None:
    ann = on_all_codes
    former = next(code for code in ann.project.codes() if code.key == 9)
    _current(ann, "Funding")
    sharing = [code.id for code in ann.project.codes() if code.colour == ann.code("Funding").colour]
    ann.press("F2")
    editor = _editor(ann)
    assert editor.form.lines["name"].hasFocus()
    ann.type("Money")
    yellow = next(swatch for swatch in editor.form.colour.swatches if swatch.colour == "#f4e300")
    ann.click(yellow)
    editor.form.key.setCurrentIndex(9)
    ann.press("Ctrl+Return")
    code = ann.code("Money")
    assert (code.colour, code.key) == ("#f4e300", 9)
    assert {code.id for code in ann.project.codes() if code.colour == "#f4e300"} == set(sharing)
    assert next(other for other in ann.project.codes() if other.id == former.id).key is None
    _do(ann, "undo")
    assert ann.code("Funding").key is None


def test_a_colour_close_to_another_familys_is_pointed_out(on_all_codes: Analyst) -> None:
    ann = on_all_codes
    _current(ann, "G3")
    _do(ann, "recolour_code")
    form = _editor(ann).form
    assert form.warning.isHidden()
    funding = ann.code("Funding").colour
    ann.click(next(swatch for swatch in form.colour.swatches if swatch.colour == funding))
    assert not form.warning.isHidden()
    assert "hard to tell apart" in form.warning.text()


def test_what_cannot_be_saved_stays_typed_and_says_why(on_all_codes: Analyst, asked: list[str]) -> None:
    ann = on_all_codes
    _current(ann, "G3")
    _do(ann, "rename_code")
    editor = _editor(ann)
    ann.type("Law and bills")
    ann.press("Ctrl+Return")
    assert "There is a code" in editor.sentence.text()
    assert editor.form.lines["name"].text() == "Law and bills"
    assert ann.code("G3").name == "Delegation"
    ann.press("Esc")
    assert asked == ["What you typed about G3 Delegation is not saved. Leaving loses it."]


def test_earlier_definitions_and_the_codings_made_then_lead_to_their_passages(on_all_codes: Analyst) -> None:
    ann = on_all_codes
    _current(ann, "G3")
    ann.press("J", "3")
    assert ann.code("G3").key == 3
    coding = ann.codings()[0]
    ann.workspace.session.do(edits.describe_code(code=ann.code("G3"), definition="Another thing."))
    ann.press("Esc", "Esc")
    _current(ann, "G3")
    _do(ann, "describe_code")
    history = _editor(ann).history
    assert history.definitions.count() == 1
    assert history.codings.count() == 1
    assert coding.quote in history.codings.item(0).text()
    area = history.codings.visualItemRect(history.codings.item(0))
    ann.click(history.codings.viewport(), area.center())
    assert ann.workspace.selection.coding == coding.id


def test_a_new_code_goes_below_in_the_familys_hue_or_makes_a_family(on_all_codes: Analyst) -> None:
    ann = on_all_codes
    family = _current(ann, "Funding")
    _do(ann, "new_code_below")
    _editor(ann)
    ann.type("Charges")
    ann.press("Ctrl+Return")
    made = ann.code("Charges")
    assert (made.parent, made.colour) == (family.id, family.colour)
    assert ann.workspace.selection.code == made.id
    ann.workspace.selection.set_code(None)
    _do(ann, "new_code_beside")
    _editor(ann)
    ann.type("Estates")
    ann.press("Ctrl+Return")
    made = ann.code("Estates")
    assert made.parent is None
    assert made.colour not in {code.colour for code in ann.project.codes() if code.id != made.id}


def test_a_code_made_from_the_words_of_the_passage_while_none_is_current_is_a_family(ann: Analyst) -> None:
    assert ann.workspace.selection.code is None
    start, end = ann.select("one budget")
    ann.press("Return", "Tab", "Return")
    made = ann.code("one budget")
    assert made.parent is None
    assert [(coding.code, coding.start, coding.end) for coding in ann.codings()] == [(made.id, start, end)]


# menu and moving


def test_the_menu_of_a_code_opens_by_mouse_and_key_and_gives_keys(on_all_codes: Analyst) -> None:
    ann = on_all_codes
    tree = ann.window.page.codes.tree
    index = tree.filter.mapFromSource(tree.scheme.index_of(ann.code("G3").id))
    tree.scrollTo(index)
    at = tree.visualRect(index).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, tree.viewport().mapToGlobal(at))
    QApplication.sendEvent(tree.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert names[:4] == ["Describe code…", "Rename code…", "Colour…", "Key"]
    assert {"Merge into…", "Split code…", "Delete code…", "Memo on the code…"} <= set(names)
    keys = next(action.menu() for action in menu.actions() if action.text() == "Key")
    assert isinstance(keys, QMenu)
    keys.actions()[8].trigger()
    assert ann.code("G3").key == 9
    menu.close()
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    again = QApplication.activePopupWidget()
    assert isinstance(again, QMenu)
    again.close()


def test_a_code_is_moved_by_keys_in_the_tree_and_the_order_is_kept(on_all_codes: Analyst) -> None:
    ann = on_all_codes
    before = _sub_codes(ann, "Funding")
    _focus_tree(ann, "F2")
    ann.press("Ctrl+Up")
    assert _sub_codes(ann, "Funding") == ["F2", "F1", *before[2:]]
    assert ann.window.page.codes.tree.current_code() == ann.code("F2").id
    ann.press("Ctrl+Down", "Ctrl+Down")
    assert _sub_codes(ann, "Funding") == ["F1", "F3", "F2", *before[3:]]
    ann.press("Ctrl+Right")
    assert _sub_codes(ann, "F3") == ["F2"]
    ann.press("Ctrl+Left")
    assert _sub_codes(ann, "Funding") == ["F1", "F3", "F2", *before[3:]]
    for _ in range(5):
        _do(ann, "undo")
    assert _sub_codes(ann, "Funding") == before


@pytest.mark.parametrize(
    ("share", "target", "family", "place"),
    [(0.1, "F1", "Funding", 0), (0.9, "F1", "Funding", 1), (0.5, "F1", "F1", 0), (0.9, "Funding", "Funding", 0)],
)
def test_a_code_is_dropped_above_on_or_below_another(
    on_all_codes: Analyst, share: float, target: str, family: str, place: int
) -> None:
    ann = on_all_codes
    tree = ann.window.page.codes.tree
    rows = {label: tree.filter.mapFromSource(tree.scheme.index_of(ann.code(label).id)) for label in ("G3", target)}
    tree.scrollTo(rows[target], tree.ScrollHint.PositionAtCenter)
    area = tree.visualRect(rows[target])
    _drop(ann, tree.filter.mimeData([rows["G3"]]), QPoint(area.center().x(), area.top() + int(area.height() * share)))
    assert _sub_codes(ann, family)[place] == "G3"
    _do(ann, "undo")
    assert "G3" in _sub_codes(ann, "Governance")


def test_a_code_is_not_dropped_below_itself(on_all_codes: Analyst) -> None:
    ann = on_all_codes
    before = everything(ann.project)
    tree = ann.window.page.codes.tree
    data = tree.filter.mimeData([tree.filter.mapFromSource(tree.scheme.index_of(ann.code("Funding").id))])
    index = tree.filter.mapFromSource(tree.scheme.index_of(ann.code("F1").id))
    tree.scrollTo(index, tree.ScrollHint.PositionAtCenter)
    _drop(ann, data, tree.visualRect(index).center())
    assert everything(ann.project) == before
    assert "cannot go below itself" in ann.notice()


def _drop(ann: Analyst, data: QMimeData, to: QPoint) -> None:
    target = ann.window.page.codes.tree.viewport()
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(to, *how))
    QApplication.sendEvent(target, QDragMoveEvent(to, *how))
    QApplication.sendEvent(target, QDropEvent(QPointF(to), *how))


# merging, splitting, deleting


def test_two_codes_become_one_with_both_coders_codings_and_one_undo(on_all_codes: Analyst, asked: list[str]) -> None:
    ann = on_all_codes
    ann.press("J", "3")
    start = ann.codings()[0].start
    _ben_codes(ann, "G3", (start, start + 9), (start, start + 14))
    before = everything(ann.project)
    _current(ann, "G3")
    _do(ann, "merge_code")
    ann.type("g1")
    ann.press("Return")
    assert asked == [
        "Merge G3 Delegation into G1 Who answers: 3 codings by 2 coders (Ben 2, Ann 1) move to G1 Who answers, and "
        "G3 Delegation goes. Undo brings it back."
    ]
    into = ann.code("G1").id
    assert {coding.code for coding in ann.project.codings()} == {into}
    assert len(ann.project.codings(codes=[into])) == 3
    assert all(code.label != "G3" for code in ann.project.codes())
    assert ann.workspace.selection.code == into
    _do(ann, "undo")
    assert everything(ann.project) == before


def _finish(ann: Analyst) -> None:
    """Have Ann finish the open article."""
    article, session = ann.workspace.desk.article, ann.workspace.session
    assert article is not None
    readings = ann.project.readings()
    assert session.do(edits.finish_reading(articles=[article], readings=readings, coder=session.coder))


def test_a_code_is_split_by_ticking_codings(on_all_codes: Analyst) -> None:
    ann = on_all_codes
    ann.press("J", "J", "3")
    start = ann.codings()[0].start
    _ben_codes(ann, "G3", (start, start + 9))
    _finish(ann)
    before = everything(ann.project)
    _current(ann, "G3")
    _do(ann, "split_code")
    sheet = ann.workspace.scheme.commands.split
    assert sheet is not None
    ann.qtbot.waitUntil(sheet.isActiveWindow)
    assert not sheet.main_button.isEnabled()
    ann.type("Terms of handing over")
    bens = next(coding for coding in ann.project.codings() if coding.quote != SENTENCE)
    sheet.tree.tick([bens.id])
    assert "1 of 2 codings go" in sheet.sentence.text()
    ann.press("Ctrl+Return")
    made = ann.code("Terms of handing over")
    assert [coding.id for coding in ann.project.codings(codes=[made.id])] == [bens.id]
    assert ann.coded() == [("G3", SENTENCE)]
    _do(ann, "undo")
    assert everything(ann.project) == before


def test_who_still_reads_blind_is_shown_no_colleagues_passage_to_split(on_all_codes: Analyst) -> None:
    ann = on_all_codes
    ann.press("J", "J", "3")
    start = ann.codings()[0].start
    _ben_codes(ann, "G3", (start, start + 9))
    _ben_codes(ann, "G1", (start, start + 9))
    _current(ann, "G3")
    _do(ann, "split_code")
    sheet = ann.workspace.scheme.commands.split
    assert sheet is not None
    ann.qtbot.waitUntil(sheet.isActiveWindow)
    (_, own) = sheet.tree.all()
    assert own == ann.codings()[0].id
    told = [label.text() for label in sheet.findChildren(QLabel)]
    assert any("1 coding by colleagues in articles that you have not finished is not shown" in text for text in told)
    ann.type("Terms")
    sheet.tree.tick(sheet.tree.all())
    ann.press("Ctrl+Return")
    assert ann.coded() == [("Terms", SENTENCE)]
    assert len(ann.project.codings(codes=[ann.code("G3").id])) == 1, "the colleague's stays with the code"
    _current(ann, "G1")
    _do(ann, "split_code")
    assert ann.workspace.scheme.commands.split is None
    assert ann.notice().startswith("There is nothing of G1 Who answers to split. 1 coding by colleagues")


def test_a_look_at_colleagues_passages_to_split_is_remembered(on_all_codes: Analyst) -> None:
    ann = on_all_codes
    ann.press("J", "J", "3")
    start, article = ann.codings()[0].start, ann.codings()[0].article
    _ben_codes(ann, "G3", (start, start + 9))
    _finish(ann)
    _current(ann, "G3")
    _do(ann, "split_code")
    assert ann.workspace.scheme.commands.split is not None
    assert ann.workspace.places.looked(ann.workspace.session.coder.id) == {article}


def test_a_code_is_deleted_with_what_goes_with_it(on_all_codes: Analyst, asked: list[str]) -> None:
    ann = on_all_codes
    ann.press("J", "J", "3")
    start = ann.codings()[0].start
    _ben_codes(ann, "G3", (start, start + 9))
    before = everything(ann.project)
    sub_codes = len(_sub_codes(ann, "Governance"))
    _focus_tree(ann, "Governance")
    ann.press("Del")
    assert asked == [
        f"Delete code Governance: 2 codings by 2 coders (Ann 1, Ben 1), {sub_codes} sub-codes go with it. "
        "Undo brings everything back."
    ]
    assert ann.project.codings() == []
    assert ann.workspace.selection.code is None
    _do(ann, "undo")
    assert everything(ann.project) == before
    assert ann.coded() == [("G3", SENTENCE)]


def test_a_question_answered_with_no_changes_nothing(on_all_codes: Analyst, monkeypatch: pytest.MonkeyPatch) -> None:
    ann = on_all_codes
    monkeypatch.setattr(messages, "confirm", lambda *_: False)
    before = everything(ann.project)
    _current(ann, "G3")
    _do(ann, "delete_code")
    assert everything(ann.project) == before
