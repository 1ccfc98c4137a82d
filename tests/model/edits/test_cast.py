"""A name that is no person, and an article that is an interview: what changes, and what somebody said stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.model.edits.cast import INTERVIEWER, leave_out_speaker, set_interview
from annotator.model.errors import Refused
from annotator.model.records import Article, Coder, Quotation, Zone

ANN = Coder(id="ann", name="Ann", created="")
ARTICLE = Article(id="a", position=0, title="T", file="t.txt", text_sha256="", coder="ann", created="")
TEXT = """An afternoon with Ida Moor

What do you want?

“We want one budget.”

And who pays?
“The council pays,” she said. “Olaf Penn told me: ‘never’.”

“Is that fair?”

“I think so.”"""


def _said(words: str, speaker: str = "", grade: str = "none", kind: str = "quotation", **more: object) -> Quotation:
    at = TEXT.index(words)
    return Quotation(
        id=words, article="a", start=at, end=at + len(words), kind=kind, speaker=speaker,
        grade=grade, created="", **more,  # type: ignore[arg-type]
    )  # fmt: skip


NONE_YET = _said("“We want one budget.”")
SURE = _said("“The council pays,”", "Ida Moor", "sure")
GUESS = _said("“I think so.”", "Olaf Penn", "guess")
OTHER = _said("‘never’", "Olaf Penn", "sure")
ASKED = _said("“Is that fair?”", kind="asked")
ALL = (NONE_YET, SURE, GUESS, OTHER, ASKED)


def _interview(*said: Quotation, zones: tuple[Zone, ...] = ()) -> dict[str, tuple[str, str, bool]]:
    done = set_interview(article=ARTICLE, text=TEXT, speaker=" Ida  Moor ", coder=ANN, quotations=said, zones=zones)
    after = [change.after for change in done.changes]
    return {one.id: (one.speaker, one.grade, one.confirmed) for one in after if isinstance(one, Quotation)}


def test_answers_are_theirs_and_questions_in_marks_the_interviewers() -> None:
    assert _interview(*ALL) == {
        NONE_YET.id: ("Ida Moor", "likely", False), SURE.id: ("Ida Moor", "sure", False),
        GUESS.id: ("Ida Moor", "likely", False), ASKED.id: (INTERVIEWER, "likely", False),
    }  # fmt: skip


def test_what_is_confirmed_stays_and_so_do_terms_and_what_is_reported() -> None:
    said = replace(GUESS, confirmed=True), replace(NONE_YET, kind="term"), replace(SURE, kind="reported")
    assert _interview(*said) == {}


def test_unmarked_questions_become_zones_that_are_kept() -> None:
    done = set_interview(article=ARTICLE, text=TEXT, speaker="Ida Moor", coder=ANN, quotations=ALL, zones=())
    made = [change.after for change in done.changes if isinstance(change.after, Zone)]
    assert [(TEXT[zone.start : zone.end], zone.kind, zone.state) for zone in made] == [
        ("What do you want?", "question", "kept"), ("And who pays?", "question", "kept"),
    ]  # fmt: skip


def test_a_second_time_changes_nothing() -> None:
    done = set_interview(article=ARTICLE, text=TEXT, speaker="Ida Moor", coder=ANN, quotations=ALL, zones=())
    after = {change.record.id: change.after for change in done.changes}
    said = [after.get(one.id, one) for one in ALL]
    zones = [one for one in after.values() if isinstance(one, Zone)]
    again = set_interview(
        article=ARTICLE, text=TEXT, speaker="Ida Moor", coder=ANN, quotations=said, zones=zones,  # type: ignore[arg-type]
    )  # fmt: skip
    assert not again


def test_an_interview_with_nobody_is_refused() -> None:
    with pytest.raises(Refused, match="Nobody is named"):
        set_interview(article=ARTICLE, text=TEXT, speaker=" ", coder=ANN, quotations=ALL, zones=())


def test_a_name_that_is_no_person_leaves_its_quotations_without_a_speaker_for_good() -> None:
    done = leave_out_speaker(quotations=ALL, speaker="OLAF penn", coder=ANN)
    assert [(one.before, one.after) for one in done.changes] == [
        (one, replace(one, speaker="", grade="none", confirmed=True, reason="named by hand", coder="ann"))
        for one in (GUESS, OTHER)
    ]
