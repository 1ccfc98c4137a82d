"""Ann looks who speaks in the article: renames, joins, confirms, says who is nobody, and goes to each quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journeys.analyst import BOARDS, Analyst
from PySide6.QtCore import QMimeData, QPoint, Qt

from annotator.model.changes import Change, ChangeSet
from annotator.model.records import Grade, Quotation, Zone, now
from annotator.ui.speakers.cast_rows import MEMBER, MIME

if TYPE_CHECKING:
    from annotator.ui.speakers.cast_window import CastWindow

ARGUED, SERVICE, HASTY = "“We have argued about this for long enough,”", "“Patients see one service.”", "the plan hasty"
COUNCIL, VOTE = "Then the council decides.", "The plan goes to a vote in March."


def _said(ann: Analyst, words: str, speaker: str = "", grade: Grade = "none", **more: str) -> Change:
    article, at = ann.workspace.desk.article, BOARDS.index(words)
    assert article is not None
    kind = more.pop("kind", "quotation")
    one = Quotation(
        id=f"q{at}", article=article.id, start=at, end=at + len(words), kind=kind, speaker=speaker, grade=grade,
        created=now(), **more,  # type: ignore[arg-type]
    )  # fmt: skip
    return Change(None, one)


@pytest.fixture
def ida(ann: Analyst) -> Analyst:
    """Ann, in whose article rules have found four quotations by two names, one a guess, and one by nobody."""
    changes = (
        _said(ann, ARGUED, "Ida Moor", "sure", printed="Ida Moor"),
        _said(ann, SERVICE, "Ida Moor", "guess", printed="the chair"),
        _said(ann, HASTY, "Mrs Moor", "likely", kind="reported"),
        _said(ann, COUNCIL, "The Times", "likely"),
        _said(ann, VOTE),
    )
    ann.workspace.session.do(ChangeSet("Find quotations", changes))
    return ann


def _opened(ann: Analyst, words: str = ARGUED) -> CastWindow:
    ann.click(ann.window.page.view.viewport(), ann.spot(BOARDS.index(words) + 3))
    ann.press("Shift+Q")
    window = ann.workspace.found.speakers.cast.window
    assert window is not None
    ann.qtbot.waitUntil(window.isActiveWindow)
    return window


def _cast(window: CastWindow) -> list[tuple[str, int, str]]:
    return [(row.title, row.number, row.known) for row in window.cast.rows]


def _listed(window: CastWindow) -> list[str]:
    return [window.rows.index(row).data() for row in range(window.rows.rowCount())]


def _speakers(ann: Analyst) -> dict[str, tuple[str, bool]]:
    article = ann.workspace.desk.article
    assert article is not None
    said = sorted(ann.project.quotations(article.id), key=lambda one: one.start)
    return {BOARDS[one.start : one.end]: (one.speaker, one.confirmed) for one in said}


def test_the_cast_tells_names_forms_numbers_and_how_each_is_known(ida: Analyst) -> None:
    window = _opened(ida)
    assert _cast(window) == [
        ("Ida Moor", 2, "1 guess, 1 by a rule"), ("Mrs Moor", 1, "1 by a rule"), ("The Times", 1, "1 by a rule"),
        ("No speaker known", 1, ""),
    ]  # fmt: skip
    assert window.cast.rows[0].also == "also: the chair"
    assert window.said.text().startswith("4 quotations, 2 speakers; 1 passage of reported speech.")
    spoken = window.cast.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Ida Moor, 2 quotations, 1 guess, 1 by a rule, also: the chair"


def test_whoever_speaks_at_the_caret_is_the_current_member(ida: Analyst) -> None:
    window = _opened(ida, COUNCIL)
    assert window.member() == "The Times"
    assert _listed(window) == [COUNCIL]


def test_enter_goes_from_the_member_to_the_quotations_and_to_the_text(ida: Analyst) -> None:
    window = _opened(ida)
    assert window.cast_list.hasFocus()
    ida.press("Return", "Down", "Return")
    assert ida.window.page.view.caret() == BOARDS.index(SERVICE)
    assert _listed(window) == [ARGUED, SERVICE]


def test_another_members_name_makes_the_two_one_and_one_undo_parts_them(ida: Analyst) -> None:
    window = _opened(ida, HASTY)
    ida.press("F2")
    assert [row.text for row in window.finder.model.rows] == ["Ida Moor", "The Times", "Nobody"]
    ida.type("ida")
    ida.press("Return")
    assert _cast(window)[0] == ("Ida Moor", 3, "1 guess, 2 by a rule")
    assert window.member() == "Ida Moor"
    assert "are one" in window.said.text()
    ida.window.activateWindow()
    ida.qtbot.waitUntil(ida.window.isActiveWindow)
    ida.press("Ctrl+Z")
    assert _speakers(ida)[HASTY] == ("Mrs Moor", False)
    assert len(window.cast.rows) == 4


def test_a_new_name_renames_a_member(ida: Analyst) -> None:
    window = _opened(ida)
    ida.click(window.rename)
    ida.type("Dame Ida Moor")
    ida.press("Return")
    assert window.cast.rows[0].name == "Dame Ida Moor"
    assert "Ida Moor is now Dame Ida Moor." in window.said.text()


def test_a_member_dragged_onto_another_is_the_same(ida: Analyst) -> None:
    window = _opened(ida)
    data = window.cast.mimeData([window.cast.index(1)])
    onto, nobody = window.cast.index(0), window.cast.index(3)
    assert window.cast.flags(onto) & Qt.ItemFlag.ItemIsDropEnabled
    assert not window.cast.canDropMimeData(data, Qt.DropAction.MoveAction, -1, -1, nobody)
    assert not window.cast.canDropMimeData(QMimeData(), Qt.DropAction.MoveAction, -1, -1, onto)
    assert data.hasFormat(MIME)
    window.cast.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, onto)
    assert window.cast.index(0).data(MEMBER).number == 3


def test_confirming_all_is_one_step_and_leaves_the_guess(ida: Analyst) -> None:
    window = _opened(ida)
    ida.click(window.confirm_all)
    assert _speakers(ida) == {
        COUNCIL: ("The Times", True), ARGUED: ("Ida Moor", True), SERVICE: ("Ida Moor", False),
        HASTY: ("Mrs Moor", True), VOTE: ("", False),
    }  # fmt: skip
    assert "3 quotations confirmed. 1 guess left: look at each." in window.said.text()
    assert not window.confirm_all.isEnabled()
    ida.window.activateWindow()
    ida.qtbot.waitUntil(ida.window.isActiveWindow)
    ida.press("Ctrl+Z")
    assert not any(confirmed for _, confirmed in _speakers(ida).values())


def test_one_member_or_one_guess_is_confirmed_by_itself(ida: Analyst) -> None:
    window = _opened(ida)
    ida.click(window.confirm)
    assert [words for words, (_, confirmed) in _speakers(ida).items() if confirmed] == [ARGUED]
    window.list.setCurrentIndex(window.rows.index(1))
    ida.click(window.confirm_one)
    assert _speakers(ida)[SERVICE] == ("Ida Moor", True)
    assert _cast(window)[0] == ("Ida Moor", 2, "confirmed")
    assert not window.confirm_one.isEnabled()


def test_what_is_no_person_has_no_speaker_any_more(ida: Analyst) -> None:
    window = _opened(ida, COUNCIL)
    ida.click(window.nobody)
    assert _speakers(ida)[COUNCIL] == ("", True)
    assert [row.name for row in window.cast.rows] == ["Ida Moor", "Mrs Moor", ""]
    assert _cast(window)[-1] == ("No speaker known", 1, "")


def test_an_interview_gives_the_answers_to_one_and_is_taken_back_in_one_step(ida: Analyst) -> None:
    window = _opened(ida)
    ida.click(window.interview)
    assert _speakers(ida)[VOTE] == ("Ida Moor", False)
    assert _speakers(ida)[HASTY] == ("Mrs Moor", False)
    assert "An interview with Ida Moor" in window.said.text()
    assert [zone for zone in ida.project.zones() if isinstance(zone, Zone)] == []
    ida.window.activateWindow()
    ida.qtbot.waitUntil(ida.window.isActiveWindow)
    ida.press("Ctrl+Z")
    assert _speakers(ida)[VOTE] == ("", False)


def test_all_their_words_opens_the_other_window(ida: Analyst) -> None:
    window = _opened(ida)
    ida.click(window.everywhere)
    other = ida.workspace.found.speakers.words.window
    assert other is not None
    assert other.isVisible()
    assert other.windowTitle() == "Words of Ida Moor"


def test_an_article_without_quotations_says_how_to_name_a_speaker(ann: Analyst) -> None:
    window = _opened(ann, COUNCIL)
    assert "Q names a speaker" in window.said.text()
    assert not window.rename.isEnabled()
    assert not window.confirm_all.isEnabled()


def test_another_article_shows_its_own_cast(ida: Analyst) -> None:
    window = _opened(ida)
    ida.window.activateWindow()
    ida.qtbot.waitUntil(ida.window.isActiveWindow)
    ida.click_article("Wards close for the summer")
    assert window.cast.rows == []
    assert "Wards close" in window.windowTitle()


def test_the_line_above_the_text_says_how_many_speak_and_a_click_there_lists_them(ida: Analyst) -> None:
    view = ida.window.page.view
    assert "4 quotations, 2 speakers" in view.facts
    ida.press("Ctrl+Home")
    view.grab()
    beside = next(point for y in range(0, 300, 4) if view.over_facts(point := QPoint(view.viewport().width() // 3, y)))
    ida.click(view.viewport(), beside)
    window = ida.workspace.found.speakers.cast.window
    assert window is not None
    assert window.isVisible()


def test_the_line_above_the_text_follows_what_is_said_of_the_quotations(ida: Analyst) -> None:
    window = _opened(ida, COUNCIL)
    ida.click(window.nobody)
    assert "4 quotations, 1 speaker" in ida.window.page.view.facts
    ida.window.activateWindow()
    ida.qtbot.waitUntil(ida.window.isActiveWindow)
    ida.click_article("Wards close for the summer")
    assert "quotation" not in ida.window.page.view.facts


def test_the_question_who_speaks_leads_to_all_who_speak_here(ida: Analyst) -> None:
    ida.click(ida.window.page.view.viewport(), ida.spot(BOARDS.index(COUNCIL) + 3))
    ida.press("Q")
    finder = ida.workspace.found.speakers.finder
    ida.click(finder.cast)
    window = ida.workspace.found.speakers.cast.window
    assert finder.isHidden()
    assert window is not None
    ida.qtbot.waitUntil(window.isActiveWindow)
    assert window.member() == "The Times"
    assert window.cast_list.hasFocus()
