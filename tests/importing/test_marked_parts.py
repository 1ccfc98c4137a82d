"""What a page's own tags and names say is not its article is set aside; a table's rows and footnotes stay text."""

from __future__ import annotations

from annotator.importing.formats.html_text import read_html
from annotator.importing.found_in_text import find_in_text

PROSE = "<p>The council said on Monday that it would drop the fee for guide dogs in the spring of next year.</p>" * 4


def set_aside(page: str) -> list[tuple[str, str]]:
    read = read_html(f"<html><body><article>{page}</article></body></html>".encode(), "page.html")
    zones = find_in_text(read.text, read.blocks).zones
    return [(zone.kind, read.text[zone.start : zone.end]) for zone in zones if zone.state == "set aside"]


def test_parts_with_telling_names_are_set_aside_and_the_article_stays() -> None:
    page = (
        f"<div class='share-buttons'><a>Tell your friends about it</a></div>{PROSE}"
        "<div class='related-articles'><p>Bus fares go up again.</p></div>"
        f"{PROSE}<div id='newsletter-signup'><p>Our letter comes every Friday, with the best.</p></div>"
        "<div class='comments'><p>Bob: I like dogs.</p></div>"
    )

    assert set_aside(page) == [
        ("navigation", "Tell your friends about it"),
        ("related link", "Bus fares go up again."),
        ("navigation", "Our letter comes every Friday, with the best."),
        ("comments", "Bob: I like dogs."),
    ]


def test_a_name_that_would_set_the_article_aside_is_not_believed() -> None:
    assert set_aside(f"<div class='related-story'>{PROSE}</div>") == []


def test_only_a_link_beside_the_article_is_set_aside_and_a_sentence_there_stays() -> None:
    beside = "<aside><p>What we <a href='x'>know</a> so far is little.</p><a href='y'>Bridge closed again</a></aside>"

    assert set_aside(f"<article>{PROSE}{beside}{PROSE}</article>") == [("related link", "Bridge closed again")]


def test_the_rows_of_a_table_below_the_last_sentence_are_text() -> None:
    table = "<table><tr><td>year</td><td>fee</td></tr><tr><td>2015</td><td>12 pounds</td></tr></table><p>7</p>"

    assert set_aside(PROSE + table) == [("page number", "7")]


def test_the_foot_of_a_site_is_not_told_as_that_of_a_printed_page() -> None:
    page = f"<html><body><main>{PROSE}</main><footer>Imprint</footer></body></html>".encode()
    read = read_html(page, "page.html")

    zone = find_in_text(read.text, read.blocks).zones[-1]

    assert (zone.kind, zone.state) == ("navigation", "set aside")
    assert zone.reason == "the file marks it as a part of the site, not of the article (footer)"
