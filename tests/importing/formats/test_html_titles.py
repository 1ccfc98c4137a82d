"""A saved page is listed by its headline, not by headline and site; where that is not certain nothing is cut."""

from __future__ import annotations

import pytest

from annotator.importing.formats.html_text import read_html

SITE = '<meta property="og:site_name" content="Health Weekly">'
LINK = '<link rel="canonical" href="https://www.healthweekly.example/a/boards-to-merge">'
TEXT = "<p>Two boards said on Tuesday that they would become one before the winter.</p>"


def title_of(head: str, body: str = "") -> str:
    return read_html(f"<html><head>{head}</head><body>{body}{TEXT}</body></html>".encode(), "page.html").title


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<title>Boards to merge | Health Weekly</title>", "<h1>Boards to merge</h1>"),
        ("<title>Boards to merge - Health Weekly</title>", "<p>Boards  to merge</p>"),
        (f"<title>Boards to merge – Health Weekly</title>{SITE}", ""),
        (f"<title>Health Weekly: news | Boards to merge | Health Weekly</title>{SITE}", "<h1>Boards to merge</h1>"),
        (f"<title>HEALTH WEEKLY » Boards to merge</title>{SITE}", ""),
        (f"<title>Boards to merge · Health Weekly</title>{LINK}", ""),
        (f'<title>x</title><meta property="og:title" content="Boards to merge | Health Weekly">{SITE}', ""),
        (f"<title>Boards to merge – healthweekly.example</title>{LINK}", ""),
    ],
)
def test_the_name_of_the_site_is_cut_where_it_is_known(head: str, body: str) -> None:
    assert title_of(head, body) == "Boards to merge"


def test_a_short_name_behind_an_upright_bar_is_the_sites() -> None:
    assert title_of("<title>Two boards are to merge | Health Weekly</title>") == "Two boards are to merge"


@pytest.mark.parametrize(
    "title",
    [
        "Two boards are to merge - Health Weekly",
        "Boards - and councils - to merge",
        "Merger | Health Weekly",
        "Two boards are to merge | what it means for the patients of both towns",
        "Two boards are to merge | is it wise?",
        "England - a plan for the winter",
        "Well-run boards merge",
    ],
)
def test_what_may_belong_to_the_headline_stays(title: str) -> None:
    link = '<link rel="canonical" href="https://www.england.example.uk/plan">'
    assert title_of(f"<title>{title}</title>{link}") == title


def test_a_title_that_is_printed_as_it_is_stays_whole() -> None:
    whole = "Boards to merge - Health Weekly"
    assert title_of(f"<title>{whole}</title>{SITE}", f"<h1>{whole}</h1><p>Boards to merge</p>") == whole
