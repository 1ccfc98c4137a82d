"""In smaller windows the panels give way one after the other, the text last, and what is folded comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from journeys.analyst import Analyst


@pytest.mark.parametrize(("width", "name"), [(1440, 160), (1280, 110)])
def test_names_in_the_margin_keep_room(ann: Analyst, width: int, name: int) -> None:
    ann.window.resize(width, 800)
    ann.press("J", "J", "1", "2")
    margin = ann.window.page.view.margin
    ann.qtbot.waitUntil(lambda: ann.window.width() == width)
    ann.qtbot.waitUntil(lambda: all(margin.name_rect(row).width() >= name for row in margin.plan().rows))
    assert len(margin.plan().rows) == 2


def test_panels_give_way_and_come_back_with_the_width(ann: Analyst) -> None:
    page = ann.window.page
    seen = []
    for width in (1440, 1024, 880, 1024, 1440):
        ann.window.resize(width, 700)
        ann.qtbot.waitUntil(lambda width=width: ann.window.width() == width)
        seen.append((page.articles.head.isVisible(), page.codes.isVisible()))
    assert seen == [(True, True), (False, True), (False, False), (False, True), (True, True)]
    assert page.view.hasFocus()


def test_the_memo_key_unfolds_the_panel_that_holds_the_memo(ann: Analyst) -> None:
    ann.window.resize(880, 600)
    ann.qtbot.waitUntil(lambda: not ann.window.page.codes.isVisible())
    ann.press("J", "J", "1", "M")
    ann.type("seen")
    ann.press("Esc")
    assert [coding.memo for coding in ann.codings()] == ["seen"]


def test_folding_the_panel_that_has_the_focus_gives_it_to_the_text(ann: Analyst) -> None:
    ann.press("J", "J", "1", "M")
    ann.type("kept")
    ann.press("Ctrl+Shift+R")
    assert ann.window.page.view.hasFocus()
    assert [coding.memo for coding in ann.codings()] == ["kept"]
    ann.press("2")
    assert len(ann.codings()) == 2
