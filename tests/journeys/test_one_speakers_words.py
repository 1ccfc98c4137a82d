"""Ann reads everything that one speaker says, across all articles: she filters, goes there, and copies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analyst import BOARDS, WARDS, Analyst
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from annotator.model.changes import Change, ChangeSet
from annotator.model.records import Quotation, new_id, now

if TYPE_CHECKING:
    from annotator.ui.speakers.words_rows import SpokenPlace
    from annotator.ui.speakers.words_window import WordsWindow

ARGUED, SERVICE = "“We have argued about this for long enough,”", "“Patients see one service.”"
HASTY, WAITS = "called the plan hasty", "The trust says that no patient waits longer."
CHAIR = "the chair of one board"


def _found(ann: Analyst, text: str, words: str, speaker: str, grade: str, kind: str = "quotation") -> None:
    """Have a rule find who speaks, as it does at import."""
    title = text.split("\n")[0]
    article = next(one for one in ann.project.articles() if one.title == title)
    at = text.index(words)
    quotation = Quotation(
        id=new_id(), article=article.id, start=at, end=at + len(words), kind=kind, speaker=speaker, grade=grade,
        created=now(),  # type: ignore[arg-type]
    )  # fmt: skip
    ann.workspace.session.do(ChangeSet("Find quotations", (Change(None, quotation),)))


def _four(ann: Analyst) -> None:
    _found(ann, BOARDS, ARGUED, CHAIR, "sure")
    _found(ann, BOARDS, SERVICE, CHAIR, "guess")
    _found(ann, BOARDS, HASTY, "a member", "likely", "reported")
    _found(ann, WARDS, WAITS, CHAIR, "likely", "reported")


def _opened(ann: Analyst) -> WordsWindow:
    ann.window.actions_.by_id["show_words"].trigger()
    window = ann.workspace.found.speakers.words.window
    assert window is not None
    ann.qtbot.waitUntil(window.isActiveWindow)
    return window


def _listed(window: WordsWindow) -> list[str]:
    return [window.rows.index(row).data() for row in range(window.rows.rowCount())]


def _spoken(window: WordsWindow) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [window.rows.index(row).data(role) for row in range(window.rows.rowCount())]


def test_whoever_speaks_at_the_caret_comes_first_with_every_article(ann: Analyst) -> None:
    _four(ann)
    ann.click(ann.window.page.view.viewport(), ann.spot(BOARDS.index(SERVICE) + 4))
    window = _opened(ann)
    assert window.windowTitle() == f"Words of {CHAIR}"
    assert _listed(window) == [ARGUED, SERVICE, WAITS]
    assert [row.name for row in window.names.rows] == [CHAIR, "a member"]
    assert window.rows.row_at(window.list.currentIndex().row()).quotation.speaker == CHAIR
    assert window.list.currentIndex().row() == 1
    assert window.list.hasFocus()


def test_each_row_tells_article_how_known_and_codes(ann: Analyst) -> None:
    _four(ann)
    ann.select("argued about this")
    ann.press("1")
    window = _opened(ann)
    first, guess, last = _spoken(window)
    assert "Boards may share one budget, sure, by a rule" in first
    assert ann.workspace.desk.codes[ann.codings()[0].code].title in first
    assert "a guess" in guess
    assert "Wards close for the summer" in last


def test_enter_opens_the_article_at_the_words(ann: Analyst) -> None:
    _four(ann)
    window = _opened(ann)
    ann.press("End", "Return")
    assert ann.workspace.desk.article is not None
    assert ann.workspace.desk.article.title == "Wards close for the summer"
    assert ann.window.page.view.caret() == WARDS.index(WAITS)
    assert window.isVisible()


def test_typed_words_leave_the_quotations_that_hold_them(ann: Analyst) -> None:
    _four(ann)
    window = _opened(ann)
    window.field.setFocus()
    ann.type("ONE patients")
    window.filter_now()
    assert _listed(window) == [SERVICE]
    assert window.said.text().startswith("1 quotation.")
    window.field.clear()
    ann.type("wards")
    ann.press("Return")
    assert _listed(window) == [WAITS]
    assert window.list.hasFocus()
    window.field.setText("nowhere said")
    window.filter_now()
    assert window.said.text() == "No quotation holds these words."


def test_another_speaker_is_chosen_in_the_list_of_names(ann: Analyst) -> None:
    _four(ann)
    window = _opened(ann)
    window.name_list.setFocus()
    ann.press("Down")
    assert window.windowTitle() == "Words of a member"
    assert _listed(window) == [HASTY]


def test_copied_words_carry_the_speaker_a_guess_is_left_out_and_reported_speech_has_no_marks(ann: Analyst) -> None:
    _four(ann)
    window = _opened(ann)
    window.list.setFocus()
    window.list.setCurrentIndex(window.rows.index(0))
    ann.press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == (f"{ARGUED} ({CHAIR}, “Boards may share one budget”, paragraph 3)")
    ann.press("Down", "Ctrl+C")
    assert CHAIR not in QGuiApplication.clipboard().text()
    assert "guess" in window.said.text()
    ann.press("Down", "Ctrl+C")
    assert QGuiApplication.clipboard().text().startswith(f"{WAITS} ({CHAIR}")


def test_the_passage_copied_in_the_article_carries_its_speaker_too(ann: Analyst) -> None:
    _four(ann)
    ann.select("argued about this")
    ann.press("Ctrl+Shift+C")
    assert QGuiApplication.clipboard().text().startswith(f"“argued about this” ({CHAIR}, ")
    ann.select(HASTY)
    ann.press("Ctrl+Shift+C")
    assert QGuiApplication.clipboard().text().startswith(f"{HASTY} (a member, ")


def test_a_name_given_in_the_article_and_its_undo_show_at_once(ann: Analyst) -> None:
    _four(ann)
    window = _opened(ann)
    ann.window.activateWindow()
    ann.qtbot.waitUntil(ann.window.isActiveWindow)
    ann.window.page.view.setFocus()
    ann.click(ann.window.page.view.viewport(), ann.spot(BOARDS.index(HASTY) + 4))
    ann.press("Q")
    ann.type(CHAIR)
    ann.press("Return")
    assert _listed(window) == [ARGUED, SERVICE, HASTY, WAITS]
    ann.press("Ctrl+Z")
    assert _listed(window) == [ARGUED, SERVICE, WAITS]


def test_without_any_speaker_the_window_says_how_to_name_one(ann: Analyst) -> None:
    window = _opened(ann)
    assert "press Q" in window.said.text()
    assert not window.go.isEnabled()


def test_ten_thousand_quotations_read_no_text_until_they_are_looked_at(ann: Analyst) -> None:
    article = ann.project.articles()[0]
    many = [
        Quotation(
            id=new_id(), article=article.id, start=at % 300, end=at % 300 + 9, kind="quotation", speaker=CHAIR,
            grade="sure", created=now(),
        )
        for at in range(10_000)
    ]  # fmt: skip
    ann.workspace.session.do(ChangeSet("Find quotations", tuple(Change(None, one) for one in many)))
    window = _opened(ann)
    asked: list[str] = []

    def words_of(place: SpokenPlace) -> str:
        asked.append(place.quotation.id)
        return BOARDS[place.quotation.start : place.quotation.end]

    window.rows.show([window.rows.row_at(row) for row in range(10_000)], words_of, lambda _: "")
    window.grab()
    assert 0 < len(asked) < 100
    ann.press("Down", "End")
    assert window.list.currentIndex().row() == 9_999
