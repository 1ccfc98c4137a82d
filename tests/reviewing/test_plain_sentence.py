"""The sentence above the table says what the figures say, by family where it can, and never praises."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from reviewing_two import ANN, BEN, coder

from annotator.model.records import Code, Coding
from annotator.reviewing.comparison import ArticleWork, Comparison, compare
from annotator.reviewing.plain_sentence import plain_sentence

SENTENCES = 40
TEXT = "\n".join(f"Sentence number {at} stands here." for at in range(SENTENCES))
STARTS = [TEXT.index(f"Sentence number {at} ") for at in range(SENTENCES)]
NAMES = {"buy": None, "C1": "buy", "C2": "buy", "rule": None, "G1": "rule", "G2": "rule"}
CODES = [
    Code(id=name, name=f"{name} named", parent=parent, position=at, colour="#112233", coder="ann", created="")
    for at, (name, parent) in enumerate(NAMES.items())
]


def coding(who: str, at: int, code: str, length: int = 20) -> Coding:
    start = STARTS[at]
    return Coding(id=f"{who}{at}{code}", article="1", code=code, coder=who, start=start, end=start + length,
                  quote=TEXT[start : start + length], created="", modified="")  # fmt: skip


def compared(a: list[Coding], b: list[Coding]) -> Comparison:
    return compare([ArticleWork("1", TEXT, tuple(a), tuple(b))], [code.id for code in CODES])


def both(code: str, places: range, *, shorter: int = 0) -> tuple[list[Coding], list[Coding]]:
    return [coding("a", at, code) for at in places], [coding("b", at, code, 20 - shorter) for at in places]


def told(*pairs: tuple[list[Coding], list[Coding]]) -> str:
    return plain_sentence(compared([one for a, _ in pairs for one in a], [one for _, b in pairs for one in b]), CODES,
                          (ANN.name, BEN.name))  # fmt: skip


def test_a_family_agreed_on_and_a_code_differed_on_are_named() -> None:
    alone = [coding("a", at, "G1") for at in range(20, 26)], [coding("b", at, "G1") for at in range(26, 30)]

    found = told(both("C1", range(6)), both("C2", range(6, 12)), both("G2", range(30, 36)), alone)

    assert (
        found
        == "They agree on buy named and G2 named; they differ on G1 named, and on whether a passage is coded at all."
    )


def test_a_family_of_codes_used_seldom_is_judged_as_a_whole_and_what_stands_out_in_it_is_named() -> None:
    seldom = [both("C1", range(2)), both("C2", range(2, 4)), both("buy", range(4, 12))]
    alone = [coding("a", at, "G1") for at in range(20, 26)], [coding("b", at, "G1") for at in range(26, 30)]

    assert told(*seldom, alone).startswith("They agree on buy named; they differ on G1 named, and on ")
    apart = [coding("a", 30, "C1"), coding("a", 31, "C1"), coding("a", 32, "C1")], []
    assert told(*seldom, apart).startswith("They agree on buy named; they differ on C1 named, and on ")


def test_ends_alone_are_said_to_be_where_a_passage_ends() -> None:
    assert told(both("C1", range(6), shorter=9), both("G1", range(9, 15))) == (
        "They agree on C1 named and G1 named; where they differ, it is on where a passage ends."
    )


def test_other_codes_on_the_same_places_are_said_to_be_which_code() -> None:
    crossed = [coding("a", at, "G1") for at in range(6)], [coding("b", at, "G2") for at in range(6)]

    assert told(crossed) == "They differ on rule named, and on which code a passage has."


def test_somebody_who_codes_much_more_is_named() -> None:
    more = [coding("a", at, "G1") for at in range(9)], [coding("b", 12, "G1")]

    assert told(more).endswith("Ann codes more: 9 passages that Ben has not coded, 1 the other way round.")


def test_nothing_and_no_difference_have_their_own_sentence() -> None:
    assert told() == "Neither of them coded anything here, so there is nothing to compare."
    assert told(both("C1", range(3))) == "They agree everywhere: 3 passages coded by both, none by one alone."
    one = [coding("a", 1, "C1")], []
    assert told(one) == (
        "On no code do they clearly agree or differ yet; where they differ, it is on whether a passage is coded at all."
    )


WORK = st.lists(
    st.tuples(st.integers(0, SENTENCES - 1), st.sampled_from(list(NAMES)), st.integers(5, 20)), max_size=30,
    unique_by=lambda one: one[:2],
)  # fmt: skip


@given(WORK, WORK)
def test_it_is_one_or_two_sentences_and_never_praises(
    a: list[tuple[int, str, int]], b: list[tuple[int, str, int]]
) -> None:
    found = told(([coding("a", *one) for one in a], [coding("b", *one) for one in b]))

    assert 1 <= found.count(". ") + found.endswith(".") <= 2
    assert not {"substantial", "moderate", "fair", "perfect"} & set(found.casefold().split())
    assert coder("Ann").name in found or "They" in found or "Neither" in found or "On no code" in found
