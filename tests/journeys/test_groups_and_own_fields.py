"""Ann gathers twenty articles in a group, with a field of her own; filters, exports, and takes all back."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from journeys.analyst import Analyst, make_project
from making import everything
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu

from annotator.model import edits
from annotator.preferences import Preferences, save_preferences
from annotator.project.project import Project
from annotator.ui import messages
from annotator.ui.extracts.export_window import ExportWindow
from annotator.ui.library.dragging import articles_data

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.ui.extracts.export_choice import ExportChoice
    from annotator.ui.library.article_form import ArticleForm
    from annotator.ui.library.article_list import ArticleList
    from annotator.ui.library_commands import LibraryCommands

PUBLICATIONS = ("Harbour Post", "Valley News", "", "Weekly Record")


@pytest.fixture
def library(analyst: Analyst, tmp_path: Path) -> Analyst:
    """Ann with twenty articles of three publications before her; five of them have none."""
    texts = {f"Report {n:02}": f"Report {n:02}\n\nBy Jane Sample\n\nThe board decides number {n}." for n in range(20)}
    path = make_project(tmp_path / "library.annotator", texts)
    with Project.open(path) as project:
        project.join("Ann")
        for n, article in enumerate(project.articles()):
            change = edits.set_metadata(
                article=article, publication=PUBLICATIONS[n % 4], published=f"20{15 + n % 2}-0{1 + n % 9}-01"
            )
            if change:
                project.do(change, kind="setup")
    save_preferences(Preferences(coder="Ann"))
    assert analyst.window.open_project(path, "Ann")
    return analyst


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Answer every question with yes, and keep what was asked."""
    questions: list[str] = []

    def agree(_parent: object, sentence: str, verb: str) -> bool:
        questions.append(f"{sentence} [{verb}]")
        return True

    monkeypatch.setattr(messages, "confirm", agree)
    return questions


def shown(articles: ArticleList) -> list[str]:
    model = articles.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def click_row(ann: Analyst, title: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    view = ann.window.page.articles.view
    index = next(view.model().index(row, 0) for row in range(view.model().rowCount())
                 if view.model().index(row, 0).data() == title)  # fmt: skip
    view.scrollTo(index)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, view.visualRect(index).center())


def commands(ann: Analyst) -> LibraryCommands:
    return ann.workspace.found.library


def form(ann: Analyst) -> ArticleForm:
    made = ann.workspace.found.articles.form
    assert made is not None
    ann.qtbot.waitUntil(made.isActiveWindow)
    return made


def back(ann: Analyst) -> None:
    ann.window.activateWindow()
    ann.qtbot.waitUntil(ann.window.isActiveWindow)


def titles_in(ann: Analyst, group: str) -> list[str]:
    members = [one.article for one in ann.project.memberships() if one.group == group]
    return [article.title for article in ann.project.articles() if article.id in members]


def add_region(ann: Analyst) -> None:
    ann.window.actions_.by_id["own_fields"].trigger()
    window = commands(ann).fields
    assert window is not None
    ann.qtbot.waitUntil(window.isActiveWindow)
    window.name.setFocus()
    ann.type("Region")
    window.kind.setCurrentIndex(3)
    window.choices.setFocus()
    ann.type("North")
    ann.press("Return")
    ann.type("South")
    ann.press("Ctrl+Return")
    assert [(field.name, field.choice_list) for field in ann.project.fields()] == [("Region", ("North", "South"))]
    window.close()
    back(ann)


def _export(ann: Analyst, out: Path, group: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Export the extracts of one group by the window."""

    def ask(window: ExportWindow) -> ExportChoice:
        window.out_field.setText(str(out))
        window.group.setCurrentIndex(window.group.findText(group, Qt.MatchFlag.MatchContains))
        return window.choice()

    monkeypatch.setattr(ExportWindow, "ask", ask)
    ann.press("Ctrl+E")
    ann.qtbot.waitUntil(lambda: not ann.window.transfers.busy)


def test_twenty_articles_are_gathered_described_filtered_exported_and_all_is_taken_back(
    library: Analyst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, articles = library, library.window.page.articles
    before = everything(ann.project)
    assert [row for row in shown(articles) if not row.startswith("Report")] == [
        "Harbour Post", "Valley News", "Weekly Record", "Publication not known",
    ]  # fmt: skip

    click_row(ann, "Report 01")
    click_row(ann, "Report 17", Qt.KeyboardModifier.ShiftModifier)  # all of Valley News
    assert len(articles.view.selected()) == 5
    commands(ann).choice.new_wanted.emit(articles.view.meant())
    window = commands(ann).groups
    assert window is not None
    ann.qtbot.waitUntil(window.isActiveWindow)
    ann.type("Pilot")
    assert window.main_button.text() == "Add with 5 articles"
    ann.press("Ctrl+Return")
    window.close()
    back(ann)
    pilot = ann.project.groups()[0]
    assert titles_in(ann, pilot.id) == [f"Report {n:02}" for n in (1, 5, 9, 13, 17)]
    assert len(articles.view.selected()) == 5, "they stay selected, so that more can be said of them"

    add_region(ann)
    articles.view.setFocus()
    ann.press("F2")
    choice = form(ann).own.inputs[ann.project.fields()[0].id]
    assert isinstance(choice, QComboBox)
    choice.setCurrentIndex(choice.findData("North"))
    assert form(ann).windowTitle() == "Facts of 5 articles"
    ann.press("Ctrl+Return")
    back(ann)
    assert [one.value for one in ann.project.field_values()] == ["North"] * 5
    assert ann.project.undo_label() == "Describe 5 articles"

    articles.pick(f"field/{ann.project.fields()[0].id}:North")
    assert len(articles.shown_articles()) == 5
    assert [chip.text() for chip in articles.chips.chips.values()] == ["Region: North"]

    click_row(ann, "Report 05")
    ann.press("J", "J", "1")
    out = tmp_path / "out.csv"
    _export(ann, out, "Pilot", monkeypatch)
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["article_title"], row["publication"], row["field_Region"]) for row in rows] == [
        ("Report 05", "Valley News", "North")
    ]

    back(ann)
    for _ in range(4):
        ann.press("Ctrl+Z")
    assert everything(ann.project) == before
    assert len(shown(articles)) == 24, "a pick of what is gone is gone too"


def drop_on(ann: Analyst, titles: list[str], heading: str) -> bool:
    """Drop articles on a heading, as the mouse does; tell whether they were taken."""
    view = ann.window.page.articles.view
    ids = [article.id for article in ann.project.articles() if article.title in titles]
    index = next(view.model().index(row, 0) for row in range(view.model().rowCount())
                 if view.model().index(row, 0).data() == heading)  # fmt: skip
    view.scrollTo(index)
    at, data = view.visualRect(index).center(), articles_data(ids)
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(at, *how)
    QApplication.sendEvent(view.viewport(), entering)
    moving = QDragMoveEvent(at, *how)
    QApplication.sendEvent(view.viewport(), moving)
    dropping = QDropEvent(QPointF(at), *how)
    QApplication.sendEvent(view.viewport(), dropping)
    return moving.isAccepted()


def test_dropped_on_a_heading_articles_go_into_the_group_or_get_the_choice(library: Analyst) -> None:
    ann, articles = library, library.window.page.articles
    ann.project.do(edits.add_group(name="Pilot", groups=(), coder=ann.workspace.session.coder))
    change = edits.add_field(
        name="Region", kind="choice", choices="North\nSouth", fields=(), coder=ann.workspace.session.coder
    )
    ann.project.do(change)
    assert not drop_on(ann, ["Report 03"], "Harbour Post"), "a publication is no group"

    articles.head.menu.grouping_chosen.emit("group")
    assert shown(articles)[:2] == ["Pilot", "In no group"]
    assert drop_on(ann, ["Report 03", "Report 08"], "Pilot")
    assert titles_in(ann, ann.project.groups()[0].id) == ["Report 03", "Report 08"]
    assert ann.notice() == "2 articles are in “Pilot”."
    assert drop_on(ann, ["Report 03"], "Pilot")
    assert ann.notice() == "Already in “Pilot”; nothing was changed."

    articles.head.menu.grouping_chosen.emit(f"field/{ann.project.fields()[0].id}")
    assert drop_on(ann, ["Report 03"], "South")
    assert [one.value for one in ann.project.field_values()] == ["South"]
    ann.press("Ctrl+Z", "Ctrl+Z")
    assert (ann.project.field_values(), ann.project.memberships()) == ([], [])


def test_the_menu_of_several_rows_puts_them_in_and_takes_them_out(library: Analyst) -> None:
    ann, view = library, library.window.page.articles.view
    some = ann.project.articles()[:1]
    ann.project.do(edits.add_group(name="Pilot & Co", groups=(), coder=ann.workspace.session.coder, articles=some))
    for title, held in (
        ("Report 00", Qt.KeyboardModifier.NoModifier),
        ("Report 04", Qt.KeyboardModifier.ControlModifier),
    ):
        click_row(ann, title, held)

    def groups() -> dict[str, QAction]:
        view.customContextMenuRequested.emit(view.visualRect(view.currentIndex()).center())
        menu = ann.workspace.found.articles.verbs.menu
        assert menu is not None
        shown = [action.text() for action in menu.actions()]
        assert shown == ["Facts of 2 articles…", "Suggested facts…", "Groups of 2 articles"]
        inner = menu.actions()[2].menu()
        assert isinstance(inner, QMenu)
        return {action.text(): action for action in inner.actions() if action.text()}

    assert list(groups()) == ["Pilot && Co\tsome", "New group…"]
    groups()["Pilot && Co\tsome"].trigger()
    assert titles_in(ann, ann.project.groups()[0].id) == ["Report 00", "Report 04"]
    assert groups()["Pilot && Co"].isChecked()
    groups()["Pilot && Co"].trigger()
    assert ann.project.memberships() == []


def test_where_articles_differ_the_form_says_so_and_leaves_what_is_not_touched(library: Analyst) -> None:
    ann = library
    click_row(ann, "Report 00")
    click_row(ann, "Report 01", Qt.KeyboardModifier.ControlModifier)
    view = ann.window.page.articles.view
    view.setFocus()
    ann.press("F2")
    made = form(ann)
    assert (made.fields["publication"].text(), made.fields["publication"].placeholderText()) == ("", "several values")
    assert "title" not in made.fields
    made.fields["author"].setFocus()
    ann.type("A Writer")
    ann.press("Ctrl+Return")
    found = [(one.author, one.publication) for one in ann.project.articles()[:2]]
    assert found == [("A Writer", "Harbour Post"), ("A Writer", "Valley News")]


def test_an_empty_field_offers_what_the_text_says_with_its_line_and_one_key_takes_it(library: Analyst) -> None:
    ann = library
    click_row(ann, "Report 02")
    ann.window.actions_.by_id["describe_article"].trigger()
    made = form(ann)
    assert list(made.offers) == ["author"]
    assert made.offers["author"].line.text() == "line 3: “By Jane Sample”"
    made.fields["author"].setFocus()
    ann.press("Right")
    assert made.fields["author"].text() == "Jane Sample"
    assert not made.offers["author"].isVisible()
    ann.press("Ctrl+Return")
    assert ann.project.articles()[2].author == "Jane Sample"


def test_a_value_of_the_wrong_kind_is_told_in_the_form_and_nothing_is_written(library: Analyst) -> None:
    ann = library
    ann.project.do(edits.add_field(name="Beds", kind="number", fields=(), coder=ann.workspace.session.coder))
    ann.window.actions_.by_id["describe_article"].trigger()
    made = form(ann)
    beds = made.own.inputs[ann.project.fields()[0].id]
    assert isinstance(beds, QLineEdit)
    beds.setText("about twelve")
    ann.press("Ctrl+Return")
    assert made.sentence.text().startswith("“about twelve” is no number")
    assert ann.project.field_values() == []
    beds.setText("12")
    ann.press("Ctrl+Return")
    assert [one.value for one in ann.project.field_values()] == ["12"]


def test_deleting_a_field_or_group_says_what_goes_and_undo_brings_it_back(library: Analyst, asked: list[str]) -> None:
    ann, coder = library, library.workspace.session.coder
    ann.project.do(edits.add_group(name="Pilot", groups=(), coder=coder, articles=ann.project.articles()[:3]))
    ann.project.do(edits.add_field(name="Beds", kind="number", fields=(), coder=coder))
    field = ann.project.fields()[0]
    ann.project.do(edits.set_value(field=field, articles=ann.project.articles()[:7], value="4", values=()))
    before = everything(ann.project)
    ann.window.actions_.by_id["own_fields"].trigger()
    ann.window.actions_.by_id["group_articles"].trigger()
    fields, groups = commands(ann).fields, commands(ann).groups
    assert fields is not None
    assert groups is not None
    for window in (fields, groups):
        window.list.setCurrentRow(0)
        ann.click(window.delete_button)
        window.close()
    assert asked == [
        "Delete the field “Beds”: 7 values of articles go with it. Undo brings everything back. [Delete]",
        "Delete the group “Pilot”: 3 articles in it stay in the project. Undo brings the group back. [Delete]",
    ]
    assert (ann.project.fields(), ann.project.groups(), len(ann.project.articles())) == ([], [], 20)
    back(ann)
    ann.press("Ctrl+Z", "Ctrl+Z")
    assert everything(ann.project) == before


def test_a_group_and_a_choice_get_other_names_in_their_windows(library: Analyst) -> None:
    ann, coder = library, library.workspace.session.coder
    ann.project.do(edits.add_group(name="Pilot", groups=(), coder=coder))
    ann.project.do(edits.add_field(name="Region", kind="choice", choices="North\nSouth", fields=(), coder=coder))
    field = ann.project.fields()[0]
    ann.project.do(edits.set_value(field=field, articles=ann.project.articles()[:2], value="North", values=()))
    ann.window.actions_.by_id["group_articles"].trigger()
    groups = commands(ann).groups
    assert groups is not None
    groups.list.setCurrentRow(0)
    assert groups.name.text() == "Pilot"
    groups.name.setText("Pilot study")
    ann.click(groups.rename_button)
    groups.close()
    ann.window.actions_.by_id["own_fields"].trigger()
    fields = commands(ann).fields
    assert fields is not None
    fields.list.setCurrentRow(0)
    fields.choices.show_text("The north\nSouth")
    ann.click(fields.main_button)
    assert [group.name for group in ann.project.groups()] == ["Pilot study"]
    assert {one.value for one in ann.project.field_values()} == {"The north"}
    fields.choices.show_text("South\nEast\nWest")
    ann.click(fields.main_button)
    assert "2 articles would hold “The north”" in fields.sentence.text()
    fields.choices.show_text("The north\nSouth")
    fields.close()


def test_headings_and_what_is_folded_are_there_the_next_morning(
    library: Analyst, anew: Callable[[Analyst], Analyst]
) -> None:
    ann = library
    ann.window.page.articles.head.menu.grouping_chosen.emit("year")
    click_row(ann, "2016")
    later = anew(ann)
    assert shown(later.window.page.articles)[:2] == ["2015", "Report 00"]
    assert shown(later.window.page.articles)[-1] == "2016"
    assert later.workspace.desk.article is not None
