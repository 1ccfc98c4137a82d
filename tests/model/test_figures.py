"""Figures are printed as the analyst will quote them, and never better than they are."""

from __future__ import annotations

import pytest

from annotator.model.figures import coefficient, interval, percent


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (0.31, ".31"), (-0.01, "−.01"), (0.0, ".00"), (-0.004, ".00"), (1.0, "1.00"), (-1.0, "−1.00"), (0.667, ".67"),
        (0.9951, ".99"), (0.005, ".01"), (None, "–"),
    ],
)  # fmt: skip
def test_a_coefficient_has_two_decimals_and_no_zero_before_the_point(value: float | None, printed: str) -> None:
    assert coefficient(value) == printed


@pytest.mark.parametrize(
    ("share", "printed"),
    [(0.97, "97 %"), (1.0, "100 %"), (0.998, "99 %"), (0.0, "0 %"), (0.001, "1 %"), (None, "–")],
)
def test_only_what_is_whole_is_a_hundred_percent(share: float | None, printed: str) -> None:
    assert percent(share) == printed


def test_an_interval_names_both_ends_or_none() -> None:
    assert interval(0.02, 0.55) == ".02 to .55"
    assert interval(-0.12, 0.3) == "−.12 to .30"
    assert interval(None, None) == "none"
