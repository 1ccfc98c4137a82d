"""Somebody starts the program for the first time, and for the tenth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.preferences import Recent
from annotator.ui.start.start_page import StartPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

Heard = list[tuple[str, object]]

# What the platform without a screen cannot do is no fault of the window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    widget = StartPage()
    qtbot.addWidget(widget)
    widget.resize(1100, 700)
    widget.show_name("Ann")
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.name_pane.field.edit.hasFocus)
    return widget


@pytest.fixture
def heard(page: StartPage) -> Heard:
    told: Heard = []
    for name in ("sample_wanted", "sample_chosen", "new_wanted", "open_wanted"):
        getattr(page, name).connect(lambda value, name=name: told.append((name, value)))
    page.recent_chosen.connect(lambda path, name: told.append(("recent_chosen", (path, name))))
    page.files_dropped.connect(lambda files, name: told.append(("files_dropped", (files, name))))
    return told


def _click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_the_name_is_selected_so_that_typing_replaces_it_and_enter_opens_the_sample(
    qtbot: QtBot, page: StartPage, heard: Heard
) -> None:
    qtbot.keyClicks(page.name_pane.field.edit, "Ben")
    qtbot.keyClick(page.name_pane.field.edit, Qt.Key.Key_Return)
    assert heard == [("sample_wanted", "Ben")]
    assert page.sample_choice.as_a.hasFocus()
    qtbot.keyClick(page.sample_choice.as_a, Qt.Key.Key_Return)
    assert heard[1:] == [("sample_chosen", "Coder A")]


def test_the_sample_opens_as_either_coder_or_as_oneself(qtbot: QtBot, page: StartPage, heard: Heard) -> None:
    _click(qtbot, page.sample_card)
    assert page.sample_choice.as_me.text() == "Start my own, as Ann"
    for row in (page.sample_choice.as_a, page.sample_choice.as_b, page.sample_choice.as_me):
        _click(qtbot, row)
    assert [value for name, value in heard if name == "sample_chosen"] == ["Coder A", "Coder B", "Ann"]


def test_escape_goes_back_from_the_question_to_the_card_it_came_from(qtbot: QtBot, page: StartPage) -> None:
    _click(qtbot, page.sample_card)
    qtbot.keyClick(page.sample_choice.as_a, Qt.Key.Key_Escape)
    assert page.sample_card.isVisible()
    assert page.sample_card.hasFocus()
    assert not page.sample_choice.isVisible()


def test_a_new_project_and_an_old_one_are_a_tab_and_a_key_away(qtbot: QtBot, page: StartPage, heard: Heard) -> None:
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Enter)
    assert heard == [("new_wanted", "Ann"), ("open_wanted", "Ann")]


def test_without_a_name_the_page_asks_quietly_and_goes_to_the_field(
    qtbot: QtBot, page: StartPage, heard: Heard
) -> None:
    page.name_pane.field.edit.setText("   ")
    page.new_card.setFocus()
    _click(qtbot, page.new_card)
    assert heard == []
    assert page.name_pane.why.text().startswith("Write your name first")
    assert page.name_pane.field.edit.hasFocus()
    assert QApplication.activeModalWidget() is None
    qtbot.keyClicks(page.name_pane.field.edit, "Ann")
    assert page.name_pane.why.text().startswith("Your name stands beside each coding")


def test_spaces_round_a_name_do_not_make_another_coder(qtbot: QtBot, page: StartPage, heard: Heard) -> None:
    page.name_pane.field.edit.setText("  Ann   Brown ")
    _click(qtbot, page.open_card)
    assert heard == [("open_wanted", "Ann Brown")]


def test_recent_projects_are_absent_at_first(page: StartPage) -> None:
    assert not page.recent.isVisible()
    page.show_recent([])
    assert not page.recent.isVisible()


def test_a_recent_project_opens_and_a_lost_one_is_shown_as_missing_until_it_is_back(
    qtbot: QtBot, page: StartPage, heard: Heard, tmp_path: Path
) -> None:
    there, lost = tmp_path / "there.annotator", tmp_path / "stick" / "lost.annotator"
    there.touch()
    opened = "2016-05-19T14:32:00.000Z"
    page.show_recent([Recent(str(there), "Commissioning", opened, "62 % read"), Recent(str(lost), "Workforce", opened)])
    first, second = page.recent.rows
    assert "not there now" in second.accessibleDescription()
    assert "62 % read" in first.accessibleDescription()
    _click(qtbot, first)
    _click(qtbot, second)
    assert heard == [("recent_chosen", (str(there), "Ann"))]
    lost.parent.mkdir()
    lost.touch()
    _click(qtbot, second)
    assert heard[1:] == [("recent_chosen", (str(lost), "Ann"))]
    assert "not there now" not in second.accessibleDescription()


def test_twelve_recent_projects_never_push_the_drop_area_off_the_page(page: StartPage, tmp_path: Path) -> None:
    page.show_recent([Recent(str(tmp_path / f"{n}.annotator"), f"Project {n}", "") for n in range(12)])
    page.resize(1024, 700)
    QApplication.processEvents()
    assert page.size().toTuple() == (1024, 700)
    bottom = page.drop_area.mapTo(page, page.drop_area.rect().bottomLeft()).y()
    assert bottom == 700 - 32 - 1


def test_articles_dropped_anywhere_on_the_page_begin_a_project(
    page: StartPage, heard: Heard, tmp_path: Path, drag_files: Callable
) -> None:
    dragging = drag_files(page, [tmp_path / "articles"])
    assert dragging.enter()
    assert page.drop_area.held_over
    dragging.drop()
    assert not page.drop_area.held_over
    assert heard == [("files_dropped", ([str(tmp_path / "articles")], "Ann"))]


def test_files_dropped_before_a_name_is_there_are_kept_until_it_is(
    qtbot: QtBot, page: StartPage, heard: Heard, tmp_path: Path, drag_files: Callable
) -> None:
    page.name_pane.field.edit.clear()
    dragging = drag_files(page, [tmp_path / "one.docx"])
    dragging.enter()
    dragging.drop()
    assert heard == []
    qtbot.keyClicks(page.name_pane.field.edit, "Ann")
    qtbot.keyClick(page.name_pane.field.edit, Qt.Key.Key_Return)
    assert heard == [("files_dropped", ([str(tmp_path / "one.docx")], "Ann"))]


def test_a_file_held_over_the_name_field_is_not_typed_into_it(page: StartPage) -> None:
    assert not page.name_pane.field.edit.acceptDrops()


def test_the_keys_on_the_cards_are_those_of_the_actions(page: StartPage) -> None:
    before = page.new_card.grab().toImage()
    page.show_shortcuts(new="Ctrl+Shift+N", open_="")
    assert page.new_card.grab().toImage() != before


@pytest.mark.parametrize(("width", "height"), [(1024, 700), (1100, 700), (1440, 900)])
def test_at_every_size_the_cards_stand_where_the_picture_has_them(page: StartPage, width: int, height: int) -> None:
    page.resize(width, height)
    QApplication.processEvents()
    places = [card.mapTo(page, card.rect().topLeft()) for card in (page.sample_card, page.new_card, page.open_card)]
    assert [place.y() for place in places] == [64, 136, 208]
    assert {card.height() for card in (page.sample_card, page.new_card, page.open_card)} == {64}
    assert page.name_pane.width() == 400
    assert places[0].x() >= 456


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_focused_field_has_its_ring_in_both_themes(page: StartPage, dress: Callable, choice: str) -> None:
    dress(choice)
    page.name_pane.field.edit.setFocus()
    focused = page.name_pane.field.grab().toImage()
    page.open_card.setFocus()
    assert page.name_pane.field.grab().toImage() != focused


def test_every_control_has_a_name(page: StartPage, unnamed: Callable[[QWidget], list[str]]) -> None:
    assert unnamed(page) == []
