"""An analyst writes memos; each is kept, letter by letter, with the coding it was typed for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.ui.theme import theme

from .conftest import coding

if TYPE_CHECKING:
    from annotator.ui.scheme.scheme_panel import SchemePanel


@pytest.fixture
def written(panel: SchemePanel) -> list[tuple[str, str]]:
    """Return the list that fills with coding and text of each memo sent off."""
    told: list[tuple[str, str]] = []
    panel.memo_written.connect(lambda coding_id, text: told.append((coding_id, text)))
    return told


def type_into(panel: SchemePanel, text: str) -> None:
    panel.write_memo()
    panel.memo.editor.insertPlainText(text)


@pytest.mark.parametrize(
    "text", ["10\u00a0per cent", "a 👩‍⚕️ speaks", "two\n\nparagraphs", "tab\there", "Zoë, e\u0301", "\u202b عرب"]
)
def test_every_letter_survives(panel: SchemePanel, written: list[tuple[str, str]], text: str) -> None:
    panel.show_coding(coding("one"), "Ann")
    type_into(panel, text)
    panel.flush_memo()
    assert written == [("one", text)]
    panel.show_coding(coding("two", text), "Ann")
    panel.flush_memo()
    assert written == [("one", text)]


def test_a_line_break_inside_a_paragraph_is_a_line_end(panel: SchemePanel, written: list[tuple[str, str]]) -> None:
    panel.show_coding(coding("one"), "Ann")
    type_into(panel, "a")
    QTest.keyClick(panel.memo.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_into(panel, "b")
    panel.flush_memo()
    assert written == [("one", "a\nb")]


def test_the_text_goes_to_the_coding_it_was_typed_for(panel: SchemePanel, written: list[tuple[str, str]]) -> None:
    panel.show_coding(coding("one"), "Ann")
    type_into(panel, "for the first")
    panel.show_coding(coding("two", "there before"), "Ann")
    panel.show_coding(None)
    assert written == [("one", "for the first")]


def test_what_did_not_change_is_not_sent(panel: SchemePanel, written: list[tuple[str, str]]) -> None:
    panel.show_coding(coding("one", "kept"), "Ann")
    panel.write_memo()
    panel.flush_memo()
    panel.show_coding(None)
    panel.flush_memo()
    assert written == []


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier),
    ],
)
def test_leaving_by_key_keeps_the_memo(
    panel: SchemePanel, written: list[tuple[str, str]], qtbot: Any, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    panel.show_coding(coding("one"), "Ann")
    type_into(panel, "kept")
    with qtbot.waitSignal(panel.memo_finished):
        QTest.keyClick(panel.memo.editor, key, modifier)
    assert written == [("one", "kept")]


def test_leaving_by_the_focus_keeps_the_memo(panel: SchemePanel, written: list[tuple[str, str]]) -> None:
    panel.activateWindow()
    panel.show_coding(coding("one"), "Ann")
    type_into(panel, "kept")
    panel.tree.setFocus()
    assert written == [("one", "kept")]


def test_typing_goes_on_when_the_coding_changes_otherwise(panel: SchemePanel, written: list[tuple[str, str]]) -> None:
    panel.show_coding(coding("one", "old"), "Ann")
    type_into(panel, " and new")
    panel.show_coding(coding("one", "old", unsure=True), "Ann")
    panel.flush_memo()
    assert written == [("one", "old and new")]


def test_a_change_from_elsewhere_does_not_eat_what_is_being_typed(
    panel: SchemePanel, written: list[tuple[str, str]]
) -> None:
    panel.show_coding(coding("one", "old"), "Ann")
    type_into(panel, " and new")
    panel.show_coding(coding("one", "changed in a second window"), "Ann")
    panel.flush_memo()
    assert written == [("one", "old and new")]


def test_an_undone_memo_is_shown_as_it_was(panel: SchemePanel, written: list[tuple[str, str]]) -> None:
    panel.show_coding(coding("one", "old"), "Ann")
    type_into(panel, " and new")
    panel.flush_memo()
    panel.show_coding(coding("one", "old and new"), "Ann")
    panel.show_coding(coding("one", "old"), "Ann")
    panel.flush_memo()
    assert panel.memo.editor.typed_text() == "old"
    assert written == [("one", "old and new")]


def test_a_colleagues_memo_is_read_not_written(panel: SchemePanel, written: list[tuple[str, str]]) -> None:
    panel.show_coding(coding("one", "Ben's"), "Ben", editable=False)
    panel.write_memo()
    QTest.keyClicks(panel.memo.editor, "mine")
    panel.flush_memo()
    assert written == []
    assert panel.memo.editor.typed_text() == "Ben's"


def test_a_new_theme_leaves_half_typed_words(panel: SchemePanel, written: list[tuple[str, str]]) -> None:
    panel.show_coding(coding("one"), "Ann")
    type_into(panel, "half\u00a0typed")
    theme().choose("dark")
    panel.flush_memo()
    assert written == [("one", "half\u00a0typed")]


def test_the_memo_has_a_third_of_the_panel_while_it_is_written(panel: SchemePanel) -> None:
    panel.activateWindow()
    panel.show_coding(coding("one"), "Ann")
    before = panel.memo.height()
    panel.write_memo()
    QApplication.processEvents()
    assert panel.memo.height() == panel.height() // 3
    panel.tree.setFocus()
    QApplication.processEvents()
    assert panel.memo.height() == before


def test_what_nobody_typed_is_never_sent(panel: SchemePanel, written: list[tuple[str, str]]) -> None:
    panel.show_coding(coding("one", "kept"), "Ann")
    panel.memo.editor.write()
    panel.flush_memo()
    panel.show_coding(None)
    assert written == []
