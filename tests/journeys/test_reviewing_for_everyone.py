"""The Review page and each of its windows are used unseen and without a mouse, and say what each key has done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journeys.test_every_window_for_everyone import assert_for_everyone, faint_texts, name_of, opened
from journeys.test_first_comparison import current, desk_of, page_of, reviewer
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication

from annotator.ui.theme import theme
from annotator.ui.tokens import PALETTES

if TYPE_CHECKING:
    from journeys.analyst import Analyst

__all__ = ["reviewer"]

WINDOWS = (
    "adopt_matches", "settle_boundaries", "answer_coder", "draw_sample", "show_rounds", "show_coverage",
    "show_reviewed", "show_review_counts",
)  # fmt: skip


@pytest.fixture
def settled(reviewer: Analyst) -> Analyst:
    """Return the reviewer at a decided difference, after a few decisions."""
    for _ in range(4):
        reviewer.press("A" if current(reviewer).place.a else "B")
    desk = desk_of(reviewer)
    assert desk.list is not None
    desk.go_to(next(one.key for one in desk.list.ordered() if one.state == "decided"))
    return reviewer


def test_the_page_has_names_a_round_of_tab_and_a_visible_focus(settled: Analyst) -> None:
    assert_for_everyone(settled, settled.window)


@pytest.mark.parametrize("action", WINDOWS)
def test_each_window_has_names_a_round_of_tab_and_a_visible_focus(settled: Analyst, action: str) -> None:
    window = opened(settled, action)
    assert window is not settled.window
    assert name_of(window), "a window says what it is"
    assert_for_everyone(settled, window)
    assert silent_rows(window) == []
    window.close()


@pytest.mark.parametrize("choice", PALETTES)
def test_every_text_of_the_page_and_its_windows_is_readable(settled: Analyst, choice: str) -> None:
    theme().choose(choice)  # type: ignore[arg-type]
    faint = [f"page: {one}" for one in faint_texts(settled.window)]
    for action in WINDOWS:
        window = opened(settled, action)
        faint += [f"{action}: {one}" for one in faint_texts(window)]
        window.close()
    assert faint == []


def test_every_row_of_list_and_table_is_named(settled: Analyst) -> None:
    assert silent_rows(settled.window) == []


def silent_rows(window: object) -> list[str]:
    """Return the visible lists of a window in which a row says nothing."""
    silent = []
    for view in window.findChildren(QAbstractItemView):  # type: ignore[attr-defined]
        model = view.model()
        if not view.isVisible() or model is None:
            continue
        spoken = [model.index(row, 0) for row in range(min(30, model.rowCount()))]
        if not all(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data() for index in spoken):
            silent.append(view.accessibleName() or type(view).__name__)
    return silent


def test_each_key_says_what_it_did(reviewer: Analyst, heard: list[str]) -> None:
    page, first = page_of(reviewer), current(reviewer)
    reviewer.press("N")
    assert any("difference 2 of" in one.lower() for one in heard), heard
    heard.clear()
    reviewer.press("Shift+N", "A" if first.place.a else "B")
    assert any("open" in one for one in heard), heard
    assert any("difference 2 of" in one.lower() for one in heard), "the next one is told too"
    heard.clear()
    reviewer.press("X")
    assert any("neither" in one for one in heard), heard
    heard.clear()
    reviewer.press("Ctrl+Z")
    assert any("Undone" in one for one in heard), heard
    reviewer.press("M")
    assert QApplication.focusWidget() is page.dock.reason.field
    assert name_of(page.dock.reason.field) == "Reason for the decision"
    reviewer.press("Esc")
    for key, sentence in (("D", ": to discuss"), ("D", ": no longer to discuss")):
        heard.clear()
        reviewer.press(key)
        assert any(one.endswith(sentence) for one in heard), (key, heard)
    reviewer.press("X", "Shift+N")
    for key, sentence in (("T", ": decided by both"), ("T", ": no longer decided by both"), ("0", ": open again")):
        heard.clear()
        reviewer.press(key)
        assert any(one.endswith(sentence) for one in heard), (key, heard)
