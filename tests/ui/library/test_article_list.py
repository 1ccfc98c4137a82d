"""An analyst finds and opens articles with the list at the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from annotator.ui.library.article_cards import ArticleCard
from annotator.ui.library.article_list import RAIL_WIDTH, ArticleList
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

BRIEFINGS = [
    ArticleCard(id="buys", title="Who buys care", publication="Briefings", published="2016-05-19", state="finished"),
    ArticleCard(id="bill", title="A bill in parliament", publication="Briefings", state="in progress", read=0.35),
    ArticleCard(id="head", title="Budgets per head", publication="Notes", published="2015-06-04"),
]
Chosen = list[str]

# What the platform without a screen cannot do is no fault of the window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def articles(qtbot: QtBot) -> ArticleList:
    widget = ArticleList()
    widget.resize(248, 600)
    qtbot.addWidget(widget)
    widget.show_articles(BRIEFINGS)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.fixture
def chosen(articles: ArticleList) -> Chosen:
    heard: Chosen = []
    articles.article_chosen.connect(heard.append)
    return heard


def _shown(articles: ArticleList) -> list[str]:
    model = articles.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def _click(qtbot: QtBot, articles: ArticleList, title: str) -> None:
    row = _shown(articles).index(title)
    place = articles.view.visualRect(articles.view.model().index(row, 0)).center()
    qtbot.mouseClick(articles.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_on_a_card_opens_its_article_a_click_on_a_heading_nothing(
    qtbot: QtBot, articles: ArticleList, chosen: Chosen
) -> None:
    _click(qtbot, articles, "Budgets per head")
    _click(qtbot, articles, "Briefings")
    assert chosen == ["head"]


def test_by_keyboard_alone_arrows_look_past_headings_and_enter_opens(
    qtbot: QtBot, articles: ArticleList, chosen: Chosen
) -> None:
    articles.show_current("buys")
    articles.view.setFocus()
    qtbot.keyClick(articles.view, Qt.Key.Key_Down)
    qtbot.keyClick(articles.view, Qt.Key.Key_Down)
    assert chosen == []
    qtbot.keyClick(articles.view, Qt.Key.Key_Return)
    qtbot.keyClick(articles.view, Qt.Key.Key_Up)
    qtbot.keyClick(articles.view, Qt.Key.Key_Space)
    assert chosen == ["head", "bill"]


def test_typing_ahead_goes_to_the_article_of_that_name(qtbot: QtBot, articles: ArticleList, chosen: Chosen) -> None:
    articles.view.setFocus()
    qtbot.keyClicks(articles.view, "bud")
    qtbot.keyClick(articles.view, Qt.Key.Key_Return)
    assert chosen == ["head"]


def test_filter_then_enter_opens_the_first_hit_and_escape_brings_all_back(
    qtbot: QtBot, articles: ArticleList, chosen: Chosen
) -> None:
    qtbot.keyClicks(articles.field, "notes")
    assert _shown(articles) == ["Notes", "Budgets per head"]
    qtbot.keyClick(articles.field, Qt.Key.Key_Return)
    qtbot.keyClick(articles.field, Qt.Key.Key_Escape)
    assert chosen == ["head"]
    assert len(_shown(articles)) == 5


def test_down_in_the_filter_goes_to_the_list(qtbot: QtBot, articles: ArticleList, chosen: Chosen) -> None:
    articles.activateWindow()
    articles.field.setFocus()
    qtbot.keyClick(articles.field, Qt.Key.Key_Down)
    qtbot.keyClick(articles.view, Qt.Key.Key_Return)
    assert chosen == ["buys"]


def test_a_filter_without_hits_says_so_and_offers_the_way_back(qtbot: QtBot, articles: ArticleList) -> None:
    articles.field.setText("devolution")
    assert articles.note.isVisible()
    assert not articles.view.isVisible()
    qtbot.mouseClick(articles.note.clear_button, Qt.MouseButton.LeftButton)
    assert articles.view.isVisible()
    assert not articles.note.isVisible()


def test_an_empty_project_says_what_to_do_and_offers_it(qtbot: QtBot, articles: ArticleList) -> None:
    articles.show_articles([])
    assert articles.note.isVisible()
    assert not articles.field.isVisible()
    with qtbot.waitSignal(articles.import_wanted):
        qtbot.mouseClick(articles.note.import_button, Qt.MouseButton.LeftButton)


def test_a_newer_card_is_shown_where_the_old_one_stood(articles: ArticleList) -> None:
    articles.update_card(
        ArticleCard(id="bill", title="A bill in parliament", publication="Briefings", state="finished")
    )
    index = articles.view.model().index(2, 0)
    assert "finished" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_corrected_title_takes_its_new_place_in_the_order(articles: ArticleList) -> None:
    articles.head.sorting_chosen.emit("title")
    articles.update_card(ArticleCard(id="bill", title="Zones of a bill", publication="Briefings"))
    assert _shown(articles) == ["Notes", "Budgets per head", "Briefings", "Who buys care", "Zones of a bill"]


def test_the_open_article_is_told_to_a_screen_reader_too(articles: ArticleList) -> None:
    articles.show_current("head")
    model = articles.view.model()
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert [text for text in spoken if text.endswith("open")] == [
        "Budgets per head, Notes, 4 Jun 2015, not begun, 0 codings, open"
    ]


def test_files_from_a_file_manager_are_taken_and_links_are_not(
    articles: ArticleList, tmp_path: Path, drag_files: Callable, drag_link: Callable
) -> None:
    dropped: list[list[str]] = []
    articles.files_dropped.connect(dropped.append)
    files = [tmp_path / "one.docx", tmp_path / "two with spaces.txt"]
    dragging = drag_files(articles, files)
    assert dragging.enter()
    assert articles.foot.property("invites") is True
    dragging.drop()
    assert articles.foot.property("invites") is False
    assert dropped == [[str(file) for file in files]]
    assert not drag_link(articles, "https://example.org/article").enter()


def test_files_dragged_away_again_leave_the_foot_at_rest(
    articles: ArticleList, tmp_path: Path, drag_files: Callable
) -> None:
    dragging = drag_files(articles, [tmp_path / "one.docx"])
    dragging.enter()
    dragging.leave()
    assert articles.foot.property("invites") is False


def test_a_narrow_window_has_a_rail_that_still_names_and_opens_articles(
    qtbot: QtBot, articles: ArticleList, chosen: Chosen
) -> None:
    articles.set_compact(True)
    assert articles.maximumWidth() == RAIL_WIDTH
    assert _shown(articles) == ["Who buys care", "A bill in parliament", "Budgets per head"]
    assert articles.view.model().index(2, 0).data(Qt.ItemDataRole.ToolTipRole).startswith("Budgets per head\n")
    _click(qtbot, articles, "Budgets per head")
    with qtbot.waitSignal(articles.unfold_wanted):
        qtbot.mouseClick(articles.rail_head.button, Qt.MouseButton.LeftButton)
    articles.set_compact(False)
    assert chosen == ["head"]
    assert articles.head.isVisible()


def test_ten_thousand_articles_are_filtered_sorted_and_found(articles: ArticleList) -> None:
    cards = [ArticleCard(id=str(n), title=f"Briefing {n:05}", publication=f"Paper {n % 7}") for n in range(10_000)]
    articles.show_articles(cards)
    articles.show_current("9999")
    assert articles.view.visualRect(articles.view.currentIndex()).intersects(articles.view.viewport().rect())
    articles.field.setText("briefing 0777")
    assert len([title for title in _shown(articles) if title.startswith("Briefing 0777")]) == 10


def test_a_title_as_long_as_an_article_is_cut_to_its_two_lines(articles: ArticleList) -> None:
    articles.show_articles(
        [ArticleCard(id="long", title="commissioning " * 290), ArticleCard(id="word", title="x" * 4_000)]
    )
    articles.grab()
    heights = {articles.view.visualRect(articles.view.model().index(row, 0)).height() for row in range(2)}
    assert heights == {88}
    assert articles.width() == 248


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_open_card_stands_out_in_both_themes(articles: ArticleList, dress: Callable, choice: str) -> None:
    dress(choice)
    articles.show_current("bill")
    articles.field.setFocus()
    QApplication.processEvents()
    picture = articles.view.grab().toImage()
    card = articles.view.visualRect(articles.view.currentIndex())
    assert picture.pixelColor(card.topLeft() + QPoint(12, 4)).name() == theme().palette.sel
    assert picture.pixelColor(card.bottomLeft() + QPoint(12, 20)).name() != theme().palette.sel


def test_every_control_has_a_name_and_a_place_in_the_tab_order(
    articles: ArticleList, unnamed: Callable[[QWidget], list[str]]
) -> None:
    assert unnamed(articles) == []
    order = [articles.head.sort_button, articles.head.import_button, articles.field, articles.view]
    widget, met = articles.nextInFocusChain(), []
    while widget is not articles:
        met.append(widget)
        widget = widget.nextInFocusChain()
    assert [each for each in met if each in order] == order


def _hold(qtbot: QtBot, articles: ArticleList, title: str, held: Qt.KeyboardModifier) -> None:
    row = _shown(articles).index(title)
    place = articles.view.visualRect(articles.view.model().index(row, 0)).center()
    qtbot.mouseClick(articles.view.viewport(), Qt.MouseButton.LeftButton, held, pos=place)


def test_clicks_with_ctrl_and_shift_select_several_and_open_none(
    qtbot: QtBot, articles: ArticleList, chosen: Chosen
) -> None:
    _click(qtbot, articles, "Who buys care")
    _hold(qtbot, articles, "Budgets per head", Qt.KeyboardModifier.ControlModifier)
    assert articles.view.selected() == ["buys", "head"]
    _hold(qtbot, articles, "A bill in parliament", Qt.KeyboardModifier.ShiftModifier)
    assert chosen == ["buys"]
    articles.field.setText("b")
    assert len(articles.view.selected()) >= 1


def test_by_keyboard_several_are_selected_with_shift(qtbot: QtBot, articles: ArticleList, chosen: Chosen) -> None:
    articles.show_current("buys")
    articles.view.setFocus()
    qtbot.keyClick(articles.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert articles.view.meant() == ["buys", "bill"]
    assert chosen == []
    articles.update_card(ArticleCard(id="bill", title="A bill", publication="Briefings"))
    assert articles.view.meant() == ["buys", "bill"], "what was selected stays so when the rows are made anew"


def test_a_click_on_a_heading_folds_it_and_left_and_right_do_too(
    qtbot: QtBot, articles: ArticleList, chosen: Chosen
) -> None:
    _click(qtbot, articles, "Briefings")
    assert _shown(articles) == ["Briefings", "Notes", "Budgets per head"]
    assert articles.view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Briefings, 2, folded"
    _click(qtbot, articles, "Briefings")
    assert len(_shown(articles)) == 5
    articles.show_current("head")
    articles.view.setFocus()
    qtbot.keyClick(articles.view, Qt.Key.Key_Left)
    assert _shown(articles)[-1] == "Notes"
    assert articles.view.currentIndex().data() == "Notes"
    qtbot.keyClick(articles.view, Qt.Key.Key_Right)
    assert articles.view.currentIndex().data() == "Budgets per head"
    assert chosen == []


def test_opening_an_article_of_a_folded_section_unfolds_it(qtbot: QtBot, articles: ArticleList) -> None:
    articles.show_current("buys")
    _click(qtbot, articles, "Notes")
    assert "Budgets per head" not in _shown(articles)
    assert articles.shown_articles() == ["buys", "bill", "head"]
    articles.show_current("head")
    assert articles.view.currentIndex().data() == "Budgets per head"


def test_picks_are_chips_that_are_taken_off_by_click_or_key(qtbot: QtBot, articles: ArticleList) -> None:
    articles.activateWindow()
    for pick in ("publication:Briefings", "state:finished"):
        articles.pick(pick)
    assert _shown(articles) == ["Briefings", "Who buys care"]
    assert [chip.text() for chip in articles.chips.chips.values()] == ["Briefings", "Finished"]
    assert articles.chips.chips["state:finished"].accessibleName() == "Only Finished: take off"
    articles.chips.chips["publication:Briefings"].setFocus()
    qtbot.keyClick(articles.chips.chips["publication:Briefings"], Qt.Key.Key_Delete)
    qtbot.mouseClick(articles.chips.chips["state:finished"], Qt.MouseButton.LeftButton)
    assert len(_shown(articles)) == 5
    assert not articles.chips.isVisible()


def test_picks_without_hits_are_told_and_cleared_by_one_button(qtbot: QtBot, articles: ArticleList) -> None:
    articles.pick("publication:Notes")
    articles.pick("state:finished")
    assert articles.note.isVisible()
    qtbot.mouseClick(articles.note.clear_button, Qt.MouseButton.LeftButton)
    assert len(_shown(articles)) == 5


def test_the_menu_of_picks_counts_what_there_is(articles: ArticleList) -> None:
    articles.picks.aboutToShow.emit()
    menus = {action.text(): action.menu() for action in articles.picks.actions() if action.menu()}
    assert list(menus) == ["Publication", "Year", "How far it is read"]
    assert [action.text() for action in menus["Publication"].actions()] == ["Briefings\t2", "Notes\t1"]
    menus["Publication"].actions()[1].trigger()
    assert _shown(articles) == ["Notes", "Budgets per head"]


def test_the_menu_of_headings_groups_anew_and_says_that_it_did(articles: ArticleList, qtbot: QtBot) -> None:
    articles.head.menu.aboutToShow.emit()
    action = next(action for action in articles.head.menu.actions() if action.text() == "Year")
    with qtbot.waitSignal(articles.arranged):
        action.trigger()
    assert _shown(articles)[::2] == ["2015", "2016", "No date"]
    assert articles.arrangement().grouping == "year"
