"""A difference is put into words as the analyst reads and hears it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.ui.review.differing import BOUNDARY, MISSING, OTHER_CODE

if TYPE_CHECKING:
    from annotator.ui.review.shown import ShownDifference


def test_a_screen_reader_hears_kind_code_place_overlap_and_state() -> None:
    assert BOUNDARY.spoken == "Boundary, G3 Delegation, paragraph 6, article 2, overlap 36 percent, open"
    assert MISSING.spoken == "Missing in B, G3 Delegation, paragraph 3, article 1, decided for neither"
    assert OTHER_CODE.spoken.endswith("overlap 100 percent, and 6 like this, open")


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (replace(BOUNDARY, state="discuss"), "to discuss"),
        (replace(MISSING, state="stale"), "decided for neither, changed since"),
        (replace(MISSING, by_both=True), "decided for neither by both together"),
    ],
)
def test_its_state_is_never_told_by_a_sign_alone(shown: ShownDifference, words: str) -> None:
    assert shown.spoken.endswith(f", {words}")
    assert shown.sayings[0] == words.capitalize()


def test_kind_and_place_are_short_in_the_row() -> None:
    assert OTHER_CODE.title == "Code, G1 or G2"
    assert replace(BOUNDARY, kind="split", parts=(1, 2)).title == "Split, 1 : 2"
    assert (BOUNDARY.place(), BOUNDARY.place(2)) == ("¶ 6, article 2", "¶ 6")
    assert (BOUNDARY.percent, MISSING.percent) == ("36 %", "")


def test_where_a_has_nothing_the_row_shows_what_b_has() -> None:
    assert replace(BOUNDARY, a_words="").words == BOUNDARY.b_words
