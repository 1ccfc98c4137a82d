"""Each coefficient is explained in a sentence and a formula, and no word passes a verdict on a figure."""

from __future__ import annotations

import re

import pytest

from annotator.ui.review.agreement_rows import Column
from annotator.ui.review.measures_tips import head_tip, measure_tip

VERDICTS = re.compile(r"substantial|moderate|fair|slight|excellent|good|poor|weak|strong|almost perfect", re.IGNORECASE)


@pytest.mark.parametrize("in_pair", [True, False])
@pytest.mark.parametrize("column", list(Column))
def test_no_tip_passes_a_verdict(column: Column, in_pair: bool) -> None:
    told = head_tip(column, in_pair)
    assert told
    assert not VERDICTS.search(told)


@pytest.mark.parametrize("column", [Column.PERCENT, Column.ALPHA, Column.KAPPA, Column.F1])
def test_every_coefficient_has_its_formula(column: Column) -> None:
    assert "=" in measure_tip(column, in_pair=True).formula


@pytest.mark.parametrize("column", [Column.ALPHA, Column.KAPPA])
def test_why_a_coefficient_is_low_when_agreement_is_high_is_answered(column: Column) -> None:
    assert "low when agreement is high?" in measure_tip(column, in_pair=True).why


def test_the_lines_are_krippendorffs() -> None:
    said = measure_tip(Column.ALPHA, in_pair=True).sentence
    assert "Krippendorff" in said
    assert ".800" in said
    assert ".667" in said


def test_with_three_coders_kappa_is_fleiss() -> None:
    assert "Cohen" in measure_tip(Column.KAPPA, in_pair=True).sentence
    assert "Fleiss" in measure_tip(Column.KAPPA, in_pair=False).sentence
