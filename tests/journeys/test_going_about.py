"""From article to article: in the order of the list, back and forward; answers come and go without a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst


def _open(ann: Analyst) -> str:
    assert ann.workspace.desk.article is not None
    return ann.workspace.desk.article.title


def test_the_next_article_is_the_next_one_of_the_list_as_it_is_sorted_and_filtered(
    ann: Analyst, tmp_path: Path
) -> None:
    for name in ("Zebra", "Apple"):
        (tmp_path / f"{name}.txt").write_text(f"{name}\n\nAbout the {name}.", encoding="utf-8")
    ann.window.import_files(sorted(tmp_path.glob("*.txt")))
    ann.looks_at_import()
    ann.press("Ctrl+Return")
    assert _open(ann) == "Apple"
    ann.qtbot.waitUntil(ann.window.isActiveWindow)
    ann.window.page.articles.head.sorting_chosen.emit("title")
    titles = []
    for _ in range(3):
        ann.press("Ctrl+J")
        titles.append(_open(ann))
    assert titles == ["Boards may share one budget", "Wards close for the summer", "Zebra"]
    ann.press("Ctrl+J")
    assert ann.notice() == "That was the last article of the list."
    ann.window.page.articles.field.setText("a")
    ann.window.page.articles.field.setText("apple")
    ann.window.page.view.setFocus()
    ann.press("Ctrl+J")
    assert _open(ann) == "Apple"


def test_where_i_was_and_back_again(ann: Analyst) -> None:
    ann.press("J", "J", "J")
    line = ann.window.page.view.caret()
    ann.click_article("Wards close for the summer")
    ann.press("Alt+Left")
    assert _open(ann) == "Boards may share one budget"
    assert ann.window.page.view.caret() == line
    ann.press("Alt+Right")
    assert _open(ann) == "Wards close for the summer"
    ann.press("Alt+Right")
    assert _open(ann) == "Wards close for the summer"


def test_escape_leaves_one_thing_after_the_other(ann: Analyst) -> None:
    ann.press("J", "J", "1", "H")
    ann.press("J", "Shift+J")
    ann.window.tell("The disk is full.", "problem")
    assert ann.workspace.coding.highlighting
    ann.press("Esc")
    assert not ann.workspace.coding.highlighting
    assert ann.window.page.view.passage() is not None
    ann.press("Esc")
    assert ann.window.page.view.passage() is None
    assert ann.workspace.selection.coding is not None
    ann.press("Esc")
    assert ann.workspace.selection.coding is None
    assert ann.notice() == "The disk is full."
    ann.press("Esc")
    assert ann.notice() == ""


def test_larger_smaller_and_usual_text(ann: Analyst) -> None:
    ann.press("J", "J", "1")
    line, usual = ann.window.page.view.caret(), ann.window.page.view.font().pointSizeF()
    ann.press("Ctrl++", "Ctrl++")
    assert ann.window.page.view.font().pointSizeF() == usual + 2
    ann.press("Ctrl+-", "Ctrl+-", "Ctrl+-")
    assert ann.window.page.view.font().pointSizeF() == usual - 1
    ann.press("Ctrl+0")
    assert ann.window.page.view.font().pointSizeF() == usual
    assert ann.window.page.view.caret() == line
    assert [label for label, _ in ann.coded()] == ["C11"]


@pytest.mark.parametrize(("action", "paper"), [("use_dark_theme", "#1a1a1c"), ("use_light_theme", "#fffefc")])
def test_light_and_dark_are_taken_at_once(ann: Analyst, action: str, paper: str) -> None:
    ann.window.actions_.by_id[action].trigger()
    picture = ann.window.page.view.viewport().grab().toImage()
    assert picture.pixelColor(picture.width() - 5, 5).name() == paper
    assert ann.window.actions_.by_id[action].isChecked()
    ann.window.actions_.by_id["use_light_theme"].trigger()


def test_closing_in_the_middle_of_an_import_leaves_all_of_it_or_nothing(ann: Analyst, tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"note {number}.txt").write_text(f"Note {number}.", encoding="utf-8")
    path = ann.project.path
    ann.window.import_files(sorted(tmp_path.glob("*.txt")))
    ann.window.close()
    QApplication.processEvents()
    with Project.open(path) as project:
        assert len(project.articles()) in (2, 202)
