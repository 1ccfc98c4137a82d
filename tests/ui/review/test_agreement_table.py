"""The agreement table in the hands: clicks, keys and heads; what it tells; how it folds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from annotator.ui.review.agreement_painter import heat_alpha
from annotator.ui.review.agreement_panel import AgreementPanel
from annotator.ui.review.agreement_rows import FIRST_ARTICLE, Column
from annotator.ui.review.agreement_table import sorting_menu
from annotator.ui.tokens import PALETTES, contrast, mixed
from tests.ui.review.agreements import AGREEMENT, BUDGET, DELEGATION, of_many_articles

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def panel(qtbot: QtBot, dress: Callable[[str], None]) -> AgreementPanel:
    dress("light")
    made = AgreementPanel()
    qtbot.addWidget(made)
    made.resize(1440, 200)
    made.show_agreement(AGREEMENT)
    made.show()
    return made


def _codes(panel: AgreementPanel) -> list[str]:
    return [panel.table.rows.row_at(row).code for row in range(panel.table.rows.rowCount())]


def _click(qtbot: QtBot, panel: AgreementPanel, row: int, column: int) -> None:
    place = panel.table.visualRect(panel.table.rows.index(row, column)).center()
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def _sort_by(qtbot: QtBot, panel: AgreementPanel, column: int) -> None:
    head = panel.table.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(column) + head.sectionSize(column) // 2, 12)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_worst_code_stands_first_and_what_is_undefined_last(panel: AgreementPanel) -> None:
    assert _codes(panel) == ["f8", "g3", "g1", "f9"]


def test_a_click_on_a_row_takes_its_code(qtbot: QtBot, panel: AgreementPanel) -> None:
    with qtbot.waitSignal(panel.code_chosen) as chosen:
        _click(qtbot, panel, 1, Column.ALPHA)
    assert chosen.args == ["g3"]


def test_a_click_on_the_heat_map_takes_the_code_in_that_article(qtbot: QtBot, panel: AgreementPanel) -> None:
    with qtbot.waitSignal(panel.place_chosen) as chosen, qtbot.assertNotEmitted(panel.code_chosen):
        _click(qtbot, panel, 2, FIRST_ARTICLE + 1)
    assert chosen.args == ["g1", "second"]


def test_where_nothing_is_open_or_could_be_compared_there_is_nothing_to_go_to(
    qtbot: QtBot, panel: AgreementPanel
) -> None:
    with qtbot.assertNotEmitted(panel.place_chosen):
        _click(qtbot, panel, 2, FIRST_ARTICLE + 2)
        _click(qtbot, panel, 1, FIRST_ARTICLE + 2)


def test_a_head_sorts_and_at_the_second_click_the_other_way(qtbot: QtBot, panel: AgreementPanel) -> None:
    _sort_by(qtbot, panel, Column.OPEN)
    assert _codes(panel) == ["g3", "g1", "f8", "f9"]
    _sort_by(qtbot, panel, Column.OPEN)
    assert _codes(panel) == ["f9", "f8", "g1", "g3"]
    said = panel.table.rows.headerData(Column.OPEN, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "open, sorted upwards"


def test_the_current_code_stays_current_when_rows_move_and_figures_change(qtbot: QtBot, panel: AgreementPanel) -> None:
    panel.show_current("g1")
    _sort_by(qtbot, panel, Column.CODE)
    assert panel.table.current_code() == "g1"
    decided = replace(BUDGET, open=4, cells=(0, 2, None))
    panel.show_agreement(replace(AGREEMENT, rows=(decided, DELEGATION)))
    assert panel.table.current_code() == "g1"
    assert panel.table.currentIndex().siblingAtColumn(Column.OPEN).data() == "4"


def test_showing_the_current_code_tells_nobody(qtbot: QtBot, panel: AgreementPanel) -> None:
    with qtbot.assertNotEmitted(panel.code_chosen):
        panel.show_current("g3")
        panel.show_current("a code that is not compared")
    assert panel.table.current_code() == ""


def test_the_keyboard_walks_takes_and_finds_by_label(qtbot: QtBot, panel: AgreementPanel) -> None:
    panel.table.setFocus()
    qtbot.keyClicks(panel.table, "g1")
    assert panel.table.current_code() == "g1"
    qtbot.keyClick(panel.table, Qt.Key.Key_Up)
    with qtbot.waitSignal(panel.code_chosen) as code:
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert code.args == ["g3"]
    for _ in range(FIRST_ARTICLE):
        qtbot.keyClick(panel.table, Qt.Key.Key_Right)
    with qtbot.waitSignal(panel.place_chosen) as place:
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert place.args == ["g3", "first"]


def test_what_the_heads_do_is_in_a_menu_too(panel: AgreementPanel) -> None:
    menu = sorting_menu(panel.table)
    by_text = {action.text(): action for action in menu.actions()}
    assert by_text["Sort by alpha"].isChecked()
    by_text["Sort by open in article 2"].trigger()
    assert _codes(panel) == ["g1", "g3", "f9", "f8"]
    menu.deleteLater()


def test_folded_only_the_pooled_row_is_there(qtbot: QtBot, panel: AgreementPanel) -> None:
    with qtbot.waitSignal(panel.folded) as folded:
        panel.set_folded(True)
    assert folded.args == [True]
    assert (panel.table.isVisible(), panel.pooled.isVisible()) == (False, True)
    qtbot.mouseClick(panel.pooled, Qt.MouseButton.LeftButton)
    assert panel.table.isVisible()
    assert not panel.is_folded()


def test_narrow_the_heat_map_goes_then_kappa_and_nothing_scrolls_sideways(panel: AgreementPanel) -> None:
    table = panel.table
    panel.resize(1024, 200)
    assert table.isColumnHidden(FIRST_ARTICLE)
    assert not table.isColumnHidden(Column.KAPPA)
    panel.resize(880, 200)
    assert table.isColumnHidden(Column.KAPPA)
    assert not table.isColumnHidden(Column.OPEN)
    assert table.horizontalScrollBar().maximum() == 0


def test_of_many_articles_the_busiest_are_shown_and_it_says_how_many_there_are(panel: AgreementPanel) -> None:
    panel.show_agreement(of_many_articles(60))
    shown = [place for place in range(60) if not panel.table.isColumnHidden(FIRST_ARTICLE + place)]
    assert shown == list(range(60 - len(shown), 60))
    assert panel.pooled.articles_words() == f"open, in {len(shown)} of 60 articles"


def test_everything_is_named_for_a_screen_reader(
    panel: AgreementPanel, unnamed: Callable[[QWidget], list[str]]
) -> None:
    assert unnamed(panel) == []
    assert panel.pooled.accessibleDescription().startswith("All codes, pooled: 14 only Ann, 19 both, 15 only Ben")
    spoken = QAccessible.queryAccessibleInterface(panel.table)
    assert spoken.text(QAccessible.Text.Name) == "Agreement by code"
    index = panel.table.rows.index(1, FIRST_ARTICLE)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "A mixed model: G3 Delegation, 3 open differences"


@pytest.mark.parametrize("name", list(PALETTES))
@pytest.mark.parametrize("ground", ["paper", "sel", "hover"])
def test_the_figure_of_a_cell_is_readable_on_every_ground(name: str, ground: str) -> None:
    palette = PALETTES[name]
    for number in (0, 1, 2, 3, 40):
        under = getattr(palette, ground)
        cell = mixed(under, palette.ink, heat_alpha(number, under, palette.ink))
        assert contrast(cell, palette.ink) >= 4.5


def test_a_name_that_looks_like_markup_is_read_as_it_is_written(panel: AgreementPanel) -> None:
    panel.show_agreement(replace(AGREEMENT, rows=(replace(DELEGATION, name="<b>passing</b> on"),)))
    told = panel.table.rows.index(0, Column.CODE).data(Qt.ItemDataRole.ToolTipRole)
    assert "G3 &lt;b&gt;passing&lt;/b&gt; on" in told


def test_with_nothing_to_compare_it_says_what_is_missing(panel: AgreementPanel) -> None:
    with_rows = panel.table.grab().toImage()
    panel.show_agreement(replace(AGREEMENT, rows=()))
    empty = panel.table.grab().toImage()
    first_row = [empty.pixelColor(x, 36).name() for x in range(16, 300)]
    assert len(set(first_row)) > 1, "a sentence stands where the first row was"
    assert empty.height() < with_rows.height()


def test_no_row_looks_hovered_when_the_mouse_has_gone_to_the_heads(qtbot: QtBot, panel: AgreementPanel) -> None:
    table, place = panel.table, QPoint(100, 60)
    plain = table.viewport().grab().toImage()
    qtbot.mouseMove(table.viewport(), place)
    assert table.viewport().grab().toImage() != plain
    QApplication.sendEvent(table.viewport(), QEvent(QEvent.Type.Leave))
    assert table.viewport().grab().toImage() == plain


def test_the_new_order_is_spoken(qtbot: QtBot, panel: AgreementPanel, heard: list[str]) -> None:
    _sort_by(qtbot, panel, Column.F1)
    assert heard[-1:] == ["F1, sorted upwards"]


def test_folded_it_keeps_to_the_room_and_names_its_figures(panel: AgreementPanel) -> None:
    assert (panel.pooled.named_columns(), panel.pooled.articles_words()) == ({}, "open, by article")
    panel.set_folded(True)
    assert panel.pooled.articles_words() == ""
    panel.resize(1024, panel.sizeHint().height())
    assert panel.table.columns.articles == 0
    assert panel.table.columns.right <= 1024
    assert list(panel.pooled.named_columns().values()) == ["alpha", "kappa", "F1", "open"]
    panel.resize(880, panel.sizeHint().height())
    assert list(panel.pooled.named_columns().values()) == ["alpha", "open"]
