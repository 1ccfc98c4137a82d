"""Differences stand under their codes, articles or places, and headings say how far each is settled."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.ui.review.difference_sections import DifferenceFilter, Section, keys_of, listed
from tests.ui.review.differing import BOUNDARY, DIFFERENCES, MISSING, OTHER_CODE


def heads(rows: list[object]) -> list[str]:
    return [row.spoken for row in rows if isinstance(row, Section)]


def test_under_codes_each_heading_counts_what_is_decided_and_stances_come_last() -> None:
    rows = listed(DIFFERENCES)
    assert heads(list(rows)) == [
        "G1 Who answers, 0 of 1 decided", "G3 Delegation, 1 of 2 decided", "Stance differs, 0 of 1 decided",
    ]  # fmt: skip
    assert keys_of(rows) == ["code", "boundary", "missing", "stance"]


def test_by_place_the_order_is_that_of_the_articles_and_their_text() -> None:
    later = replace(OTHER_CODE, key="later", start=500)
    rows = listed((later, *DIFFERENCES), "place")
    assert keys_of(rows) == ["code", "missing", "later", "boundary", "stance"]
    assert heads(list(rows))[:2] == ["1 First, 1 of 3 decided", "2 Second, 0 of 1 decided"]


def test_by_article_the_order_inside_an_article_stays_that_of_the_codes() -> None:
    early = replace(MISSING, key="early", start=0)
    assert keys_of(listed((*DIFFERENCES, early), "article")) == ["code", "missing", "early", "boundary", "stance"]


@pytest.mark.parametrize(
    ("wanted", "keys"),
    [
        (DifferenceFilter(state="open"), ["code", "discussed", "changed", "stance"]),
        (DifferenceFilter(state="decided"), ["missing"]),
        (DifferenceFilter(state="discuss"), ["discussed"]),
        (DifferenceFilter(state="stale"), ["changed"]),
        (DifferenceFilter(kind="stance"), ["stance"]),
        (DifferenceFilter(code="g3", article="a2"), ["discussed", "changed"]),
    ],
)
def test_a_filter_leaves_only_what_fits(wanted: DifferenceFilter, keys: list[str]) -> None:
    states = (replace(BOUNDARY, key="discussed", state="discuss"), replace(BOUNDARY, key="changed", state="stale"))
    others = [one for one in DIFFERENCES if one is not BOUNDARY]
    assert keys_of(listed((*others, *states), wanted=wanted)) == keys


def test_headings_count_also_what_the_filter_leaves_out() -> None:
    assert heads(list(listed(DIFFERENCES, wanted=DifferenceFilter(kind="boundary")))) == [
        "G3 Delegation, 1 of 2 decided"
    ]
