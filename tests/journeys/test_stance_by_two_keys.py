"""A stance takes two keys; what the second one may be is shown, and every other key means what it always means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journeys.analyst import SENTENCE
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from journeys.analyst import Analyst


@pytest.fixture
def coded(ann: Analyst) -> Analyst:
    """Return Ann with the first sentence coded C11."""
    ann.press("J", "J", "1")
    return ann


@pytest.mark.parametrize(("key", "stance"), [("S", "supports"), ("O", "opposes"), ("M", "mixed")])
def test_two_keys_give_a_stance_and_undo_takes_it_back(coded: Analyst, key: str, stance: str) -> None:
    coded.press("S")
    assert "O opposes" in coded.window.page.hint.sentence
    assert coded.window.page.hint.isVisible()
    coded.press(key)
    assert coded.codings()[0].stance == stance
    assert coded.echo() == f"C11 Mixed model: {stance}"
    assert not coded.window.page.hint.isVisible()
    assert coded.window.page.view.hasFocus(), "M was no memo"
    coded.press("Ctrl+Z")
    assert coded.codings()[0].stance == ""


def test_n_takes_the_stance_off(coded: Analyst) -> None:
    coded.press("S", "S", "S", "N")
    assert coded.codings()[0].stance == ""
    assert coded.echo() == "C11 Mixed model: no stance"


def test_escape_and_any_other_key_end_the_waiting(coded: Analyst) -> None:
    coded.press("S", "Esc")
    assert coded.workspace.current.coding is not None, "Esc went one step"
    coded.press("S", "J", "2")
    assert coded.coded()[1] == ("C4", "Each keeps its own accounts for a year.")
    coded.press("M")
    assert not coded.window.page.view.hasFocus(), "M is the memo again"
    assert all(coding.stance == "" for coding in coded.codings())


def test_a_held_s_gives_no_stance_and_the_waiting_ends_by_itself(coded: Analyst) -> None:
    view, chord = coded.window.page.view, coded.workspace.hands.stances.chord
    coded.press("S")
    for _ in range(15):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier, "s", True)
        QApplication.sendEvent(view, held)
    assert chord.is_open
    assert coded.codings()[0].stance == ""
    chord.waiting.setInterval(1)
    coded.qtbot.waitUntil(lambda: not chord.is_open)
    assert not coded.window.page.hint.isVisible()


def test_another_coding_or_another_place_ends_the_waiting(coded: Analyst) -> None:
    coded.press("J", "2", "S", "F6")
    assert not coded.window.page.hint.isVisible()
    coded.window.page.view.setFocus()
    coded.press("S")
    start = coded.window.page.view.text.index(SENTENCE)
    coded.click(coded.window.page.view.viewport(), coded.window.page.view.passage_rect(start, start + 9).center())
    assert not coded.window.page.hint.isVisible()
    assert coded.workspace.current.coding == coded.codings()[0]
