"""What a text prints about itself is suggested with its line; what is known, or not printed, is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.jobs.facts_suggested import Suggested, suggested_facts
from annotator.model.records import Article

TEXT = "Ferries to run at night\n\nBy Jane Sample\n\n19 May 2016\n\nThe board decides. Others wait, and pay for it."
ARTICLE = Article(
    id="a", position=0, title="scan 12", file="scan 12.txt", text_sha256="", coder="c", created="2016-05-20T08:00:00Z"
)


def test_each_fact_comes_with_the_line_it_stands_in() -> None:
    assert suggested_facts(ARTICLE, TEXT) == {
        "title": Suggested("Ferries to run at night", "Ferries to run at night", 1),
        "author": Suggested("Jane Sample", "By Jane Sample", 3),
        "published": Suggested("2016-05-19", "19 May 2016", 5),
    }


def test_what_is_known_is_not_suggested_again() -> None:
    known = replace(ARTICLE, title="Night ferries", author="J. Sample", published="2016-05-18")
    assert suggested_facts(known, TEXT) == {}


@pytest.mark.parametrize("text", ["The board decides. In 2015-16 it bought care.", "", "\n\n \n"])
def test_no_date_and_nobody_is_invented(text: str) -> None:
    assert suggested_facts(ARTICLE, text) == {}


@pytest.mark.parametrize(
    ("lines", "link"),
    [
        ("Source: https://example.org/a/b", "https://example.org/a/b"),
        ("<https://example.org/a>", "https://example.org/a"),
        ("https://example.org/a\nText.\nhttps://example.org/b", ""),
        ("It is told at https://example.org/a by the board.", ""),
    ],
)
def test_an_address_is_suggested_where_it_is_the_only_one_on_a_line_of_its_own(lines: str, link: str) -> None:
    found = suggested_facts(ARTICLE, f"The board decides.\n\n{lines}\n").get("link")
    assert (found.value if found else "") == link
