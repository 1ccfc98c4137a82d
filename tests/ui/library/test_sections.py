"""The articles stand under headings of many kinds, picks narrow them down, folding keeps the order."""

from __future__ import annotations

import pytest

from annotator.model.records import Field, Group
from annotator.ui.library.article_cards import ArticleCard
from annotator.ui.library.sections import (
    Heading,
    LibraryFacts,
    in_sections,
    numbers,
    order_of,
    picked,
    takes_articles,
)

CARDS = [
    ArticleCard(id="1", title="Who buys care", publication="Briefings", published="2016-05-19", groups=("p",)),
    ArticleCard(id="2", title="A bill", publication="Notes", state="finished", values=(("r", "South"),)),
    ArticleCard(id="3", title="Budgets", publication="Briefings", published="2015-06-04", groups=("s", "p")),
]
FACTS = LibraryFacts(
    groups=(
        Group(id="s", name="Second round", position=0, coder="c", created="2016"),
        Group(id="p", name="Pilot", position=1, coder="c", created="2016"),
        Group(id="e", name="To leave out", position=2, coder="c", created="2016"),
    ),
    fields=(
        Field(id="r", name="Region", kind="choice", choices="North\nSouth", position=0, coder="c", created="2016"),
        Field(id="n", name="Beds", kind="number", position=1, coder="c", created="2016"),
    ),
)


def shown(kind: str, folded: tuple[str, ...] = (), picks: tuple[str, ...] = (), *, empty: bool = True) -> list[str]:
    rows = in_sections(CARDS, kind, FACTS, folded, picks, empty=empty)
    return [f"{row.text} {row.number}" if isinstance(row, Heading) else row.id for row in rows]


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("publication", ["Briefings 2", "1", "3", "Notes 1", "2"]),
        ("year", ["2015 1", "3", "2016 1", "1", "No date 1", "2"]),
        ("month", ["Jun 2015 1", "3", "May 2016 1", "1", "No date 1", "2"]),
        ("group", ["Second round 1", "3", "Pilot 2", "1", "3", "To leave out 0", "In no group 1", "2"]),
        ("state", ["Not begun 2", "1", "3", "Finished 1", "2"]),
        ("field/r", ["North 0", "South 1", "2", "Region not known 2", "1", "3"]),
        ("nothing", ["1", "2", "3"]),
        ("field/gone", ["1", "2", "3"]),
    ],
)
def test_articles_stand_under_their_headings(kind: str, rows: list[str]) -> None:
    assert shown(kind) == rows


def test_what_is_folded_keeps_its_heading_and_its_place_in_the_order() -> None:
    assert shown("publication", folded=("publication:Briefings",)) == ["Briefings 2", "Notes 1", "2"]
    assert order_of(CARDS, "publication", FACTS) == ["1", "3", "2"]
    assert order_of(CARDS, "group", FACTS) == ["3", "1", "2"]


def test_headings_are_left_out_while_nothing_of_the_kind_is_known() -> None:
    plain = [ArticleCard(id="1", title="x"), ArticleCard(id="2", title="y")]
    assert in_sections(plain, "publication", LibraryFacts()) == plain
    assert in_sections(plain, "year", LibraryFacts()) == plain


def test_an_article_without_publication_stands_under_a_plain_word_among_others() -> None:
    rows = in_sections([*CARDS, ArticleCard(id="4", title="x")], "publication", FACTS)
    assert [row.text for row in rows if isinstance(row, Heading)][-1] == "Publication not known"


def test_a_filter_shows_no_empty_headings_and_only_those_that_are_picked() -> None:
    assert shown("group", empty=False)[-2:] == ["In no group 1", "2"]
    assert "To leave out 0" not in shown("group", empty=False)
    assert shown("group", picks=("group:p",)) == ["Pilot 2", "1", "3"]


@pytest.mark.parametrize(
    ("picks", "found"),
    [
        ((), ["1", "2", "3"]),
        (("publication:Briefings",), ["1", "3"]),
        (("publication:Briefings", "publication:Notes"), ["1", "2", "3"]),
        (("publication:Briefings", "group:s"), ["3"]),
        (("field/r:South",), ["2"]),
        (("field/r:",), ["1", "3"]),
        (("group:",), ["2"]),
        (("state:finished", "year:2016"), []),
    ],
)
def test_picks_of_one_kind_are_alternatives_and_kinds_are_all_required(
    picks: tuple[str, ...], found: list[str]
) -> None:
    assert [card.id for card in picked(CARDS, picks)] == found


def test_the_numbers_beside_the_picks() -> None:
    assert numbers(CARDS, "group", FACTS) == {"s": 1, "p": 2, "e": 0, "": 1}


@pytest.mark.parametrize(
    ("key", "takes"), [("group:p", True), ("field/r:North", True), ("group:", False), ("publication:Notes", False)]
)
def test_articles_are_dropped_on_groups_and_choices_only(key: str, takes: bool) -> None:
    assert takes_articles(key) is takes


def test_a_pick_says_of_which_field_it_is() -> None:
    assert FACTS.full_text("field/r:North") == "Region: North"
    assert FACTS.full_text("group:p") == "Pilot"
    assert (FACTS.text("group:gone"), FACTS.text("field/gone:North")) == ("", "")
