"""One's own articles come in by dropping them: no letter lost, the window stays usable, a bad file is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analyst import BOARDS, dropped
from PySide6.QtWidgets import QApplication

from annotator.ui.library.import_words import row_line

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst


def _file(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_an_article_dropped_on_the_text_is_opened_letter_for_letter(ann: Analyst, tmp_path: Path) -> None:
    text = "A heading\n\nAn emoji 😀, a no\u00a0break space and שלום.\n\nLast line"
    dropped(ann.window.page.view.viewport(), [_file(tmp_path, "own.txt", text)])
    ann.qtbot.waitUntil(lambda: ann.workspace.desk.text == text)
    assert ann.notice() == "Imported “own”."
    ann.select("😀, a no\u00a0break")
    ann.press("1")
    assert ann.coded() == [("C11", "😀, a no\u00a0break")]


def test_files_dropped_on_the_list_or_anywhere_in_the_window_come_in(ann: Analyst, tmp_path: Path) -> None:
    dropped(ann.window.page.articles, [_file(tmp_path, "one.txt", "First of mine.")])
    ann.qtbot.waitUntil(lambda: len(ann.project.articles()) == 3)
    ann.qtbot.waitUntil(lambda: not ann.window.transfers.busy)
    dropped(ann.window, [_file(tmp_path, "two.md", "Second of mine.")])
    ann.qtbot.waitUntil(lambda: len(ann.project.articles()) == 4)
    ann.qtbot.waitUntil(lambda: ann.workspace.desk.text == "Second of mine.")


def test_a_bad_file_is_named_and_the_good_ones_come_in(ann: Analyst, tmp_path: Path) -> None:
    bad = tmp_path / "broken.docx"
    bad.write_bytes(b"no Word file at all")
    dropped(ann.window.page.view.viewport(), [bad, _file(tmp_path, "good.txt", "A good one.")])
    assert "Cannot be read" in row_line(ann.looks_at_import().rows[0])
    ann.press("Ctrl+Return")
    ann.qtbot.waitUntil(lambda: ann.workspace.desk.text == "A good one.")
    assert "broken.docx" in ann.notice()


def test_the_same_text_is_not_taken_twice(ann: Analyst, tmp_path: Path) -> None:
    dropped(ann.window.page.view.viewport(), [_file(tmp_path, "again.txt", BOARDS)])
    ann.qtbot.waitUntil(lambda: "skipped" in ann.notice())
    assert "same text as “Boards may share one budget”" in ann.notice()
    assert ann.window.imports.window is None, "there is nothing to decide"
    assert len(ann.project.articles()) == 2


def test_three_hundred_files_come_in_while_one_goes_on_coding(ann: Analyst, tmp_path: Path) -> None:
    files = [_file(tmp_path, f"note {number}.txt", f"Note {number}. It is short.") for number in range(300)]
    ann.press("J", "J")
    ann.window.import_files(files)
    turns = 0
    while ann.window.transfers.busy:
        QApplication.processEvents()
        turns += 1
        if turns == 3:
            ann.press("1")
    assert turns > 20, "the window went on answering"
    assert len(ann.project.articles()) == 2, "nothing is written before it was looked at"
    assert len(ann.looks_at_import().rows) == 300
    ann.press("Ctrl+Return")
    assert len(ann.project.articles()) == 302
    assert [coding.quote for coding in ann.project.codings()] == ["The two boards will buy care together from April."]
    assert ann.window.page.articles.head.isVisible()
    assert len(ann.window.page.articles.shown_articles()) == 302
    ann.press("Ctrl+Z")
    assert len(ann.project.articles()) == 2, "the import was one gesture"
    assert ann.workspace.desk.article is not None, "another article is opened in place of the one that went"


def test_an_import_is_stopped_and_changes_nothing(ann: Analyst, tmp_path: Path) -> None:
    files = [_file(tmp_path, f"note {number}.txt", f"Note {number}.") for number in range(500)]
    ann.window.import_files(files)
    ann.window.progress.pressed.emit()
    ann.qtbot.waitUntil(lambda: not ann.window.transfers.busy)
    assert len(ann.project.articles()) == 2
    assert ann.notice() == "The import was stopped; nothing was changed."


def test_an_import_that_ends_after_another_project_was_opened_leaves_both_alone(ann: Analyst, tmp_path: Path) -> None:
    first = ann.project.path
    files = [_file(tmp_path, f"note {number}.txt", f"Note {number}.") for number in range(50)]
    ann.window.import_files(files)
    ann.window.make_project(tmp_path / "second.annotator", "Ann")
    ann.qtbot.waitUntil(lambda: not ann.window.transfers.busy)
    assert ann.project.articles() == []
    assert "nothing was imported" in ann.notice()
    assert ann.window.open_project(first, "Ann")
    assert len(ann.project.articles()) == 2, "nobody had looked at the files yet"
