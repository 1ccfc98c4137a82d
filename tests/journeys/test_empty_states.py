"""Where nothing is there yet the window says what to do, and nothing of what was there before is left over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from annotator.ui.extracts.tick_tree import Choice, TickTree

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst
    from pytestqt.qtbot import QtBot


def test_a_new_project_shows_nothing_of_the_one_before_and_says_how_to_begin(ann: Analyst, tmp_path: Path) -> None:
    ann.press("J", "J", "1", "M")
    ann.type("why")
    ann.press("Ctrl+Return")
    page = ann.window.page
    assert not page.empty.isVisible()
    ann.window.make_project(tmp_path / "new.annotator", "Ann")
    assert page.empty.isVisible()
    assert "Drop files" in page.empty.text()
    assert "why" not in page.codes.memo.editor.toPlainText()
    assert ann.window.status_line.place.label.text() == ""


def test_the_menu_shows_whether_the_highlighter_is_on(ann: Analyst) -> None:
    ann.press("J", "J", "1", "H")
    highlighter = ann.window.actions_.by_id["highlighter"]
    assert highlighter.isChecked()
    ann.press("Esc")
    assert not highlighter.isChecked()


def test_a_head_counts_what_is_asked_about(qtbot: QtBot) -> None:
    choices = [Choice("article", "Boards"), Choice("a", "one", "article"), Choice("b", "two", "article")]
    tree = TickTree("Codings", choices, of={"a", "b"})
    qtbot.addWidget(tree)
    tree.tick(("article", "a"))
    assert "Codings 1 of 2" in [label.text() for label in tree.findChildren(QLabel)]
