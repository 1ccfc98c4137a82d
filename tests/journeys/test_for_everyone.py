"""Everything in the window can be reached with the keyboard and has a name for those who do not see it."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from annotator.model.passages import paragraphs

if TYPE_CHECKING:
    from journeys.analyst import Analyst


def _reachable(window: QWidget) -> list[QWidget]:
    """List what takes the focus by Tab, parts of a control left out."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (text() if callable(text) else "")


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (880, 600)])
def test_every_control_has_a_name(ann: Analyst, size: tuple[int, int]) -> None:
    ann.window.resize(*size)
    ann.press("J", "J", "1", "H")
    nameless = [type(widget).__name__ for widget in _reachable(ann.window) if not _name(widget)]
    assert nameless == []


def test_every_control_of_the_start_page_has_a_name(analyst: Analyst) -> None:
    assert [widget for widget in _reachable(analyst.window) if not _name(widget)] == []


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)])
def test_tab_goes_round_all_controls_and_comes_back(ann: Analyst, size: tuple[int, int]) -> None:
    ann.window.resize(*size)
    QApplication.processEvents()
    met: list[QWidget] = []
    for _ in range(80):
        ann.press("Tab")
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in met:
            break
        met.append(focused)
    missed = [
        f"{type(widget).__name__} {_name(widget)}"
        for widget in _reachable(ann.window)
        if widget not in met and not isinstance(widget.parent(), QAbstractScrollArea)
    ]
    assert missed == []


def test_f6_goes_round_the_panes(ann: Analyst) -> None:
    page = ann.window.page
    panes = [page.codes.tree, page.codes.memo.editor, page.articles.view, page.view]
    for pane in panes:
        ann.press("F6")
        assert pane.hasFocus()
    for pane in reversed(panes[:-1]):
        ann.press("Shift+F6")
        assert pane.hasFocus()


def said(ann: Analyst, heard: list[str], *keys: str) -> list[str]:
    """Press keys and return what is spoken then."""
    heard.clear()
    ann.press(*keys)
    QApplication.processEvents()
    return [re.sub("[12] of 2", "n of 2", sentence) for sentence in heard]  # of one passage the older is not first


def test_each_act_on_the_text_is_spoken_once(ann: Analyst, heard: list[str]) -> None:
    sentence = "The two boards will buy care together from April."
    rank = "Commissioning model, C4 Council or HWB leads, by Ann, n of 2"
    for key, spoken in (
        ("J", "Boards may share one budget"), ("J", sentence), ("1", "C11 Mixed model"),
        ("2", "C4 Council or HWB leads"), ("O", "Commissioning model, C11 Mixed model, by Ann, n of 2"), ("O", rank),
        ("J", "Each keeps its own accounts for a year."), ("K", f"{sentence} {rank}"),
        ("D", "C4 Council or HWB leads: unsure, to discuss"),
        ("Shift+N", f"Commissioning model, C11 Mixed model, by Ann, n of 2 {sentence}"),
        ("Delete", "Removed C11 Mixed model"), ("Ctrl+Z", "Undone: Remove coding: C11 Mixed model"),
        ("Ctrl+Y", "Done again: Remove coding: C11 Mixed model"), ("Ctrl++", "13 points"),
    ):  # fmt: skip
        assert said(ann, heard, key) == [spoken], key


def test_the_caret_says_which_coding_it_came_into(ann: Analyst, heard: list[str]) -> None:
    ann.press("J", "J", "1", "J", "J", "Esc", "Esc")
    assert said(ann, heard, "Up") == ["Commissioning model, C11 Mixed model, by Ann, 1 of 1"]
    assert said(ann, heard, "Right", "Right") == []


def test_a_hit_is_spoken_with_its_sentence(ann: Analyst, heard: list[str]) -> None:
    ann.press("Ctrl+F")
    ann.type("together")
    assert heard[-1] == "1 of 1: The two boards will buy care together from April."


def test_leaving_a_finder_goes_straight_back_to_the_text(ann: Analyst) -> None:
    ann.press("J", "J")
    met: list[QWidget | None] = []
    for opening in ("Return", "Ctrl+F", "Ctrl+Shift+P", "Q"):
        ann.press(opening)
        QApplication.instance().focusChanged.connect(lambda _old, new: met.append(new))
        ann.press("Esc")
        QApplication.instance().focusChanged.disconnect()
        assert ann.window.page.view.hasFocus()
    assert {widget for widget in met if widget is not None} == {ann.window.page.view}


def test_the_article_is_read_through_its_text_interface(ann: Analyst) -> None:
    ann.press("J", "J")
    interface = QAccessible.queryAccessibleInterface(ann.window.page.view)
    assert interface.text(QAccessible.Text.Name) == "Boards may share one budget"
    text = interface.textInterface()
    words = ann.workspace.desk.text
    assert text.characterCount() == len(words)
    assert text.text(0, len(words)) == words
    assert text.cursorPosition() == ann.window.page.view.caret()
    assert interface.state().readOnly


def test_panels_that_are_written_anew_move_no_caret_about(ann: Analyst) -> None:
    moved: list[int] = []
    definition = ann.window.page.codes.definition.text
    definition.textChanged.connect(lambda: moved.append(definition.document().characterCount()))
    ann.press("J", "J", "1")
    assert len(set(moved)) <= 2, "it is emptied and filled, each at once"


def test_nothing_leaks_when_the_window_is_painted_again_and_again(ann: Analyst) -> None:
    widgets = [ann.window, *ann.window.findChildren(QWidget)]
    for widget in widgets:
        widget.update()
    before = sys.getrefcount(None)
    for _ in range(500):
        ann.window.page.view.viewport().update()
        ann.window.page.view.margin.update()
        ann.window.status_line.update()
        ann.window.page.codes.tree.viewport().update()
    assert sys.getrefcount(None) - before < 100


def test_the_status_line_says_where_one_is(ann: Analyst) -> None:
    ann.press("J", "J", "1", "2")
    line = ann.window.status_line
    assert line.coding.label.text() == "Commissioning model › C4 Council or HWB leads, by Ann, 2 of 2 here" or (
        line.coding.label.text() == "Commissioning model › C4 Council or HWB leads, by Ann, 1 of 2 here"
    )
    assert line.place.label.text() == f"Paragraph 2 of {len(paragraphs(ann.workspace.desk.text))}"
    assert line.coder.label.text() == "Ann"
    assert line.counts.label.text() == "2 codings"


def test_codings_of_one_passage_are_counted_in_the_order_they_were_made(ann: Analyst) -> None:
    ann.press("J", "J", "1", "2", "3", "4", "5")
    view = ann.window.page.view
    there = view.marks_at(view.caret())
    made = [ann.workspace.desk.codings[coding].created for coding in there]
    assert len(made) == 5
    assert made == sorted(made)


def test_what_is_set_aside_is_said_once(ann: Analyst, heard: list[str]) -> None:
    ann.press("J", "J")
    heard.clear()

    ann.press("Z")

    assert len([said for said in heard if "Set aside" in said]) == 1, heard
