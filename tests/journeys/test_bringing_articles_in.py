"""Articles are looked at before they come in: facts set right, lines kept, a correction taken, all undone at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journeys.analyst import BOARDS, WARDS, dropped
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator.project.checking import check_project
from annotator.ui import messages
from annotator.ui.library.import_words import row_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from journeys.analyst import Analyst

    from annotator.jobs.incoming import Incoming
    from annotator.ui.library.import_window import ImportWindow

HARBOUR = """Harbour board opens its books

14 March 2024 By Ada Quill

The harbour board will publish its accounts from May, its chair has told DOCKS.

“Nobody should have to ask twice,” said Ben Rowe, the chair of the board.

The accounts go back three years, and every contract above a small sum is in them.

Related: What the council paid for the bridge

The unions welcomed the step and asked for the wages as well, which the board refused.
"""
CORRECTED = BOARDS.replace("called the plan hasty", "called the plan much too hasty")
FERRY = "The ferry stays for another winter. The council pays, and the boats are old."


@pytest.fixture(autouse=True)
def never_stuck(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a window that is closed by a test that failed go without a question."""
    monkeypatch.setattr(messages, "confirm", lambda *_: True)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Return a folder: a new article, a new text of one that is there, one there already, one that is broken."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    texts = {"a harbour.txt": HARBOUR, "b boards.txt": CORRECTED, "c wards.txt": WARDS, "e ferry.md": FERRY}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "d broken.docx").write_bytes(b"no Word file at all")
    return folder


@pytest.fixture
def clipboard() -> Iterator[QMimeData]:
    """Return what will lie on the clipboard once it is put there; nothing stays there."""
    yield QMimeData()
    QApplication.clipboard().clear()


def states(window: ImportWindow) -> dict[str, str]:
    return {one.file: one.state for one in window.rows}


def shown(window: ImportWindow) -> Incoming:
    return window.rows[window.current()]


def test_several_are_dropped_looked_at_set_right_imported_and_undone_at_once(ann: Analyst, inbox: Path) -> None:
    ann.select("A member of the other board")
    ann.press("1")
    before = ann.project.articles()
    dropped(ann.window.page.view.viewport(), [inbox])
    window = ann.looks_at_import()
    assert states(window) == {
        "a harbour.txt": "ready", "b boards.txt": "other text", "c wards.txt": "same", "d broken.docx": "failed",
        "e ferry.md": "ready",
    }  # fmt: skip
    assert row_line(window.rows[3]).startswith("Cannot be read: it is no Word file")
    assert ann.project.articles() == before, "nothing is written before it was looked at"

    assert shown(window).file == "b boards.txt", "it opens on what is to be decided"
    assert window.side.choice.currentText() == "Correct “Boards may share one budget”"
    assert "1 coding" in window.side.outcome.text()

    window.list.setFocus()
    ann.press("Home")
    facts = window.side.facts
    assert facts.fields["published"].text() == "2024-03-14"
    assert "14 March 2024 By Ada Quill" in facts.sources["published"].text()
    assert facts.fields["author"].text() == "Ada Quill"
    assert "1 quotation, 1 speaker: Ben Rowe" in window.side.quotations.text()
    ann.press("F6", "F6", "Tab", "Tab", "Tab")
    assert facts.fields["published"].hasFocus()
    ann.press("Ctrl+A")
    ann.type("2024-03-15")
    assert facts.sources["published"].text() == "typed here"

    ann.press("F6", "Home")
    new = shown(window).article
    assert new is not None
    zones = new.zones
    related = next(place for place, zone in enumerate(zones) if zone.kind == "related link")
    assert [(mark.start, mark.kind) for mark in window.preview.aside_marks] == [(zones[related].start, "related link")]
    ann.press(*["Down"] * related, "Space")
    assert window.preview.aside_marks == [], "the line is running text again"

    ann.press("Ctrl+Return")
    ann.qtbot.waitUntil(lambda: len(ann.project.articles()) == 4)
    harbour = next(one for one in ann.project.articles() if one.file == "a harbour.txt")
    assert (harbour.title, harbour.author, harbour.published) == (
        "Harbour board opens its books", "Ada Quill", "2024-03-15",
    )  # fmt: skip
    assert ann.workspace.desk.text == HARBOUR
    kept = next(zone for zone in ann.project.zones(harbour.id) if zone.kind == "related link")
    assert (kept.state, kept.reason) == ("kept", "set by hand before the import")
    boards = next(one for one in ann.project.articles() if one.title == "Boards may share one budget")
    assert ann.project.text(boards.text_sha256) == CORRECTED
    (coding,) = ann.project.codings(articles=[boards.id])
    assert CORRECTED[coding.start : coding.end] == "A member of the other board"
    told = ann.notice()
    assert told.startswith("2 articles imported: 1 quotation. 1 article corrected")
    assert "c wards.txt was skipped: same text as “Wards close for the summer”" in told
    assert "d broken.docx is no Word file" in told

    ann.press("Ctrl+Z")
    assert [one.title for one in ann.project.articles()] == [one.title for one in before]
    assert ann.project.articles() == before, "new ones and the correction were one gesture"
    assert check_project(ann.project.path) == []


def test_what_did_not_come_in_is_listed_to_be_copied(ann: Analyst, inbox: Path) -> None:
    ann.window.import_files([inbox])
    window = ann.looks_at_import()
    window.list.setFocus()
    ann.press("End", "Space", "Ctrl+Return")
    ann.click(next(one for one in ann.window.notices.buttons if one.text().startswith("What did not")))
    left_out = ann.window.imports.after.left_out
    assert left_out is not None
    ann.click(left_out.copy_button)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert [line.split(" ")[1] for line in lines] == ["wards.txt", "broken.docx", "ferry.md"]
    assert lines[-1] == "e ferry.md was left out by choice."
    QGuiApplication.clipboard().clear()


def test_what_comes_of_another_import_does_not_wait_behind_the_last_one(ann: Analyst, inbox: Path) -> None:
    ann.window.import_files([inbox])
    ann.looks_at_import()
    ann.press("Ctrl+Return")
    assert "d broken.docx is no Word file" in ann.notice()
    (inbox / "g late.txt").write_text("The late ferry\n\nIt left an hour late, on a Monday.", encoding="utf-8")

    ann.window.import_files([inbox / "g late.txt"])
    ann.qtbot.waitUntil(lambda: ann.notice().startswith("Imported “The late ferry”"))

    assert ann.window.notices.waiting() == 0


def test_one_plain_file_goes_straight_in_and_what_was_set_aside_is_a_button_away(ann: Analyst, inbox: Path) -> None:
    dropped(ann.window.page.articles, [inbox / "a harbour.txt"])
    ann.qtbot.waitUntil(lambda: ann.workspace.desk.text == HARBOUR)
    assert ann.window.imports.window is None
    assert ann.notice() == "Imported “Harbour board opens its books”: 1 line set aside, 1 quotation."
    ann.click(ann.window.notices.buttons[0])
    aside = ann.workspace.found.zones.window
    assert aside is not None
    assert aside.isVisible()
    assert "Related: What the council paid" in aside.list.item(0).text()


def test_a_new_text_of_an_article_may_be_added_or_left_out_instead(ann: Analyst, inbox: Path) -> None:
    ann.window.import_files([inbox / "b boards.txt"])
    window = ann.looks_at_import()
    assert window.foot.import_button.text() == "Correct 1 article"
    window.side.choice.setFocus()
    ann.press("Down")
    assert (shown(window).choice, window.foot.import_button.text()) == ("add", "Import 1 article")
    ann.press("Down")
    assert not window.foot.import_button.isEnabled()
    ann.press("Up", "Ctrl+Return")
    titles = [one.title for one in ann.project.articles()]
    assert titles.count("Boards may share one budget") == 2


def test_codings_that_a_correction_leaves_in_doubt_are_a_button_away(ann: Analyst, tmp_path: Path) -> None:
    ann.select("The plan goes to a vote in March.")
    ann.press("1")
    without = BOARDS.replace("The plan goes to a vote in March. ", "")
    (tmp_path / "boards.txt").write_text(without, encoding="utf-8")
    ann.window.import_files([tmp_path / "boards.txt"])
    window = ann.looks_at_import()
    assert "1 lost, kept with their words" in window.side.outcome.text()
    assert window.side.moved.head.text() == "Your passages: 1 lost"
    assert window.side.moved.list.item(0).text().endswith("lost\nbefore: The plan goes to a vote in March.")
    ann.press("Ctrl+Return")
    assert "1 coding wants a look" in ann.notice()
    ann.click(next(one for one in ann.window.notices.buttons if one.text().startswith("Passages to look at")))
    places = ann.workspace.finding.correcting.places
    assert places is not None
    assert places.isVisible()


def test_what_a_correction_does_is_listed_passage_by_passage_and_can_be_looked_at(ann: Analyst, tmp_path: Path) -> None:
    ann.select("The plan goes to a vote in March.")
    ann.press("1")
    ann.select("A member of the other board")
    ann.press("1")
    corrected = BOARDS.replace("goes to a vote", "will be put to a vote").replace("The", "First of all. The", 1)
    (tmp_path / "boards.txt").write_text(corrected, encoding="utf-8")
    ann.window.import_files([tmp_path / "boards.txt"])
    window = ann.looks_at_import()
    told = [window.side.moved.list.item(row).text() for row in range(window.side.moved.list.count())]
    assert [one.split("\n")[1:] for one in told] == [
        ["before: The plan goes to a vote in March.", "after: The plan will be put to a vote in March."],
        ["A member of the other board"],
    ]
    assert told[1].split("\n")[0].endswith("sure, moves along")
    window.side.moved.list.setFocus()
    ann.press("Down")
    start, end = window.preview.passage() or (0, 0)
    assert corrected[start:end] == "A member of the other board"


def test_what_was_said_of_an_import_goes_with_it_when_it_is_taken_back(ann: Analyst, inbox: Path) -> None:
    ann.window.import_files([inbox / "a harbour.txt"])
    ann.qtbot.waitUntil(lambda: ann.workspace.desk.text == HARBOUR)
    assert ann.notice().startswith("Imported “Harbour board opens its books”")
    ann.press("Ctrl+Z")
    assert "Imported" not in ann.notice()
    ann.press("Ctrl+Shift+Z")
    assert len(ann.project.articles()) == 3


def test_a_guessed_encoding_is_shown_and_another_one_is_chosen(ann: Analyst, tmp_path: Path) -> None:
    words = "Порт открыт. Совет платит за зиму, лодки старые."
    (tmp_path / "port.txt").write_bytes(words.encode("cp1251"))
    dropped(ann.window, [tmp_path / "port.txt"])
    window = ann.looks_at_import()
    assert "a guess" in window.side.encoding_line.text()
    ann.press("F6", "F6")
    ann.type("x")
    box = window.side.encoding
    box.setFocus()
    while box.currentText() != "Windows-1251":
        before = box.currentText()
        box.setCurrentIndex(box.findText("Windows-1251"))
        assert box.currentText() != before
    box.activated.emit(box.currentIndex())
    ann.qtbot.waitUntil(lambda: window.preview.text == words)
    assert window.side.facts.fields["title"].text().endswith("x"), "what was typed stays"
    ann.press("Ctrl+Return")
    assert ann.workspace.desk.text == words


def test_a_copied_web_page_is_pasted_as_an_article(ann: Analyst, clipboard: QMimeData) -> None:
    clipboard.setHtml(
        "<h1>Ferry stays</h1><p>The ferry stays for another winter.</p><figcaption>The ferry at night</figcaption>"
        "<p>“We are glad,” said Ada Quill.</p>"
    )
    clipboard.setText("Ferry stays The ferry stays")
    QGuiApplication.clipboard().setMimeData(clipboard)
    ann.press("Ctrl+V")
    window = ann.looks_at_import()
    assert window.preview.text.startswith("Ferry stays\nThe ferry stays for another winter.")
    assert [mark.kind for mark in window.preview.aside_marks] == ["caption"]
    ann.press("Ctrl+Return")
    assert ann.workspace.desk.article is not None
    assert ann.workspace.desk.article.title == "Ferry stays"


def test_an_empty_clipboard_pastes_nothing_and_copied_files_come_in_as_dropped_ones(
    ann: Analyst, inbox: Path, clipboard: QMimeData
) -> None:
    QGuiApplication.clipboard().clear()
    ann.press("Ctrl+V")
    window = ann.looks_at_import()
    assert "The clipboard holds no text" in window.message.text()
    assert not window.foot.import_button.isEnabled()
    ann.press("Esc")
    assert ann.window.imports.window is None
    clipboard.setUrls([QUrl.fromLocalFile(str(inbox / "a harbour.txt"))])
    QGuiApplication.clipboard().setMimeData(clipboard)
    ann.press("Ctrl+V")
    ann.qtbot.waitUntil(lambda: ann.workspace.desk.text == HARBOUR)


def test_rows_of_a_table_become_articles_by_the_columns_that_are_chosen(ann: Analyst, tmp_path: Path) -> None:
    rows = ["Nr;Antwort;Headline;Date;Other", *(
        f"{number};{FERRY} {FERRY} This is answer {number}.;Answer {number};2024-03-0{number};Note {number}"
        for number in range(1, 4)
    )]  # fmt: skip
    (tmp_path / "answers.csv").write_text("\n".join(rows), encoding="utf-8")
    dropped(ann.window, [tmp_path / "answers.csv"])
    window = ann.looks_at_import()
    assert [one.title for one in window.rows] == ["answers.csv", "Answer 1", "Answer 2", "Answer 3"]
    window.list.setCurrentIndex(window.list.files.index(0, 0))
    boxes = window.columns.boxes
    assert boxes["text"].currentText() == "Antwort"
    assert "the longest is taken" in window.columns.said.text()
    boxes["title"].setCurrentIndex(boxes["title"].findText("Other"))
    boxes["title"].activated.emit(boxes["title"].currentIndex())
    ann.qtbot.waitUntil(lambda: [one.title for one in window.rows[1:]] == ["Note 1", "Note 2", "Note 3"])
    ann.press("Ctrl+Return")
    ann.qtbot.waitUntil(lambda: len(ann.project.articles()) == 5)
    assert [(one.title, one.published) for one in ann.project.articles()[2:]] == [
        ("Note 1", "2024-03-01"), ("Note 2", "2024-03-02"), ("Note 3", "2024-03-03"),
    ]  # fmt: skip


def test_leaving_asks_only_where_something_was_decided(
    ann: Analyst, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = [False, True]

    def confirm(_parent: object, sentence: str, _verb: str) -> bool:
        asked.append(sentence)
        return answers.pop(0)

    monkeypatch.setattr(messages, "confirm", confirm)
    ann.window.import_files([inbox])
    ann.looks_at_import()
    ann.press("Esc")
    assert (asked, ann.window.imports.window) == ([], None)
    ann.window.import_files([inbox])
    window = ann.looks_at_import()
    tick = window.list.visualRect(window.list.files.index(0, 0)).topLeft() + QPoint(20, 26)
    ann.click(window.list.viewport(), tick)
    assert row_line(window.rows[0]) == "Left out"
    ann.press("Esc")
    assert ann.window.imports.window is window, "kept, since the analyst did not want to lose it"
    ann.press("Esc")
    assert ann.window.imports.window is None
    assert len(asked) == 2
    assert len(ann.project.articles()) == 2


def test_more_files_are_added_and_a_wrong_date_keeps_them_from_coming_in(
    ann: Analyst, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "choose_files", lambda *_, **__: [inbox / "a harbour.txt"])
    monkeypatch.setattr(messages, "choose_folder", lambda *_, **__: inbox)
    ann.press("Ctrl+I")
    window = ann.looks_at_import()
    ann.click(window.foot.folder_button)
    ann.qtbot.waitUntil(lambda: len(window.rows) == 6)
    assert window.rows[1].state == "same"
    assert "which is among these files" in window.rows[1].why
    window.list.setCurrentIndex(window.list.files.index(0, 0))
    window.side.facts.fields["published"].setFocus()
    ann.press("Ctrl+A")
    ann.type("2024-13-01")
    assert "is no date" in window.foot.said.text()
    assert not window.foot.import_button.isEnabled()
    ann.press("Ctrl+Return")
    assert len(ann.project.articles()) == 2
    ann.press("Ctrl+A", "Del", "Ctrl+Return")
    ann.qtbot.waitUntil(lambda: len(ann.project.articles()) == 4)


def test_names_and_texts_of_strange_files_are_never_read_as_markup(ann: Analyst, tmp_path: Path) -> None:
    (tmp_path / "<img src=x>.txt").write_text("<b>Bold</b> words here\n\nRelated: <i>more</i>\n", encoding="utf-8")
    (tmp_path / "other.txt").write_text(FERRY, encoding="utf-8")
    ann.window.import_files([tmp_path / "<img src=x>.txt", tmp_path / "other.txt"])
    window = ann.looks_at_import()
    files = window.list.files
    assert "&lt;img" in files.data(files.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert "&lt;i&gt;" in window.side.zones.item(0).toolTip()


def test_reading_more_files_is_stopped_in_the_window_and_what_was_there_stays(ann: Analyst, tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    many = [tmp_path / f"note {number}.txt" for number in range(400)]
    for path in many:
        path.write_text(f"{path.name}. {FERRY}", encoding="utf-8")
    ann.window.imports.import_files([tmp_path / "ferry.txt"], asked=True)
    window = ann.looks_at_import()
    dropped(window, many)
    assert window.foot.stop_button.isVisible()
    assert not window.foot.import_button.isEnabled(), "not while it reads"
    ann.click(window.foot.stop_button)
    ann.qtbot.waitUntil(lambda: not ann.window.transfers.busy)
    assert [one.file for one in window.rows] == ["ferry.txt"]
    assert window.foot.import_button.isEnabled()
    assert ann.notice() == "The import was stopped; nothing was changed."
