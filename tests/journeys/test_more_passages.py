"""Passages like those of a code are suggested from five codings on, taken by one key and turned down by another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from annotator.model import edits
from annotator.model.edits.correcting import correct_text
from annotator.model.records import Coding
from annotator.ui.article.coding_rows import CodingRows
from annotator.ui.article.tips import tip

if TYPE_CHECKING:
    from journeys.analyst import Analyst

    from annotator.ui.finding.suggestions_window import SuggestionsWindow


def code_paragraphs(ann: Analyst, label: str, numbers: range) -> None:
    """Code the beginning of some paragraphs of the report, as Ann would one by one."""
    desk, code = ann.workspace.desk, ann.code(label)
    assert desk.article is not None
    for number in numbers:
        words = f"tells how the boards met for the {number}th time"
        start = desk.text.index(words)
        made = edits.code_passage(
            article=desk.article, text=desk.text, start=start, end=start + len(words), code=code,
            coder=desk.session.coder,
        )  # fmt: skip
        assert desk.session.do(made)
    ann.workspace.selection.set_code(code.id)


@pytest.fixture
def suggestions(reader: Analyst) -> SuggestionsWindow:
    code_paragraphs(reader, "F3", range(4, 10))
    reader.workspace.finding.suggesting.suggest_passages()
    made = reader.workspace.finding.suggesting.window
    assert made is not None
    reader.qtbot.waitUntil(lambda: made.rows.rowCount() > 0 and made.isActiveWindow())
    return made


def listed(suggestions: SuggestionsWindow) -> list[str]:
    return [suggestions.rows.row_at(row).text for row in range(suggestions.rows.rowCount())]


def look_again(reader: Analyst, suggestions: SuggestionsWindow) -> None:
    reader.workspace.finding.suggesting.suggest_passages()
    assert suggestions.rows.rowCount() == 0, "the list is made anew"
    reader.qtbot.waitUntil(lambda: suggestions.rows.rowCount() > 0)


def test_enter_codes_a_suggestion_and_undo_names_it_and_brings_it_back(
    reader: Analyst, suggestions: SuggestionsWindow
) -> None:
    before = listed(suggestions)
    first = suggestions.rows.row_at(0)
    assert "boards" in {first.text[start:end] for start, end in first.words}
    reader.press("Return")
    assert ("suggested", first.text) in [(coding.origin, coding.quote) for coding in reader.codings()]
    assert listed(suggestions) == before[1:]
    assert reader.project.undo_label() == f"Code suggested passage: {reader.code('F3').title}"
    reader.press("Ctrl+Z")
    assert first.text not in [coding.quote for coding in reader.codings()]
    assert listed(suggestions) == before
    reader.press("Ctrl+Shift+Z")
    assert ("suggested", first.text) in [(coding.origin, coding.quote) for coding in reader.codings()]
    assert listed(suggestions) == before[1:]


def test_a_coding_says_that_it_was_suggested(reader: Analyst, suggestions: SuggestionsWindow) -> None:
    start = suggestions.rows.row_at(0).suggestion.start
    reader.press("Return")
    view = reader.window.page.view
    (mark,) = (reader.workspace.desk.mark(reader.workspace.desk.codings[one]) for one in view.marks_at(start))
    assert ", suggested" in tip([mark])
    rows = CodingRows()
    rows.show([mark], view.text, view.marks_at)
    assert ", suggested" in rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_j_and_k_walk_and_x_turns_down_for_good(reader: Analyst, suggestions: SuggestionsWindow) -> None:
    before, codings = listed(suggestions), len(reader.coded())
    reader.press("J", "J", "K")
    assert suggestions.list.currentIndex().row() == 1
    reader.press("X")
    assert listed(suggestions) == [before[0], *before[2:]]
    assert suggestions.list.currentIndex().row() == 1
    assert len(reader.coded()) == codings
    look_again(reader, suggestions)
    assert before[1] not in listed(suggestions)
    path = reader.project.path
    reader.window.close_project()
    assert reader.window.open_project(path, "Ann")
    assert [one.code for one in reader.project.declined()] == [reader.code("F3").id]


def test_what_was_turned_down_can_be_looked_at_and_brought_back(
    reader: Analyst, suggestions: SuggestionsWindow
) -> None:
    before = listed(suggestions)
    button = suggestions.buttons["turned_down_passages"]
    assert not button.isVisible()
    reader.press("X", "X", "X")
    assert button.text() == "Show those turned down (3)"
    reader.press("T")
    assert listed(suggestions) == before[:3]
    assert "3 passages turned down" in suggestions.said.text()
    reader.press("X")
    assert listed(suggestions) == before[:3], "what is turned down is not turned down again"
    reader.press("J", "Return")
    assert listed(suggestions) == [before[0], before[2]]
    reader.press("T")
    assert listed(suggestions) == before[1:2] + before[3:]
    reader.press("Ctrl+Z")
    assert listed(suggestions) == before[3:]
    assert button.text() == "Show those turned down (3)"


def test_undo_of_turning_down_brings_the_row_back_where_it_was(reader: Analyst, suggestions: SuggestionsWindow) -> None:
    before = listed(suggestions)
    reader.press("J", "X")
    assert reader.project.undo_label() == f"Turn down a suggestion: {reader.code('F3').title}"
    reader.press("Ctrl+Z")
    assert listed(suggestions) == before
    assert reader.project.declined() == []


def test_turned_down_stays_so_after_the_text_was_corrected(reader: Analyst, suggestions: SuggestionsWindow) -> None:
    first, desk = suggestions.rows.row_at(0), reader.workspace.desk
    reader.press("X")
    assert desk.article is not None
    assert desk.session.do(
        correct_text(
            article=desk.article, old_text=desk.text, codings=reader.codings(),
            new_text=desk.text.replace("A long report", "A very long report"),
        ).change_set
    )  # fmt: skip
    look_again(reader, suggestions)
    assert first.text in desk.text
    assert first.text not in listed(suggestions)


def test_space_shows_the_passage_in_the_article(reader: Analyst, suggestions: SuggestionsWindow) -> None:
    one = suggestions.rows.row_at(0).suggestion
    reader.press("Space")
    assert reader.window.page.view.passage() == (one.start, one.end)
    reader.window.close_project()
    assert not suggestions.isVisible()


def test_below_five_codings_nothing_is_suggested(reader: Analyst) -> None:
    code_paragraphs(reader, "F3", range(4, 8))
    reader.workspace.finding.suggesting.suggest_passages()
    assert "From 5 codings on" in reader.notice()
    assert reader.workspace.finding.suggesting.window is None


def test_beside_colleagues_nothing_is_suggested_in_what_is_not_finished(reader: Analyst) -> None:
    code_paragraphs(reader, "F3", range(4, 10))
    project, ann = reader.project, reader.workspace.session.coder
    article = reader.workspace.desk.article
    assert article is not None
    project.join("Ben")
    assert project.coder is not None
    text = project.text(article.text_sha256)
    made = edits.code_passage(article=article, text=text, start=0, end=13, code=reader.code("F3"), coder=project.coder)
    assert isinstance(made.changes[0].after, Coding)
    project.do(made)
    project.act_as(ann)
    reader.workspace.finding.suggesting.suggest_passages()
    assert "before you have finished it" in reader.notice()
