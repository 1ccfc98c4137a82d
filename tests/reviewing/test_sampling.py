"""A share of a coder's articles is drawn for a second, blind coding: by chance, fair, repeatable."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as some

from annotator.reviewing.sampling import sample

ARTICLES = [f"article {number}" for number in range(40)]
PART = {article: "Weekly" if number < 30 else "Daily" for number, article in enumerate(ARTICLES)}


def test_each_publication_gets_its_share() -> None:
    drawn = sample(ARTICLES, 20, seed=7, part_of=PART)
    assert Counter(PART[one] for one in drawn) == {"Weekly": 6, "Daily": 2}
    assert drawn == sorted(drawn, key=ARTICLES.index), "in the order of the articles"


def test_the_same_seed_draws_the_same_and_another_one_others() -> None:
    assert sample(ARTICLES, 20, 7, PART) == sample(ARTICLES, 20, 7, PART)
    assert sample(ARTICLES, 20, 7, PART) != sample(ARTICLES, 20, 8, PART)


def test_a_small_share_of_few_articles_is_still_one_article() -> None:
    assert len(sample(ARTICLES[:3], 1, seed=1)) == 1
    assert sample([], 20, seed=1) == []


@pytest.mark.parametrize("percent", [0, -5, 101])
def test_a_share_that_cannot_be_is_refused(percent: float) -> None:
    with pytest.raises(ValueError, match="percent"):
        sample(ARTICLES, percent, seed=1)


@given(
    parts=some.lists(some.sampled_from("abcde"), min_size=1, max_size=60),
    percent=some.floats(0.5, 100),
    seed=some.integers(0, 9),
)
def test_it_is_as_large_as_asked_for_and_no_part_gets_more_than_its_share_and_one(
    parts: list[str], percent: float, seed: int
) -> None:
    articles = [str(number) for number in range(len(parts))]
    part_of = dict(zip(articles, parts, strict=True))
    drawn = sample(articles, percent, seed, part_of)
    assert len(set(drawn)) == len(drawn) == max(1, round(len(articles) * percent / 100))
    for part, number in Counter(part_of[one] for one in drawn).items():
        assert number < len(drawn) * parts.count(part) / len(parts) + 1
