"""Moments that decide whether somebody stays: what the analyst sees, and what is in the file afterwards.

A first comparison has its own with the page that shows it.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx import Document
from importing.real_articles import FOLDER, real_articles
from journeys.analyst import SENTENCE, Analyst, dropped
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from annotator.model.canonical import text_sha256
from annotator.model.edits.articles import set_metadata
from annotator.project.checking import check_project
from annotator.ui.article.margin_painter import LABEL_GAP, NAME_PIXELS, PADDING
from annotator.ui.article.marks import KEY_POINTS
from annotator.ui.theme import control_font, reading_font

if TYPE_CHECKING:
    from collections.abc import Callable


def inks(analyst: Analyst, start: int, end: int) -> int:
    """Return how many pixels of a passage are as dark as text."""
    view = analyst.window.page.view
    image = view.viewport().grab(view.passage_rect(start, end)).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(QColor(pixel).lightness() < 110 for pixel in pixels)


def needed(label: str, name: str) -> float:
    """Return the width that label and name need beside a bar."""
    widths = []
    for text, weight in ((label, 600), (name, 400)):
        font = control_font(weight=weight)
        font.setPixelSize(NAME_PIXELS)
        widths.append(QFontMetricsF(font).horizontalAdvance(text))
    return PADDING + widths[0] + LABEL_GAP + widths[1] + PADDING


def test_the_first_window_shows_a_sample_that_is_coded_and_can_be_read(analyst: Analyst) -> None:
    analyst.press("Ctrl+A")
    analyst.type("Ann")
    analyst.press("Tab", "Space", "Space")
    view, desk = analyst.window.page.view, analyst.workspace.desk
    assert desk.article is not None
    assert desk.text.startswith(desk.article.title)
    assert len(desk.articles) == 5
    assert view.codings.marks, "somebody's work is there to look at"
    first = min(view.codings.marks.values(), key=lambda mark: mark.start)
    view.scroll_to(first.start, first.end)
    assert inks(analyst, first.start, first.end) > 100, "the words are painted"
    assert QFontInfo(reading_font(12)).family().startswith("Literata")
    assert any(row.bar is not None for row in view.margin.plan().rows)
    assert view.hasFocus()
    assert check_project(analyst.project.path) == []


def test_first_drag_and_digit_name_the_code_at_the_place_and_leave_the_focus(ann: Analyst) -> None:
    ann.select("buy care together")
    view = ann.window.page.view
    place = view.passage()
    assert place is not None
    ann.press("1")
    assert ann.coded() == [("C11", "buy care together")]
    assert ann.echo() == "C11 Mixed model"
    assert view.echo.isVisible()
    line = view.passage_rect(*place).translated(view.viewport().pos())
    assert abs(view.echo.geometry().center().y() - line.center().y()) <= 2 * line.height(), "it is named at its place"
    assert view.rect().contains(view.echo.geometry())
    assert view.hasFocus()
    assert view.passage() == place, "the passage stays for a second code"
    assert ann.saved().startswith("All saved, ")


def test_after_the_first_slip_undo_goes_back_to_the_place_and_names_it(ann: Analyst) -> None:
    ann.press("J", "J", "1")
    assert ann.menu_text("undo") == "Undo Code passage: C11 Mixed model"
    ann.press("Ctrl+J")
    assert ann.workspace.desk.text.startswith("Wards")
    ann.press("Ctrl+Z")
    assert ann.workspace.desk.text.startswith("Boards")
    assert ann.window.page.view.sentence() == (29, 29 + len(SENTENCE))
    assert ann.echo() == "Undone: Code passage: C11 Mixed model"
    assert ann.coded() == []
    ann.press("3")
    assert ann.coded() == [("G3", SENTENCE)], "the right key goes to the place of the slip"


def test_two_codes_on_one_sentence_can_both_be_read_in_the_margin(ann: Analyst) -> None:
    ann.press("J", "J", "1", "2")
    assert sorted(ann.coded()) == [("C11", SENTENCE), ("C4", SENTENCE)]
    margin = ann.window.page.view.margin
    rows = [row for row in margin.plan().rows if row.bar is not None]
    assert {row.bar.mark.label for row in rows if row.bar} == {"C11", "C4"}
    first, second = (margin.name_rect(row) for row in rows)
    assert not first.intersects(second)
    for row, rect in zip(rows, (first, second), strict=True):
        assert row.bar is not None
        assert QRectF(margin.rect()).contains(rect)
        assert rect.width() >= needed(row.bar.mark.label, row.bar.mark.name), "nothing of the name is cut off"


@pytest.mark.parametrize(("typed", "label"), [("vet", "G8"), ("f3", "F3")])
def test_a_code_that_is_looked_for_is_defined_before_it_is_taken(ann: Analyst, typed: str, label: str) -> None:
    ann.press("J", "J", "Return")
    ann.type(typed)
    shown = ann.window.page.codes.definition
    assert ann.code(label).definition.split(".")[0] in shown.text.toPlainText()
    assert ann.coded() == []
    ann.press("Return")
    assert ann.coded() == [(label, SENTENCE)]
    assert ann.window.page.view.hasFocus()


OWN = [
    "The ferry stays another winter",
    "14 March 2024 By Ada Quill",
    "“We cannot wait,” said Ben Rowe, the chair\u00a0– 😀 and others nodded when they had heard it.",
    "Related: What the bridge cost the council",
    "Ada Holm, who runs the yard, did not agree. “The boats are old,” she said. “Nobody looks after them.”",
    "“Too late” was painted on the wall of the harbour office, naïve café, שלום.",
    "- 2",
    "The council votes in May, and the yard waits for what comes of it.",
]


def test_an_article_of_ones_own_is_dropped_in_and_no_letter_is_lost(ann: Analyst, tmp_path: Path) -> None:
    file = Document()
    for paragraph in OWN:
        file.add_paragraph(paragraph)
    file.save(str(tmp_path / "own.docx"))
    dropped(ann.window.page.view.viewport(), [tmp_path / "own.docx"])
    ann.qtbot.waitUntil(lambda: ann.workspace.desk.text.startswith("The ferry stays"))
    view, text = ann.window.page.view, ann.workspace.desk.text
    assert [line for line in text.split("\n") if line] == OWN
    assert ann.notice() == "Imported “The ferry stays another winter”: 2 lines set aside, 4 quotations."
    assert [text[mark.start : mark.end] for mark in view.aside_marks] == [OWN[3], OWN[6]]
    for mark in view.aside_marks:
        view.scroll_to(mark.start, mark.end)
        spot = view.passage_rect(mark.start, mark.end).center()
        assert "Set aside: " in view.tip_at(spot), "a grey line explains itself"
        assert "Z brings it back" in view.tip_at(spot)
    speakers = {"We cannot": "Ben Rowe", "The boats": "Ada Holm", "Nobody looks": "Ada Holm", "Too late": ""}
    for words, speaker in speakers.items():
        at = text.index(words)
        view.scroll_to(at, at + len(words))
        said = view.tip_at(view.passage_rect(at, at + len(words)).center())
        assert (f"Spoken by {speaker}, " in said) if speaker else (said == ""), "nobody is named who did not speak"
    ann.select("chair\u00a0– 😀 and")
    ann.press("1")
    assert ann.coded() == [("C11", "chair\u00a0– 😀 and")]
    assert check_project(ann.project.path) == []


@pytest.mark.skipif(not FOLDER, reason="needs ANNOTATOR_REAL_ARTICLES")
def test_real_articles_dropped_in_keep_every_letter_and_say_why_a_line_is_grey(ann: Analyst) -> None:
    dropped(ann.window.page.articles, [Path(FOLDER)])
    ann.looks_at_import()
    ann.press("Ctrl+Return")
    ann.qtbot.waitUntil(lambda: len(ann.project.articles()) == 7)
    there = {article.text_sha256: article for article in ann.project.articles()}
    wrong = Counter[str]()
    for real in real_articles():
        article = there[text_sha256(real.text)]
        assert ann.project.text(article.text_sha256) == real.text
        ann.workspace.open_article(article.id)
        marks = ann.window.page.view.aside_marks
        assert [(mark.start, mark.end) for mark in marks if mark.kind != KEY_POINTS] == real.set_aside
        assert all(mark.why.startswith("Set aside") and mark.why.count(".") > 1 for mark in marks)
        found = {(one.start, one.end): one for one in ann.project.quotations(article.id)}
        named = [(found[judged["start"], judged["end"]], judged) for judged in real.judged["quotations"]]
        wrong.update(one.grade for one, judged in named if one.speaker and one.speaker != real.words(judged["speaker"]))
    assert wrong["sure"] == 0, "whoever is stated as sure spoke"
    assert wrong["likely"] <= 1


def test_after_a_click_in_the_tree_a_digit_still_codes(ann: Analyst) -> None:
    ann.window.page.codes.switch.only_used_picked.emit(False)
    ann.press("J", "J")
    ann.click_code("G3")
    ann.press("1")
    ann.click_code("Governance")
    ann.press("2")
    assert {label for label, _ in ann.coded()} == {"C11", "C4"}


def test_the_next_morning_everything_is_where_it_was(reader: Analyst, anew: Callable[[Analyst], Analyst]) -> None:
    reader.press("J", "J", *["J"] * 90, "1")
    line = reader.window.page.view.caret()
    again = anew(reader)
    view = again.window.page.view
    assert again.workspace.desk.text.startswith("A long report")
    assert view.caret() == line
    assert view.is_shown(line, line + 1)
    assert again.menu_text("undo") == "Undo Code passage: C11 Mixed model"
    again.press("Ctrl+Z")
    assert again.coded() == []
    again.press("Ctrl+Shift+Z")
    assert [label for label, _ in again.coded()] == ["C11"]


def test_the_first_quote_is_pasted_exactly_and_cited(ann: Analyst) -> None:
    article = ann.workspace.desk.article
    assert article is not None
    cited = {"author": "A. Reporter", "publication": "The Paper", "published": "2024-03-14"}
    assert ann.workspace.session.do(set_metadata(article=article, **cited))
    ann.select("“Patients see one service.”")
    ann.press("1", "Ctrl+Shift+C")
    assert QGuiApplication.clipboard().mimeData().formats() == ["text/plain"], "no fonts or colours to clean up"
    letter = QPlainTextEdit()
    ann.qtbot.addWidget(letter)
    letter.paste()
    source = "A. Reporter, “Boards may share one budget”, The Paper, 14 March 2024, paragraph 3"
    assert letter.toPlainText() == f"“Patients see one service.” ({source})"
    QApplication.clipboard().clear()
