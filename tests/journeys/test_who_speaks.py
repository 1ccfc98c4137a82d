"""Ann says who speaks: at a quotation, a selection or a sentence, by a name known or new, or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analyst import BOARDS, Analyst

from annotator.model.changes import Change, ChangeSet
from annotator.model.records import Quotation, now

if TYPE_CHECKING:
    from annotator.ui.finding.speaker_finder import SpeakerFinder

FIRST, SECOND = "“We have argued about this for long enough,”", "“Patients see one service.”"


def _found(ann: Analyst, words: str, **more: str) -> None:
    """Have a rule find a quotation, as it does at import."""
    article, at = ann.workspace.desk.article, BOARDS.index(words)
    assert article is not None
    quotation = Quotation(
        id=f"q{at}-{len(words)}", article=article.id, start=at, end=at + len(words), kind="double", created=now(),
        **more,  # type: ignore[arg-type]
    )  # fmt: skip
    ann.workspace.session.do(ChangeSet("Find quotations", (Change(None, quotation),)))


def _said(ann: Analyst) -> list[tuple[str, str, bool]]:
    article = ann.workspace.desk.article
    assert article is not None
    return [(BOARDS[one.start : one.end], one.speaker, one.confirmed) for one in ann.project.quotations(article.id)]


def _caret_in(ann: Analyst, words: str) -> None:
    at = BOARDS.index(words)
    ann.window.page.view.scroll_to(at, at + len(words))
    ann.click(ann.window.page.view.viewport(), ann.spot(at + 3))


def _finder(ann: Analyst) -> SpeakerFinder:
    return ann.workspace.found.speakers.finder


def _offered(ann: Analyst) -> list[str]:
    return [row.text for row in _finder(ann).model.rows]


def _place(ann: Analyst) -> str:
    return ann.window.status_line.place.label.text()


def test_a_new_name_is_typed_for_the_quotation_at_the_caret(ann: Analyst) -> None:
    _found(ann, FIRST)
    _caret_in(ann, FIRST)
    ann.press("Q")
    assert _finder(ann).isVisible()
    assert _offered(ann) == ["Nobody"]
    ann.type("the chair")
    assert _offered(ann) == ["New speaker “the chair”", "Nobody"]
    ann.press("Return")
    assert _said(ann) == [(FIRST, "the chair", True)]
    assert ann.echo() == "Spoken by the chair"
    assert ann.window.page.view.hasFocus()
    assert _place(ann).endswith("spoken by the chair, confirmed")
    assert "Spoken by the chair, confirmed." in ann.window.page.view.tip_at(ann.spot(BOARDS.index(FIRST) + 4))


def test_undo_takes_the_name_back_at_the_place_in_one_step(ann: Analyst) -> None:
    _found(ann, FIRST, speaker="the chair", grade="guess")
    _caret_in(ann, FIRST)
    assert _place(ann).endswith("spoken by the chair, guess")
    ann.press("Q")
    ann.type("a member")
    ann.press("Return", "Ctrl+Home", "Ctrl+Z")
    assert _said(ann) == [(FIRST, "the chair", False)]
    assert ann.window.page.view.caret() == BOARDS.index(FIRST)
    assert _place(ann).endswith("spoken by the chair, guess")
    ann.press("Ctrl+Shift+Z")
    assert _said(ann) == [(FIRST, "a member", True)]


def test_enter_alone_confirms_the_guess_and_the_name_just_given_comes_first_at_the_next(ann: Analyst) -> None:
    _found(ann, FIRST, speaker="the chair", grade="guess")
    _found(ann, SECOND)
    _caret_in(ann, FIRST)
    ann.press("Q", "Return")
    assert _said(ann)[0] == (FIRST, "the chair", True)
    _caret_in(ann, SECOND)
    ann.press("Q")
    assert _offered(ann) == ["the chair", "Nobody"]
    ann.type("CHAIR")
    assert _offered(ann)[0] == "the chair"
    ann.press("Return")
    assert _said(ann)[1] == (SECOND, "the chair", True)


def test_nobody_is_the_last_row_and_esc_leaves_everything_as_it_was(ann: Analyst) -> None:
    _found(ann, FIRST, speaker="the chair", grade="likely")
    _caret_in(ann, FIRST)
    ann.press("Q", "Esc")
    assert _said(ann) == [(FIRST, "the chair", False)]
    assert ann.window.page.view.hasFocus()
    ann.press("Q", "End", "Return")
    assert _said(ann) == [(FIRST, "", True)]
    assert ann.echo() == "Spoken by nobody to be named"


def test_where_no_quotation_was_found_the_selection_or_the_sentence_becomes_one(ann: Analyst) -> None:
    ann.select("the plan hasty")
    ann.press("Q")
    ann.type("a member")
    ann.press("Return")
    assert _said(ann) == [("the plan hasty", "a member", True)]
    ann.window.page.view.clear_passage()
    _caret_in(ann, "Then the council decides.")
    ann.press("Q", "Return")
    assert _said(ann)[0] == ("Then the council decides.", "a member", True)
    ann.press("Ctrl+Z")
    assert len(_said(ann)) == 1


def test_w_goes_through_the_speakers_whole_quotation(ann: Analyst) -> None:
    whole = BOARDS[BOARDS.index(FIRST) : BOARDS.index(SECOND) + len(SECOND)]
    _found(ann, whole)
    _caret_in(ann, FIRST)
    widened = []
    for _ in range(8):
        ann.press("W")
        passage = ann.window.page.view.passage()
        assert passage is not None
        widened.append(BOARDS[slice(*passage)])
    assert whole in widened
    _found(ann, FIRST)
    ann.press("Esc")
    _caret_in(ann, FIRST)
    widened = []
    for _ in range(8):
        ann.press("W")
        passage = ann.window.page.view.passage()
        assert passage is not None
        widened.append(BOARDS[slice(*passage)])
    assert FIRST in widened


def test_a_resized_window_closes_the_question(ann: Analyst) -> None:
    _caret_in(ann, "Then the council decides.")
    ann.press("Q")
    ann.window.resize(1100, 720)
    ann.qtbot.waitUntil(_finder(ann).isHidden)
    assert _said(ann) == []


def _passed_on(ann: Analyst) -> list[str]:
    article = ann.workspace.desk.article
    assert article is not None
    return [one.via for one in ann.project.quotations(article.id)]


def test_who_passes_the_words_on_is_said_after_the_speaker_and_taken_back(ann: Analyst) -> None:
    _found(ann, FIRST, speaker="the chair", grade="guess")
    _caret_in(ann, FIRST)
    ann.press("Q")
    ann.click(_finder(ann).via)
    assert _finder(ann).field.placeholderText() == "Who passes the words on?"
    assert _offered(ann) == ["Nobody"]
    ann.type("a councillor")
    ann.press("Return")
    assert _passed_on(ann) == ["a councillor"]
    assert _said(ann) == [(FIRST, "the chair", False)], "that somebody passes it on does not confirm who speaks"
    assert ann.echo() == "the chair through a councillor"
    ann.press("Q")
    assert _finder(ann).field.placeholderText() == "Who speaks?"
    ann.press("Shift+Return")
    assert _finder(ann).field.placeholderText() == "Who passes the words on?"
    assert _offered(ann) == ["a councillor", "Nobody"]
    ann.press("End", "Return")
    assert _passed_on(ann) == [""]
    assert _said(ann) == [(FIRST, "the chair", True)]
    ann.press("Ctrl+Z")
    assert _passed_on(ann) == ["a councillor"]


def test_nobody_passes_on_their_own_words(ann: Analyst) -> None:
    _found(ann, FIRST, speaker="the chair", grade="sure")
    _caret_in(ann, FIRST)
    ann.press("Q")
    ann.click(_finder(ann).via)
    ann.type("The Chair")
    ann.press("Return")
    assert _passed_on(ann) == [""]
    assert ann.echo().startswith("The Chair speaks here")


def test_where_nobody_speaks_nothing_is_passed_on(ann: Analyst) -> None:
    _found(ann, FIRST)
    _caret_in(ann, FIRST)
    ann.press("Q")
    assert not _finder(ann).via.isVisible()
