"""Keys are changed to suit the hand: one by one, refused where they clash, or as a whole set; they stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journeys.analyst import SENTENCE
from PySide6.QtGui import QKeySequence

from annotator.preferences import load_preferences
from annotator.ui.main_window import MainWindow
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
