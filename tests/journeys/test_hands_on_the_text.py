"""The selection grows and shrinks, a passage is copied with where it stands, one code is seen alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analyst import SENTENCE
from PySide6.QtGui import QGuiApplication

from annotator.model import edits

if TYPE_CHECKING:
    from journeys.analyst import Analyst


def _selected(analyst: Analyst) -> str:
    view = analyst.window.page.view
    passage = view.passage()
    return view.text[slice(*passage)] if passage else ""


def test_w_widens_from_word_to_paragraph_and_shift_w_goes_back(ann: Analyst) -> None:
    ann.press("J", "J", "W")
    assert _selected(ann) == "The"
    widths = []
    for _ in range(4):
        ann.press("W")
        widths.append(_selected(ann))
    assert SENTENCE in widths
    assert widths[-1].endswith("Then the council decides.")
    while _selected(ann) != SENTENCE:
        ann.press("Shift+W")
    ann.press("1")
    assert ann.coded() == [("C11", SENTENCE)]


def test_p_takes_the_paragraph(ann: Analyst) -> None:
    ann.press("J", "J", "P", "1")
    assert ann.coded()[0][1].startswith(SENTENCE)
    assert ann.coded()[0][1].endswith("Then the council decides.")


def test_the_shortest_coding_is_two_keys_and_takes_the_sentence_to_its_end(reader: Analyst) -> None:
    reader.press("J", "J")
    steps = len(reader.project.history())
    reader.press("J", "1")
    assert _last(reader) == "Nothing was settled there."
    reader.press("J", "2")
    assert _last(reader) == "They meet again."
    assert len(reader.project.history()) == steps + 2


def _last(analyst: Analyst) -> str:
    return analyst.coded()[-1][1]


def test_what_is_copied_with_its_citation_can_be_pasted_as_it_is(ann: Analyst) -> None:
    article = ann.workspace.desk.article
    assert article is not None
    known = edits.set_metadata(article=article, author="A. Reporter", publication="The Paper", published="2024-03-14")
    ann.workspace.session.do(known)
    ann.select("buy care together")
    ann.press("Ctrl+Shift+C")
    cited = "(A. Reporter, “Boards may share one budget”, The Paper, 14 March 2024, paragraph 2)"
    assert QGuiApplication.clipboard().text() == f"“buy care together” {cited}"
    assert ann.echo() == "Copied with citation, paragraph 2"
    ann.press("Esc")
    ann.select("“Patients see one service.”")
    ann.press("Ctrl+Shift+C")
    assert QGuiApplication.clipboard().text().startswith("“Patients see one service.” (A. Reporter, ")


def test_one_code_is_seen_alone_until_all_are_shown_again(ann: Analyst) -> None:
    ann.press("J", "J", "1", "J", "2", "Ctrl+Shift+O")
    codings = ann.window.page.view.codings
    shown = {mark.label for mark in codings.marks.values() if codings.passes is None or codings.passes(mark)}
    assert shown == {"C4"}
    assert ann.workspace.hands.strip.isVisible()
    assert "Only C4" in ann.workspace.hands.strip.sentence.text()
    assert len(ann.coded()) == 2, "nothing is gone"
    ann.press("Ctrl+J", "Ctrl+K")
    assert ann.workspace.hands.strip.isVisible(), "it goes with one from article to article"
    ann.click(ann.workspace.hands.strip.button)
    assert codings.passes is None
    assert not ann.workspace.hands.strip.isVisible()
    ann.press("J", "J")
    assert not ann.window.actions_.by_id["show_all_codes"].isEnabled()


def test_a_family_shows_the_codes_below_it_and_another_project_shows_all(ann: Analyst) -> None:
    ann.window.page.codes.switch.only_used_picked.emit(False)
    ann.press("J", "J", "1", "J", "3")
    ann.click_code("Governance")
    ann.press("Ctrl+Shift+O")
    codings = ann.window.page.view.codings
    assert codings.passes is not None
    assert [mark.label for mark in codings.marks.values() if codings.passes(mark)] == ["G3"]
    ann.window.close_project()
    assert codings.passes is None
