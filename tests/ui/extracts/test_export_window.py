"""An analyst decides what goes out, and is told before what that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from annotator.model.extracts import ExtractFilter
from annotator.model.records import Article, Code, Coder
from annotator.ui import messages
from annotator.ui.extracts.export_choice import ExportChoice
from annotator.ui.extracts.export_window import ExportWindow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

# What the platform without a screen cannot do is no fault of the window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

DAY = "2016-05-19T14:31:00.000Z"
CODERS = [Coder(id=name.lower(), name=name, created=DAY) for name in ("Ann", "Ben")]
TREE = [("G", "Governance", None), ("G1", "Who answers", "G"), ("G2", "Law", "G"), ("F", "Funding", None)]
CODES = [
    Code(id=code, name=name, parent=parent, position=0, colour="#5635b6", coder="ann", created=DAY)
    for code, name, parent in TREE
]
ARTICLES = [
    Article(id=str(n), position=n, title=f"Briefing {n}", file="", text_sha256="", coder="ann", created=DAY)
    for n in range(1, 4)
]


def _count(chosen: ExtractFilter) -> tuple[int, int, int]:
    """Ten extracts for each article and coder; none of the code Funding alone."""
    coders, articles = len(chosen.coders) or 2, len(chosen.articles) or 3
    return (0, 0, 0) if chosen.codes == ("F",) else (10 * coders * articles, coders, articles)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> ExportWindow:
    made = ExportWindow(CODERS, CODES, ARTICLES, _count, tmp_path / "extracts")
    qtbot.addWidget(made)
    made.show()
    QApplication.processEvents()
    return made


def _click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_at_first_everything_would_go_and_the_button_says_how_much(window: ExportWindow, tmp_path: Path) -> None:
    assert window.sentence.text().startswith("60 extracts, 2 coders, 3 articles will go")
    assert window.export_button.text() == "Export 60 extracts"
    assert window.choice() == ExportChoice(out=tmp_path / "extracts.csv", format="csv", filter=ExtractFilter())


def test_each_tick_is_counted_at_once(window: ExportWindow) -> None:
    window.coders.tick(["ben"])
    window.articles.tick(["1"])
    assert window.export_button.text() == "Export 10 extracts"
    assert window.choice().filter == ExtractFilter(coders=("ben",), articles=("1",))


def test_a_family_takes_its_sub_codes_along_unless_the_analyst_says_otherwise(
    qtbot: QtBot, window: ExportWindow
) -> None:
    family = window.codes.tree.topLevelItem(0)
    family.setCheckState(0, Qt.CheckState.Unchecked)
    assert window.filter().codes == ("F",)
    window.with_subcodes.setChecked(False)
    family.setCheckState(0, Qt.CheckState.Checked)
    assert window.filter().codes == ("G", "F")


def test_nothing_to_export_is_said_and_the_button_is_off(qtbot: QtBot, window: ExportWindow) -> None:
    window.codes.tick(["F"])
    assert not window.export_button.isEnabled()
    assert window.sentence.text().startswith("Nothing to export: no coding fits")
    _click(qtbot, window.coders.all_button)
    assert window.sentence.text() == "Nothing to export: no coder is ticked."
    assert window.export_button.toolTip() == window.sentence.text()
    _click(qtbot, window.coders.all_button)
    _click(qtbot, window.codes.all_button)
    assert window.export_button.isEnabled()


def test_the_format_changes_the_ending_and_what_can_be_asked_for(qtbot: QtBot, window: ExportWindow) -> None:
    window.options.safe_cells.setChecked(True)
    assert window.choice().safe_cells
    _click(qtbot, window.form_switch.buttons["html"])
    assert window.out().name == "extracts.html"
    assert not window.options.safe_cells.isEnabled()
    assert not window.choice().safe_cells
    _click(qtbot, window.form_switch.buttons["csv"])
    assert window.out().name == "extracts.csv"
    assert window.choice().safe_cells


def test_a_name_with_points_in_it_keeps_them(window: ExportWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.out_field.setText(str(tmp_path / "round 2.1"))
    _click(qtbot, window.form_switch.buttons["jsonl"])
    assert window.out().name == "round 2.1.jsonl"


def test_all_that_an_extract_carries_is_in_the_choice(window: ExportWindow) -> None:
    window.options.context.setValue(2)
    window.options.anonymous.setChecked(True)
    window.options.without_texts.setChecked(True)
    window.options.marking.setText("  OFFICIAL ")
    choice = window.choice()
    assert (choice.context, choice.anonymous, choice.without_texts, choice.marking) == (2, True, True, "OFFICIAL")


def test_the_place_is_chosen_in_the_systems_own_way(
    qtbot: QtBot, window: ExportWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([tmp_path / "for the brief", None])
    monkeypatch.setattr(messages, "choose_place_to_save", lambda *_: next(answers))
    _click(qtbot, window.choose_button)
    _click(qtbot, window.choose_button)
    assert window.out() == tmp_path / "for the brief.csv"


@pytest.mark.parametrize("place", ["", "   ", "nowhere/at/all/extracts.csv"])
def test_without_a_place_the_button_says_why_it_is_off(window: ExportWindow, tmp_path: Path, place: str) -> None:
    window.out_field.setText(str(tmp_path / place) if place.strip() else place)
    assert not window.export_button.isEnabled()
    assert "Say where" in window.sentence.text() or "There is no folder" in window.sentence.text()


def test_a_filter_of_the_page_is_kept_and_ticked(qtbot: QtBot, tmp_path: Path) -> None:
    base = ExtractFilter(coders=("ann",), search="veto", agreed=True)
    made = ExportWindow(CODERS, CODES, ARTICLES, _count, tmp_path / "extracts", base)
    qtbot.addWidget(made)
    assert made.coders.ticked() == ("ann",)
    assert made.filter() == base


def test_after_a_failure_the_choices_are_still_there_and_the_window_asks_again(
    qtbot: QtBot, window: ExportWindow
) -> None:
    window.hide()
    window.coders.tick(["ann"])
    QTimer.singleShot(0, lambda: _click(qtbot, window.export_button))
    first = window.ask()
    window.show_failure("The disk is full, so nothing was written. Make room or choose another place.")
    seen: list[str] = []

    def look_and_leave() -> None:
        seen.append(window.failure.text() if window.failure.isVisible() else "")
        qtbot.keyClick(window, Qt.Key.Key_Escape)

    QTimer.singleShot(0, look_and_leave)
    assert window.ask() is None
    assert first == window.choice()
    assert seen[0].startswith("The disk is full")
    window.coders.tick(["ben"])
    assert window.failure.text() == ""


def test_by_keyboard_alone_a_coder_is_left_out_and_the_rest_exported(qtbot: QtBot, window: ExportWindow) -> None:
    window.activateWindow()
    window.coders.tree.setFocus()
    window.coders.tree.setCurrentItem(window.coders.tree.topLevelItem(0))
    qtbot.keyClick(window.coders.tree, Qt.Key.Key_Space)
    assert window.filter().coders == ("ben",)
    with qtbot.waitSignal(window.accepted):
        qtbot.keyClick(window.out_field, Qt.Key.Key_Return)


def test_an_empty_project_offers_nothing_and_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    made = ExportWindow([], [], [], lambda _: (0, 0, 0), tmp_path / "extracts")
    qtbot.addWidget(made)
    assert not made.export_button.isEnabled()
    assert made.sentence.text().startswith("Nothing to export")


def test_a_title_of_four_thousand_letters_and_ten_thousand_articles_fit_the_window(
    qtbot: QtBot, tmp_path: Path
) -> None:
    long = Article(id="0", position=0, title="x" * 4_000, file="", text_sha256="", coder="ann", created=DAY)
    many = [
        Article(id=str(n), position=n, title=f"Briefing {n}", file="", text_sha256="", coder="ann", created=DAY)
        for n in range(1, 10_000)
    ]
    made = ExportWindow(CODERS, CODES, [long, *many], _count, tmp_path / "extracts")
    qtbot.addWidget(made)
    made.show()
    QApplication.processEvents()
    assert made.width() == 820
    _click(qtbot, made.articles.all_button)
    assert made.articles.ticked() == ()


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_it_can_be_drawn_in_both_themes(window: ExportWindow, dress: Callable, choice: str) -> None:
    dress(choice)
    QApplication.processEvents()
    ground = window.grab().toImage().pixelColor(4, 4).name()
    assert ground == {"light": "#f6f5f1", "dark": "#222225"}[choice]


def test_every_control_has_a_name(window: ExportWindow, unnamed: Callable[[QWidget], list[str]]) -> None:
    assert unnamed(window) == []


def test_until_all_is_counted_the_window_says_so_and_then_how_much_goes(qtbot: QtBot, tmp_path: Path) -> None:
    made = ExportWindow(CODERS, CODES, ARTICLES, None, tmp_path / "extracts")
    qtbot.addWidget(made)
    made.articles.tick(["1"])
    assert made.sentence.text() == "Counting what there is to export."
    assert not made.export_button.isEnabled()
    made.take_count(_count)
    assert made.export_button.text() == "Export 20 extracts"
    assert made.export_button.isEnabled()
