"""A text is corrected under its codings: they move along, what is doubtful or lost is listed, one undo suffices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journeys.analyst import BOARDS, SENTENCE

from annotator.ui import messages

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst

    from annotator.ui.finding.correction_window import CorrectionWindow

COUNCIL = "Then the council decides."
PLAN = "A member of the other board called the plan hasty, and asked who answers for the money."


@pytest.fixture
def correction(ann: Analyst) -> CorrectionWindow:
    """Return the window with the text, after Ann has coded three sentences."""
    for words in (SENTENCE, COUNCIL, PLAN):
        ann.select(words)
        ann.press("1")
    ann.workspace.finding.correcting.correct_the_text()
    made = ann.workspace.finding.correcting.window
    assert made is not None
    return made


def correct(ann: Analyst, correction: CorrectionWindow, old: str, new: str) -> None:
    text = correction.editor.text()
    assert old in text
    correction.editor.setPlainText(text.replace(old, new))
    ann.qtbot.waitUntil(correction.agree_button.isEnabled)


def test_what_will_happen_is_said_before_it_is_done(ann: Analyst, correction: CorrectionWindow) -> None:
    assert not correction.agree_button.isEnabled()
    correct(ann, correction, "The two boards will", "The two boards, it seems, will")
    assert correction.said.text().startswith("3 codings: ")
    correction.cancel_button.click()
    assert ann.workspace.desk.text == BOARDS


def test_a_paragraph_more_moves_the_codings_below_it_and_one_undo_takes_it_back(
    ann: Analyst, correction: CorrectionWindow
) -> None:
    before = ann.coded()
    correct(ann, correction, "“We have argued", "A paragraph was missing here.\n\n“We have argued")
    assert correction.said.text() == (
        "3 codings: 2 unchanged, 1 moved along, 0 doubtful, 0 lost, kept with their words."
    )  # fmt: skip
    correction.agree_button.click()
    assert "A paragraph was missing here." in ann.window.page.view.text
    assert ann.coded() == before
    assert ann.workspace.desk.text[ann.codings()[2].start : ann.codings()[2].end] == PLAN
    ann.window.activateWindow()
    ann.workspace.going.undo()
    assert ann.workspace.desk.text == BOARDS
    assert ann.coded() == before


def test_a_lost_coding_keeps_its_words_is_not_drawn_and_is_put_where_it_belongs(
    ann: Analyst, correction: CorrectionWindow
) -> None:
    correct(ann, correction, f" {COUNCIL}", "")
    assert correction.moved.list.count() == 1
    assert f"before: {COUNCIL}" in correction.moved.list.item(0).text()
    correction.agree_button.click()
    lost = next(coding for coding in ann.codings() if coding.place == "lost")
    assert lost.quote == COUNCIL
    assert lost.id not in ann.workspace.desk.codings
    assert lost.id not in ann.window.page.view.codings.marks
    places = ann.workspace.finding.correcting.places
    assert places is not None
    assert places.isVisible()
    assert not places.confirm.isEnabled()
    ann.select("Each keeps its own accounts for a year.")
    places.place.click()
    assert places.list.count() == 0
    assert lost.id in ann.workspace.desk.codings
    assert "Each keeps its own accounts for a year." in [quote for _, quote in ann.coded()]


def test_a_doubtful_place_is_gone_to_and_confirmed(ann: Analyst, correction: CorrectionWindow) -> None:
    correct(ann, correction, "called the plan hasty, and asked who answers for the money",
            "named that plan rash, and wanted to know who answers for money")  # fmt: skip
    correction.agree_button.click()
    doubtful = next(coding for coding in ann.codings() if coding.place == "doubtful")
    places = ann.workspace.finding.correcting.places
    assert places is not None
    assert f"before: {PLAN}" in places.list.item(0).text()
    places.go.click()
    assert ann.workspace.selection.coding == doubtful.id
    places.confirm.click()
    assert all(coding.place == "sure" for coding in ann.codings())
    assert places.list.count() == 0


def test_a_new_version_of_the_file_is_taken(
    ann: Analyst, correction: CorrectionWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "second version.txt"
    file.write_text(BOARDS.replace("from April", "from\u00a0May"), encoding="utf-8")
    monkeypatch.setattr(messages, "choose_file_to_open", lambda *_: file)
    correction.file_button.click()
    ann.qtbot.waitUntil(correction.agree_button.isEnabled)
    correction.agree_button.click()
    assert "from\u00a0May" in ann.workspace.desk.text, "a no-break space survives the editor"


def test_an_empty_text_is_refused_in_the_window(ann: Analyst, correction: CorrectionWindow) -> None:
    correction.editor.setPlainText("")
    ann.qtbot.waitUntil(lambda: "empty" in correction.said.text())
    assert not correction.agree_button.isEnabled()
    ann.window.close_project()
    assert ann.window.workspace is None


def test_what_is_half_typed_is_not_lost_without_a_question(
    ann: Analyst, correction: CorrectionWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = iter((False, False, True))
    monkeypatch.setattr(messages, "confirm", lambda _parent, sentence, _verb: asked.append(sentence) or next(answers))
    ann.qtbot.waitUntil(correction.isActiveWindow)
    ann.type("Now ")
    ann.press("Esc")
    assert correction.isVisible()
    assert not ann.window.may_leave()
    ann.press("Esc")
    assert not correction.isVisible()
    assert len(asked) == 3
    assert ann.workspace.desk.text == BOARDS


def test_ctrl_enter_corrects_and_the_list_goes_when_nothing_wants_a_look_any_more(
    ann: Analyst, correction: CorrectionWindow
) -> None:
    ann.qtbot.waitUntil(correction.isActiveWindow)
    ann.press("Ctrl+Return")
    assert correction.isVisible(), "nothing is changed yet"
    correct(ann, correction, f" {COUNCIL}", "")
    ann.press("Ctrl+Return")
    assert COUNCIL not in ann.workspace.desk.text
    places = ann.workspace.finding.correcting.places
    assert places is not None
    assert places.list.isVisible()
    places.remove.click()
    assert not places.list.isVisible()
    assert places.said.text() == "Every coding of yours has a sure place."
