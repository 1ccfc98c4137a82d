"""The further measures are a popup of plain rows; with three coders the figures of each two stand on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from annotator.ui.review.band import BandCoder
from annotator.ui.review.fact_list import FACT, Fact
from annotator.ui.review.more_measures import Measure, MoreMeasures
from annotator.ui.review.more_tips import TIPS
from annotator.ui.review.pairwise_matrix import PairFigures
from tests.ui.review.test_measures_tips import VERDICTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CODERS = (BandCoder("a", "Ann"), BandCoder("b", "Ben"), BandCoder("c", "Cleo"))
PAIRS = (PairFigures("a", "b", 0.66, 0.68), PairFigures("a", "c", 0.43, 0.5), PairFigures("b", "c", None, 0.0))
MEASURES = (
    Measure("Scott's pi", 0.66, of="All codes, pooled"),
    Measure("Gwet AC1", 0.94, "most of the text is coded by nobody", "All codes, pooled"),
    Measure("cu-alpha", 0.724, "46 % of the coded text", "Governance, exclusive"),
    Measure("(k)u-alpha, G3 Delegation", None, "nothing that both coded", "Governance, exclusive"),
)


@pytest.fixture
def window(qtbot: QtBot, dress: Callable[[str], None]) -> QWidget:
    dress("light")
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


@pytest.fixture
def more(window: QWidget) -> MoreMeasures:
    made = MoreMeasures(window)
    made.show_measures(MEASURES)
    return made


def _facts(more: MoreMeasures) -> list[Fact]:
    rows = more.list.rows
    return [rows.index(row).data(FACT) for row in range(rows.rowCount())]


def test_each_measure_has_its_value_or_that_it_is_undefined(more: MoreMeasures) -> None:
    assert [(fact.name, fact.figure) for fact in _facts(more)] == [
        ("Scott's pi", ".66"), ("Gwet AC1", ".94"), ("cu-alpha", ".72"), ("(k)u-alpha, G3 Delegation", "undefined"),
    ]  # fmt: skip
    assert [more.list.rows.head_of(row) for row in range(4)] == ["All codes, pooled", "", "Governance, exclusive", ""]


def test_a_screen_reader_hears_name_value_and_note(more: MoreMeasures) -> None:
    said = more.list.rows.index(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Governance, exclusive. (k)u-alpha, G3 Delegation: undefined. nothing that both coded"


def test_every_measure_is_explained_without_a_verdict(more: MoreMeasures) -> None:
    assert all(fact.tip for fact in _facts(more))
    assert not [told for told in TIPS.values() if VERDICTS.search(told)]


def test_it_opens_below_a_button_inside_the_screen_and_esc_closes_it(
    qtbot: QtBot, window: QWidget, more: MoreMeasures
) -> None:
    button = QPushButton("More", window)
    button.move(880, 660)
    button.show()
    more.open_below(button)
    assert more.isVisible()
    assert button.screen().availableGeometry().contains(more.geometry())
    qtbot.keyClick(more.list, Qt.Key.Key_Escape)
    assert not more.isVisible()


def test_a_long_note_makes_its_row_higher(more: MoreMeasures) -> None:
    before = more.list.sizeHintForRow(1)
    more.show_measures([MEASURES[0], Measure("Gwet AC1", 0.94, "most of the text is coded by nobody, " * 6)])
    assert more.list.sizeHintForRow(1) > before


def test_with_three_coders_each_two_are_compared(more: MoreMeasures) -> None:
    more.show_pairs(CODERS, PAIRS, "a", "b")
    pairs = more.matrix.pairs
    printed = [[pairs.index(row, column).data() for column in range(3)] for row in range(3)]
    assert printed == [["", ".66", ".43"], [".66", "", "–"], [".43", "–", ""]]
    more.matrix.f1.click()
    assert [pairs.index(0, column).data() for column in range(3)] == ["", ".68", ".50"]
    said = pairs.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Ann and Ben, F1: .68, compared now"


def test_two_coders_have_no_matrix(window: QWidget, more: MoreMeasures) -> None:
    more.show_pairs(CODERS, PAIRS, "a", "b")
    assert not more.matrix.isHidden()
    more.show_pairs(CODERS[:2], PAIRS[:1], "a", "b")
    assert more.matrix.isHidden()


def test_a_click_or_enter_on_a_pair_compares_the_two_and_closes(
    qtbot: QtBot, window: QWidget, more: MoreMeasures
) -> None:
    more.show_pairs(CODERS, PAIRS, "a", "b")
    more.open_below(window)
    table = more.matrix.table
    with qtbot.waitSignal(more.pair_chosen) as pair:
        place = table.visualRect(table.model().index(2, 0)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert pair.args == ["c", "a"]
    assert not more.isVisible()
    table.setCurrentIndex(table.model().index(1, 2))
    with qtbot.waitSignal(more.pair_chosen) as pair:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert pair.args == ["b", "c"]


def test_nobody_is_compared_with_themself(qtbot: QtBot, window: QWidget, more: MoreMeasures) -> None:
    more.show_pairs(CODERS, PAIRS, "a", "b")
    more.matrix.table.setCurrentIndex(more.matrix.pairs.index(1, 1))
    with qtbot.assertNotEmitted(more.pair_chosen):
        qtbot.keyClick(more.matrix.table, Qt.Key.Key_Return)


def test_every_control_of_the_popup_is_named(more: MoreMeasures, unnamed: Callable[[QWidget], list[str]]) -> None:
    more.show_pairs(CODERS, PAIRS, "a", "b")
    assert unnamed(more) == []
