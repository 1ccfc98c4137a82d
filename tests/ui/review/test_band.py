"""The band tells who is compared, by what unit and how far; its menus tell what the analyst picks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from annotator.ui.review.band import BandCoder, LeftOut, ReviewBand

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu, QWidget
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CODERS = (BandCoder("a", "Ann"), BandCoder("b", "Ben"), BandCoder("c", "Cleo"))
SENTENCE = "They agree on who commissions; they differ on what counts as passing it on, and on where a passage ends."


@pytest.fixture
def band(qtbot: QtBot, dress: Callable[[str], None]) -> ReviewBand:
    dress("light")
    made = ReviewBand()
    qtbot.addWidget(made)
    made.show_coders(CODERS, "a", "b")
    made.show_sentence(SENTENCE)
    made.show_progress(37, 112)
    made.resize(1440, made.height())
    made.show()
    return made


def _pick(menu: QMenu, words: str) -> QAction:
    found = next(action for action in menu.actions() if action.text() == words)
    found.trigger()
    return found


def _ticked(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isChecked()]


def test_it_says_who_is_compared_what_it_means_and_how_far_it_is(band: ReviewBand) -> None:
    assert (band.a.text(), band.b.text()) == ("Ann", "Ben")
    assert band.sentence.shown_text() == SENTENCE
    assert band.decided.text() == "37 of 112 decided"
    assert (band.bar.value(), band.bar.maximum()) == (37, 112)
    assert (band.unit.text(), _ticked(band.unit.menu)) == ("By sentence", ["Sentence"])


def test_somebody_else_is_compared(qtbot: QtBot, band: ReviewBand) -> None:
    assert _ticked(band.b.menu) == ["Ben"]
    with qtbot.waitSignal(band.pair_chosen) as pair:
        _pick(band.b.menu, "Cleo")
    assert pair.args == ["a", "c"]


def test_whoever_is_taken_from_the_other_side_changes_place(qtbot: QtBot, band: ReviewBand) -> None:
    with qtbot.waitSignal(band.pair_chosen) as pair:
        _pick(band.a.menu, "Ben")
    assert pair.args == ["b", "a"]


def test_who_is_compared_already_is_not_compared_again(qtbot: QtBot, band: ReviewBand) -> None:
    with qtbot.assertNotEmitted(band.pair_chosen):
        _pick(band.a.menu, "Ann")


def test_the_menu_opens_by_key(qtbot: QtBot, band: ReviewBand) -> None:
    band.a.setFocus()
    qtbot.keyClick(band.a, Qt.Key.Key_Space)
    assert band.a.menu.isVisible()
    band.a.menu.close()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Character", ["character", 0.9]),
        ("Segment, strict: nine tenths shared", ["segment", 0.9]),
        ("Segment, lenient: half shared", ["segment", 0.5]),
    ],
)
def test_a_unit_is_chosen_with_its_threshold(
    qtbot: QtBot, band: ReviewBand, words: str, told: list[str | float]
) -> None:
    with qtbot.waitSignal(band.unit_chosen) as unit:
        _pick(band.unit.menu, words)
    assert unit.args == told


def test_the_chosen_unit_is_named_on_the_button(band: ReviewBand) -> None:
    band.show_unit("segment", 0.5, sub_codes=True)
    assert band.unit.text() == "By segment, .5, with sub-codes"
    assert _ticked(band.unit.menu) == ["Segment, lenient: half shared", "Sub-codes count for their code"]
    assert band.unit.accessibleName() == "Compared: By segment, .5, with sub-codes"


def test_sub_codes_and_further_measures_are_asked_for_in_the_same_menu(qtbot: QtBot, band: ReviewBand) -> None:
    with qtbot.waitSignal(band.sub_codes_chosen) as with_sub_codes:
        _pick(band.unit.menu, "Sub-codes count for their code")
    assert with_sub_codes.args == [True]
    with qtbot.waitSignal(band.more_wanted):
        _pick(band.unit.menu, "More measures…")


def test_what_is_left_out_is_listed_with_its_reason(qtbot: QtBot, band: ReviewBand) -> None:
    assert not band.left_out.isVisible()
    band.show_left_out([LeftOut("A mixed model", "Ben has not finished it"), LeftOut("A duty", "Ann saw Ben's work")])
    assert (band.left_out.isVisible(), band.left_out.text()) == (True, "2 articles left out")
    qtbot.mouseClick(band.left_out, Qt.MouseButton.LeftButton)
    rows = band.left_out_list.list.rows
    assert band.left_out_list.isVisible()
    assert [rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)] == [
        "A mixed model. Ben has not finished it",
        "A duty. Ann saw Ben's work",
    ]
    qtbot.keyClick(band.left_out_list, Qt.Key.Key_Escape)
    assert not band.left_out_list.isVisible()


def test_in_a_narrow_window_the_sentence_gives_way_and_is_whole_in_the_tooltip(band: ReviewBand) -> None:
    band.resize(1024, band.height())
    band.grab()
    assert band.sentence.shown_text() != SENTENCE
    assert band.sentence.toolTip() == SENTENCE
    assert band.decided.isVisible()
    band.resize(880, band.height())
    assert not band.bar.isVisible()
    assert band.decided.isVisible()


def test_without_differences_there_is_no_bar(band: ReviewBand) -> None:
    band.show_progress(0, 0)
    assert (band.decided.text(), band.bar.isVisible()) == ("No differences", False)


def test_every_control_of_the_band_is_named(band: ReviewBand, unnamed: Callable[[QWidget], list[str]]) -> None:
    assert unnamed(band) == []
    assert band.a.accessibleName() == "Coder A: Ann"


def test_what_was_not_taken_over_is_not_ticked(band: ReviewBand) -> None:
    _pick(band.b.menu, "Cleo")
    band.show_coders(CODERS, "a", "b")
    assert _ticked(band.b.menu) == ["Ben"]
    _pick(band.unit.menu, "Character")
    band.show_unit("sentence")
    assert _ticked(band.unit.menu) == ["Sentence"]


def test_coders_who_come_later_are_offered_too(band: ReviewBand) -> None:
    band.show_coders((*CODERS, BandCoder("d", "Dee & Co")), "a", "d")
    offered = [action.text() for action in band.a.menu.actions()]
    assert offered == ["Ann", "Ben", "Cleo", "Dee && Co", "", "Hide coders’ names"]
    assert band.b.text() == "Dee & Co"


def test_before_anybody_can_be_compared_there_is_nobody_to_choose(qtbot: QtBot, band: ReviewBand) -> None:
    band.show_coders((), "", "")
    assert (band.a.text(), band.b.text()) == ("nobody yet", "nobody yet")
    qtbot.mouseClick(band.a, Qt.MouseButton.LeftButton)
    assert not band.a.menu.isVisible()
