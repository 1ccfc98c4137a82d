"""A PDF comes in, a passage on its third page is coded, cited and exported: the page is found again in each."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from importing.formats.pdf_making import Pdf
from journeys.analyst import dropped
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst

WORDS = "Only page three says that the money is ring-fenced."


def _report(path: Path) -> Path:
    pdf = Pdf(info={"Title": "The money report"})
    for page in (1, 2, 3, 4):
        pdf.new_page()
        pdf.write(f"Chapter {page}", 60, 760, size=16, bold=True)
        pdf.write(WORDS if page == 3 else f"This is what page {page} says of the boards.", 60, 700)
    path.write_bytes(pdf.data())
    return path


def test_the_page_of_a_passage_goes_from_the_file_to_the_citation_and_the_export(ann: Analyst, tmp_path: Path) -> None:
    dropped(ann.window, [_report(tmp_path / "report.pdf")])
    ann.qtbot.waitUntil(lambda: WORDS in ann.workspace.desk.text)
    ann.select("the money is ring-fenced")
    assert "page 3" in ann.window.status_line.place.label.text()
    ann.press("1", "Ctrl+Shift+C")
    assert ann.coded() == [("C11", "the money is ring-fenced")]
    assert QGuiApplication.clipboard().text().endswith("p. 3)")
    assert ann.echo() == "Copied with citation, p. 3"

    path, out = ann.project.path, tmp_path / "extracts.csv"
    assert main(["export", str(path), str(out)]) == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        assert [(row["text"], row["page"], row["page_end"]) for row in csv.DictReader(file)] == [
            ("the money is ring-fenced", "3", "")
        ]
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db:
        assert db.execute("SELECT page, paragraph FROM extract").fetchall() == [(3, 6)]


def test_a_heading_of_a_file_looks_as_one_and_nothing_of_its_marks_is_seen(ann: Analyst, tmp_path: Path) -> None:
    text = "# A plan\n\nThe **two** boards met.\n\n## Later\n\n- One [link](https://example.org) of many"
    file = tmp_path / "plan.md"
    file.write_text(text, encoding="utf-8")
    dropped(ann.window, [file])
    ann.qtbot.waitUntil(lambda: ann.workspace.desk.text == text)
    view = ann.window.page.view
    assert view.signs.reading == "A plan\n\nThe two boards met.\n\nLater\n\nOne link of many"

    ann.press("Ctrl+F")
    ann.type('"two boards"')
    ann.press("Return", "Escape")
    assert view.passage() == (text.index("two"), text.index(" met"))
    ann.press("1")
    assert ann.coded() == [("C11", "two** boards")]
    ann.press("Ctrl+F")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "two boards", "what is looked for is what is read"
