"""A right click, or Shift+F10, offers what can be done with what is there: text, selection, name in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analyst import SENTENCE
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

if TYPE_CHECKING:
    from journeys.analyst import Analyst
    from PySide6.QtCore import QPoint

COPY = ("copy_with_citation", "copy_link")


def _menu(analyst: Analyst) -> QMenu:
    menu = analyst.window.text_hands.menu.menu
    assert menu is not None
    return menu


def _offered(analyst: Analyst) -> list[str]:
    """Return the ids of what the menu offers, and close it."""
    menu = _menu(analyst)
    offered = [action.objectName() for action in menu.actions() if action.objectName()]
    menu.close()
    analyst.qtbot.waitUntil(lambda: analyst.window.text_hands.menu.menu is None)
    with analyst.qtbot.waitActive(analyst.window):
        analyst.window.activateWindow()  # the platform without a screen does not give that back by itself
    return offered


def _right_click(widget: QWidget, point: QPoint) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, widget.mapToGlobal(point))
    QApplication.sendEvent(widget, event)


def _over(analyst: Analyst, words: str) -> QPoint:
    view = analyst.window.page.view
    start = view.text.index(words)
    return view.passage_rect(start, start + len(words)).center()


def test_on_a_coding_it_is_about_that_coding(ann: Analyst) -> None:
    ann.press("J", "J", "1", "J", "2")
    _right_click(ann.window.page.view.viewport(), _over(ann, "buy care"))
    assert _menu(ann).actions()[0].text() == "C11 Mixed model"
    assert not _menu(ann).actions()[0].isEnabled()
    offered = _offered(ann)
    assert offered[:5] == ["change_code", "write_memo", "toggle_unsure", "change_ends", "split_coding"]
    assert "remove_coding" in offered
    assert "show_only_code" in offered
    assert "join_codings" not in offered, "nothing of this code touches it"
    assert "copy_passage" not in offered, "nothing is selected"
    ann.press("D")
    assert [coding.unsure for coding in ann.codings()] == [True, False]


def test_where_nothing_is_coded_it_is_about_the_sentence(ann: Analyst) -> None:
    ann.press("J", "J", "1")
    _right_click(ann.window.page.view.viewport(), _over(ann, "joint committee"))
    assert _offered(ann) == ["find_code", "repeat_code", "name_speaker", "flip_zone", *COPY]
    ann.press("R")
    assert ann.coded()[1] == ("C11", "If it passes, a joint committee starts work at once.")


def test_on_a_selection_it_leaves_the_selection(ann: Analyst) -> None:
    ann.select("buy care together")
    _right_click(ann.window.page.view.viewport(), _over(ann, "care"))
    assert _offered(ann) == ["find_code", "name_speaker", "flip_zone", "copy_passage", *COPY]
    ann.press("1")
    assert ann.coded() == [("C11", "buy care together")]


def test_in_the_margin_it_is_about_the_coding_named_there(ann: Analyst) -> None:
    ann.press("J", "J", "1", "2")
    margin = ann.window.page.view.margin
    row = next(row for row in margin.plan().rows if row.bar and row.bar.mark.label == "C11")
    _right_click(margin, margin.name_rect(row).center().toPoint())
    assert _menu(ann).actions()[0].text() == "C11 Mixed model"
    assert "coding_beneath" in _offered(ann)


def test_shift_f10_and_a_choice_from_it_need_no_mouse(ann: Analyst) -> None:
    ann.press("J", "J", "1", "Shift+F10")
    menu = _menu(ann)
    stance = next(action for action in menu.actions() if action.text() == "Stance")
    supports = stance.menu().actions()[0]  # type: ignore[attr-defined]
    supports.trigger()
    assert ann.codings()[0].stance == "supports"
    _offered(ann)
    assert ann.coded() == [("C11", SENTENCE)]
    assert ann.window.page.view.hasFocus()
