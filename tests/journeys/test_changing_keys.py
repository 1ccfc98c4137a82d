"""Keys are changed to suit the hand: one by one, refused where they clash, or as a whole set; they stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journeys.analyst import SENTENCE
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from annotator.preferences import load_preferences
from annotator.ui.finding.action_rows import action_rows
from annotator.ui.keycap import keycap_text
from annotator.ui.main_window import MainWindow
from annotator.ui.shortcut_help import ShortcutHelp
from annotator.ui.shortcuts.keys_window import KeysWindow

if TYPE_CHECKING:
    from journeys.analyst import Analyst


@pytest.fixture
def keys(ann: Analyst) -> KeysWindow:
    ann.window.commands.change_keys()
    found = ann.window.findChild(KeysWindow)
    assert found is not None
    ann.qtbot.waitUntil(found.isActiveWindow)
    return found


def back(ann: Analyst, keys: KeysWindow) -> None:
    keys.close()
    ann.window.activateWindow()
    ann.window.page.view.setFocus()
    ann.qtbot.waitUntil(ann.window.isActiveWindow)


def test_a_new_key_acts_at_once_and_after_a_restart(ann: Analyst, keys: KeysWindow) -> None:
    keys.filter.setText("next sentence")
    keys.choose("next_sentence")
    keys.press.setFocus()
    ann.press("F")
    assert "has the key F now" in keys.said.text()
    back(ann, keys)
    ann.press("F", "F", "1")
    assert [quote for _, quote in ann.coded()] == [SENTENCE]
    again = MainWindow(remembers=False)
    ann.qtbot.addWidget(again)
    assert again.actions_.by_id["next_sentence"].shortcuts() == [QKeySequence("F")]


def test_a_key_that_is_taken_is_refused_with_the_name_of_the_other(ann: Analyst, keys: KeysWindow) -> None:
    keys.choose("highlighter")
    keys.take_key(QKeySequence("K"))
    assert keys.said.text().startswith("K is the key of “Previous sentence”")
    keys.take_key(QKeySequence("Home"))
    assert "moves and selects" in keys.said.text()
    keys.choose("fold_codes")
    keys.take_key(QKeySequence("Y"))
    assert "Add Ctrl or Alt" in keys.said.text()
    assert load_preferences().shortcuts == {}


def test_keycaps_follow_and_the_usual_key_comes_back(ann: Analyst, keys: KeysWindow) -> None:
    keys.choose("write_memo")
    keys.take_key(QKeySequence("Ctrl+M"))
    assert ann.window.page.codes.memo.head.key == "Ctrl M"
    keys.none_button.click()
    assert ann.window.page.codes.memo.head.key == ""
    keys.usual_button.click()
    assert ann.window.page.codes.memo.head.key == "M"
    assert keys.preset.currentText() == "Standard"


def test_without_single_keys_a_digit_codes_nothing_and_alt_does(ann: Analyst, keys: KeysWindow) -> None:
    keys.take_preset("No single keys")
    assert keys.preset.currentText() == "No single keys"
    back(ann, keys)
    ann.press("Alt+J", "Alt+J", "1")
    assert ann.coded() == []
    ann.press("Alt+1")
    assert [quote for _, quote in ann.coded()] == [SENTENCE]


def test_the_keycap_of_a_code_is_the_key_that_codes(ann: Analyst, keys: KeysWindow) -> None:
    tree = ann.window.page.codes.tree
    assert tree.delegate.keycaps[1] == "1"
    keys.take_preset("No single keys")
    assert tree.delegate.keycaps[1] == keycap_text("Alt+1")


def test_without_single_keys_a_french_digit_counts_by_its_place_and_the_stance_takes_alt(
    ann: Analyst, keys: KeysWindow
) -> None:
    keys.take_preset("No single keys")
    back(ann, keys)
    ann.press("Alt+J", "Alt+J")
    view, alt = ann.window.page.view, Qt.KeyboardModifier.AltModifier
    for modifiers in (Qt.KeyboardModifier.NoModifier, alt):
        QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Ampersand, modifiers, 10, 0, 0, "&"))
    assert [label for label, _ in ann.coded()] == ["C11"]
    ann.press("Alt+S")
    assert "Alt+O opposes" in ann.window.page.hint.sentence
    ann.press("Alt+O")
    assert ann.codings()[0].stance == "opposes"
    ann.press("Alt+E")
    assert ", Alt+[ start out" in ann.window.page.hint.sentence


def test_sentences_name_the_key_that_is_set(ann: Analyst, keys: KeysWindow) -> None:
    keys.choose("find_code")
    keys.take_key(QKeySequence("Ctrl+G"))
    keys.choose("step_out")
    keys.take_key(QKeySequence("Ctrl+U"))
    back(ann, keys)
    ann.press("J", "1", "E")
    assert ann.window.page.hint.sentence.startswith("Ends of C11 Mixed model: Ctrl+G keeps, Ctrl+U leaves")
    ann.press("Ctrl+U")
    assert ann.window.page.view.ends_mode is None
    assert "Ctrl+G keeps it" in ann.window.actions_.by_id["change_ends"].toolTip()


def test_a_list_has_keys_of_its_own_that_clash_only_there(ann: Analyst, keys: KeysWindow) -> None:
    keys.choose("delete_code")
    keys.take_key(QKeySequence("Ctrl+Up"))
    assert "is the key of “Move code up”" in keys.said.text()
    keys.take_key(QKeySequence("Q"))
    assert "the row that begins with it" in keys.said.text()
    keys.take_key(QKeySequence("Ctrl+Del"))
    assert "has the key" in keys.said.text()
    keys.choose("remove_coding")
    keys.take_key(QKeySequence("Ctrl+Up"))
    assert "has the key" in keys.said.text(), "in the text Ctrl+Up means nothing else"
    keys.choose("open_row")
    keys.take_key(QKeySequence("Ctrl+Return"))
    back(ann, keys)
    ann.window.page.articles.view.setFocus()
    before = ann.workspace.desk.article
    ann.press("Down", "Return")
    assert ann.workspace.desk.article == before
    ann.press("Ctrl+Return")
    assert ann.workspace.desk.article != before


def test_what_is_done_in_a_list_stands_in_the_help_and_in_the_finder_of_actions(ann: Analyst) -> None:
    ann.press("F1")
    sheet = ann.window.findChild(ShortcutHelp)
    assert sheet is not None
    rows = {row.text: row for row in sheet.shown_rows()}
    assert (rows["Open this article"].group, rows["Open this article"].shortcut) == ("Lists", "Return; Enter; Space")
    assert rows["Move code up"].help.startswith("In the tree of codes:")
    sheet.close()
    found = {row.id: row for row in action_rows(ann.window.actions_.by_id)}
    assert found["tick_hit"].why == "it is done there, by its key"
    assert found["delete_code"].keys == ("Del",)
