"""Who speaks is told with a grade and a reason; where nobody is named, nobody is made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importing.real_articles import FOLDER, real_articles

from annotator.importing.speech.speakers import Spoken, spoken


def said(text: str) -> list[tuple[str, str]]:
    return [(one.speaker, one.grade) for one in spoken(text)]


def only(text: str) -> Spoken:
    (one,) = spoken(text)
    return one


@pytest.mark.parametrize(
    ("text", "speaker", "grade"),
    [
        ("Ann Holm: “We pay per head.”", "Ann Holm", "sure"),
        ("“We pay per head,” said the chair of the trust.", "the chair of the trust", "sure"),
        ("“We pay per head,” Dr Holm has also said.", "Dr Holm", "sure"),
        ("“Do we pay?” asked Ann Holm, a nurse.", "Ann Holm", "sure"),
        ("The area is “well led”, according to the regulator.", "the regulator", "sure"),
        ("The chair of the board, a former nurse, said the plan was “not ready for anyone”.", "the chair of the board",
         "likely"),
        ("Health secretary Jo Marsh warned of “a winter of waiting”.", "Jo Marsh", "likely"),
        ("A spokeswoman for the Department of Health said: “No decision was made.”",
         "a spokeswoman for the Department of Health", "likely"),
        ("The draft was called “unworkable in practice” by the union.", "the union", "likely"),
        ("“We pay per head,” said Ann Holm of the Carters Guild.", "Ann Holm", "sure"),
        ("Ann Holm of the Carters Guild said it was “a tax on sleep at night”.", "Ann Holm", "likely"),
        ("According to Ann Holm of the Carters Guild, it is “a tax on sleep at night”.", "Ann Holm", "sure"),
        ("It is “a tax on sleep”, according to the head of the Carters Guild.", "the head of the Carters Guild",
         "sure"),
        ("Ms Holm’s view is that “nobody owns the plan”.", "Ms Holm", "likely"),
        ("The “devolved model” is new.", "", "none"),
        ("Was it a “great mistake of the decade”?", "", "none"),
    ],
)  # fmt: skip
def test_who_is_named_and_how_surely(text: str, speaker: str, grade: str) -> None:
    one = only(text)

    assert (one.speaker, one.grade) == (speaker, grade)
    assert one.reason


def test_a_surname_a_role_and_a_pronoun_are_the_person_they_stand_for() -> None:
    text = (
        "Ann Holm, the trust’s chair, spoke on Monday. “We share one budget,” Ms Holm said.\n"
        "The trust’s chair said: “It is ours.”\n“It was late,” she added.\n“And dear,” said Holm."
    )

    assert {one.speaker for one in spoken(text)} == {"Ann Holm"}


def test_a_pronoun_does_not_stand_for_the_paper_that_asked() -> None:
    text = "Ann Holm runs it, said the editor.\nThe Ledger asked Ann Holm about pay. She said: “It is low.”"

    assert only(text).speaker == "Ann Holm"


def test_what_a_speaker_relays_is_told_as_such() -> None:
    text = "Ann Holm is the chair. Ann Holm said several leaders were asking of her: “Do you mean it?”"

    assert (only(text).speaker, only(text).via) == ("several leaders", "Ann Holm")


def test_a_running_quotation_goes_on_over_a_line_that_is_set_aside() -> None:
    text = "Ann Holm said: “First.\nRelated: a “Pooled” budget\n“Second.”"
    aside = text.index("Related"), text.index("\n“Second")

    first, inside, second = spoken(text, [aside])

    assert (first.speaker, second.speaker, second.grade) == ("Ann Holm", "Ann Holm", "likely")
    assert inside.speaker == ""
    assert "not closed" in second.reason


def test_an_answer_to_an_unmarked_question_is_a_guess() -> None:
    text = "Ann Holm: “We began early.”\nAnd what came of it for the wards in the north?\n“More beds came of it.”"

    assert said(text) == [("Ann Holm", "sure"), ("Ann Holm", "guess")]


def test_a_label_of_six_words_names_who_speaks_and_one_of_a_hundred_letters_is_read_at_once() -> None:
    assert said("Ann van der Holm of Elm: “We began early.”") == [("Ann van der Holm of Elm", "sure")]
    assert said(f"{'wait' * 25} — “We began early.”") == [("", "none")]
    assert said(f"{'wait' * 25} –: “We began early.”") == [("", "none")]


PARTS = st.sampled_from([
    "“", "”", '"', "‘", "’", " said ", "Ann Holm", " she ", ", ", ". ", "\n", "? ", ": ", "the chair", " according to ",
    " was ", "👩\u200d⚕️", "\u202e", "asked by ",
])  # fmt: skip


@given(st.lists(PARTS, max_size=60))
def test_whatever_stands_there_the_words_stay_and_every_answer_has_a_reason(parts: list[str]) -> None:
    text = "".join(parts)
    for one in spoken(text):
        assert 0 <= one.start < one.end <= len(text)
        assert one.reason
        assert (one.grade == "none") == (not one.speaker)


@pytest.mark.skipif(not FOLDER, reason="needs ANNOTATOR_REAL_ARTICLES")
def test_at_least_98_of_100_speakers_of_the_real_articles_are_right() -> None:
    right = 0
    for article in real_articles():
        found = {(one.start, one.end): one for one in spoken(article.text, article.set_aside)}
        right += sum(
            found[judged["start"], judged["end"]].speaker == article.words(judged["speaker"])
            for judged in article.judged["quotations"]
        )

    assert right >= 98


def test_a_paper_that_somebody_told_is_nobody_he_can_stand_for() -> None:
    told = "Colm Adair, who runs the bridge office, told the Ledger. He added that it “had been costed twice”."
    assert only(told).speaker == "Colm Adair"
