"""Keys code only in the article: not in the tree, the finder, the memo or a field; held and unlisted ones never."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journeys.analyst import SENTENCE
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from journeys.analyst import Analyst

EVERY_LETTER = "abcdefghijklmnopqrstuvwxyz1234567890.,-"


def test_nothing_typed_in_the_tree_codes(ann: Analyst) -> None:
    ann.press("J", "J")
    ann.window.page.codes.tree.setFocus()
    ann.type(EVERY_LETTER)
    assert ann.coded() == []


def test_nothing_typed_in_the_filter_of_the_articles_codes(ann: Analyst) -> None:
    ann.press("J", "J")
    ann.window.page.articles.field.setFocus()
    ann.type(EVERY_LETTER)
    assert ann.coded() == []
    assert ann.window.page.articles.field.text() == EVERY_LETTER


def test_what_is_typed_in_a_memo_is_only_the_memo(ann: Analyst) -> None:
    ann.press("J", "J", "1", "M")
    ann.type(EVERY_LETTER)
    ann.press("Ctrl+Return")
    assert ann.coded() == [("C11", SENTENCE)]
    assert ann.codings()[0].memo == EVERY_LETTER


def test_a_memo_is_kept_when_the_focus_goes_elsewhere(ann: Analyst) -> None:
    ann.press("J", "J", "1", "M")
    ann.type("half a thought")
    ann.click_article("Wards close for the summer")
    ann.click_article("Boards may share one budget")
    assert ann.codings()[0].memo == "half a thought"


def test_undo_in_a_memo_takes_back_only_typing(ann: Analyst) -> None:
    ann.press("J", "J", "1", "M")
    ann.type("abc")
    ann.press("Ctrl+Z")
    assert ann.coded() == [("C11", SENTENCE)]
    assert ann.window.page.codes.memo.editor.typed_text() != "abc"


def test_a_held_key_writes_once(ann: Analyst) -> None:
    ann.press("J", "J")
    seq = len(ann.project.history())
    ann.press("1")
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, 10, 0x31, 0, "1", autorep=True)
    for _ in range(15):
        QApplication.sendEvent(ann.window.page.view, held)
    assert len(ann.project.history()) == seq + 1
    assert not any(
        ann.window.actions_.by_id[name].autoRepeat() for name in ("code_with_key_1", "remove_coding", "repeat_code")
    )


def test_letters_that_are_not_listed_do_nothing(ann: Analyst) -> None:
    ann.press("J", "J", "1")
    steps, place = len(ann.project.history()), ann.window.page.view.caret()
    ann.type("abcefgilpqstuvwyz,;-")
    assert len(ann.project.history()) == steps
    assert ann.window.page.view.caret() == place
    assert ann.window.page.view.toPlainText().startswith("Boards may share one budget")


@pytest.mark.parametrize(("scan_code", "label"), [(10, "C11"), (11, "C4"), (12, "G3")])
def test_a_french_digit_codes_by_the_keys_place(ann: Analyst, scan_code: int, label: str) -> None:
    ann.press("J", "J")
    key, letter = {10: (Qt.Key.Key_Ampersand, "&"), 11: (Qt.Key.Key_Eacute, "é"), 12: (Qt.Key.Key_QuoteDbl, '"')}[
        scan_code
    ]
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, scan_code, 0, 0, letter)
    ann.window.page.view.setFocus()
    QApplication.sendEvent(ann.window.page.view, event)
    assert ann.coded() == [(label, SENTENCE)]


def test_clicking_a_bar_while_writing_a_memo_keeps_the_memo_and_goes_back_to_the_text(ann: Analyst) -> None:
    ann.press("J", "J", "1", "J", "2", "M")
    ann.type("second")
    margin = ann.window.page.view.margin
    first = margin.plan().bars[0]
    ann.click(margin, margin.bar_rect(first).center().toPoint())
    assert ann.window.page.view.hasFocus()
    assert ann.codings()[1].memo == "second"
    assert ann.workspace.selection.coding == ann.codings()[0].id
