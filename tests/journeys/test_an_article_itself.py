"""Ann corrects what is known of an article, and removes one with all that belongs to it; undo brings it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from making import everything
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotator.model import edits
from annotator.project.project import Project
from annotator.ui import messages

if TYPE_CHECKING:
    from journeys.analyst import Analyst

    from annotator.model.records import Article
    from annotator.ui.library.article_form import ArticleForm

BOARDS_TITLE, WARDS_TITLE = "Boards may share one budget", "Wards close for the summer"


def _article(ann: Analyst, title: str) -> Article:
    return next(article for article in ann.project.articles() if article.title == title)


def _row(ann: Analyst, title: str) -> QPoint:
    view = ann.window.page.articles.view
    rows = [view.model().index(row, 0) for row in range(view.model().rowCount())]
    index = next(row for row in rows if row.data() == title)
    view.setCurrentIndex(index)
    return view.visualRect(index).center()


def _form(ann: Analyst) -> ArticleForm:
    form = ann.workspace.found.articles.form
    assert form is not None
    ann.qtbot.waitUntil(form.isActiveWindow)
    return form


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Answer every question with yes, and keep what was asked."""
    questions: list[str] = []

    def agree(_parent: object, sentence: str, verb: str) -> bool:
        questions.append(f"{sentence} [{verb}]")
        return True

    monkeypatch.setattr(messages, "confirm", agree)
    return questions


def test_title_and_facts_are_corrected_in_one_step_and_undo_takes_it_back(ann: Analyst) -> None:
    ann.window.actions_.by_id["describe_article"].trigger()
    form = _form(ann)
    assert form.fields["title"].text() == BOARDS_TITLE
    ann.type("One budget for two")
    for name, words in (("author", " A  Writer "), ("publication", "Sample briefings"), ("published", "2016-05-19")):
        form.fields[name].setText(words)
    ann.press("Ctrl+Return")
    article = _article(ann, "One budget for two")
    assert (article.author, article.publication, article.published) == ("A Writer", "Sample briefings", "2016-05-19")
    assert ann.workspace.found.articles.form is None
    ann.window.activateWindow()
    ann.press("Ctrl+Z")
    assert _article(ann, BOARDS_TITLE).author == ""


def test_a_date_that_is_none_and_an_empty_title_are_refused_in_the_form(ann: Analyst) -> None:
    ann.window.actions_.by_id["describe_article"].trigger()
    form = _form(ann)
    form.fields["published"].setText("May 2016")
    ann.click(form.main_button)
    assert form.sentence.text().startswith("“May 2016” is no date as 2016-05-19")
    form.fields["published"].setText("")
    form.fields["title"].setText(" ")
    ann.click(form.main_button)
    assert form.sentence.text() == "An article needs a title, so nothing was saved. Type one."
    form.fields["title"].setText(BOARDS_TITLE)
    ann.press("Esc")
    assert ann.workspace.found.articles.form is None
    assert [article.title for article in ann.project.articles()] == [BOARDS_TITLE, WARDS_TITLE]


def test_what_is_half_typed_is_not_lost_without_a_question(ann: Analyst, asked: list[str]) -> None:
    ann.window.actions_.by_id["describe_article"].trigger()
    _form(ann).fields["author"].setText("Somebody")
    assert ann.workspace.may_leave()
    assert asked == [f"What you typed about “{BOARDS_TITLE}” is not saved. Leaving loses it. [Leave]"]


def test_f2_in_the_list_describes_the_article_of_the_row_not_the_code(ann: Analyst) -> None:
    view = ann.window.page.articles.view
    _row(ann, WARDS_TITLE)
    view.setFocus()
    ann.press("F2")
    assert _form(ann).article.title == WARDS_TITLE


def test_removing_says_what_goes_with_it_and_undo_brings_everything_back(ann: Analyst, asked: list[str]) -> None:
    ann.press("J", "J", "1", "J", "2", "J", "Z")
    with Project.open(ann.project.path) as script:
        ben, _ = script.join("Ben")
        article, code = script.articles()[0], next(code for code in script.codes() if code.label == "G3")
        text = script.text(article.text_sha256)
        script.do(edits.code_passage(article=article, text=text, start=0, end=6, code=code, coder=ben))
        script.do(edits.write_note(about="article", subject=article.id, text="Why?", coder=ben, existing=None))
    ann.workspace.session.follow()
    before = everything(ann.project)
    ann.window.actions_.by_id["remove_article"].trigger()
    assert asked == [
        f"Remove “{BOARDS_TITLE}”: its text, 3 codings by 2 coders (Ann 2, Ben 1) and 1 memo go with it. "
        "Undo brings everything back. [Remove]"
    ]
    assert [article.title for article in ann.project.articles()] == [WARDS_TITLE]
    assert ann.project.zones() == []
    assert ann.workspace.desk.article == _article(ann, WARDS_TITLE)
    ann.press("Ctrl+Z")
    assert everything(ann.project) == before
    assert ann.workspace.desk.article == _article(ann, BOARDS_TITLE)


def test_the_last_article_goes_too(ann: Analyst, asked: list[str]) -> None:
    for _ in range(2):
        ann.window.actions_.by_id["remove_article"].trigger()
    assert len(asked) == 2
    assert ann.project.articles() == []
    assert ann.workspace.desk.article is None
    ann.window.actions_.by_id["undo"].trigger()
    assert [article.title for article in ann.project.articles()] == [WARDS_TITLE]


def test_the_menu_of_a_row_and_delete_remove_that_article(ann: Analyst, asked: list[str]) -> None:
    view, at = ann.window.page.articles.view, _row(ann, WARDS_TITLE)
    view.customContextMenuRequested.emit(at)
    menu = ann.workspace.found.articles.verbs.menu
    assert menu is not None
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Open", "Title and facts…", "Groups", "Remove article…",
    ]  # fmt: skip
    menu.actions()[0].trigger()
    assert ann.workspace.desk.article == _article(ann, WARDS_TITLE)
    menu.close()
    _row(ann, BOARDS_TITLE)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert [article.title for article in ann.project.articles()] == [WARDS_TITLE]
    assert ann.workspace.desk.article == _article(ann, WARDS_TITLE)
    assert len(asked) == 1
