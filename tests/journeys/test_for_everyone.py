"""Everything in the window can be reached with the keyboard and has a name for those who do not see it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
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


def test_the_coding_at_the_caret_is_described(ann: Analyst) -> None:
    ann.press("J", "J", "1", "2")
    assert ann.window.page.view.accessibleDescription().startswith("C4 Council or HWB leads, by Ann")


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
