"""Clutter around an article is set aside with a reason, and no line of the article with it."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importing.real_articles import FOLDER, real_articles

from annotator.importing.clutter.zone_rules import find_zones

BODY = (
    "The board of the trust met on Monday to agree how the money for the coming year will be shared.\n"
    "Ann Holm said that nobody in the north of the county would be left without a bed this winter.\n"
    "A second meeting in the spring will look at what was spent and at what the wards still need.\n"
)


def aside(text: str) -> list[tuple[str, str]]:
    return [(text[zone.start : zone.end], zone.kind) for zone in find_zones(text)[0] if zone.state == "set aside"]


def kept(text: str) -> list[tuple[str, str]]:
    return [(text[zone.start : zone.end], zone.kind) for zone in find_zones(text)[0] if zone.state == "kept"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("- 1", "page number"),
        ("Page 3 of 10", "page number"),
        ("3 Readers' comments", "comments"),
        ("Comments (12)", "comments"),
        ("More from the interview", "related link"),
        ("Related: Two trusts to share a chair", "related link"),
        ("Share this article", "navigation"),
        ("Share this: Facebook X Email", "navigation"),
        ("Previous: Who pays for the night shift", "related link"),
        ("Next article: Two trusts part ways", "related link"),
        ("Facebook | Twitter | E-mail", "navigation"),
        ("Sign up to our newsletter", "navigation"),
        ("© 2016 The Ledger. All rights reserved", "navigation"),
        ("Photo: A. Lens", "caption"),
        ("Advertisement", "navigation"),
    ],
)
def test_the_phrases_of_sites_are_set_aside_wherever_they_stand(line: str, kind: str) -> None:
    lines = BODY.splitlines()
    text = "\n".join([lines[0], line, *lines[1:]])

    assert aside(text) == [(line, kind)]
    assert all(zone.reason for zone in find_zones(text)[0])


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Monday.",
        "Comments were invited from all the trusts in the county, and few came.",
        "More from this year's money will go to the wards, she said.",
        "Related costs rose by a third.",
        "Home care is what most people ask for.",
        "2016",
        "Next year will be harder.",
        "Next: the two boards vote in March, and the council after them.",
        "Share this: nobody asked the wards before the vote was taken.",
    ],
)
def test_sentences_that_begin_like_them_stay(line: str) -> None:
    assert aside(BODY + line + "\n" + BODY) == []


def test_a_name_the_text_uses_and_the_line_behind_it_are_a_caption() -> None:
    text = BODY + "Ann Holm\nAnn Holm on her way to the meeting of the board\n" + BODY

    assert aside(text) == [
        ("Ann Holm", "caption"),
        ("Ann Holm on her way to the meeting of the board", "caption"),
    ]


def test_names_in_a_list_of_those_present_stay() -> None:
    assert aside(BODY + "Ann Holm\nBen Marsh\nCy Poole\n" + BODY + "Ben Marsh and Cy Poole left early.") == []


def test_headlines_behind_the_last_sentence_are_links() -> None:
    text = BODY + "Trust to close two wards\n• a point of the text\nExclusive: The chair leaves"

    assert aside(text) == [
        ("Trust to close two wards", "related link"),
        ("Exclusive: The chair leaves", "related link"),
    ]


def test_head_headings_key_points_and_questions_are_told_and_kept() -> None:
    text = (
        "Beds for the north\n3 May, 2016 By [Jo Reed](#)\n- A first point\n- A second point\n" + BODY
        + "What comes next\n" + BODY + "And what of the wards that have no nurses at night?\n“They wait,” she said.\n"
    )  # fmt: skip
    _, head = find_zones(text)

    assert [kind for _, kind in kept(text)] == ["headline", "by-line", "key point", "key point", "heading", "question"]
    assert [found and found.value for found in (head.title, head.author, head.published)] == [
        "Beds for the north", "Jo Reed", "2016-05-03",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("19 May, 2016", "2016-05-19"), ("19 May 2016", "2016-05-19"), ("2016-05-19", "2016-05-19"),
        ("May 19, 2016", "2016-05-19"), ("19th of May 2016", "2016-05-19"), ("31 February 2016", None),
        ("2015-16", None), ("The plan for 2016", None), ("On 3 May 2016 the board met and agreed to wait.", None),
    ],
)  # fmt: skip
def test_a_date_is_read_and_never_made_up(line: str, published: str | None) -> None:
    _, head = find_zones(f"A headline of some words\n{line}\n{BODY}")

    assert (head.published.value if head.published else None) == published


@given(st.lists(st.sampled_from([*BODY.splitlines(), "Ann Holm", "", "- 1", "Share", "•", "?", "“", "By Jo Reed", "Cur"
                                 "rently reading", "\u202e", "3 May 2016", "# Head"]), max_size=30))  # fmt: skip
def test_zones_hold_whole_lines_and_do_not_overlap(lines: list[str]) -> None:
    text = "\n".join(lines)
    zones, _ = find_zones(text)

    for zone in zones:
        assert "\n" not in text[zone.start : zone.end]
        assert text[zone.start : zone.end].strip()
    assert all(one.end <= other.start for one, other in itertools.pairwise(zones))


@pytest.mark.skipif(not FOLDER, reason="needs ANNOTATOR_REAL_ARTICLES")
def test_every_clutter_line_of_the_real_articles_is_set_aside_and_no_other() -> None:
    for article in real_articles():
        zones, head = find_zones(article.text)

        assert [(zone.start, zone.end) for zone in zones if zone.state == "set aside"] == article.set_aside
        for name in ("title", "author", "publication"):
            found = getattr(head, name)
            assert (found.value if found else "") == article.words(article.judged[name]), name
        assert (head.published.value if head.published else None) == article.judged["published"]
