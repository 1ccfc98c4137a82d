"""A saved web page reads as in the browser: what is shown, block by block, nothing invented."""

from __future__ import annotations

import pytest

from annotator.importing.formats.html_text import read_html
from annotator.model.errors import CannotRead


def text_of(page: str) -> str:
    return read_html(page.encode(), "a.html").text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>One\n  two</p>\n\n<p> three </p>", "One two\nthree"),
        ("<p>One<br>two<br/></p>three", "One\ntwo\nthree"),
        ("<p>One<br><br>two</p>", "One\n\ntwo"),
        ("<b>One </b> <i>two</i>, <a href='http://example.org/x'>three</a>.", "One two, three."),
        ("<ul><li>One<li>two</ul>", "One\ntwo"),
        ("<p>a&nbsp; b &amp; &lt;c&gt; &#x1F600; &pound;5 &ndash; &shy;d</p>", "a\u00a0 b & <c> 😀 £5 – \u00add"),
        ("<pre>\n  One\n    two\n</pre><p>three", "  One\n    two\nthree"),
        ("<div>One<div>two</div>three</div>", "One\ntwo\nthree"),
        ("One<hr>two", "One\ntwo"),
    ],
)
def test_blocks_are_lines_and_white_space_is_as_in_a_browser(page: str, text: str) -> None:
    assert text_of(page) == text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<table><tr><td>a<td>b</tr><tr><td>c<td>d</table>", "a\tb\nc\td"),
        ("<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>c", "a\tb\nc"),
        ("<table><tr><td>a</td><td></td><td>b</td><td></td></tr><tr><td></td><td>c</td></tr></table>", "a\t\tb\n\tc"),
        ("<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", "a\nb\nc"),
        ("x<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>y", "x\na\nb\tc\ny"),
    ],
)
def test_the_cells_of_a_row_stand_on_one_line(page: str, text: str) -> None:
    assert text_of(page) == text


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>var a = '</p>'</script>",
        "<style>p {}</style>",
        "<template><p>no</p></template>",
        "<noscript><p>no</p></noscript>",
        "<p hidden>no</p>",
        "<p style='color: red; Display : NONE'>no</p>",
        "<span style='visibility:hidden'>no <b>no</b></span>",
        "<!-- no -->",
        "<iframe>no</iframe>",
        "<select><option>no</select>",
        "<svg><title>no</title></svg>",
        "<dialog>no</dialog>",
        "<?php no ?>",
    ],
)
def test_what_is_not_shown_is_not_read(unseen: str) -> None:
    assert text_of(f"<p>One {unseen} two</p>").split() == ["One", "two"]


def test_the_title_is_the_pages_or_its_first_heading() -> None:
    assert read_html(b"<title> A\n title </title><h1>Another</h1>", "a.html").title == "A title"
    assert read_html(b"<title></title><h1>A <i>heading</i></h1>", "a.html").title == "A heading"
    assert read_html(b"<p>Text</p>", "a.html").title == ""


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("<p>Café £5".encode(), "UTF-8"),
        ("<meta charset=iso-8859-1><p>Café £5".encode("cp1252"), "Windows-1252"),
        ("<p>Café £5".encode("cp1252"), "Windows-1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><p>Café £5'.encode(), "UTF-8"),
        ("\ufeff<meta charset=koi8-r><p>Café £5".encode(), "UTF-8"),
        ("\ufeff<p>Café £5".encode("utf-16-le"), "UTF-16 LE"),
        ("<meta charset=zlib><p>Café £5".encode(), "UTF-8"),
        ("<?xml version='1.0' encoding='iso-8859-15'?><p>Café £5".encode("iso-8859-15"), "ISO8859-15"),
    ],
)
def test_the_encoding_is_the_marked_or_declared_one(data: bytes, encoding: str) -> None:
    read = read_html(data, "a.html")
    assert (read.text, read.encoding) == ("Café £5", encoding)


def test_an_entity_that_names_a_file_brings_nothing_in() -> None:
    page = "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>&x; root</p>"
    assert "root:" not in text_of(page)


def test_nesting_beyond_what_can_be_read_is_refused_and_never_cut_short() -> None:
    assert text_of("<div>" * 200 + "deep") == "deep"
    for page in ("<div>" * 5_000 + "deep", "</b>" * 1_000 + "<div>" * 5_000 + "deep", "<p>" + "x" * 11_000_000):
        with pytest.raises(CannotRead, match="nested more than 250 deep"):
            text_of(page)
