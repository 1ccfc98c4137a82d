"""Where other programs go wrong, and beginners with them: each trap of comparing coders has a test that names it.

trap -> test (elsewhere only where a file is named)
prevalence paradox -> test_the_paradox_of_high_agreement_and_no_kappa
uncoded text as agreement -> test_more_uncoded_text_lifts_percent_and_ac1_and_not_the_overlap
no variation -> test_where_nobody_varies_figures_are_undefined_beside_full_agreement
one coder never used the code -> test_a_code_that_one_of_them_never_used
not coded yet against coded nothing -> test_nothing_coded_counts_once_it_is_finished;
    left out with a reason and a code made too late: tests/jobs/test_comparing.py, tests/cli/test_compare.py
characters are not independent -> test_intervals_draw_articles_and_not_characters
boundary noise -> test_white_space_at_the_ends_is_no_difference
offsets -> test_an_emoji_before_a_passage_moves_nothing, test_half_open_ends_lose_no_character
self-overlap -> test_a_place_coded_twice_counts_once_and_touching_passages_stay_two
exclusive group violated -> test_a_family_with_places_coded_twice_is_refused_with_their_list
mean of kappas -> test_the_mean_of_kappas_is_an_extra_and_another_number
percent with missing coders -> test_percent_with_gaps_is_the_mean_over_units
Brennan-Prediger's q -> test_q_is_what_there_is_and_not_what_was_used
hierarchies -> tests/reviewing/test_several.py, test_with_sub_codes_...
alpha and kappa agree for long texts -> test_for_a_long_text_alpha_pi_and_kappa_say_the_same
"""

from __future__ import annotations

import json
from math import isnan
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.records import Coding
from annotator.reviewing import agreement
from annotator.reviewing.comparison import ArticleWork, Comparison, compare
from annotator.reviewing.family_measures import double_coded, measures_of_family
from annotator.reviewing.intervals import intervals
from annotator.reviewing.more_measures import MoreMeasure, measures_of_all
from annotator.reviewing.pair_counts import alpha
from annotator.reviewing.several import SharedArticle, compare_several
from annotator.reviewing.unitizing import UnitSums, u_alpha_binary
from annotator.reviewing.units import character_units, overlap_f1, united

LINE = "Care is planned by the board of the area. "
Span = tuple[int, int]


def coding(who: str, span: Span, code: str = "law", article: str = "1") -> Coding:
    return Coding(id=f"{who}{article}{span}{code}", article=article, code=code, coder=who, start=span[0], end=span[1],
                  quote="", created="", modified="")  # fmt: skip


def of_two(text: str, a: list[Span], b: list[Span], unit: str = "character") -> Comparison:
    work = ArticleWork("1", text, tuple(coding("a", one) for one in a), tuple(coding("b", one) for one in b))
    return compare([work], ["law"], unit)  # type: ignore[arg-type]


def shared(text: str, *by_coder: list[tuple[int, int, str]]) -> list[SharedArticle]:
    codings = {str(at): tuple(coding(str(at), one[:2], one[2]) for one in spans) for at, spans in enumerate(by_coder)}
    return [SharedArticle("1", text, codings)]


def named(measures: list[MoreMeasure]) -> dict[str, float | None]:
    return {one.name: one.value for one in measures}


def test_the_paradox_of_high_agreement_and_no_kappa() -> None:
    values = agreement.values_of_table([[118, 5], [2, 0]], ("yes", "no"))

    assert agreement.percent_agreement(values) == pytest.approx(0.944)
    assert agreement.cohen_kappa(values) == pytest.approx(-0.02, abs=0.005)
    assert agreement.gwet_ac1(values) == pytest.approx(0.94, abs=0.005)


def test_more_uncoded_text_lifts_percent_and_ac1_and_not_the_overlap() -> None:
    found = {}
    for length in (1_000, 20_000):
        values = character_units([[(100, 250)], [(200, 300)]], 0, length)
        found[length] = (
            agreement.percent_agreement(values), agreement.gwet_ac1(values), agreement.cohen_kappa(values),
            agreement.krippendorff_alpha_nominal(values), overlap_f1(values),
        )  # fmt: skip

    assert found[1_000] == pytest.approx((0.85, 0.808, 0.318, 0.315, 0.4), abs=0.001)
    assert found[20_000] == pytest.approx((0.9925, 0.992, 0.396, 0.396, 0.4), abs=0.001)


@pytest.mark.parametrize("spans", [[], [(0, len(LINE) - 1)]])
def test_where_nobody_varies_figures_are_undefined_beside_full_agreement(spans: list[Span]) -> None:
    values = character_units([spans, spans], 0, len(LINE) - 1)

    assert agreement.percent_agreement(values) == 1.0
    for measure in (agreement.cohen_kappa, agreement.fleiss_kappa, agreement.krippendorff_alpha_nominal):
        assert measure(values) is None
    if spans:
        row = of_two(LINE.strip(), spans, spans).rows[0]
        assert (row.percent, row.alpha, row.kappa, row.f1) == (1.0, None, None, 1.0)
        assert "no variation" in row.undefined


def test_a_code_that_one_of_them_never_used() -> None:
    row = of_two(LINE * 40, [(0, 41)], []).rows[0]

    assert row.kappa == pytest.approx(0.0)
    assert row.alpha is not None
    assert -0.05 < row.alpha < 0
    assert row.percent is not None
    assert row.percent > 0.9
    assert (row.a_only > 0, row.both, row.b_only) == (True, 0, 0)
    several = compare_several(shared(LINE * 40, [(0, 41, "law")], [], []), ("0", "1", "2"), ["law"])
    assert several.rows[0].used_by == ("0",)


def test_nothing_coded_counts_once_it_is_finished() -> None:
    work = shared(LINE * 3, [(0, 41, "law")], [])

    finished = compare_several(work, ("0", "1", "2"), ["law"])
    work[0] = SharedArticle("1", work[0].text, {**work[0].codings, "2": ()})
    all_three = compare_several(work, ("0", "1", "2"), ["law"])

    assert [pair.articles for pair in finished.pairs] == [1, 0, 0]
    assert finished.rows[0].fleiss is None
    assert [pair.articles for pair in all_three.pairs] == [1, 1, 1]
    assert all_three.rows[0].fleiss is not None
    assert all_three.rows[0].percent != finished.rows[0].percent


def test_intervals_draw_articles_and_not_characters() -> None:
    """The same shares in texts a hundred times as long leave the interval as wide as it was."""
    counts = np.random.default_rng(1).integers(1, 30, size=(12, 1, 4)).astype(float)

    short, long = intervals(counts, alpha)[0], intervals(counts * 100, alpha)[0]

    assert None not in (short.low, short.high, long.low, long.high)
    assert short.high - short.low == pytest.approx(long.high - long.low, abs=0.02)  # type: ignore[operator]
    assert short.high - short.low > 0.05  # type: ignore[operator]


def test_white_space_at_the_ends_is_no_difference() -> None:
    text = LINE * 4
    clean, noisy = (0, 41), (0, 42)

    row = of_two(text, [clean], [noisy]).rows[0]

    assert text[noisy[1] - 1] == " "
    assert (row.a_only, row.b_only, row.f1) == (0, 0, 1.0)


def test_an_emoji_before_a_passage_moves_nothing() -> None:
    plain, emoji = "x" * 10 + LINE, "👩‍⚕️" + "x" * 6 + LINE
    assert len(plain) == len(emoji)
    spans: tuple[list[Span], list[Span]] = ([(10, 30)], [(10, 51)])

    assert of_two(plain, *spans).rows == of_two(emoji, *spans).rows


def test_half_open_ends_lose_no_character() -> None:
    row = of_two("abcdefghij", [(0, 5)], [(5, 10)]).rows[0]

    assert (row.a_only, row.both, row.b_only) == (5, 0, 5)


def test_a_place_coded_twice_counts_once_and_touching_passages_stay_two() -> None:
    twice = of_two(LINE * 4, [(0, 20), (10, 41)], [(0, 41)]).rows[0]

    assert (twice.both, twice.a_only, twice.b_only) == (41, 0, 0)
    assert united([(10, 41), (0, 20), (41, 50)]) == [(0, 41), (41, 50)]
    one, two = UnitSums(), UnitSums()
    one.add([[(0, 20, "law")], [(0, 20, "law")]], 0, 100)
    two.add([[(0, 10, "law"), (10, 20, "law")], [(0, 10, "law"), (10, 20, "law")]], 0, 100)
    assert one.own["law"] != two.own["law"]


def test_a_family_with_places_coded_twice_is_refused_with_their_list() -> None:
    work = shared(LINE * 4, [(0, 20, "law"), (10, 30, "plan")], [(0, 20, "law")])

    found = double_coded(work, ("0", "1"), ("law", "plan", "pay"))

    assert [(one.coder, one.start, one.end, set(one.codes)) for one in found] == [("0", 10, 20, {"law", "plan"})]
    with pytest.raises(ValueError, match="two codes"):
        measures_of_family(work, ("0", "1"), {"law": "Law", "plan": "Plan"})
    assert double_coded(work, ("0", "1"), ("law", "pay")) == []


def test_the_mean_of_kappas_is_an_extra_and_another_number() -> None:
    often = [(at * 42, at * 42 + 41, "law") for at in range(9)]
    work = shared(LINE * 20, [*often, (500, 541, "pay")], often)
    comparison = compare_several(work, ("0", "1"), ["law", "pay"])

    found = named(measures_of_all(work, ("0", "1"), ["law", "pay"], comparison.pooled.interval))

    assert found["Mean of kappas"] == pytest.approx(0.5, abs=0.02)
    assert comparison.pooled.alpha is not None
    assert comparison.pooled.alpha > 0.8
    assert found["Scott's pi"] == pytest.approx(comparison.pooled.alpha, abs=0.02)


def test_percent_with_gaps_is_the_mean_over_units() -> None:
    """Krippendorff 2004, p. 230: .800 weighted by values, .818 as the mean over units of two values or more."""
    cases = json.loads((Path(__file__).parents[1] / "reference" / "agreement.json").read_text("utf-8"))["cases"]
    case = next(case for case in cases if case["id"] == "krippendorff2004-p230")
    values = agreement.values_of(case["data"]["values_by_coder"])

    assert agreement.percent_agreement(values) == pytest.approx(0.818, abs=0.001)
    assert agreement.alpha_observed_disagreement(values) == pytest.approx(0.2, abs=0.001)


def test_q_is_what_there_is_and_not_what_was_used() -> None:
    work = shared(LINE * 4, [(0, 41, "law")], [(0, 20, "law")])
    two = named(measures_of_family(work, ("0", "1"), {"law": "Law"}))["Brennan-Prediger"]
    many = named(measures_of_family(work, ("0", "1"), {name: name for name in ("law", "plan", "pay", "bills")}))

    share = agreement.percent_agreement(character_units([[(0, 41)], [(0, 20)]], 0, len(LINE * 4)))
    assert share is not None
    assert two == pytest.approx((share - 1 / 2) / (1 - 1 / 2))
    assert many["Brennan-Prediger"] == pytest.approx((share - 1 / 5) / (1 - 1 / 5))


def test_for_a_long_text_alpha_pi_and_kappa_say_the_same() -> None:
    values = character_units([[(100, 250)], [(200, 300)]], 0, 20_000)
    sums = UnitSums()
    sums.add([[(100, 250, "law")], [(200, 300, "law")]], 0, 20_000)

    found = (agreement.krippendorff_alpha_nominal(values), agreement.scott_pi(values), agreement.cohen_kappa(values),
             u_alpha_binary(sums))  # fmt: skip

    assert found == pytest.approx((0.3963,) * 4, abs=0.0015)


def test_a_family_comes_out_as_published() -> None:
    """Krippendorff, Mathet, Bouvry and Widlöcher 2016: three coders, seven values; cu .724, coverage .461."""
    cases = json.loads((Path(__file__).parents[1] / "reference" / "agreement.json").read_text("utf-8"))["cases"]
    data = next(case for case in cases if case["id"] == "krippendorff2016-alex-paul-suzan")["data"]
    text = "x" * data["length"]
    moved = [[(start - data["begin"], end - data["begin"], str(value)) for start, end, value in spans]
             for spans in data["spans_by_coder"].values()]  # fmt: skip
    codes = {value: f"value {value}" for value in sorted({one[2] for spans in moved for one in spans})}

    found = named(measures_of_family(shared(text, *moved), [str(at) for at in range(len(moved))], codes))

    assert found["u-alpha"] == pytest.approx(0.510, abs=0.001)
    assert found["cu-alpha"] == pytest.approx(0.724, abs=0.001)
    assert (found["(k)u-alpha, value 5"], found["(k)u-alpha, value 2"], found["(k)u-alpha, value 7"]) == (
        1.0,
        0.0,
        None,
    )


def test_what_is_set_aside_is_no_part_of_the_text_that_a_family_is_measured_in() -> None:
    spans, others = [(0, 20, "law"), (42, 60, "plan")], [(0, 10, "law"), (42, 60, "plan")]
    short, codes = shared(LINE * 2, spans, others), {"law": "Law", "plan": "Plan"}
    long = [SharedArticle("1", LINE * 9, short[0].codings, ((len(LINE) * 2, len(LINE) * 9),))]

    assert measures_of_family(long, ("0", "1"), codes) == measures_of_family(short, ("0", "1"), codes)


SPANS = st.lists(st.tuples(st.integers(0, 90), st.integers(1, 40)), max_size=5).map(
    lambda found: [(start, min(100, start + length)) for start, length in found]
)


@given(SPANS, SPANS)
def test_the_sweep_counts_characters_as_one_by_one(a: list[Span], b: list[Span]) -> None:
    text = "x" * 100
    marks = [[any(start <= at < end for start, end in spans) for at in range(100)] for spans in (a, b)]
    values = agreement.values_of([[int(one) for one in row] for row in marks], (0, 1))

    rows = of_two(text, a, b).rows

    if rows:
        row = rows[0]
        assert (row.alpha, row.percent, row.kappa) == pytest.approx((
            agreement.krippendorff_alpha_nominal(values), agreement.percent_agreement(values),
            agreement.cohen_kappa(values),
        ))  # fmt: skip
    else:
        assert not a
        assert not b
    swept = agreement.krippendorff_alpha_nominal(character_units([a, b], 0, 100))
    assert swept == pytest.approx(agreement.krippendorff_alpha_nominal(values))
    assert not isnan(swept or 0.0)
