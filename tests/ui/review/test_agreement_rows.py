"""What the agreement table prints, says aloud and puts first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.ui.review.agreement_rows import FIRST_ARTICLE, Column, cell_said, cell_text, heads, ordered
from tests.ui.review.agreements import (
    AGREEMENT,
    BUDGET,
    DELEGATION,
    NEVER_VARIED,
    PRESSURE,
    of_many_articles,
    of_three_coders,
)


def test_a_row_prints_every_figure() -> None:
    printed = [cell_text(DELEGATION, column) for column in Column]
    assert printed == ["G3 Delegation", "6 · 4 · 9", "91 %", ".31", ".02 to .55", "", ".31", ".35", "9"]


def test_where_there_is_no_interval_it_says_so_and_why() -> None:
    assert cell_text(PRESSURE, Column.INTERVAL) == "none"
    assert cell_text(PRESSURE, Column.GRAPH) == "only Ann used this code"
    assert cell_text(NEVER_VARIED, Column.ALPHA) == "–"
    assert "alpha undefined" in cell_said(AGREEMENT, NEVER_VARIED, Column.CODE)


def test_the_heat_map_prints_numbers_a_dot_for_none_and_nothing_where_it_could_not_be_compared() -> None:
    assert [cell_text(DELEGATION, FIRST_ARTICLE + place) for place in range(3)] == ["3", "1", "·"]
    assert cell_text(BUDGET, FIRST_ARTICLE + 2) == ""
    assert cell_said(AGREEMENT, DELEGATION, FIRST_ARTICLE) == "A mixed model: G3 Delegation, 3 open differences"
    assert cell_said(AGREEMENT, BUDGET, FIRST_ARTICLE + 2) == (
        "The budget per head: G1 Who answers for the budget, could not be compared"
    )


def test_a_screen_reader_hears_a_row_as_a_sentence() -> None:
    assert cell_said(AGREEMENT, DELEGATION, Column.CODE) == (
        "G3 Delegation: 6 only Ann, 4 both, 9 only Ben, 91 % agreement, alpha .31, 95 % interval .02 to .55, "
        "kappa .31, F1 .35, 9 open"
    )
    assert cell_said(AGREEMENT, DELEGATION, Column.KAPPA) == "G3 Delegation, kappa: .31"


@pytest.mark.parametrize(
    ("column", "descending", "codes"),
    [
        (Column.ALPHA, False, ["f8", "g3", "g1", "f9"]),
        (Column.ALPHA, True, ["g1", "g3", "f8", "f9"]),
        (Column.OPEN, True, ["g3", "g1", "f8", "f9"]),
        (Column.CODE, False, ["f9", "g1", "g3", "f8"]),
        (FIRST_ARTICLE + 1, True, ["g1", "g3", "f9", "f8"]),
    ],
)
def test_rows_come_in_the_order_asked_for_with_the_undefined_last(
    column: int, descending: bool, codes: list[str]
) -> None:
    assert [row.code for row in ordered(AGREEMENT.rows, column, descending=descending)] == codes


def test_with_three_coders_it_counts_what_some_and_what_all_coded() -> None:
    agreement = of_three_coders()
    assert heads(agreement)[Column.COUNTS] == "some · all"
    assert cell_text(agreement.rows[0], Column.COUNTS) == "8 · 3"
    assert cell_said(agreement, agreement.rows[0], Column.COUNTS) == "G3 Delegation: 8 coded by some, 3 by all"


def test_the_scale_begins_at_nought_unless_something_lies_below() -> None:
    assert AGREEMENT.lowest_drawn() == 0
    below = replace(DELEGATION, low=-0.31)
    assert replace(AGREEMENT, rows=(below,)).lowest_drawn() == -0.4


def test_where_not_all_articles_fit_those_with_most_open_are_there_in_their_order() -> None:
    assert of_many_articles(9).busiest_articles(3) == [6, 7, 8]
    assert AGREEMENT.busiest_articles(2) == [0, 1]
