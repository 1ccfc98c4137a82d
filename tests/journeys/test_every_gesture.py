"""The keys of the table of hands, one after the other, in the real window: what moves, what stays, what is told."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from journeys.analyst import SENTENCE
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from annotator.preferences import load_preferences

if TYPE_CHECKING:
    from journeys.analyst import Analyst

NEXT = "Each keeps its own accounts for a year."


def _words(ann: Analyst) -> str:
    passage = ann.window.page.view.passage()
    return ann.window.page.view.text[slice(*passage)] if passage else ""


def test_space_pages_down_and_the_caret_comes_along(reader: Analyst) -> None:
    view = reader.window.page.view
    reader.press("J", "J")
    first, scrolled = view.caret(), view.verticalScrollBar().value()
    reader.press("Space")
    assert view.caret() > first
    assert view.verticalScrollBar().value() > scrolled
    assert view.is_shown(view.caret(), view.caret() + 1)
    lower = view.caret()
    reader.press("Shift+Space")
    assert view.caret() < lower
    assert view.passage() is None


def test_sentences_are_walked_extended_and_taken_back(ann: Analyst) -> None:
    view = ann.window.page.view
    ann.press("J", "J", "J")
    assert view.text[slice(*(view.sentence() or (0, 0)))] == NEXT
    ann.press("K", "Shift+J", "Shift+J")
    assert _words(ann) == f"{SENTENCE} {NEXT}"
    ann.press("Shift+K")
    assert _words(ann) == SENTENCE


def test_widening_goes_from_the_word_to_the_paragraph_and_back(ann: Analyst) -> None:
    view = ann.window.page.view
    view.place_caret(view.text.index("argued"))
    seen = []
    for _ in range(8):
        ann.press("W")
        if not seen or _words(ann) != seen[-1]:
            seen.append(_words(ann))
    assert seen[0] == "argued"
    assert any(words.startswith("“We have argued") for words in seen)
    assert (
        seen[-1]
        == "“We have argued about this for long enough,” the chair of one board said. “Patients see one service.”"
    )
    assert all(len(shorter) < len(longer) for shorter, longer in pairwise(seen))
    for words in reversed(seen[:-1]):
        ann.press("Shift+W")
        assert _words(ann) == words
    ann.press("P")
    assert _words(ann) == seen[-1]


@pytest.mark.parametrize(("on", "back"), [("Ctrl+J", "Ctrl+K"), ("Ctrl+PgDown", "Ctrl+PgUp")])
def test_articles_are_stepped_through_and_alt_left_goes_where_one_was(ann: Analyst, on: str, back: str) -> None:
    def here() -> str:
        assert ann.workspace.desk.article is not None
        return ann.workspace.desk.article.title

    first = here()
    ann.press(on)
    second = here()
    assert second != first
    ann.press(back)
    assert here() == first
    ann.press("Alt+Left")
    assert here() == second
    ann.press("Alt+Right")
    assert here() == first


def test_the_last_code_is_given_again_by_two_keys(ann: Analyst) -> None:
    ann.press("J", "J", "1", "J", "R", "J", ".")
    assert [label for label, _ in ann.coded()] == ["C11"] * 3


@pytest.mark.parametrize("key", ["Del", "Backspace", "X"])
def test_a_coding_is_removed_and_comes_back_at_its_place(ann: Analyst, key: str) -> None:
    ann.press("J", "J", "1", key)
    assert ann.codings() == []
    ann.press("Ctrl+End", "Ctrl+Z")
    view = ann.window.page.view
    assert [quote for _, quote in ann.coded()] == [SENTENCE]
    assert view.caret() == view.text.index(SENTENCE)


def test_saving_pages_and_the_size_of_the_text_have_their_keys(ann: Analyst) -> None:
    ann.press("Ctrl+S")
    assert ann.notice().startswith("All saved, ")
    ann.press("Ctrl+3")
    assert ann.notice().startswith("Extracts is not there yet.")
    assert ann.window.pages.currentWidget() is ann.window.page
    ann.press("Ctrl+2")
    assert ann.window.pages.name == "review"
    assert ann.window.reviewing.page.text.hasFocus()
    ann.press("Ctrl+1")
    assert ann.window.pages.name == "code"
    assert ann.window.page.view.hasFocus()
    for key, points in (("Ctrl++", 13), ("Ctrl+-", 12), ("Ctrl+-", 11), ("Ctrl+0", 12)):
        ann.press(key)
        assert load_preferences().reading_points == points


def test_escape_takes_one_step_each(ann: Analyst) -> None:
    view, coding = ann.window.page.view, ann.workspace.coding
    ann.press("J", "J", "1", "Return")
    assert ann.window.page.finder.isVisible()
    ann.press("Esc")
    assert not ann.window.page.finder.isVisible()
    ann.press("H", "E")
    assert coding.highlighting
    ann.press("Esc")
    assert (view.ends_mode, coding.highlighting) == (None, True)
    ann.press("Esc")
    assert not coding.highlighting
    ann.press("Shift+J", "Esc")
    assert view.passage() is None
    assert ann.workspace.current.coding is not None
    ann.press("Esc")
    assert ann.workspace.current.coding is None


def test_tab_leaves_the_article_and_no_input_method_is_on_it(ann: Analyst) -> None:
    view = ann.window.page.view
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not view.viewport().testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    ann.press("Tab")
    assert not view.hasFocus()
    assert view.text == ann.workspace.desk.text


def test_a_held_key_writes_once(ann: Analyst) -> None:
    ann.press("J", "J")
    steps = len(ann.project.history())
    for key, letter in ((Qt.Key.Key_1, "1"), (Qt.Key.Key_D, "d"), (Qt.Key.Key_V, "v")):
        for _ in range(15):
            for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
                none = Qt.KeyboardModifier.NoModifier
                QApplication.sendEvent(ann.window.page.view, QKeyEvent(kind, key, none, letter, True))
    assert len(ann.project.history()) == steps
    assert all(not ann.window.actions_.by_id[name].autoRepeat() for name in ("toggle_unsure", "remove_coding"))


def test_panes_and_pages_of_keys_are_reached(ann: Analyst) -> None:
    seen = []
    for _ in range(4):
        ann.press("F6")
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.objectName() or focused.accessibleName())
    assert len(set(seen)) == 4
    ann.press("Shift+F6")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert (focused.objectName() or focused.accessibleName()) == seen[2]
