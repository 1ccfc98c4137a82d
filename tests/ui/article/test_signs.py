"""Signs of mark-up are not shown, and yet every position holds: what is selected, copied and found is the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.importing.formats.markdown_marks import markdown_blocks
from annotator.model.blocks import Block
from annotator.ui.article.signs import BULLET, HIDDEN, JOINED, UNSEEN, Signs

FAMILY = "\U0001f469\u200d\U0001f467"
PIECES = (
    *("**", "*", "_", "`", "[", "](a/b)", "](😀 )", "# ", "- ", "1. ", "> ", "\n", "\n\n", "---\n", " ", "word", "é"),
    *("😀", FAMILY, "\\*"),
)
MARKED = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def signs_of(text: str) -> Signs:
    return Signs(text, markdown_blocks(text))


def seen_in(shown: str) -> str:
    return shown.translate(dict.fromkeys(map(ord, UNSEEN)))


def units(text: str) -> int:
    return len(text.encode("utf-16-le"))


@given(text=MARKED)
def test_the_shown_text_is_as_long_as_the_stored_one_and_reads_as_it_without_signs(text: str) -> None:
    signs = signs_of(text)

    assert len(signs.shown) == len(text)
    assert units(signs.shown) == units(text)
    seen = seen_in(signs.shown)
    assert [line for line in signs.shown.split("\n") if not line] == [line for line in text.split("\n") if not line]
    if BULLET not in seen and "1. " not in seen:
        assert seen == signs.reading


@given(text=MARKED, low=st.integers(0, 200), length=st.integers(0, 200))
def test_a_passage_never_grows_and_loses_nothing_but_signs_and_spaces(text: str, low: int, length: int) -> None:
    signs = signs_of(text)
    start = min(low, len(text))
    end = min(start + length, len(text))

    first, last = signs.without(start, end)

    assert start <= first <= last <= end
    gone = signs.shown[start:first] + signs.shown[last:end]
    assert set(gone) - {*UNSEEN, BULLET, " ", "\n", "1", "."} == set()
    assert signs.without(first, last) == (first, last)


@given(text=MARKED, low=st.integers(0, 200), length=st.integers(1, 200))
def test_what_is_found_in_the_reading_stands_in_the_text(text: str, low: int, length: int) -> None:
    signs = signs_of(text)
    start = min(low, len(signs.reading))
    end = min(start + length, len(signs.reading))
    if start < end:
        first, last = signs.from_reading(start, end)
        assert text[first] == signs.reading[start]
        assert text[last - 1] == signs.reading[end - 1]


@given(text=MARKED, low=st.integers(0, 200), length=st.integers(0, 200))
def test_a_stretch_reads_as_it_is_seen(text: str, low: int, length: int) -> None:
    signs = signs_of(text)
    start = min(low, len(text))
    end = min(start + length, len(text))
    seen = seen_in(signs.shown[start:end])

    if BULLET not in signs.shown and "1. " not in signs.shown:
        assert signs.read(start, end) == seen
    assert signs.read(0, len(text)) == signs.reading


def test_signs_at_the_ends_go_with_their_partners_only() -> None:
    text = "# A **bold** plan with [a link](address) and more"
    signs = signs_of(text)

    def read(words: str) -> str:
        start = text.index(words)
        first, last = signs.without(start, start + len(words))
        return text[first:last]

    assert read("**bold**") == "bold"
    assert read("bold** ") == "bold"
    assert read("[a link](address)") == "a link"
    assert read("[a link](address) and") == "[a link](address) and"
    assert read("plan with [a link](address)") == "plan with [a link](address)"
    assert read("# A **bold** plan") == "A **bold** plan"
    assert read("A") == "A"
    assert read("**") == "**"


def test_bullets_are_shown_as_such_and_numbers_stay() -> None:
    assert signs_of("- one\n  * two\n12. three").shown == f"• one\n{HIDDEN * 2}• two\n12. three"


def test_a_line_breaks_at_signs_only_where_a_space_stands_beside_them() -> None:
    assert signs_of("a **b**. (*c*)").shown == f"a {HIDDEN * 2}b{JOINED * 2}. ({JOINED}c{JOINED})"


def test_a_stretch_of_signs_alone_shows_nothing() -> None:
    text = "One.\n\n---\n\nTwo **three**"
    signs = signs_of(text)

    assert signs.only(text.index("---"), text.index("---") + 3)
    assert not signs.only(text.index("Two"), len(text))
    assert signs.between(text.index("**"), text.index("three"))
    assert signs.between(text.index("three"), text.index("**"))
    assert not signs.between(text.index("three"), text.index("three"))
    assert not signs.between(text.index("**"), text.index("three") + 1)


def test_a_text_without_signs_is_shown_as_it_is() -> None:
    text = "Plain **text** as it came."
    signs = Signs(text)

    assert not signs
    assert signs.shown is text
    assert signs.reading is text
    assert signs.without(6, 14) == (6, 14)
    assert signs.from_reading(6, 14) == (6, 14)


def test_what_a_strangers_file_calls_a_mark_may_lie_anywhere() -> None:
    text = "One two"
    marks = [
        Block(start=0, end=4, kind="mark"),
        Block(start=2, end=6, kind="mark"),
        Block(start=5, end=99, kind="mark"),
    ]

    assert Signs(text, marks).reading == "two"
