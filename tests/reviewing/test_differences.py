"""Each kind of difference is told apart, several codes on one passage are normal, and order does not matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.records import Coding
from annotator.reviewing.differences import Compared, compare_codings

WHEN = "2026-01-01T00:00:00.000Z"


def coding(start: int, end: int, code: str = "law", coder: str = "a", **more: object) -> Coding:
    values = {"quote": "x" * (end - start), "created": WHEN, "modified": WHEN} | more
    return Coding(id=f"{coder}{code}{start}-{end}", article="1", code=code, coder=coder, start=start, end=end, **values)  # type: ignore[arg-type]


def compared(a: list[tuple[int, int, str]], b: list[tuple[int, int, str]]) -> Compared:
    return compare_codings([coding(*one) for one in a], [coding(*one, coder="b") for one in b])


def told(found: Compared) -> list[tuple[str, int, int]]:
    return [(one.kind, len(one.a), len(one.b)) for one in found.differences]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ([(0, 100, "law")], [(0, 100, "law")], []),
        ([(0, 100, "law")], [(0, 95, "law")], []),  # nine tenths shared count as the same
        ([(0, 100, "law")], [(20, 100, "law")], [("boundary", 1, 1)]),
        ([(0, 100, "law")], [(0, 40, "law"), (50, 100, "law")], [("split", 1, 2)]),
        ([(0, 100, "law")], [(0, 100, "plan")], [("code", 1, 1)]),
        ([(0, 100, "law")], [], [("missing in B", 1, 0)]),
        ([], [(0, 100, "law")], [("missing in A", 0, 1)]),
        ([(0, 100, "law"), (0, 100, "plan")], [(0, 100, "law"), (0, 100, "pay")], [("code", 1, 1)]),
        ([(0, 100, "law"), (0, 100, "plan")], [(0, 100, "law")], [("missing in B", 1, 0)]),
        ([(0, 100, "law")], [(80, 200, "plan")], [("missing in B", 1, 0), ("missing in A", 0, 1)]),
        ([(0, 10, "law"), (10, 20, "law")], [(0, 10, "law")], [("missing in B", 1, 0)]),
    ],
)
def test_each_kind_of_difference(
    a: list[tuple[int, int, str]], b: list[tuple[int, int, str]], expected: list[tuple[str, int, int]]
) -> None:
    assert told(compared(a, b)) == expected


def test_a_stance_is_told_apart_and_a_memo_is_no_difference() -> None:
    found = compare_codings(
        [coding(0, 9, stance="opposes"), coding(20, 29, memo="why")],
        [coding(0, 9, coder="b"), coding(20, 29, coder="b")],
    )

    assert found.differences == ()
    assert [pair[0].start for pair in found.stances] == [0]


def test_what_lost_its_place_is_not_compared() -> None:
    assert compare_codings([coding(0, 9, place="lost")], []).differences == ()


CODINGS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30), st.sampled_from(["law", "plan", "pay"])), max_size=12, unique=True
).map(lambda found: [(start, start + length, code) for start, length, code in found])


@given(CODINGS, CODINGS)
def test_every_coding_is_in_one_pair_or_one_difference_and_both_sides_mirror(
    a: list[tuple[int, int, str]], b: list[tuple[int, int, str]]
) -> None:
    found, mirrored = compared(a, b), compared(b, a)

    ours = [pair[0].id for pair in found.matched] + [one.id for each in found.differences for one in each.a]
    theirs = [pair[1].id for pair in found.matched] + [one.id for each in found.differences for one in each.b]
    assert sorted(ours) == sorted(coding(*one).id for one in a)
    assert sorted(theirs) == sorted(coding(*one, coder="b").id for one in b)
    assert len(found.matched) == len(mirrored.matched)
    assert sorted(one.place for one in found.differences if one.kind in ("boundary", "split")) == sorted(
        one.place for one in mirrored.differences if one.kind in ("boundary", "split")
    )
