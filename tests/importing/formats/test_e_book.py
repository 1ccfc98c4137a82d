"""An e-book reads page by page in the order of its spine, whatever the pages' tags are like."""

from __future__ import annotations

import pytest
from importing.made_report import e_book, zipped

from annotator.importing.formats.e_book import read_e_book
from annotator.model.errors import CannotRead

PAGE = "<html><head><title/><script src='x'/></head><body>{}</body></html>"


def test_pages_come_in_the_order_of_the_spine_with_their_parts() -> None:
    pages = {
        "b/two.xhtml": PAGE.format("<h1>One</h1><p>a<a id='x'/> b&nbsp;&pound;&amp;&lt; c</p>"),
        "a one.xhtml": PAGE.format("<nav><ol><li>Contents</li></ol></nav><aside role='doc-footnote'>1 note</aside>"),
    }
    read = read_e_book(e_book(pages), "a.epub")
    assert read.text == "One\na b\u00a0£&< c\nContents\n1 note"
    assert [block.kind for block in read.blocks] == ["heading", "paragraph", "navigation", "footnote"]
    assert [read.text[block.start : block.end] for block in read.blocks] == read.text.split("\n")


def test_a_page_that_is_not_quite_xml_is_read_as_browsers_do() -> None:
    page = "<html><body><p>One<br>two <b>three</p><p hidden>no</p>"
    assert read_e_book(e_book({"a.xhtml": page}), "a.epub").text == "One\ntwo three"


def test_what_the_book_tells() -> None:
    read = read_e_book(e_book({"a.xhtml": PAGE.format("x")}, "A <made> book"), "a.epub")
    assert read.title == "A <made> book"
    told = [(fact.name, fact.value, fact.where) for fact in read.told]
    assert told == [
        ("title", "A <made> book", "the e-book’s description, “title”"),
        ("author", "A made writer", "the e-book’s description, “creator”"),
        ("published", "2016-05-19", "the e-book’s description, “date”"),
    ]


def test_a_locked_book_is_refused_and_locked_fonts_are_not_minded() -> None:
    locked = "<encryption><CipherReference URI='{}'/></encryption>"
    pages = {"a.xhtml": PAGE.format("x")}
    fonts = e_book(pages, extra={"META-INF/encryption.xml": locked.format("OEBPS/font.otf")})
    assert read_e_book(fonts, "a.epub").text == "x"
    with pytest.raises(CannotRead, match="locked by its seller"):
        read_e_book(e_book(pages, extra={"META-INF/encryption.xml": locked.format("OEBPS/a.xhtml")}), "a.epub")


@pytest.mark.parametrize(
    "data", [zipped({"a": "b"}), zipped({"META-INF/container.xml": "<a"}), zipped({"META-INF/container.xml": "<a/>"})]
)
def test_what_is_no_book_is_a_sentence(data: bytes) -> None:
    with pytest.raises(CannotRead, match="is no e-book or is damaged"):
        read_e_book(data, "a.epub")
