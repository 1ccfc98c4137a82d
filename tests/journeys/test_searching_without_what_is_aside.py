"""Ann looks for words: what is set aside is left out, said, and found when she asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analyst import BOARDS, Analyst

if TYPE_CHECKING:
    from annotator.ui.finding.everywhere_window import EverywhereWindow

LINE = "The plan goes to a vote in March."


def _set_aside(ann: Analyst, words: str) -> None:
    ann.select(words)
    ann.press("Z")
    ann.window.page.view.clear_passage()


def test_in_the_article_it_is_left_out_until_it_is_asked_for(ann: Analyst) -> None:
    _set_aside(ann, LINE)
    ann.press("Ctrl+Home", "Ctrl+F")
    ann.type("plan")
    bar = ann.workspace.finding.here.bar
    assert bar.count.text() == "1 of 1"
    assert bar.aside.isVisible()
    assert bar.aside.text() == "Set aside too (1)"
    bar.aside.setChecked(True)
    assert bar.count.text().endswith("of 2")
    bar.aside.setChecked(False)
    ann.press("Esc")
    ann.press("Ctrl+Z")
    ann.press("Ctrl+F")
    assert bar.count.text().endswith("of 2")
    assert not bar.aside.isVisible()


def test_everywhere_too_and_code_all_passes_it_over(ann: Analyst) -> None:
    _set_aside(ann, LINE)
    ann.press("Ctrl+Shift+F")
    window = ann.workspace.finding.everywhere.window
    assert window is not None
    ann.qtbot.waitUntil(window.field.hasFocus)
    ann.type("plan")
    ann.press("Return")
    assert _found(window) == (1, "Set aside too (1)")
    window.aside.setChecked(True)
    assert _found(window) == (2, "Set aside too (1)")
    window.aside.setChecked(False)
    assert BOARDS[slice(*window.rows.chosen()[0].hits[0])] == "plan"
    assert window.rows.chosen()[0].hits[0][0] < BOARDS.index(LINE)
    ann.workspace.going.undo()
    assert _found(window)[0] == 2


def _found(window: EverywhereWindow) -> tuple[int, str]:
    return window.rows.rowCount(), window.aside.text()
