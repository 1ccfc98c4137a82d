"""While codings come and go, the words under them are those that a count from scratch finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.coded_words import CodedWords
from annotator.model.progress import progress
from annotator.model.records import Coding

TIME = "2026-03-01T09:00:00.000Z"
TEXT = "The board’s plan – agreed in 2017–18 – isn't new.\n\nNobody knows.\nCaption: the board."
SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)).map(
    lambda one: (one[0], min(len(TEXT), one[0] + one[1]))
)


def coding(start: int, end: int) -> Coding:
    return Coding(id=f"{start}-{end}", article="a", code="law", coder="ann", start=start, end=end,
                  quote=TEXT[start:end], created=TIME, modified=TIME)  # fmt: skip


@given(st.lists(SPANS), st.lists(SPANS), st.booleans())
def test_what_came_and_stayed_is_counted_as_from_scratch(
    gone: list[tuple[int, int]], stay: list[tuple[int, int]], caption: bool
) -> None:
    aside = [(TEXT.index("Caption"), len(TEXT))] if caption else []
    counted = CodedWords(TEXT, gone, aside)
    for start, end in stay:
        counted.add(start, end)
    for start, end in gone:
        counted.take_away(start, end)

    from_scratch = progress(TEXT, [coding(*span) for span in stay], aside)

    assert (len(counted), counted.coded) == (from_scratch.words, from_scratch.coded)


def test_a_text_without_words_has_none() -> None:
    counted = CodedWords("– …", [(0, 3)])

    assert (len(counted), counted.coded) == (0, 0)
