"""A text is kept in one form: what an analyst sees is what the file says, at positions that never shift."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.canonical import canonical, text_sha256


@pytest.mark.parametrize(
    ("read", "kept"),
    [
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("one\u2028two\u2029three\ufdd0four\ufdd1five", "one\ntwo\nthree\nfour\nfive"),
        ("\ufeffThe board", "The board"),
        ("The\x00 board", "The board"),
        ("lone \ud800 half", "lone \ufffd half"),
    ],
)
def test_line_ends_marks_and_what_no_file_can_hold_are_made_one(read: str, kept: str) -> None:
    assert canonical(read) == kept


@pytest.mark.parametrize(
    "text", ["no\u00a0break", "e\u0301 and \u00e9", "\u200fעברית", "👩‍⚕️ said", "page\x0cbreak\x0bline\x85next"]
)
def test_nothing_else_is_touched(text: str) -> None:
    assert canonical(text) == text


@given(st.text(st.characters(exclude_categories=())))
def test_a_kept_text_stays_as_it_is_and_can_be_hashed(text: str) -> None:
    once = canonical(text.removeprefix("\ufeff" * len(text)))

    assert canonical(once.lstrip("\ufeff")) == once.lstrip("\ufeff")
    assert text_sha256(once) == hashlib.sha256(once.encode()).hexdigest()
