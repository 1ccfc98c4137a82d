"""Speech that is reported without quotation marks is found with whose it is, as a suggestion and beside the marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importing.house_styles import STYLES, house_style, is_one_of, judged_reported

from annotator.importing.speech.speakers import Spoken, spoken
from annotator.model.sentences import sentence_at


def reported(text: str) -> list[Spoken]:
    return [one for one in spoken(text, reported=True) if one.kind == "reported"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Holm said that nobody had asked the wards.", "Ann Holm"),
        ("The chair of the trust warned that beds would close.", "the chair of the trust"),
        ("Ann Holm told the board that the plan was late.", "Ann Holm"),
        ("Ann Holm told us the plan was late.", "Ann Holm"),
        ("Dr Holm asked whether the seals had been counted.", "Dr Holm"),
        ("According to Ann Holm, the wards have neither staff nor beds.", "Ann Holm"),
        ("The work will start six months late, the council said yesterday.", "the council"),
    ],
)
def test_what_somebody_is_told_to_have_said_is_reported(text: str, speaker: str) -> None:
    (one,) = reported(text)

    assert (text[one.start : one.end], one.speaker, one.grade) == (text, speaker, "likely")
    assert one.reason


@pytest.mark.parametrize(
    "text",
    [
        "Ann Holm spoke on Monday.",
        "Ann Holm said on Monday.",
        "“We pay per head,” Ann Holm said.",
        "Ann Holm said: “We pay per head.”",
        "I told the board that the plan was late.",
        "Chair says that all is well",
    ],
)
def test_what_is_quoted_or_only_told_is_not(text: str) -> None:
    assert reported(text) == []


def test_a_fragment_in_marks_is_left_out_of_the_report_around_it() -> None:
    text = "Ann Holm said that the plan was “not ready for anyone” and that the wards would wait."

    assert [text[one.start : one.end] for one in reported(text)] == [
        "Ann Holm said that the plan was", "and that the wards would wait.",
    ]  # fmt: skip
    assert {one.speaker for one in spoken(text, reported=True)} == {"Ann Holm"}
    assert [one.kind for one in spoken(text)] == ["quotation"]


def test_in_fifteen_house_styles_what_is_found_can_be_relied_on() -> None:
    right = found = expected = named = 0
    for name in STYLES:
        style = house_style(name)
        judged = judged_reported(name)
        beginnings = {style.text.index(words): who for words, who in judged}
        rows = [one for one in style.found().quotations if one.kind == "reported"]
        there = {(sentence_at(style.text, row.start) or (0, 0))[0]: row for row in rows}
        for start, row in there.items():
            who = next((beginnings[near] for near in beginnings if abs(near - start) < 6), None)
            right += who is not None
            named += who is not None and is_one_of(row.speaker, who)
        found, expected = found + len(there), expected + len(judged)

    assert (right, found, expected, named) >= (33, 33, 46, 31)
    assert right / found >= 0.95


PARTS = st.sampled_from(["“", "”", '"', " said ", " that ", "Ann Holm", " she ", ", ", ". ", "\n", "? ", ": ", "wait"])


@given(st.lists(PARTS, max_size=60))
def test_whatever_stands_there_reports_lie_in_the_text_and_never_cross_a_line(parts: list[str]) -> None:
    text = "".join(parts)
    for one in reported(text):
        assert text[one.start : one.end].strip() == text[one.start : one.end]
        assert "\n" not in text[one.start : one.end]
        assert one.grade in ("likely", "none")
