"""Three and more coders: the sums give what the measures of the literature give, gaps, sub-codes and new codes too."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.records import Coding
from annotator.reviewing import agreement
from annotator.reviewing.comparison import ArticleWork, compare
from annotator.reviewing.several import SharedArticle, compare_several
from annotator.reviewing.units import character_units, overlap_f1, pooled

if TYPE_CHECKING:
    from annotator.reviewing.agreement import Values
    from annotator.reviewing.pair_counts import Unit

TEXT = "One is here. Two is next.\nThree stands alone. Four follows it.\nFive is short. Six ends it all."
CODERS = ("ann", "ben", "carl")
CODES = ("law", "plan")
Spans = list[tuple[int, int]]
SPANS = st.lists(st.tuples(st.integers(0, len(TEXT) - 2), st.integers(1, 30)), max_size=4).map(
    lambda found: [(start, min(len(TEXT), start + length)) for start, length in found]
)
WORK = st.fixed_dictionaries({}, optional={coder: st.fixed_dictionaries(dict.fromkeys(CODES, SPANS))
                                           for coder in CODERS})  # fmt: skip
Work = dict[str, dict[str, Spans]]


def coding(coder: str, code: str, start: int, end: int, article: str = "0") -> Coding:
    return Coding(id=f"{coder}{code}{article}{start}-{end}", article=article, code=code, coder=coder, start=start,
                  end=end, quote=TEXT[start:end], created="", modified="")  # fmt: skip


def shared(number: int, work: Work) -> SharedArticle:
    return SharedArticle(str(number), TEXT, {
        coder: tuple(coding(coder, code, *span, str(number)) for code, spans in by_code.items() for span in spans)
        for coder, by_code in work.items()
    })  # fmt: skip


def trimmed(spans: Spans) -> Spans:
    kept = [(end - len(TEXT[start:end].lstrip()), start + len(TEXT[start:end].rstrip())) for start, end in spans]
    return [(start, end) for start, end in kept if start < end]


def by_character(articles: list[Work], code: str, coders: tuple[str, ...] = CODERS) -> Values | None:
    """The general measures' view: all characters of the paragraphs, cut at borders, a gap for who has not finished."""
    parts = []
    for work in articles:
        if sum(coder in work for coder in CODERS) < 2:
            continue
        low = 0
        for line in TEXT.split("\n"):
            spans = [trimmed(work.get(coder, {}).get(code, [])) for coder in coders]
            part = character_units(spans, low, low + len(line))
            for place, coder in enumerate(coders):
                if coder not in work:
                    part.codes[:, place] = -1
            parts.append(part)
            low += len(line) + 1
    return pooled(parts) if parts else None


def same(ours: float | None, theirs: float | None) -> bool:
    return ours == theirs if ours is None or theirs is None else ours == pytest.approx(theirs)


@given(st.lists(WORK, min_size=1, max_size=3))
def test_sums_give_what_the_general_measures_give(articles: list[Work]) -> None:
    found = compare_several([shared(*one) for one in enumerate(articles)], CODERS, CODES, "character")

    for row in found.rows:
        values = by_character(articles, row.code)
        assert values is not None
        assert same(row.alpha, agreement.krippendorff_alpha_nominal(values))
        assert same(row.percent, agreement.percent_agreement(values))
        assert same(row.fleiss, agreement.fleiss_kappa(values))
        marked, read = (values.codes == 1).sum(axis=1), (values.codes != -1).sum(axis=1)
        assert row.some == values.weights[marked > 0].sum()
        assert row.all == values.weights[(marked == read) & (read > 1)].sum()
    every = [values for code in CODES if (values := by_character(articles, code)) is not None]
    used = [values for values in every if (values.codes == 1).any()]
    if used:
        assert same(found.pooled.alpha, agreement.alpha_over_codes(used))


@given(st.fixed_dictionaries({coder: st.fixed_dictionaries(dict.fromkeys(CODES, SPANS)) for coder in CODERS}))
def test_each_two_agree_as_when_they_alone_are_compared(work: Work) -> None:
    found = compare_several([shared(0, work)], CODERS, CODES, "sentence")

    for pair, (one, other) in zip(found.pairs, combinations(CODERS, 2), strict=True):
        article = shared(0, work)
        alone = compare([ArticleWork("0", TEXT, article.codings[one], article.codings[other])], CODES).pooled
        assert (pair.a, pair.b, pair.articles) == (one, other, 1)
        assert same(pair.alpha, alone.alpha)
        assert same(pair.f1, alone.f1)
    for row in found.rows:
        values = by_character([work], row.code)
        assert values is not None
        over_characters = compare_several([shared(0, work)], CODERS, CODES, "character")
        theirs = next(one for one in over_characters.rows if one.code == row.code)
        assert same(theirs.f1, overlap_f1(values))


def test_two_coders_are_a_case_of_several() -> None:
    a, b = [coding("ann", "law", 0, 12), coding("ann", "plan", 26, 40)], [coding("ben", "law", 0, 20)]

    several = compare_several([SharedArticle("0", TEXT, {"ann": tuple(a), "ben": tuple(b)})], ("ann", "ben"), CODES)
    two = compare([ArticleWork("0", TEXT, tuple(a), tuple(b))], CODES)

    assert [(one.code, one.alpha, one.percent, one.f1) for one in several.rows] == [
        (one.code, one.alpha, one.percent, one.f1) for one in two.rows
    ]
    assert several.pooled.alpha == two.pooled.alpha
    assert [one.used_by for one in several.rows] == [("ann", "ben"), ("ann",)]


@pytest.mark.parametrize("unit", ["sentence", "character", "segment"])
def test_with_sub_codes_a_passage_of_either_is_one_of_the_family_and_counts_once_over_all(unit: Unit) -> None:
    a, b = [coding("ann", "law", 0, 12), coding("ann", "bills", 0, 12)], [coding("ben", "bills", 0, 12)]
    below = {"law": ("law", "bills"), "bills": ("bills",)}
    codes = ("law", "bills")

    alone = compare([ArticleWork("0", TEXT, tuple(a), tuple(b))], codes, unit)
    wide = compare([ArticleWork("0", TEXT, tuple(a), tuple(b))], codes, unit, below=below)

    assert [(one.code, one.f1) for one in alone.rows] == [("law", 0.0), ("bills", 1.0)]
    assert wide.rows[0].both >= 1
    assert wide.rows[0].b_only == 0
    assert wide.pooled == alone.pooled
    if unit != "segment":
        shared_work = [SharedArticle("0", TEXT, {"ann": tuple(a), "ben": tuple(b)})]
        several = compare_several(shared_work, ("ann", "ben"), codes, unit, below=below)
        assert [one.f1 for one in several.rows] == [1.0, 1.0]


def test_a_code_made_after_somebody_had_finished_does_not_count_there() -> None:
    first, second = [coding("ann", "law", 0, 12)], [coding("ann", "law", 0, 12, "1"), coding("ann", "plan", 0, 12, "1")]
    work = [ArticleWork("0", TEXT, tuple(first), ()), ArticleWork("1", TEXT, tuple(second), tuple(second[:1]))]

    new = {("law", "0"), ("plan", "0"), ("plan", "1")}
    counted = compare(work, CODES, not_comparable=new)

    assert [(one.code, one.a_only, one.both) for one in counted.rows] == [("law", 0, 1), ("plan", 0, 0)]
    assert counted.rows[0].percent == 1.0
    assert counted.rows[1].percent is None
    assert "after" in counted.rows[1].undefined
    several = compare_several(
        [SharedArticle(one.article, TEXT, {"ann": one.a, "ben": one.b}) for one in work], ("ann", "ben"), CODES,
        not_comparable=new,
    )  # fmt: skip
    assert [(one.some, one.all) for one in several.rows] == [(1, 1), (0, 0)]
    assert "after" in several.rows[1].undefined


def test_articles_that_only_one_has_finished_count_for_nothing() -> None:
    found = compare_several([SharedArticle("0", TEXT, {"ann": (coding("ann", "law", 0, 12),)})], CODERS, CODES)

    assert found.rows == ()
    assert found.pooled.alpha is None
    assert [pair.articles for pair in found.pairs] == [0, 0, 0]
