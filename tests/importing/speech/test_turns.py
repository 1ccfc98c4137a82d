"""In a transcript every turn is somebody's words, without a quotation mark; a list of fields is no transcript."""

from __future__ import annotations

import pytest

from annotator.importing.speech.speakers import spoken


def turns(text: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.speaker, text[one.start : one.end]) for one in spoken(text)]


def test_questions_and_answers_are_turns_and_the_one_interviewed_answers() -> None:
    text = "We met Ann Holm.\nQ: Why now?\nA: Money.\nQ: And then?\nA: She said “wait for it now”."

    assert turns(text) == [
        ("asked", "Q", "Why now?"), ("turn", "Ann Holm", "Money."), ("asked", "Q", "And then?"),
        ("turn", "Ann Holm", "She said “wait for it now”."), ("nested", "", "“wait for it now”"),
    ]  # fmt: skip


def test_a_label_in_capitals_is_the_person_the_text_names() -> None:
    text = "The witness was Ann Holm.\nCHAIR: Begin.\nMS HOLM: Thank you.\nCHAIR: Go on."

    assert [speaker for _, speaker, _ in turns(text)] == ["CHAIR", "Ann Holm", "CHAIR"]


@pytest.mark.parametrize(
    "text",
    [
        "Present: Ann Holm\nApologies: Ben Marsh\nAction: the clerk",
        "Photo: A. Lens\nTel: 555 0100\nPhoto: B. Lens",
        "Beds: twelve\nNurses: four\nDoctors: two",
        "Q: Why now?\nA: Money.",
    ],
)
def test_a_list_of_fields_or_two_lines_are_no_transcript(text: str) -> None:
    assert turns(text) == []
