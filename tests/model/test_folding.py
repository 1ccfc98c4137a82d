"""A text is searched in plain small letters, and every place leads back to the text as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.folding import fold

ODD = st.text(alphabet="abc ßﬁé́̈İ½…’—\u00ad\u200b각👩‍⚕️Ως\n\u00a0x", max_size=40)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("NHS England", "nhs england"), ("Café", "cafe"), ("Cafe\u0301", "cafe"), ("Straße", "strasse"),
        ("de\ufb01cit", "deficit"), ("“it’s”", "\"it's\""), ("2017–18", "2017-18"),
        ("com\u00admissioning", "commissioning"),
        ("£5\u00a0m", "£5 m"), ("İstanbul", "istanbul"), ("ὈΔΥΣΣΕΎΣ", "οδυσσευσ"), ("각", "각"), ("m²", "m2"),
    ],
)  # fmt: skip
def test_what_an_analyst_types_and_what_stands_there_read_the_same(text: str, plain: str) -> None:
    assert fold(text).text == plain
    assert fold(plain).text == plain


@given(ODD, ODD, ODD)
def test_every_stretch_leads_back_to_where_it_stood(before: str, middle: str, after: str) -> None:
    text = before + middle + after
    start, end = len(fold(before).text), len(fold(before + middle).text)
    folded = fold(text)
    assert folded.text == fold(before).text + fold(middle).text + fold(after).text
    if start == end:
        return

    first, last = folded.span(start, end)

    assert fold(text[first:last]).text == folded.text[start:end]
    assert len(before) <= first < len(before + middle)
    assert last >= first
    assert fold(text[last : last + 1]).text or last == len(text)


@given(ODD)
def test_each_letter_comes_from_the_character_that_reads_so(text: str) -> None:
    folded = fold(text)
    for position, letter in enumerate(folded.text):
        start, end = folded.span(position, position + 1)
        assert letter in fold(text[start:end]).text
