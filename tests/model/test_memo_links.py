"""An analyst puts links into memos: they are found again after corrections, and none leads out of the project."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.memo_links import (
    CodingLink,
    PassageLink,
    copied_link,
    find_linked,
    in_markdown,
    links_in,
    parse_link,
    passage_link,
    plain,
    shortened,
    target_of,
)

TEXT = (
    "Boards may share one budget\n\nThe two boards will buy care together from April (or May). “Each keeps its own "
    "accounts for a year,” the chair said, “and nobody pays twice.” Then the council decides.\n"
)


def link_to(words: str) -> PassageLink:
    start = TEXT.index(words)
    return passage_link("a1", TEXT, start, start + len(words))


def found_words(text: str, link: PassageLink) -> str:
    found = find_linked(text, link)
    return text[found.start : found.end] if found else ""


def test_a_link_to_a_coding_is_read_as_it_was_written() -> None:
    written = in_markdown(CodingLink("0a1b"), "The two boards")
    assert written == "[The two boards](annotator:coding/0a1b)"
    (there,) = links_in(f"See {written}, too.")
    assert (there.words, there.link) == ("The two boards", CodingLink("0a1b"))


@given(st.text(min_size=1, max_size=300), st.data())
def test_whatever_a_passage_holds_its_link_is_one_link(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    link = passage_link("a1", text, start, data.draw(st.integers(start + 1, len(text))))
    assert parse_link(target_of(link)) == link
    memo = f"before {in_markdown(link, text[link.start : link.end])} after"
    (there,) = links_in(memo)
    assert there.link == link
    assert there.words == shortened(text[link.start : link.end])
    assert (memo[: there.start], memo[there.end :]) == ("before ", " after")


def test_a_passage_is_found_again_after_the_text_was_corrected() -> None:
    link = link_to("The two boards will buy care together from April")
    assert found_words(TEXT, link) == "The two boards will buy care together from April"
    assert found_words(f"A new headline\n\n{TEXT}", link) == "The two boards will buy care together from April"
    corrected = TEXT.replace("will buy care", "will purchase care")
    assert found_words(corrected, link) == "The two boards will purchase care together from April"


def test_a_long_passage_is_found_by_both_its_ends() -> None:
    words = TEXT[TEXT.index("The two") : TEXT.index(" Then")]
    link = link_to(words)
    assert link.tail
    assert len(target_of(link)) < 400
    assert found_words(f"New.\n{TEXT}", link) == words
    assert found_words(TEXT.replace("Each keeps its own", "Each board keeps its own"), link).startswith("The two")
    assert find_linked(TEXT.replace("and nobody pays twice.", ""), link) is None


def test_of_the_same_words_those_in_the_same_surroundings_are_meant() -> None:
    text = "He said yes. She said yes. They said yes."
    start = text.index("yes. They")
    link = passage_link("a1", text, start, start + 3)
    longer = f"Nobody said no. {text}"
    found = find_linked(longer, link)
    assert found is not None
    assert longer[: found.start].endswith("She said ")


def test_a_passage_that_was_taken_out_is_gone() -> None:
    link = link_to("Each keeps its own accounts for a year")
    assert find_linked("Something else altogether.", link) is None
    assert find_linked("", link) is None


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)", "file:///etc/passwd", "http://example.org", "https://example.org/annotator:coding/1",
        "ANNOTATOR:coding/1", "annotator:", "annotator:coding/", "annotator:coding/../x", "annotator:coding/1/2",
        "annotator:coding/1?x=1", "annotator:coding/%2e%2e", "annotator:coding/1\n", "annotator:coding/１",
        f"annotator:coding/{'a' * 65}", "annotator:article/1", "annotator://coding/1", " annotator:coding/1",
        "annotator:passage/a1", "annotator:passage/a1?at=-1-4", "annotator:passage/a1?at=4-4",
        "annotator:passage/a1?at=9-4", "annotator:passage/a1?at=0-99999999999999", "annotator:passage/a1?at=٣-٩",
        "annotator:passage/a1?at=3-9#x", "annotator:passage/a1?at=3-9&quote=a b",
        f"annotator:passage/a1?at=3-9&quote={'a' * 5000}", f"annotator:passage/a1?at=3-9{'&quote=a' * 100}",
    ],
)  # fmt: skip
def test_no_other_address_is_a_link_of_ours(target: str) -> None:
    assert parse_link(target) is None
    assert links_in(f"[look]({target})") == []


@given(st.text(alphabet="annotator:codingpassage/?&=%-[]()\\!0123456789quote ", max_size=80))
def test_no_made_up_address_breaks_the_reading(address: str) -> None:
    for memo in (address, f"[x]({address})", f"[x](annotator:{address})", f"[x](annotator:passage/a?at=1-2&{address})"):
        for there in links_in(memo):
            assert parse_link(target_of(there.link)) == there.link


def test_broken_encodings_are_read_as_far_as_they_go() -> None:
    link = parse_link("annotator:passage/a1?at=3-9&quote=%ff%zz&other=1&before")
    assert isinstance(link, PassageLink)
    assert (link.start, link.end, link.before) == (3, 9, "")
    assert find_linked(TEXT, link) is None


def test_pictures_and_escaped_brackets_are_no_links() -> None:
    assert links_in("![x](annotator:coding/1) \\[x](annotator:coding/1) [x] (annotator:coding/1)") == []


def test_a_link_without_words_of_the_text_points_at_its_place_as_long_as_there_is_one() -> None:
    link = parse_link("annotator:passage/a1?at=3-9")
    assert isinstance(link, PassageLink)
    assert found_words(TEXT, link) == TEXT[3:9]
    assert find_linked("short", link) is None


def test_long_passages_are_cut_after_a_word_and_stand_on_one_line() -> None:
    assert shortened("two\n\n  lines") == "two lines"
    assert shortened("word " * 30) == f"{'word ' * 11}word…"
    assert shortened("a" * 100) == f"{'a' * 60}…"


def test_where_one_line_is_shown_links_are_their_words() -> None:
    link = in_markdown(CodingLink("c1"), "two [odd] words")
    assert plain(f"See {link}; and {link}") == "See two [odd] words; and two [odd] words"


def test_only_a_text_that_is_one_link_is_a_copied_link() -> None:
    link = in_markdown(CodingLink("c1"), "words")
    assert copied_link(f" {link}\n") == link
    assert copied_link(f"{link} and more") == copied_link("words") == copied_link("") == ""
