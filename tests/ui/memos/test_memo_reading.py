"""Whatever stands in a memo is shown, nothing in it is loaded or opened, and links can be reached by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFont, QTextDocument
from PySide6.QtTest import QTest

from annotator.ui.memos.formatted import MemoPart, OfflineDocument, show_memos
from annotator.ui.memos.memo_reading import MemoReading
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

LINK = "annotator:coding/0a1b"

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def reading(qtbot: QtBot) -> MemoReading:
    """A place to read memos, 300 wide."""
    made = MemoReading("Memo")
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def shown(memo: str) -> list[str]:
    document = OfflineDocument()
    show_memos(document, [MemoPart(memo)])
    return [document.findBlockByNumber(number).text() for number in range(document.blockCount())]


@pytest.mark.parametrize(
    ("memo", "lines"),
    [
        ("one\ntwo", ["one", "two"]),
        ("---\nhidden: no\n---\nafter", ["hidden: no", "after"]),
        ("a <script>x</script> <img src=x> b", ["a <script>x</script> <img src=x> b"]),
        ("<table><tr><td>x</td></tr></table>", ["<table><tr><td>x</td></tr></table>"]),
        ("![words](file:///etc/passwd)", ["[picture: file:///etc/passwd]"]),
        ("10\u00a0per cent, 👩‍⚕️, عرب", ["10\u00a0per cent, 👩‍⚕️, عرب"]),
    ],
)
def test_everything_that_stands_in_a_memo_is_shown(memo: str, lines: list[str]) -> None:
    assert [line for line in shown(memo) if line] == lines


def test_strong_words_have_the_faces_own_weight(reading: MemoReading) -> None:
    reading.show_memos(MemoPart("plain **strong** plain *slanted*"))
    pieces, fonts = reading.document().begin().begin(), {}
    while not pieces.atEnd():
        piece = pieces.fragment()
        fonts[piece.text().strip()] = piece.charFormat().font()
        pieces += 1
    wght = QFont.Tag("wght")
    assert (fonts["strong"].weight(), fonts["strong"].variableAxisValue(wght)) == (600, 600)
    assert (fonts["slanted"].italic(), fonts["slanted"].weight()) == (True, 400)
    assert fonts["plain"].weight() == 400


def test_no_picture_and_no_style_sheet_is_loaded(tmp_path: Path) -> None:
    file = tmp_path / "picture.png"
    file.write_bytes(b"anything")
    document = OfflineDocument()
    for kind in QTextDocument.ResourceType:
        assert document.resource(kind.value, QUrl.fromLocalFile(str(file))) is None
    assert document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl("data:image/png;base64,AA==")) is None


def test_nothing_is_opened_whatever_link_is_pressed(reading: MemoReading, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    asked: list[str] = []
    reading.link_opened.connect(asked.append)
    reading.show_memos(MemoPart(f"[a]({LINK}) https://example.org/x [c](file:///etc/passwd)"))
    for _ in range(3):
        QTest.keyClick(reading, Qt.Key.Key_Tab)
        QTest.keyClick(reading, Qt.Key.Key_Return)
    assert asked == [LINK, "https://example.org/x", "file:///etc/passwd"]
    assert opened == []
    assert reading.source().isEmpty()


def test_enter_and_a_click_want_to_write_only_where_that_is_allowed(reading: MemoReading) -> None:
    wanted: list[bool] = []
    reading.edit_wanted.connect(lambda: wanted.append(True))
    reading.show_memos(MemoPart("words"))
    for allowed, number in ((False, 0), (True, 2)):
        reading.set_editable(allowed, "Enter to write")
        assert bool(reading.accessibleDescription()) is allowed
        QTest.keyClick(reading, Qt.Key.Key_Return)
        QTest.mouseClick(reading.viewport(), Qt.MouseButton.LeftButton)
        assert len(wanted) == number


def test_colleagues_memos_stand_under_their_names(reading: MemoReading) -> None:
    reading.show_memos(MemoPart("*first*", "Ben *B*, today"), MemoPart("second", "Cem, today"))
    document = reading.document()
    lines = [document.findBlockByNumber(number).text() for number in range(document.blockCount())]
    assert [line for line in lines if line] == ["Ben *B*, today", "first", "Cem, today", "second"]


def test_a_new_theme_keeps_what_is_shown(reading: MemoReading) -> None:
    theme().choose("light")
    reading.show_memos(MemoPart(f"# Head\n[a]({LINK})"))
    before = reading.grab().toImage()
    theme().choose("dark")
    assert reading.document().findBlockByNumber(0).text() in ("Head", "")
    assert reading.grab().toImage() != before


def test_what_is_shown_already_stays_where_one_was(reading: MemoReading) -> None:
    reading.show_memos(MemoPart("line\n" * 100))
    reading.verticalScrollBar().setValue(200)
    reading.show_memos(MemoPart("line\n" * 100))
    assert reading.verticalScrollBar().value() == 200
    reading.show_memos(MemoPart("other\n" * 100))
    assert reading.verticalScrollBar().value() == 0
