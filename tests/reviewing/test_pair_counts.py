"""Counts of units are right against a count by hand and by brute force, and the figures follow from them."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.reviewing import agreement
from annotator.reviewing.agreement import Values, values_of_table
from annotator.reviewing.intervals import RUNS, interval_of_runs, intervals, weights
from annotator.reviewing.marks import marks_of
from annotator.reviewing.pair_counts import alpha, blocks_of, f1, kappa, percent, pooled_alpha, units_of

TEXT = "One is first. Two is next.\nThree stands alone here.\n\nFour. Five. Six ends it."
SPANS = st.lists(st.tuples(st.integers(0, len(TEXT) - 2), st.integers(1, 30)), max_size=6).map(
    lambda found: [(start, min(len(TEXT), start + length)) for start, length in found]
)


@given(SPANS, SPANS, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=2))
def test_characters_are_counted_as_by_brute_force(
    a: list[tuple[int, int]], b: list[tuple[int, int]], away: list[tuple[int, int]]
) -> None:
    aside = [(start, start + length) for start, length in away]
    units, blocks = units_of(TEXT, "character", aside), blocks_of(TEXT)

    found = marks_of(units, blocks, [{0: a}, {0: b}], 1, "character").table(0, 1)[:, 0]

    expected = np.zeros((len(blocks), 4))
    for place, (low, high) in enumerate(blocks):
        for at in range(low, high):
            if not any(start <= at < end for start, end in aside):
                in_a, in_b = (any(start <= at < end for start, end in spans) for spans in (a, b))
                expected[place, 0 if in_a and in_b else 1 if in_a else 2 if in_b else 3] += 1
    assert (found == expected).all()


@given(SPANS, SPANS)
def test_sentences_are_counted_as_by_brute_force(a: list[tuple[int, int]], b: list[tuple[int, int]]) -> None:
    units = units_of(TEXT, "sentence")

    found = marks_of(units, blocks_of(TEXT), [{0: a}, {0: b}], 1, "sentence").table(0, 1)[:, 0].sum(axis=0)

    marks = [[any(s < end and e > start for s, e in spans) for start, end in units] for spans in (a, b)]
    expected = [sum(pair == kind for pair in zip(*marks, strict=True))
                for kind in ((True, True), (True, False), (False, True), (False, False))]  # fmt: skip
    assert found.tolist() == expected


@given(st.lists(st.integers(0, 40), min_size=4, max_size=4))
def test_the_figures_are_those_of_the_general_measures(cells: list[int]) -> None:
    counts = np.array(cells, dtype=float)
    values = values_of_table([[cells[0], cells[1]], [cells[2], cells[3]]], (1, 0)) if sum(cells) else None
    if values is None:
        return
    for ours, theirs in (
        (percent(counts), agreement.percent_agreement(values)),
        (alpha(counts), agreement.krippendorff_alpha_nominal(values)),
        (kappa(counts), agreement.cohen_kappa(values)),
    ):
        assert (math.isnan(ours) and theirs is None) or float(ours) == pytest.approx(theirs)


def test_what_is_set_aside_is_no_unit() -> None:
    aside = [(TEXT.index("Three"), TEXT.index("\n\n"))]

    assert len(units_of(TEXT, "sentence")) - len(units_of(TEXT, "sentence", aside)) == 1


def test_longer_uncoded_text_changes_kappa_and_not_the_overlap() -> None:
    short, long = np.array([50.0, 100, 50, 800]), np.array([50.0, 100, 50, 19_800])

    assert float(f1(short)) == float(f1(long)) == pytest.approx(0.4)
    assert float(percent(short)) == pytest.approx(0.85)
    assert float(percent(long)) == pytest.approx(0.9925)


def test_a_pooled_figure_is_no_mean_of_figures() -> None:
    codes = np.array([[40.0, 0, 0, 60], [0, 1, 0, 99]])

    assert float(pooled_alpha(codes)) != pytest.approx(float(np.nanmean(alpha(codes))), abs=0.05)
    assert math.isnan(float(pooled_alpha(np.zeros((2, 4)))))


def test_the_interval_of_units_is_that_of_the_literature() -> None:
    """Cohen 1960, p. 45: a bootstrap over its 200 units gave .391 to .590, the analytic interval .391 to .592."""
    cases = json.loads((Path(__file__).parents[1] / "reference" / "agreement.json").read_text("utf-8"))["cases"]
    case = next(case for case in cases if case["id"] == "cohen1960-p45")
    values = values_of_table(case["data"]["table"], case["data"]["categories"])
    cell = np.repeat(np.arange(len(values.weights)), values.weights.astype(int))
    runs = [np.bincount(cell, weights=drawn, minlength=len(values.weights)) for drawn in weights(len(cell), RUNS)]
    kappas = [agreement.cohen_kappa(Values(values.codes, run, values.categories)) for run in runs]

    found = interval_of_runs(np.array([one if one is not None else math.nan for one in kappas]))

    told = case["confidence_intervals"][0]
    assert (found.low, found.high) == pytest.approx(tuple(told["analytic_95"]), abs=told["tolerance"])


def test_too_few_blocks_or_too_often_undefined_give_no_interval_and_say_why() -> None:
    few = intervals(np.ones((4, 1, 4)), alpha)
    rare = np.zeros((12, 1, 4))
    rare[:, 0, 3] = 10
    rare[0, 0, 0] = 1

    assert few[0].low is None
    assert "fewer than 5" in few[0].why
    assert "undefined" in intervals(rare, alpha)[0].why
    assert intervals(rare, percent)[0].low == pytest.approx(1.0)
