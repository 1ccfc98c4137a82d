"""The list of differences: choosing by mouse, arrows and letters, order and filter, what it says when it is empty."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from annotator.ui.review.difference_list import ALL_THE_SAME, NARROW, NONE_FITS, DifferenceList
from annotator.ui.review.difference_sections import DifferenceFilter
from annotator.ui.theme import theme
from tests.ui.review.differing import BOUNDARY, DIFFERENCES, MISSING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu
    from pytestqt.qtbot import QtBot


@pytest.fixture
def differences(qtbot: QtBot, dress: Callable[[str], None]) -> DifferenceList:
    dress("light")
    shown = DifferenceList()
    qtbot.addWidget(shown)
    shown.resize(shown.width(), 548)
    shown.show_differences(DIFFERENCES)
    shown.show()
    shown.activateWindow()
    return shown


def chosen_by(shown: DifferenceList) -> list[str]:
    chosen: list[str] = []
    shown.difference_chosen.connect(chosen.append)
    return chosen


def place_of(shown: DifferenceList, key: str) -> QPoint:
    return shown.view.visualRect(shown.rows.index_of(key)).center()


def action(menu: QMenu, text: str) -> QAction:
    return next(each for each in menu.actions() if each.text() == text)


def test_a_click_chooses_and_gives_the_focus_back_to_the_text(differences: DifferenceList, qtbot: QtBot) -> None:
    chosen = chosen_by(differences)
    with qtbot.waitSignal(differences.text_wanted):
        qtbot.mouseClick(differences.view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(differences, "boundary"))
    assert chosen == ["boundary"]
    assert not differences.view.hasFocus()


def test_arrows_pass_over_headings_and_enter_goes_to_the_text(differences: DifferenceList, qtbot: QtBot) -> None:
    differences.show_current("code", 1)
    chosen = chosen_by(differences)
    differences.view.setFocus()
    qtbot.keyClick(differences.view, Qt.Key.Key_Down)
    qtbot.keyClick(differences.view, Qt.Key.Key_Down)
    qtbot.keyClick(differences.view, Qt.Key.Key_Up)
    assert chosen == ["boundary", "missing", "boundary"]
    with qtbot.waitSignal(differences.text_wanted):
        qtbot.keyClick(differences.view, Qt.Key.Key_Return)


def test_letters_go_to_the_next_difference_of_a_code(differences: DifferenceList, qtbot: QtBot) -> None:
    differences.show_current("code", 1)
    chosen = chosen_by(differences)
    differences.view.setFocus()
    for letter in "g3":
        qtbot.keyClick(differences.view, letter)
    assert chosen[-1] == "boundary"


def test_what_the_program_makes_current_is_not_told_back(differences: DifferenceList) -> None:
    chosen = chosen_by(differences)
    differences.show_current("missing", 1)
    assert chosen == []
    assert differences.view.currentIndex() == differences.rows.index_of("missing")


def test_a_decision_changes_its_row_and_moves_nothing(differences: DifferenceList) -> None:
    differences.show_current("boundary", 2)
    before = [differences.view.visualRect(differences.rows.index_of(key)) for key in differences.shown_keys()]
    resets: list[None] = []
    differences.rows.modelReset.connect(lambda: resets.append(None))
    decided = replace(BOUNDARY, state="decided", decision="A")
    differences.show_differences([decided if one is BOUNDARY else one for one in DIFFERENCES])
    assert [differences.view.visualRect(differences.rows.index_of(key)) for key in differences.shown_keys()] == before
    assert resets == []
    assert differences.head.count.text() == "1 open"  # stances are listed apart


def test_the_order_is_chosen_in_the_head_and_told(differences: DifferenceList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(differences.order_chosen) as told:
        action(differences.head.orders, "by place").trigger()
    assert told.args == ["place"]
    assert differences.shown_keys() == ["code", "missing", "boundary", "stance"]
    assert differences.head.chooser.accessibleName() == "Order of the differences: by place"


def test_a_filter_is_told_and_says_that_not_all_are_listed(differences: DifferenceList, qtbot: QtBot) -> None:
    differences.head.filters.aboutToShow.emit()
    with qtbot.waitSignal(differences.filter_chosen) as told:
        action(differences.head.filters, "Decided").trigger()
    assert told.args == [DifferenceFilter(state="decided")]
    assert (differences.shown_keys(), differences.head.count.text()) == (["missing"], "1 of 4")


def test_a_filter_that_leaves_nothing_can_be_taken_off(differences: DifferenceList, qtbot: QtBot) -> None:
    differences.set_filter(DifferenceFilter(state="stale"))
    assert (differences.note.text(), differences.note.isVisible()) == (NONE_FITS, True)
    qtbot.mouseClick(differences.clear_button, Qt.MouseButton.LeftButton)
    assert len(differences.shown_keys()) == len(DIFFERENCES)
    assert not differences.note.isVisible()


def test_without_differences_it_says_why(differences: DifferenceList) -> None:
    differences.show_differences([])
    assert (differences.note.text(), differences.note.isVisible()) == (ALL_THE_SAME, True)
    assert not differences.clear_button.isVisible()
    differences.show_differences([], "Both have to finish an article first.")
    assert differences.note.text() == "Both have to finish an article first."


def test_what_is_decided_shows_the_key_that_decides_so_now(differences: DifferenceList) -> None:
    row = differences.view.visualRect(differences.rows.index_of(MISSING.key))
    differences.show_keys({"neither": "X"})
    usual = differences.view.viewport().grab(row).toImage()
    differences.show_keys({"neither": "Ctrl+7"})
    assert differences.view.viewport().grab(row).toImage() != usual


@pytest.mark.parametrize("state", ["open", "discuss", "stale", "decided"])
def test_each_state_has_a_sign_of_its_own(differences: DifferenceList, state: str) -> None:
    def picture(of: str) -> object:
        differences.show_differences([replace(BOUNDARY, state=of, decision="A")])  # type: ignore[arg-type]
        return differences.view.viewport().grab().toImage()

    others = {"open", "discuss", "stale", "decided"} - {state}
    assert all(picture(state) != picture(other) for other in others)


def test_the_current_row_has_the_ground_of_what_is_current(differences: DifferenceList) -> None:
    differences.show_current("boundary", 2)
    row = differences.view.visualRect(differences.rows.index_of("boundary"))
    picture = differences.view.viewport().grab().toImage()
    assert picture.pixelColor(row.left() + 12, row.bottom() - 4) == theme().colour("sel")
    assert (row.height(), row.top() - differences.view.visualRect(differences.rows.index_of("code")).bottom()) == (
        48,
        33,
    )


def test_narrow_it_fits_and_never_scrolls_sideways(differences: DifferenceList) -> None:
    differences.set_narrow(True)
    assert differences.width() == NARROW
    assert differences.view.horizontalScrollBar().maximum() == 0
    right = differences.head.chooser.geometry().right()
    assert right < NARROW
    assert differences.head.count.geometry().right() < differences.head.filter_button.geometry().left()


def test_every_control_of_the_list_has_a_name(
    differences: DifferenceList, unnamed: Callable[[DifferenceList], list[str]]
) -> None:
    assert unnamed(differences) == []
