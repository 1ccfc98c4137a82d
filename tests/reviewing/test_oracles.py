"""The measures agree with those of other people's programs on whatever the coders said: four libraries as oracles."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from annotator.reviewing import agreement, sets

if TYPE_CHECKING:
    from collections.abc import Iterator

with warnings.catch_warnings():  # what they say of themselves on import is not ours to judge
    warnings.simplefilter("ignore")
    import krippendorff
    from nltk.metrics.agreement import AnnotationTask
    from nltk.metrics.distance import jaccard_distance
    from sklearn.metrics import cohen_kappa_score
    from statsmodels.stats import inter_rater

CATEGORIES = (0, 1, 2)
SOME = settings(max_examples=60, deadline=None)
Said = list[list[int | None]]


def said(coders: int, *, gaps: bool = False) -> st.SearchStrategy[Said]:
    """What each coder said of the same units; None for a gap."""
    value = st.sampled_from([*CATEGORIES, None]) if gaps else st.sampled_from(CATEGORIES)
    return st.integers(2, 25).flatmap(lambda n: st.lists(st.lists(value, min_size=n, max_size=n),
                                                         min_size=coders, max_size=coders))  # fmt: skip


@pytest.fixture(autouse=True)
def _quietly() -> Iterator[None]:
    """Division by nothing is what some of them warn of; ours says None."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        yield


def same(ours: float | None, theirs: float) -> bool:
    return np.isnan(theirs) if ours is None else bool(ours == pytest.approx(theirs, abs=1e-9))


@SOME
@given(said(2))
def test_cohens_kappa_is_that_of_scikit_learn_and_statsmodels(values: Said) -> None:
    table = np.zeros((3, 3))
    for a, b in zip(*values, strict=True):
        assert a is not None
        table[a, b] += 1
    ours = agreement.cohen_kappa(agreement.values_of(values, CATEGORIES))

    assert same(ours, cohen_kappa_score(*values, labels=CATEGORIES))
    assert same(ours, inter_rater.cohens_kappa(table).kappa)


@SOME
@given(said(4))
def test_fleiss_and_brennan_prediger_are_those_of_statsmodels(values: Said) -> None:
    ours = agreement.values_of(values, CATEGORIES)
    table = ours.counts().astype(int)

    assert same(agreement.fleiss_kappa(ours), inter_rater.fleiss_kappa(table, method="fleiss"))
    assert same(agreement.brennan_prediger(ours), inter_rater.fleiss_kappa(table, method="randolph"))


@SOME
@given(said(3, gaps=True))
def test_alpha_with_gaps_is_krippendorffs_own(values: Said) -> None:
    units = list(zip(*values, strict=True))
    paired = {one for unit in units if sum(v is not None for v in unit) > 1 for one in unit if one is not None}
    ours = agreement.krippendorff_alpha_nominal(agreement.values_of(values, CATEGORIES))
    assume(len(paired) > 1)  # of one value alone the library raises, and ours says undefined
    data = [[np.nan if value is None else value for value in row] for row in values]

    assert same(ours, krippendorff.alpha(reliability_data=data, level_of_measurement="nominal"))


@SOME
@given(said(3))
def test_alpha_and_conger_are_those_of_nltk(values: Said) -> None:
    triples = [(coder, unit, value) for coder, row in enumerate(values) for unit, value in enumerate(row)]
    assume(len({value for *_, value in triples}) > 1)  # of one value alone nltk says 1, and ours says undefined
    task, ours = AnnotationTask(data=triples), agreement.values_of(values, CATEGORIES)

    assert same(agreement.krippendorff_alpha_nominal(ours), task.alpha())
    assert same(agreement.conger_kappa(ours), task.multi_kappa())


CODES = st.frozensets(st.sampled_from(["law", "plan", "pay"]), max_size=3)


@SOME
@given(st.lists(st.tuples(CODES, CODES, CODES), min_size=2, max_size=15))
def test_alpha_of_sets_is_that_of_nltk(units: list[tuple[Any, ...]]) -> None:
    filled = [tuple(codes or frozenset({"none"}) for codes in unit) for unit in units]  # nltk divides by an empty union
    triples = [(coder, at, codes) for at, unit in enumerate(filled) for coder, codes in enumerate(unit)]
    assume(len({codes for *_, codes in triples}) > 1)
    by_coder = [list(row) for row in zip(*filled, strict=True)]

    theirs = AnnotationTask(data=triples, distance=jaccard_distance).alpha()

    assert same(sets.alpha_of_sets(by_coder, sets.jaccard_distance), theirs)


def test_where_nobody_varies_theirs_differ_among_each_other_and_ours_is_undefined() -> None:
    values: Said = [[1, 1, 1], [1, 1, 1]]
    ours = agreement.values_of(values, CATEGORIES)

    assert np.isnan(cohen_kappa_score(*values, labels=CATEGORIES))
    with pytest.raises(ValueError, match="domain"):
        krippendorff.alpha(reliability_data=values, level_of_measurement="nominal")
    assert agreement.cohen_kappa(ours) is None
    assert agreement.krippendorff_alpha_nominal(ours) is None
    assert agreement.percent_agreement(ours) == 1.0
