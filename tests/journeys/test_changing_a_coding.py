"""A coding is changed: its ends by keys and by hand, its code; split, joined. Each is one step, undone at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journeys.analyst import SENTENCE
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from journeys.analyst import Analyst

NEXT = "Each keeps its own accounts for a year."
TWO = f"{SENTENCE} {NEXT}"


@pytest.fixture
def coded(ann: Analyst) -> Analyst:
    """Return Ann with the first sentence coded C11."""
    ann.press("J", "J", "1")
    return ann


def _quotes(analyst: Analyst) -> list[str]:
    return [quote for _, quote in analyst.coded()]


def _steps(analyst: Analyst) -> int:
    return len(analyst.project.history())


@pytest.mark.parametrize("keep", ["E", "Return"])
def test_ends_mode_takes_any_selection_key_and_writes_once_when_kept(coded: Analyst, keep: str) -> None:
    steps = _steps(coded)
    coded.press("E", "Shift+J", "Shift+Left", "Shift+Right")
    assert _steps(coded) == steps, "nothing is written before it is kept"
    assert coded.window.page.hint.isVisible()
    assert "Ends of C11 Mixed model" in coded.window.page.hint.sentence
    coded.press(keep)
    assert _quotes(coded) == [TWO]
    assert _steps(coded) == steps + 1
    assert coded.echo() == "Ends moved: C11 Mixed model"
    assert not coded.window.page.hint.isVisible()
    assert not coded.window.page.finder.isVisible(), "Enter kept the ends, it did not open the finder"
    coded.press("Ctrl+Z")
    assert _quotes(coded) == [SENTENCE]
    assert coded.workspace.current.coding == coded.codings()[0], "undo is at the coding"


def test_escape_leaves_the_ends_as_they_were_and_goes_no_further(coded: Analyst) -> None:
    coded.press("E", "Shift+J", "Esc")
    assert _quotes(coded) == [SENTENCE]
    assert not coded.window.page.hint.isVisible()
    assert coded.workspace.current.coding is not None


def test_brackets_move_the_ends_word_by_word(coded: Analyst) -> None:
    coded.press("Shift+[", "Shift+[", "Shift+]")
    assert _quotes(coded) == ["boards will buy care together from April"]
    coded.press("Shift+]", "[")
    assert _quotes(coded) == ["two boards will buy care together from"]
    coded.press("]", "]", "]")
    assert _quotes(coded) == [f"two {SENTENCE.removeprefix('The two ')} Each"]
    coded.press(*["Ctrl+Z"] * 8)
    assert _quotes(coded) == [SENTENCE]


def test_brackets_change_only_the_selection_in_ends_mode(coded: Analyst) -> None:
    steps = _steps(coded)
    coded.press("E", "Shift+[", "Shift+[")
    assert coded.window.page.view.ends_mode is not None
    assert _steps(coded) == steps
    coded.press("E")
    assert _quotes(coded) == ["boards will buy care together from April."]
    assert _steps(coded) == steps + 1


def _handle(analyst: Analyst, position: int, outward: int) -> QPoint:
    view = analyst.window.page.view
    cursor = view.textCursor()
    cursor.setPosition(view.positions.to_qt(position))
    rect = view.cursorRect(cursor)
    return QPoint(rect.left() + outward, rect.center().y())


def test_a_handle_is_dragged_to_another_word(coded: Analyst) -> None:
    view, coding = coded.window.page.view, coded.codings()[0]
    steps = _steps(coded)
    held, target = _handle(coded, coding.end, 1), _handle(coded, view.text.index("care") + 4, 1)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=held)
    assert view.is_dragging_end
    QTest.mouseMove(view.viewport(), (held + target) / 2)
    QTest.mouseMove(view.viewport(), target)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert _quotes(coded) == ["The two boards will buy care"]
    assert _steps(coded) == steps + 1
    coded.press("Ctrl+Z")
    assert _quotes(coded) == [SENTENCE]


def test_c_gives_the_coding_another_code_and_all_else_stays(coded: Analyst) -> None:
    coded.press("M")
    coded.type("as before")
    coded.press("Ctrl+Return", "D", "C")
    assert "Instead of C11 Mixed model" in coded.window.page.hint.sentence
    coded.type("delegation")
    coded.press("Return")
    assert coded.coded() == [("G3", SENTENCE)]
    coding = coded.codings()[0]
    assert (coding.memo, coding.unsure) == ("as before", True)
    assert coded.echo().startswith("C11 Mixed model → G3")
    assert not coded.window.page.hint.isVisible()
    assert coded.window.page.view.hasFocus()
    coded.press("Ctrl+Z")
    assert coded.coded() == [("C11", SENTENCE)]


def test_escape_in_the_finder_leaves_the_code_and_enter_codes_again_afterwards(coded: Analyst) -> None:
    coded.press("C")
    assert coded.window.page.finder.foot.words == ("change the code",)
    coded.press("Esc")
    assert not coded.window.page.hint.isVisible()
    coded.press("Return")
    assert coded.window.page.finder.foot.words == ("code the passage", "and stay for another")
    coded.type("delegation")
    coded.press("Return")
    assert sorted(coded.coded()) == [("C11", SENTENCE), ("G3", SENTENCE)]


def test_a_new_code_instead_of_the_old_one_is_one_step(coded: Analyst) -> None:
    steps = _steps(coded)
    coded.press("C")
    coded.type("nobody thought of this")
    coded.press("End", "Down", "Return")
    assert coded.coded() == [("nobody thought of this", SENTENCE)]
    assert _steps(coded) == steps + 1


def test_a_coding_is_split_at_the_caret_and_joined_again(coded: Analyst) -> None:
    view = coded.window.page.view
    view.place_caret(view.text.index("care together"))
    coded.press("Ctrl+Shift+D")
    assert _quotes(coded) == ["The two boards will buy", "care together from April."]
    coded.press("Ctrl+Z")
    assert _quotes(coded) == [SENTENCE]
    coded.press("Ctrl+Y", "Ctrl+Shift+J")
    assert _quotes(coded) == [SENTENCE]
    assert coded.echo() == "Joined: C11 Mixed model"
    coded.press("Ctrl+Z")
    assert len(_quotes(coded)) == 2


def test_what_cannot_be_split_or_joined_says_why(coded: Analyst) -> None:
    view = coded.window.page.view
    view.place_caret(view.text.index("Patients"))
    coded.press("Ctrl+Shift+D")
    assert "caret is not inside the coding" in coded.notice()
    coded.press("Ctrl+Shift+J")
    assert "No other coding of C11 Mixed model touches this one" in coded.notice()
    assert _quotes(coded) == [SENTENCE]


def test_a_passage_that_has_the_code_is_refused_and_the_first_one_is_shown(coded: Analyst) -> None:
    first = coded.codings()[0]
    coded.press("Shift+J", "Shift+J", "1")
    assert _quotes(coded) == [SENTENCE, TWO]
    coded.press("E", "Shift+K", "E")
    assert _quotes(coded) == [SENTENCE, TWO]
    assert "already, so the ends stay" in coded.notice()
    assert "It is in paragraph 2, and current now." in coded.notice()
    assert coded.workspace.selection.coding == first.id
    coded.press("2", "C")
    coded.type("c11")
    coded.press("Return")
    assert sorted(coded.coded()) == [("C11", SENTENCE), ("C11", TWO), ("C4", SENTENCE)]
    assert "already, so the coding stays" in coded.notice()
    assert coded.workspace.selection.coding == first.id
