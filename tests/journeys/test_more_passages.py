"""Passages like those of a code are suggested from five codings on, taken by one key and turned down by another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.model import edits
from annotator.model.records import Coding

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


def test_enter_codes_a_suggestion_and_undo_names_it(reader: Analyst, suggestions: SuggestionsWindow) -> None:
    first, number = suggestions.rows.row_at(0), suggestions.rows.rowCount()
    assert "boards" in {first.text[start:end] for start, end in first.words}
    reader.press("Return")
    assert first.text in [quote for _, quote in reader.coded()]
    assert suggestions.rows.rowCount() == number - 1
    assert reader.project.undo_label() == f"Code suggested passage: {reader.code('F3').title}"


def test_what_was_turned_down_does_not_come_again(reader: Analyst, suggestions: SuggestionsWindow) -> None:
    first, codings = suggestions.rows.row_at(0), len(reader.coded())
    reader.press("X")
    assert len(reader.coded()) == codings
    suggestions.rows.show([])
    reader.workspace.finding.suggesting.suggest_passages()
    reader.qtbot.waitUntil(lambda: suggestions.rows.rowCount() > 0)
    there = [suggestions.rows.row_at(row).text for row in range(suggestions.rows.rowCount())]
    assert first.text not in there


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
