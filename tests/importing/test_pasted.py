"""What lies on the clipboard becomes an article: its page first, else its text, else a sentence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.importing.pasted import read_pasted
from annotator.importing.read_records import FailedFile, ReadArticle
from annotator.model.canonical import canonical


def test_the_page_comes_first_and_is_kept_as_it_was() -> None:
    page = "<h1>Ferry stays</h1><p>It stays for a winter.</p>"

    read = read_pasted(page, "Ferry stays It stays")

    assert isinstance(read, ReadArticle)
    assert (read.title, read.text, read.file) == ("Ferry stays", "Ferry stays\nIt stays for a winter.", "")
    assert read.original.decode() == page


def test_a_page_that_says_nothing_leaves_the_word_to_the_text() -> None:
    read = read_pasted("<img src='x.png'>", "One short line.\r\nAnd another one.")

    assert isinstance(read, ReadArticle)
    assert read.text == "One short line.\nAnd another one."
    assert read.title == "One short line."


def test_a_text_without_a_headline_is_called_by_how_it_begins() -> None:
    read = read_pasted("", "  " + "word " * 60)

    assert isinstance(read, ReadArticle)
    assert read.title == "word " * 14 + "word…"


def test_an_empty_clipboard_is_said() -> None:
    read = read_pasted("", " \n ")

    assert isinstance(read, FailedFile)
    assert read.why == "The clipboard holds no text, so nothing was pasted; copy the article first."


@given(st.text(max_size=200), st.text(st.characters(), max_size=200))
def test_whatever_is_pasted_is_read_or_refused_in_one_line(html: str, text: str) -> None:
    read = read_pasted(f"<p>{html}", text)

    if isinstance(read, FailedFile):
        assert "\n" not in read.why
    else:
        assert read.text == canonical(read.text)
        assert read.title
        assert "\n" not in read.title
