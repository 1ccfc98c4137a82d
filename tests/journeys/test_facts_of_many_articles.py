"""Ann takes the dates that forty texts print with a few clicks, sees each line, and takes all back in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journeys.test_every_window_for_everyone import assert_for_everyone
from PySide6.QtCore import Qt

from annotator.model import edits
from annotator.model.edits.articles import NewArticle
from annotator.ui.library.facts_model import ARTICLE, TICK
from annotator.ui.library.import_chosen_facts import ChosenFacts

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst

    from annotator.ui.library.facts_window import FactsWindow

TEXT = (
    "Harbour {0} opens its books\n\n{0} March 2024 By Ada Quill\n\nThe harbour board opened its books on Monday to all."
)
NUMBER = 20


@pytest.fixture
def harbours(ann: Analyst) -> Analyst:
    """Ann with twenty articles of which nothing is known but their files' names."""
    coder = ann.project.coder
    assert coder is not None
    new = [
        NewArticle(title=f"scan {one}", file=f"scan {one}.txt", text=TEXT.format(one)) for one in range(1, NUMBER + 1)
    ]
    ann.project.do(edits.import_articles(articles=new, coder=coder, position=5))
    ann.workspace.session.follow()
    return ann


def suggested(ann: Analyst) -> FactsWindow:
    ann.window.actions_.by_id["suggested_facts"].trigger()
    window = ann.workspace.found.facts.window
    assert window is not None
    ann.qtbot.waitUntil(lambda: bool(window.kinds) and all(0 < box.width() < 300 for box in window.kinds.values()))
    ann.qtbot.waitUntil(window.isActiveWindow)
    return window


def known(ann: Analyst, name: str) -> list[str]:
    return [str(getattr(one, name)) for one in ann.project.articles() if one.file.startswith("scan")]


def test_all_dates_are_taken_at_once_one_is_left_and_one_undo_takes_them_back(harbours: Analyst) -> None:
    window = suggested(harbours)
    assert window.kinds["published"].text() == f"All dates (0 of {NUMBER})"
    assert not window.main_button.isEnabled()
    first = next(row for row in window.model.rows if row.name == "published")
    assert (first.value, first.source) == ("2024-03-01", "line 3: “1 March 2024 By Ada Quill”")
    harbours.click(window.kinds["published"])
    assert window.main_button.text() == f"Take {NUMBER} facts"
    window.table.setCurrentIndex(window.model.index(window.model.rows.index(first), ARTICLE))
    window.table.setFocus()
    harbours.press("Space")
    assert window.kinds["published"].text() == f"All dates ({NUMBER - 1} of {NUMBER})"
    assert not window.kinds["published"].isChecked()
    harbours.press("Ctrl+Return")
    assert known(harbours, "published") == ["", *(f"2024-03-{day:02}" for day in range(2, NUMBER + 1))]
    assert set(known(harbours, "author")) == {""}
    harbours.window.activateWindow()
    harbours.qtbot.waitUntil(harbours.window.isActiveWindow)
    assert "19 facts of 19 articles taken" in harbours.notice()
    harbours.press("Ctrl+Z")
    assert set(known(harbours, "published")) == {""}


def test_a_fact_is_looked_at_in_its_article_and_what_was_said_meanwhile_stays(harbours: Analyst) -> None:
    window = suggested(harbours)
    row = next(place for place, one in enumerate(window.model.rows) if one.name == "author" and one.title == "scan 7")
    window.table.setCurrentIndex(window.model.index(row, ARTICLE))
    window.table.opened.emit(row)
    assert harbours.workspace.desk.article is not None
    assert harbours.workspace.desk.article.title == "scan 7"
    seventh = harbours.workspace.desk.article
    harbours.workspace.session.do(edits.set_metadata(article=seventh, author="A. Quill"))
    harbours.click(window.kinds["author"])
    harbours.click(window.main_button)
    authors = known(harbours, "author")
    assert authors[6] == "A. Quill"
    assert set(authors) == {"A. Quill", "Ada Quill"}


def test_texts_that_tell_nothing_more_are_said_to(ann: Analyst) -> None:
    ann.window.actions_.by_id["suggested_facts"].trigger()
    window = ann.workspace.found.facts.window
    assert window is not None
    ann.qtbot.waitUntil(lambda: "nothing about themselves" in window.head.text())
    assert not window.main_button.isEnabled()


def test_in_the_import_window_the_authors_of_all_texts_are_left_out_at_once(ann: Analyst, tmp_path: Path) -> None:
    for one in range(1, 4):
        (tmp_path / f"scan {one}.txt").write_text(TEXT.format(one), encoding="utf-8")
    ann.window.import_files([tmp_path / f"scan {one}.txt" for one in range(1, 4)])
    window = ann.looks_at_import()
    ann.click(window.foot.facts_button)
    chosen = window.findChild(ChosenFacts)
    assert chosen is not None
    ann.qtbot.waitUntil(chosen.isActiveWindow)
    ann.qtbot.waitUntil(lambda: all(0 < box.width() < 300 for box in chosen.kinds.values()))
    assert chosen.main_button.text() == "Keep 9 facts"
    ann.click(chosen.kinds["author"])
    titled = next(place for place, row in enumerate(chosen.model.rows) if row.name == "title")
    chosen.model.setData(
        chosen.model.index(titled, TICK), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole
    )
    ann.click(chosen.main_button)
    ann.qtbot.waitUntil(window.isActiveWindow)
    assert [one.title for one in window.rows] == ["scan 1", "Harbour 2 opens its books", "Harbour 3 opens its books"]
    ann.click(window.foot.facts_button)
    again = next(one for one in window.findChildren(ChosenFacts) if one.isVisible())
    assert again.main_button.text() == "Keep 5 facts"
    ann.click(again.kinds["author"])
    ann.click(again.main_button)
    ann.press("Ctrl+Return")
    ann.qtbot.waitUntil(lambda: len(known(ann, "author")) == 3)
    assert known(ann, "author") == ["Ada Quill"] * 3
    assert known(ann, "published") == ["2024-03-01", "2024-03-02", "2024-03-03"]


def test_the_window_with_facts_is_for_everyone(harbours: Analyst) -> None:
    assert_for_everyone(harbours, suggested(harbours))


def test_of_several_selected_articles_only_these_are_looked_at(harbours: Analyst) -> None:
    articles = harbours.window.page.articles.view
    articles.setFocus()
    harbours.press("End", "Shift+Up")
    meant = articles.meant()
    assert len(meant) == 2
    harbours.workspace.found.articles.verbs.wanted.emit("suggested_facts", meant[0])
    window = harbours.workspace.found.facts.window
    assert window is not None
    harbours.qtbot.waitUntil(lambda: bool(window.kinds))
    assert {row.article for row in window.model.rows} == set(meant)
