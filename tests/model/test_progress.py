"""How much of an article is coded, counted in words, each word once."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.progress import DefinitionChange, codings_before_definition, covered, progress
from annotator.model.records import Code, Coding

TIME = "2026-03-01T09:00:00.000Z"
TEXT = "The board’s plan – agreed in 2017–18 – isn't new.\n\nNobody knows."


def coding(start: int, end: int, code: str = "law") -> Coding:
    return Coding(id=f"{start}-{end}-{code}", article="a", code=code, coder="ann", start=start, end=end,
                  quote=TEXT[start:end], created=TIME, modified=TIME)  # fmt: skip


def on(words: str, code: str = "law") -> Coding:
    start = TEXT.index(words)
    return coding(start, start + len(words), code)


def test_words_under_several_codings_count_once() -> None:
    found = progress(TEXT, [on("board’s plan"), on("plan – agreed", "plan"), on("Nobody"), on("plan")])

    assert (found.words, found.coded) == (10, 4)
    assert found.share == pytest.approx(0.4)
    assert found.by_code == {"law": 3, "plan": 1}


def test_marks_alone_are_no_words_and_a_touched_word_is_a_coded_one() -> None:
    assert progress("– … “ ” 5 %", []).words == 1
    assert progress(TEXT, [on("oard")]).coded == 1
    assert progress(TEXT, [on(" – ")]).coded == 0


def test_nothing_read_nothing_coded() -> None:
    assert (progress("", []).share, progress(" \n", []).words) == (0, 0)
    assert progress(TEXT, []).by_code == {}
    assert progress(TEXT, [coding(0, len(TEXT))]).share == 1


def test_a_lost_coding_covers_no_word_but_is_a_coding() -> None:
    found = progress(TEXT, [replace(on("Nobody"), place="lost")])

    assert (found.coded, found.by_code) == (0, {"law": 1})


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda one: (one[0], one[0] + one[1])))


@given(SPANS)
def test_what_spans_cover_together_is_what_each_covers(spans: list[tuple[int, int]]) -> None:
    together = covered(spans)

    assert {at for one in spans for at in range(*one)} == {at for one in together for at in range(*one)}
    assert all(one[1] < other[0] for one, other in itertools.pairwise(together))


def defined(*definitions: str) -> list[DefinitionChange]:
    """Steps 10, 20 ... changed a code from each of these definitions to the next."""
    codes = [Code(id="law", name="Law", position=0, colour="#112233", definition=one, coder="ann", created=TIME)
             for one in definitions]  # fmt: skip
    return [
        DefinitionChange(10 * number, TIME, before, after)
        for number, (before, after) in enumerate(itertools.pairwise(codes), start=1)
    ]


@pytest.mark.parametrize(
    ("definitions", "outdated"),
    [
        (("",), []),
        (("", "What statute requires."), [5]),
        (("", "Statute.", "Statute and bills."), [5, 15]),
        (("Statute.", "Bills.", "Statute."), [15]),
    ],
)
def test_codings_made_under_another_definition_are_listed(definitions: tuple[str, ...], outdated: list[int]) -> None:
    codings = [on("board"), on("plan"), on("new"), on("agreed", "plan")]
    steps = dict(zip((one.id for one in codings), (5, 15, 25, 1), strict=True))

    listed = codings_before_definition(defined(*definitions), codings, steps)

    assert [steps[one.id] for one in listed] == outdated


def test_words_set_aside_count_neither_as_words_nor_as_coded() -> None:
    text = "Picture: a board. The boards agree."
    made = coding(9, 28)
    assert (progress(text, [made]).words, progress(text, [made]).coded) == (6, 4)
    found = progress(text, [made], aside=[(0, 17)])
    assert (found.words, found.coded) == (3, 2)
