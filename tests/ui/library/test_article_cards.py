"""What stands on an article's card, and in which order the cards stand."""

import pytest

from annotator.ui.library.article_cards import ArticleCard, in_order, matching

CARDS = [
    ArticleCard(id="1", title="Who buys care", publication="Briefings", published="2016-05-19"),
    ArticleCard(id="2", title="A bill in parliament", publication="Notes", author="A. Writer", codings=3),
    ArticleCard(id="3", title="budgets per head", publication="Briefings", published="2015-06-04"),
]


@pytest.mark.parametrize(
    ("state", "read", "shown"),
    [
        ("new", 0.0, "not begun"),
        ("new", 0.001, "1 % read"),
        ("in progress", 0.0, "0 % read"),
        ("in progress", 0.29, "29 % read"),
        ("in progress", 0.999, "99 % read"),
        ("in progress", 1.7, "100 % read"),
        ("finished", 0.4, "finished"),
    ],
)
def test_the_state_says_how_far_the_reading_is_and_never_claims_more(state: str, read: float, shown: str) -> None:
    card = ArticleCard(id="1", title="Who buys care", state=state, read=read)
    assert card.state_text == shown


def test_a_finished_article_has_a_full_bar_however_far_the_scroll_went() -> None:
    assert ArticleCard(id="1", title="x", state="finished", read=0.4).share_read == 1


def test_no_date_is_invented() -> None:
    assert ArticleCard(id="1", title="x").date_text == "no date"
    assert ArticleCard(id="1", title="x", published="2016-05-19").date_text == "19 May 2016"
    assert ArticleCard(id="1", title="x", published="spring 2016").date_text == "spring 2016"


def test_articles_can_be_sorted_by_title_or_date_those_without_a_date_last() -> None:
    assert [card.id for card in in_order(CARDS, "title")] == ["2", "3", "1"]
    assert [card.id for card in in_order(CARDS, "date")] == ["3", "1", "2"]
    assert [card.id for card in in_order(CARDS, "import")] == ["1", "2", "3"]
    assert [card.id for card in in_order(CARDS, "codings")] == ["2", "1", "3"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("BUDGETS", ["3"]),
        ("briefings 2016", ["1"]),
        ("may", ["1"]),
        ("writer", ["2"]),
        ("  ", ["1", "2", "3"]),
        ("nowhere", []),
    ],
)
def test_the_filter_looks_in_title_publication_author_and_date(words: str, found: list[str]) -> None:
    assert [card.id for card in matching(CARDS, words)] == found


def test_a_card_is_spoken_with_all_that_it_shows() -> None:
    card = ArticleCard(
        id="1", title="Who buys care", publication="Briefings", published="2016-05-19", state="in progress", read=0.5,
        codings=1,
    )  # fmt: skip
    assert card.spoken == "Who buys care, Briefings, 19 May 2016, 50 % read, 1 coding"
