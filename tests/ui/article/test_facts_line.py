"""The line below a headline fits its room: several names become the first one, names are cut before figures go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint

from annotator.ui.article.facts_line import fitting

if TYPE_CHECKING:
    from annotator.ui.article.article_view import ArticleView

FACTS = "By Ida Moor, Carl Lund and Eva Berg · The Northern Weekly · 19 May 2016 · 485 words, 213 coded"
SPOKEN = f"{FACTS} · 7 quotations, 2 speakers"


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        (200, SPOKEN),
        (115, SPOKEN.replace(", Carl Lund and Eva Berg", " and others")),
        (100, SPOKEN.replace(", Carl Lund and Eva Berg", " and others").removesuffix(", 2 speakers")),
        (85, "By Ida Moor and others · The Northern Weekly · 19 May 2016 · 485 words, 213 coded"),
        (65, "By Ida Moor… · The Northern… · 19 May 2016 · 485 words, 213 coded"),
        (40, "19 May 2016 · 485 words, 213 coded"),
        (25, "485 words, 213 coded"),
        (3, "485 words, 213 coded"),
    ],
)
def test_names_give_way_and_figures_stay_whole(room: int, expected: str) -> None:
    assert fitting(SPOKEN, room, len) == expected


def test_one_long_name_is_cut_before_the_publication_and_a_short_one_is_left() -> None:
    facts = f"By {'a very long name ' * 4}indeed · Weekly · 1 May 2016 · 1,204 words"
    shown = fitting(facts, 70, len)
    assert len(shown) <= 70
    assert shown.startswith("By a very long name")
    assert shown.endswith("… · Weekly · 1 May 2016 · 1,204 words")


def test_nothing_known_stays_nothing() -> None:
    assert fitting("", 10, len) == ""


def test_the_tip_says_all_of_them_where_some_had_no_room(view: ArticleView) -> None:
    def said(facts: str) -> list[str]:
        view.show_facts(facts)
        view.grab()
        spot = next(point for y in range(0, 300, 4) if view.over_facts(point := QPoint(60, y)))
        return view.sayings_at(spot)

    assert said("By Ida Moor · 1 May 2016") == []
    assert said(SPOKEN) == [f"{SPOKEN}."]
