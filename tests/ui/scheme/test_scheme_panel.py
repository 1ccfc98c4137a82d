"""An analyst looks at the tree of codes, filters it, types ahead in it, and codes with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui.article.dragging import CODE_MIME, PASSAGE_MIME
from annotator.ui.scheme.dragging import moved_code
from annotator.ui.scheme.scheme_model import Role
from annotator.ui.scheme.scheme_panel import SchemePanel
from annotator.ui.scheme.scheme_tree import EMPTY_SCHEME
from annotator.ui.theme import theme

from .conftest import EVERYWHERE, HERE, code

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from annotator.model.records import Code


def shown(panel: SchemePanel) -> list[str]:
    """Return the ids of the rows from top to bottom."""
    rows, index = [], panel.tree.model().index(0, 0)
    while index.isValid():
        rows.append(index.data(Role.ID))
        index = panel.tree.indexBelow(index)
    return rows


def row(panel: SchemePanel, code_id: str) -> QModelIndex:
    return panel.tree.filter.mapFromSource(panel.model.index_of(code_id))


def click(panel: SchemePanel, code_id: str, x: int = 120) -> None:
    rect = panel.tree.visualRect(row(panel, code_id))
    at = QPoint(x, rect.bottom() - 12)
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_only_used_codes_are_shown_until_all_are_wanted(panel: SchemePanel) -> None:
    assert "G8" in shown(panel)
    assert "G5" not in shown(panel)
    panel.switch.pick(only_used=False)
    assert "G5" in shown(panel)
    assert len(shown(panel)) == 24


def test_the_list_does_not_change_under_the_hand_with_the_first_coding(qtbot: QtBot, panel: SchemePanel) -> None:
    fresh = SchemePanel()
    qtbot.addWidget(fresh)
    codes = [panel.model.code(code_id) for code_id in ("C", "C1", "C4")]
    fresh.show_scheme([code for code in codes if code is not None])
    fresh.switch.begin(only_used=False)
    fresh.show_counts({"C1": 1}, {"C1": 1})
    assert shown(fresh) == ["C", "C1", "C4"]


def test_the_switch_says_how_many(panel: SchemePanel) -> None:
    segments = [panel.switch.findChildren(QWidget)[1:]]
    assert [button.text() for button in segments[0]] == ["Used 17", "All 20", "Codings"]


def test_families_show_sums_and_codes_their_own(panel: SchemePanel) -> None:
    assert (row(panel, "G").data(Role.HERE), row(panel, "G").data(Role.EVERYWHERE)) == (6, 47)
    assert (row(panel, "G1").data(Role.HERE), row(panel, "G1").data(Role.EVERYWHERE)) == (0, 5)


def test_new_counts_leave_the_tree_as_it_stands(panel: SchemePanel) -> None:
    panel.show_code("G3")
    panel.tree.collapse(row(panel, "C"))
    panel.show_counts(HERE | {"G5": 1}, EVERYWHERE | {"G5": 1})
    assert "G5" in shown(panel)
    assert "C1" not in shown(panel)
    assert panel.tree.current_code() == "G3"


def test_a_code_no_longer_used_leaves_the_tree_but_stays_current(panel: SchemePanel, qtbot: Any) -> None:
    panel.show_code("G8")
    unused = {code_id: number for code_id, number in EVERYWHERE.items() if code_id != "G8"}
    with qtbot.assertNotEmitted(panel.code_current):
        panel.show_counts(HERE, unused)
    assert "G8" not in shown(panel)
    assert panel.tree.current_code() is None
    assert panel.definition.head.label == "G8"
    panel.show_counts(HERE, EVERYWHERE)
    assert panel.tree.current_code() == "G8"


def test_a_changed_scheme_keeps_folding_and_the_current_code(panel: SchemePanel, codes: list[Code]) -> None:
    panel.show_code("G3")
    panel.tree.collapse(row(panel, "W"))
    panel.show_scheme([*codes, code("G20", label="G20", name="New", parent="G", position=30, key=None)])
    panel.show_counts(HERE | {"G20": 1}, EVERYWHERE)
    assert "G20" in shown(panel)
    assert "W2" not in shown(panel)
    assert panel.tree.current_code() == "G3"


def test_a_code_without_colour_takes_its_familys(panel: SchemePanel) -> None:
    assert row(panel, "F2").data(Role.HUE) == "#53a70b"


def test_a_click_on_a_code_codes_and_one_on_a_family_folds(panel: SchemePanel, qtbot: Any) -> None:
    with qtbot.waitSignal(panel.code_chosen) as chosen:
        click(panel, "G3")
    assert chosen.args == ["G3"]
    with qtbot.assertNotEmitted(panel.code_chosen):
        click(panel, "F")
    assert "F1" not in shown(panel)


def test_the_chevron_folds_a_family_that_may_be_coded_with(panel: SchemePanel, codes: list[Code], qtbot: Any) -> None:
    panel.show_scheme([code("F", name="Funding", colour="#53a70b", position=2) if c.id == "F" else c for c in codes])
    with qtbot.assertNotEmitted(panel.code_chosen):
        click(panel, "F", x=18)
    assert "F1" not in shown(panel)
    with qtbot.waitSignal(panel.code_chosen):
        click(panel, "F")


def test_keys_walk_the_tree_and_enter_codes(panel: SchemePanel, qtbot: Any) -> None:
    panel.show_code("G2")
    panel.tree.setFocus()
    with qtbot.waitSignal(panel.code_current) as current:
        QTest.keyClick(panel.tree, Qt.Key.Key_Down)
    assert current.args == ["G3"]
    assert panel.definition.head.title == "Delegation"
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(panel.code_chosen) as chosen:
            QTest.keyClick(panel.tree, key)
        assert chosen.args == ["G3"]


@pytest.mark.parametrize(("typed", "found"), [("g12", "G12"), ("law", "G2"), ("mixed", "C11"), ("g3 del", "G3")])
def test_typing_goes_to_a_label_or_a_name(panel: SchemePanel, typed: str, found: str) -> None:
    for letter in typed:
        panel.tree.keyboardSearch(letter)
    assert panel.tree.current_code() == found


def test_a_code_is_dragged_by_its_id(panel: SchemePanel) -> None:
    data = panel.tree.model().mimeData([row(panel, "G3")])
    assert bytes(data.data(CODE_MIME).data()) == b"G3"
    family = panel.tree.model().mimeData([row(panel, "G")])
    assert not family.hasFormat(CODE_MIME), "it takes no codings: it is only moved in the tree"
    assert moved_code(family) == "G"


def drop(panel: SchemePanel, code_id: str, passage: bytes) -> QDropEvent:
    data = QMimeData()
    data.setData(PASSAGE_MIME, QByteArray(passage))
    at = QPointF(panel.tree.visualRect(row(panel, code_id)).center())
    event = QDropEvent(
        at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )  # fmt: skip
    panel.tree.dropEvent(event)
    return event


def test_a_passage_dropped_on_a_code_is_told(panel: SchemePanel, qtbot: Any) -> None:
    with qtbot.waitSignal(panel.passage_dropped) as dropped:
        drop(panel, "W4", b"120,188")
    assert dropped.args == ["W4", 120, 188]


@pytest.mark.parametrize(("code_id", "passage"), [("W", b"1,2"), ("W4", b"9,3"), ("W4", b"x"), ("W4", b"-1,4")])
def test_what_is_no_passage_or_no_code_is_not_taken(
    panel: SchemePanel, qtbot: Any, code_id: str, passage: bytes
) -> None:
    with qtbot.assertNotEmitted(panel.passage_dropped):
        assert not drop(panel, code_id, passage).isAccepted()


def test_rows_are_spoken_in_words(panel: SchemePanel) -> None:
    spoken = row(panel, "G3").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "G3 Delegation, key 3, 1 here, 8 in all"
    assert row(panel, "F").data(Qt.ItemDataRole.AccessibleTextRole) == "Funding, 2 here, 8 in all with its sub-codes"


def test_every_control_that_takes_the_focus_has_a_name(panel: SchemePanel) -> None:
    reached = [widget for widget in panel.findChildren(QWidget) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(reached) >= 10
    for widget in reached:
        name = widget.accessibleName() or getattr(widget, "text", str)()
        assert name, widget


def test_a_read_only_project_is_looked_at_not_coded(panel: SchemePanel, qtbot: Any) -> None:
    panel.set_read_only(True)
    with qtbot.assertNotEmitted(panel.code_chosen):
        click(panel, "G3")
    assert panel.definition.head.title == "Delegation"
    assert not drop(panel, "W4", b"1,2").isAccepted()


def test_the_definition_is_that_of_the_current_code(panel: SchemePanel) -> None:
    panel.show_code("G3")
    assert panel.definition.head.accessibleName() == "Definition of G3 Delegation"
    panel.show_code(None)
    assert panel.definition.head.accessibleName() == "Definition"
    assert panel.tree.current_code() is None


def test_boxes_keep_their_height_when_the_code_changes(panel: SchemePanel) -> None:
    panel.show_code("G3")
    before = [panel.definition.height(), panel.memo.height()]
    panel.show_code("C1")
    assert [panel.definition.height(), panel.memo.height()] == before == [160, 93]


def test_a_low_panel_leaves_the_tree_its_room(panel: SchemePanel) -> None:
    panel.resize(panel.width(), 640)
    QApplication.processEvents()
    assert [panel.definition.height(), panel.memo.height()] == [111, 93]


def test_what_a_code_excludes_is_seen_beside_a_definition_of_two_lines(panel: SchemePanel) -> None:
    code = panel.model.code("G3")
    assert code
    two_lines = "Passing on a responsibility to somebody else while the law stays as it is."
    panel.definition.show_code(replace(code, definition=two_lines, include="x " * 40, exclude="y"), "#5635b6")
    text = panel.definition.text
    cursor = text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, n=2)
    assert cursor.block().text() == "Exclude\ty"
    assert text.cursorRect(cursor).bottom() <= text.viewport().height()


def test_the_definition_folds_and_comes_back_as_high_as_it_was(panel: SchemePanel) -> None:
    panel.definition.head.click()
    QApplication.processEvents()
    assert panel.definition.height() == 40
    panel.definition.head.click()
    QApplication.processEvents()
    assert panel.definition.height() == 160


def test_the_narrow_panel_folds_its_boxes_and_drops_a_column(panel: SchemePanel) -> None:
    panel.set_compact(True)
    QApplication.processEvents()
    assert panel.width() == 256
    assert [panel.definition.height(), panel.memo.height()] == [40, 40]
    panel.write_memo()
    QApplication.processEvents()
    assert panel.memo.height() > 40
    panel.set_compact(False)
    QApplication.processEvents()
    assert [panel.width(), panel.definition.height(), panel.memo.height()] == [328, 160, 93]


def test_folding_is_remembered_for_each_width(panel: SchemePanel, qtbot: Any) -> None:
    with qtbot.waitSignal(panel.folding_changed):
        panel.definition.head.click()
    assert panel.folded_boxes() == ["definition"]
    panel.set_compact(True)
    assert panel.folded_boxes() == ["definition", "memo"]
    panel.fold_boxes(["memo"])
    panel.set_compact(False)
    assert panel.folded_boxes() == ["definition"]
    panel.set_compact(True)
    assert panel.folded_boxes() == ["memo"]


def test_an_empty_scheme_says_what_to_do(panel: SchemePanel) -> None:
    before = panel.tree.grab().toImage()
    panel.show_scheme([])
    panel.show_counts({}, {})
    assert panel.tree.empty_sentence() == EMPTY_SCHEME
    assert panel.tree.grab().toImage() != before


def test_forty_levels_and_endless_names_are_shown(panel: SchemePanel) -> None:
    endless = "word\n<b>" * 571
    deep = [
        code(f"d{level}", name=endless, label=f"D{level}", parent=f"d{level - 1}" if level else None, position=level)
        for level in range(40)
    ]
    panel.show_scheme(deep)
    panel.show_counts({"d39": 1}, {"d39": 1})
    panel.set_compact(True)
    assert len(shown(panel)) == 40
    panel.tree.scrollToBottom()
    assert not panel.tree.grab().isNull()
    assert len(row(panel, "d39").data(Qt.ItemDataRole.ToolTipRole)) < 4000


def test_codes_above_themselves_or_without_their_parent_stand_at_the_top(panel: SchemePanel) -> None:
    panel.show_scheme([code("a", parent="b"), code("b", parent="a"), code("c", parent="gone")])
    panel.switch.pick(only_used=False)
    assert sorted(shown(panel)) == ["a", "b", "c"]


def test_the_theme_changes_while_the_panel_is_open(panel: SchemePanel) -> None:
    panel.show_code("G3")
    light = panel.grab().toImage()
    theme().choose("dark")
    assert panel.grab().toImage() != light
