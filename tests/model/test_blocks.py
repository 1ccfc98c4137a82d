"""What a file marks in its text is kept where it says more than the text, and tells on which pages a passage stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.anchors import map_passages
from annotator.model.blocks import Block, OnPages, Pages, kept_blocks, moved_blocks

WORDS = st.text("ab .\n*😀", min_size=1, max_size=40)


def test_a_plain_paragraph_says_nothing_and_is_not_kept() -> None:
    heading = Block(start=0, end=5, kind="heading", level=1, path="html/body/h1")
    plain = Block(start=6, end=20, path="html/body/div.share/p")
    cited = Block(start=21, end=30, path="html/body/blockquote.pull/p")

    assert kept_blocks([cited, plain, heading]) == (
        Block(start=0, end=5, kind="heading", level=1),
        Block(start=21, end=30, path="blockquote"),
    )


def test_a_paragraph_on_a_page_is_kept_and_one_without_a_letter_is_not() -> None:
    assert kept_blocks([Block(start=0, end=5, page=2), Block(start=7, end=7, page=3)]) == (
        Block(start=0, end=5, page=2),
    )


def test_blocks_come_in_the_order_of_the_text_each_once_and_marks_last() -> None:
    mark, item = Block(start=0, end=2, kind="mark", path="bullet"), Block(start=0, end=9, kind="list item")
    other = Block(start=0, end=2, kind="list item")

    assert kept_blocks([mark, other, item, mark, item]) == (item, other, mark)


def test_a_passage_is_on_the_page_where_it_begins_and_ends_on_the_one_of_its_last_letter() -> None:
    pages = Pages([(20, 4), (0, 3)])

    assert [pages.of(0, 20), pages.of(5, 21), pages.of(20, 40), pages.of(39, 60)] == [(3, 3), (3, 4), (4, 4), (4, 4)]
    assert [OnPages(3, 3).end, OnPages(3, 4).end] == [0, 4]
    assert [OnPages(3, 3).cited, OnPages(3, 4).cited, OnPages().cited] == ["p. 3", "pp. 3–4", ""]


def test_nothing_is_said_of_pages_where_the_file_has_none_or_before_the_first() -> None:
    assert Pages([]).of(0, 9) == (0, 0)
    assert Pages([(5, 1)]).of(0, 3) == (0, 0)


@given(before=WORDS, inside=WORDS, after=WORDS, added=WORDS)
def test_what_stands_behind_a_correction_keeps_its_words(before: str, inside: str, after: str, added: str) -> None:
    old, new = f"{before}X{inside}Y{after}", f"{added}{before}X{inside}Y{after}"
    block = Block(start=len(before), end=len(before) + len(inside) + 2, kind="mark")

    for moved in moved_blocks([block], map_passages(old, new), old, new):
        assert new[moved.start : moved.end] == f"X{inside}Y"


def test_a_corrected_heading_stays_one_and_a_mark_that_was_taken_out_marks_nothing() -> None:
    old, new = "# The bord\n\nIt **decides** today.", "# The board\n\nIt **decides today."
    heading, first, last = (
        Block(start=2, end=10, kind="heading", level=1),
        Block(start=15, end=17, kind="mark", path="emphasis"),
        Block(start=24, end=26, kind="mark", path="emphasis"),
    )

    moved = moved_blocks([heading, first, last], map_passages(old, new), old, new)

    assert [(one.kind, new[one.start : one.end]) for one in moved] == [("heading", "The board"), ("mark", "**")]
